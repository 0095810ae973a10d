//! One entry of the journal.

use super::data::{ChangeLine, EntryRow};
use super::words;
use crate::platform;
use crate::state::{App, Memo};
use crate::ui::components::{When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;
use std::sync::Arc;

/// Who changed what, and the way back.
#[component]
pub fn Entry(row: Memo<EntryRow>) -> AnyView {
    let app = app();
    let label = move || row.with(|row| words::put_back(&row.what));
    view! {
        <li class="journal-entry">
            {live(move || row.with(|row| face(&row.initials, row.seat)))}
            <div class="journal-entry__said">
                {live(move || row.with(said))}
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

fn said(row: &EntryRow) -> AnyView {
    view! {
        <p>
            <strong><bdi>{row.who.clone()}</bdi></strong> " "
            <span dir="auto">{row.what.clone()}</span>
        </p>
        <dl>{row.lines.iter().map(line).collect_view()}</dl>
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
