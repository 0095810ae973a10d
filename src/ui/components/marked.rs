//! A text with WhatsApp's marks, shown as WhatsApp shows it.

use crate::exchange::whatsapp::{Mark, runs};
use crate::state::Memo;
use crate::ui::markup::live;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The lines of `text`, each turned the way its own words are written.
#[component]
pub fn Marked(#[prop(into)] text: Memo<String>, #[prop(into, optional)] id: Option<String>) -> impl IntoView {
    let run = |(mark, text): (Mark, &str)| {
        let text = text.to_owned();
        match mark {
            Mark::Plain => view! { {text} }.into_any(),
            Mark::Bold => view! { <strong>{text}</strong> }.into_any(),
            Mark::Italic => view! { <em>{text}</em> }.into_any(),
        }
    };
    let line = move |line: &str| {
        let runs = runs(line).into_iter().map(run).collect_view();
        view! { <p dir="auto">{runs}</p> }
    };
    view! { <div class="marked" id=id>{live(move || text.with(|text| text.lines().map(line).collect_view()))}</div> }
}
