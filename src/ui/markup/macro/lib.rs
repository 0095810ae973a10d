//! The macro `view!`: Leptos' syntax for elements and components, drawn by `crate::ui::markup`.
//!
//! Leptos' own macro makes a type of each element and moves it through one call for each attribute and child. This one
//! calls one builder in turn, whatever the element is: less than half the code for the same markup.

mod component;
mod element;

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::Node;

/// Elements, texts in quotes, `{expressions}` and components, as in Leptos' `view!`: `on:event`, `prop:name`,
/// `style:name`, `bind:value` and `node_ref` are known, an attribute without a value is there.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let drawn = rstml::parse2(tokens.into()).and_then(|nodes| drawn(&nodes));
    drawn.unwrap_or_else(|error| error.into_compile_error()).into()
}

/// The expression that makes `nodes`.
fn drawn(nodes: &[Node]) -> syn::Result<TokenStream> {
    let steps = nodes.iter().map(element::steps).collect::<syn::Result<Vec<_>>>()?;
    let builder = element::builder();
    Ok(quote! {{
        let mut #builder = crate::ui::markup::MarkupBuilder::begin();
        #(#steps)*
        #builder.done()
    }})
}
