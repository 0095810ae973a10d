//! What somebody said in their check-in.

use crate::ui::markup::view;
use leptos::prelude::*;

/// `lines`, each a label and somebody's words; those without words are left out.
pub fn said(lines: &[(&'static str, &str)]) -> AnyView {
    let line = |(label, text): &(&'static str, &str)| {
        let (label, text) = (*label, (*text).to_owned());
        view! { <p class="said" dir="auto"><small>{label}</small>" "{text}</p> }
    };
    lines.iter().filter(|(_, text)| !text.is_empty()).map(line).collect_view().into_any()
}
