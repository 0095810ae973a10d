//! The circle as sheets, one for each kind of record.

use super::words;
use crate::domain::{Kind, Offered};
use crate::exchange::file_name::sheet_name;
use crate::exchange::sheet_file;
use crate::platform;
use crate::state::App;
use crate::ui::components::{Glyph, Icon, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The card.
#[component]
pub fn SaveSheets() -> AnyView {
    let rows = Offered::KINDS.map(row).into_iter().collect_view();
    view! {
        <section class="card" aria-labelledby="sheets-out">
            <header class="card__head"><h2 id="sheets-out">{words::OUT}</h2></header>
            <p class="quiet">{words::OUT_HINT}</p>
            <ul class="list list-spread">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(kind: Kind) -> AnyView {
    let app = app();
    let count = move || words::records(kind, app.circle().with(|circle| sheet_file::count(circle, kind)));
    view! {
        <li>
            <span>{live(count)}</span>
            <button type="button" class="btn" aria-label=words::save_label(kind) on:click=move |_| save(app, kind)>
                <Icon glyph=Glyph::File />
                {words::SAVE}
            </button>
        </li>
    }
    .into_any()
}

/// Has the browser save the sheet of `kind`.
fn save(app: App, kind: Kind) {
    let today = untrack(|| app.today());
    let (name, text) =
        app.circle().with_untracked(|circle| (sheet_name(circle, kind, today), sheet_file::write(circle, kind)));
    if platform::download(&name, "text/csv", &text).is_some() {
        app.say(words::saved(&name), None);
    }
}
