//! Whose turn it is, why, and what can be done about it.

use crate::ui::text::nav;
use leptos::prelude::*;

/// The page.
#[component]
pub fn RolesPage() -> impl IntoView {
    view! {
        <div class="page">
            <header class="head"><h1 tabindex="-1">{nav::ROLES}</h1></header>
        </div>
    }
}
