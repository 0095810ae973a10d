//! Content that is there or not.
//!
//! The same as Leptos' `Show`, but for one type of condition: its code is in the page once instead of at
//! each of some forty places.

use crate::state::Memo;
use crate::ui::markup::{Drawn, live, view};
use leptos::prelude::*;

/// Shows its content while `is`, and `otherwise` while not.
#[component]
pub fn When(#[prop(into)] is: Memo<bool>, #[prop(optional, into)] otherwise: Drawn, children: Drawn) -> AnyView {
    live(move || if is.get() { children.draw() } else { otherwise.draw() })
}

/// What `view` shows of a value while there is one, and `otherwise` while there is none. What is shown is told each
/// new value; it is made anew only after there was none.
#[component]
pub fn Given<T: Clone + PartialEq + Send + Sync + 'static>(
    #[prop(into)] value: Memo<Option<T>>,
    #[prop(optional, into)] otherwise: Drawn,
    view: impl Fn(Memo<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let shown = move || match value.get_untracked() {
        // A value that has just gone stays until what shows it is gone too.
        Some(first) => view(Memo::new(move |last: Option<&T>| {
            value.get().or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
        })),
        None => ().into_any(),
    };
    let is = Memo::new(move |_| value.with(Option::is_some));
    view! { <When is otherwise>{shown()}</When> }.into_any()
}
