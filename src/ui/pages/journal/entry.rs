//! One entry of the journal.

use super::data::{ChangeLine, EntryRow};
use super::words;
use crate::platform;
use crate::state::{App, Memo};
use crate::ui::components::{Face, When, live};
use crate::ui::context::app;
use leptos::prelude::*;
use std::sync::Arc;

/// Who changed what, and the way back.
#[component]
pub fn Entry(row: Memo<EntryRow>) -> AnyView {
    let app = app();
    let initials = Memo::new(move |_| row.with(|row| row.initials.clone()));
    let seat = Memo::new(move |_| row.with(|row| row.seat));
    let lines = move || row.with(|row| row.lines.iter().map(line).collect_view());
    let label = move || row.with(|row| words::put_back(&row.what));
    view! {
        <li class="journal-entry">
            <Face initials seat />
            <div class="journal-entry__said">
                <p>
                    <strong><bdi>{live(move || row.with(|row| row.who.clone()))}</bdi></strong> " "
                    <span dir="auto">{live(move || row.with(|row| row.what.clone()))}</span>
                </p>
                <dl>{live(lines)}</dl>
                <When is=move || row.with(|row| !row.earlier.is_empty())>
                    <button type="button" class="btn" data-kind="small" aria-label=label on:click=move |_| put_back(app, row)>
                        {words::PUT_BACK}
                    </button>
                </When>
            </div>
        </li>
    }
    .into_any()
}

fn line(line: &ChangeLine) -> AnyView {
    let values = line.values.clone().map(|(before, after)| {
        view! { <dd><del dir="auto">{before}</del> " → " <ins dir="auto">{after}</ins></dd> }
    });
    view! { <div class="journal-entry__line"><dt>{line.field}</dt> {values}</div> }.into_any()
}

/// Writes what was there before as the newest; the button goes away by it.
fn put_back(app: App, row: Memo<EntryRow>) {
    let Some(circle) = app.entry.get_untracked().map(|entry| entry.circle_id()) else { return };
    let earlier = row.with_untracked(|row| row.earlier.clone());
    if let Some(undo) = app.choose_values(&circle, earlier) {
        app.say(words::IS_BACK, Some(Arc::new(move || app.undo(&undo))));
        platform::focus_heading();
    }
}
