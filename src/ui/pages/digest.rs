//! What the summarizer sent round.

use crate::ui::text::nav;
use leptos::prelude::*;

/// The page.
#[component]
pub fn DigestPage() -> impl IntoView {
    view! {
        <div class="page">
            <header class="head"><h1 tabindex="-1">{nav::DIGEST}</h1></header>
        </div>
    }
}
