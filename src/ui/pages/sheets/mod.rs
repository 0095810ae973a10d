//! What a group has in other programs, in and out: tables, notes and chats.

mod bring;
mod bringing;
mod out;
mod preview;
mod questions;
mod rows;
pub mod words;

use crate::ui::components::Heading;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use bring::BringIn;
use bringing::Bringing;
use leptos::prelude::*;
use out::SaveSheets;

/// The page.
#[component]
pub fn SheetsPage() -> impl IntoView {
    let bringing = Bringing::new();
    view! {
        <div class="page two-panes">
            <header class="head">
                <p class="head__place"><a href=Page::Sync.href()>{Page::Sync.label()}</a></p>
                <Heading text=words::NAME />
                <p>{words::LEAD}</p>
            </header>
            <div class="pane"><BringIn bringing /></div>
            <div class="pane"><SaveSheets /></div>
        </div>
    }
}
