//! A row that leads to a page, with the state of what is there.

use super::{Glyph, Icon};
use crate::state::Memo;
use crate::ui::markup::view;
use leptos::prelude::*;

/// An item of a list of class `row-list`; `note` says how things are there.
#[component]
pub fn Row(
    #[prop(into)] href: String,
    #[prop(into)] title: Memo<String>,
    #[prop(into)] note: Memo<String>,
    #[prop(optional)] glyph: Option<Glyph>,
) -> impl IntoView {
    view! {
        <li>
            <a class="row-link" href=href>
                {glyph.map(|glyph| view! { <Icon glyph /> })}
                <span class="row-link__words">
                    <strong dir="auto">{title}</strong>
                    <small dir="auto">{note}</small>
                </span>
                <Icon glyph=Glyph::Right />
            </a>
        </li>
    }
}
