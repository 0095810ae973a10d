//! What goes out to the others, and what came in from them.

mod code;
mod linked;
mod outgoing;
mod peers;
mod results;
mod sealed;
mod texts;
mod values;
pub mod words;

use crate::ui::components::{FilePicker, Heading, Row, When};
use crate::ui::context::desktop;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::sync::Paste;
use leptos::prelude::*;
use linked::Linked;
use outgoing::Outgoing;
use peers::Peers;
use results::Results;
use texts::Texts;

/// The page.
#[component]
pub fn SharePage() -> impl IntoView {
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=words::HEADING />
                <p>{words::LEAD}</p>
            </header>
            <Results />
            // In this order on a phone; side by side on a wide page.
            <div class="pane"><Outgoing /></div>
            <div class="pane"><Incoming /></div>
            <div class="pane"><Peers /> <Linked /></div>
            <div class="pane"><Texts /></div>
        </div>
    }
}

/// Where the others' files are opened.
#[component]
fn Incoming() -> impl IntoView {
    let desktop = desktop();
    view! {
        <section class="card sync-in" aria-labelledby="in">
            <header class="card__head"><h2 id="in">{words::IN}</h2></header>
            <Paste />
            <div class="row">
                <FilePicker id="open-files" label=words::OPEN on_files=Callback::new(move |files| desktop.receive(files)) />
            </div>
            <p class="quiet">{words::OPEN_HINT}</p>
            <When is=move || desktop.is_receiving.get()><p class="quiet" role="status">{words::READING}</p></When>
        </section>
        <section class="card">
            <ul class="row-list">
                <Row href=Page::Sheets.href() title=Page::Sheets.label() note=words::SHEETS glyph=Page::Sheets.glyph() />
            </ul>
        </section>
    }
}
