//! The session of the week.

use crate::ui::text::nav;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SessionPage() -> impl IntoView {
    view! {
        <div class="page">
            <header class="head"><h1 tabindex="-1">{nav::SESSION}</h1></header>
        </div>
    }
}
