//! Content that is there or not.
//!
//! The same as Leptos' `Show`, but for one type of condition: its code is in the page once instead of at
//! each of some forty places.

use super::live;
use crate::state::Memo;
use leptos::prelude::*;

/// Shows its content while `is`, and `otherwise` while not.
#[component]
pub fn When(
    #[prop(into)] is: Memo<bool>,
    #[prop(optional, into)] otherwise: Option<ViewFn>,
    children: ChildrenFn,
) -> AnyView {
    let content = move || match (is.get(), &otherwise) {
        (true, _) => children(),
        (false, Some(otherwise)) => otherwise.run(),
        (false, None) => ().into_any(),
    };
    live(content)
}
