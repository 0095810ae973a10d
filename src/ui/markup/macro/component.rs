//! Components.

use crate::drawn;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rstml::Infallible;
use rstml::node::{NodeAttribute, NodeElement, NodeName};

/// Whether `element` is a component: its name begins with a capital letter.
pub fn is_component(element: &NodeElement<Infallible>) -> bool {
    match element.name() {
        NodeName::Path(path) => {
            path.path.segments.last().is_some_and(|name| name.ident.to_string().starts_with(char::is_uppercase))
        }
        NodeName::Punctuated(_) | NodeName::Block(_) => false,
    }
}

/// The call of a component with its properties; one without a value takes the variable of its name.
pub fn made(element: &NodeElement<Infallible>) -> syn::Result<TokenStream> {
    let name = element.name();
    let props = element.attributes().iter().map(property).collect::<syn::Result<TokenStream>>()?;
    let children = if element.children.is_empty() {
        TokenStream::new()
    } else {
        let children = drawn(&element.children)?;
        quote! { .children(::leptos::children::ToChildren::to_children(move || #children)) }
    };
    Ok(quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name) #props #children .build(),
        )
    })
}

fn property(attribute: &NodeAttribute) -> syn::Result<TokenStream> {
    match attribute {
        NodeAttribute::Attribute(attribute) if matches!(attribute.key, NodeName::Path(_)) => {
            let name = &attribute.key;
            let value = attribute.value().map_or_else(|| name.to_token_stream(), ToTokens::to_token_stream);
            Ok(quote! { .#name(#value) })
        }
        other => Err(syn::Error::new_spanned(other, "a component takes properties alone")),
    }
}
