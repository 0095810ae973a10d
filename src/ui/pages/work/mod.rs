//! What a role has to do this week.

use crate::ui::text::nav;
use leptos::prelude::*;

/// The page.
#[component]
pub fn WorkPage() -> impl IntoView {
    view! {
        <div class="page">
            <header class="head"><h1 tabindex="-1">{nav::WORK}</h1></header>
        </div>
    }
}
