//! Elements and what is in them.

use crate::component;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use rstml::Infallible;
use rstml::node::{Node, NodeAttribute, NodeBlock, NodeElement};
use syn::{Block, Expr, ExprLit, Lit, Stmt};

/// What is drawn in SVG's namespace, whatever it is in.
const SVG: [&str; 21] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "rect",
    "stop",
    "svg",
    "text",
    "tspan",
    "use",
];

/// The builder's name, which no expression of the caller can see.
pub fn builder() -> Ident {
    Ident::new("builder", Span::mixed_site())
}

/// The calls that put `node` where the builder stands.
pub fn steps(node: &Node) -> syn::Result<TokenStream> {
    let builder = builder();
    Ok(match node {
        Node::Comment(_) | Node::Doctype(_) => TokenStream::new(),
        Node::Fragment(fragment) => all_steps(&fragment.children)?,
        Node::Block(NodeBlock::ValidBlock(block)) => match lone(block) {
            Some(expr) => quote! { #builder.child(#expr); },
            None => quote! { #builder.child(#block); },
        },
        Node::Text(text) => {
            let text = &text.value;
            quote! { #builder.text(#text); }
        }
        Node::RawText(text) => {
            let text = text.to_string_best();
            quote! { #builder.text(#text); }
        }
        Node::Element(element) if component::is_component(element) => {
            let component = component::made(element)?;
            quote! { #builder.child(#component); }
        }
        Node::Element(element) => element_steps(element)?,
        other => return Err(syn::Error::new_spanned(other, "`view!` cannot draw this")),
    })
}

fn all_steps(nodes: &[Node]) -> syn::Result<TokenStream> {
    nodes.iter().map(steps).collect()
}

/// The one expression in the braces of `block`.
fn lone(block: &Block) -> Option<&Expr> {
    match &block.stmts[..] {
        [Stmt::Expr(expr, None)] => Some(expr),
        _ => None,
    }
}

/// Children come first, so that an attribute may take what a child has borrowed, as in Leptos.
fn element_steps(element: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    let builder = builder();
    let tag = element.name().to_string();
    let open = if SVG.contains(&tag.as_str()) { quote!(open_svg) } else { quote!(open) };
    let children = all_steps(&element.children)?;
    let (mut description, mut steps) = (tag.clone(), TokenStream::new());
    for attribute in element.attributes() {
        match named(attribute)? {
            Carried::Fixed(name, value) => description.extend(["\0", &name, "\0", &value]),
            Carried::Given(key, value) => steps.extend(attribute_step(&tag, &key, value)?),
        }
    }
    Ok(quote! {
        #builder.#open(#description);
        #children
        #steps
        #builder.close();
    })
}

/// What an element carries.
enum Carried {
    /// A plain attribute with a literal text.
    Fixed(String, String),
    /// Anything else, under its name.
    Given(String, TokenStream),
}

fn named(attribute: &NodeAttribute) -> syn::Result<Carried> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new_spanned(attribute, "`view!` takes named attributes"));
    };
    let key = attribute.key.to_string();
    // What Leptos means by these is no attribute.
    if key == "inner_html" || (attribute.value().is_none() && (key == "node_ref" || key.contains(':'))) {
        return Err(syn::Error::new_spanned(&attribute.key, format!("`view!` takes no `{key}` like this")));
    }
    Ok(match attribute.value() {
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) if !key.contains(':') => Carried::Fixed(key, text.value()),
        None => Carried::Fixed(key, String::new()),
        Some(value) => Carried::Given(key, value.to_token_stream()),
    })
}

fn attribute_step(tag: &str, key: &str, value: TokenStream) -> syn::Result<TokenStream> {
    let builder = builder();
    Ok(match key.split_once(':') {
        Some(("on", event)) => match event.strip_suffix(":target") {
            Some(event) => {
                let (kind, element) = (format_ident!("{event}"), format_ident!("{}", capitalised(tag)));
                quote! { #builder.on_target::<::leptos::html::#element, _>(::leptos::ev::#kind, #event, #value); }
            }
            None => {
                let kind = format_ident!("{event}");
                quote! { #builder.on(::leptos::ev::#kind, #event, #value); }
            }
        },
        Some(("prop", name)) => quote! { #builder.prop(#name, #value); },
        Some(("style", name)) => quote! { #builder.style(#name, #value); },
        Some(("bind", "value")) => quote! { #builder.bind(#value); },
        Some(_) => return Err(syn::Error::new_spanned(value, format!("`view!` does not know `{key}`"))),
        None if key == "node_ref" => quote! { #builder.other(::leptos::tachys::html::node_ref::node_ref(#value)); },
        None => quote! { #builder.attr(#key, #value); },
    })
}

/// The name of the type of the element `tag`.
fn capitalised(tag: &str) -> String {
    let (first, rest) = tag.split_at(1);
    first.to_uppercase() + rest
}
