//! Something of a list that few ask for.

use super::When;
use crate::state::{RwSignal, StoredValue};
use crate::ui::markup::{Drawn, view};
use leptos::prelude::*;

/// What `label` opens. It is drawn once somebody has opened it: of two years there is much.
#[component]
pub fn Earlier(label: &'static str, children: Drawn) -> AnyView {
    let is_asked = RwSignal::new(false);
    let content = StoredValue::new(children);
    view! {
        <details class="card-earlier">
            <summary on:click=move |_| is_asked.set(true)>{label}</summary>
            <When is=move || is_asked.get()>{content.with_value(Drawn::draw)}</When>
        </details>
    }
    .into_any()
}
