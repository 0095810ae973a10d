//! The fixed times: what comes next, the season, and how they change.

use crate::ui::text::nav;
use leptos::prelude::*;

/// The page.
#[component]
pub fn RhythmPage() -> impl IntoView {
    view! {
        <div class="page">
            <header class="head"><h1 tabindex="-1">{nav::RHYTHM}</h1></header>
        </div>
    }
}
