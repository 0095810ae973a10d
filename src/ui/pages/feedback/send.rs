//! Sending a note for two to the other one of them.

use super::data::NoteData;
use super::words;
use crate::domain::FeedbackId;
use crate::platform::{self, Shared};
use crate::state::{App, Memo, OutgoingNote};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The extension of a note's file.
const SAVED_AS: &str = "note";

/// How a note travels that is sealed in the circle's file, or what waits to be sent, and the ways to send it.
#[component]
pub fn SendNote(note: Memo<NoteData>) -> AnyView {
    let app = app();
    let unsent = app.unsent_notes();
    let is_waiting = Memo::new(move |_| note.with(|note| unsent.with(|ids| ids.contains(&note.note.id))));
    let other = Memo::new(move |_| note.with(|note| note.other().name.clone()));
    let devices = Memo::new(move |_| note.with(|note| app.sealed_for(&note.note.id)));
    view! {
        <When is=is_waiting>{waiting(app, note, other)}</When>
        <When is=move || { devices.get() > 0 }>{sealed(app, note, other, devices)}</When>
    }
    .into_any()
}

/// What waits to be sent to the `other` one, and the ways to send it.
fn waiting(app: App, note: Memo<NoteData>, other: Memo<String>) -> AnyView {
    let can_share = platform::can_share_files();
    let label = Memo::new(move |_| other.with(|name| words::send(name)));
    let sharing = can_share.then(|| {
        view! {
            <button type="button" class="btn" data-kind="main" on:click=move |_| share(app, id_of(note))>
                <Icon glyph=Glyph::Share />
                {label}
            </button>
        }
    });
    let kind = if can_share { "small" } else { "main" };
    view! {
        <div class="feedback-send">
            <p>{live(move || other.with(|name| words::not_sent(name)))}</p>
            <div class="row">
                {sharing}
                <button type="button" class="btn" data-kind=kind on:click=move |_| save(app, &id_of(note))>
                    <Icon glyph=Glyph::File />
                    {words::SAVE_FILE}
                </button>
                <button type="button" class="btn" data-kind="small" on:click=move |_| sent(app, &id_of(note))>
                    {words::I_SENT_IT}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// How a note travels that is sealed for so many `devices` of the `other` one.
fn sealed(app: App, note: Memo<NoteData>, other: Memo<String>, devices: Memo<usize>) -> AnyView {
    let told = move || other.with(|name| words::sealed(name, devices.get()));
    view! {
        <div class="feedback-sealed">
            <p class="quiet">{live(told)}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| save(app, &id_of(note))>
                    {words::SAVE_FILE}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn id_of(note: Memo<NoteData>) -> FeedbackId {
    note.with_untracked(|note| note.note.id.clone())
}

/// Hands the file to the share sheet, and believes what the sheet says.
fn share(app: App, id: FeedbackId) {
    let Some(file) = app.outgoing_note(&id) else { return };
    leptos::task::spawn_local(async move {
        match platform::share_json_file(&name(&file), &file.text).await {
            Shared::Sent => note_sent(app, &file),
            Shared::Cancelled => {}
            Shared::Refused => app.say(words::REFUSED, None),
        }
    });
}

/// Has the browser save the file. Whether it reaches anybody, only the person can say.
fn save(app: App, id: &FeedbackId) {
    if let Some(file) = app.outgoing_note(id) {
        platform::download(&format!("{}.json", name(&file)), "application/json", &file.text);
    }
}

fn sent(app: App, id: &FeedbackId) {
    if let Some(file) = app.outgoing_note(id) {
        note_sent(app, &file);
    }
}

fn note_sent(app: App, file: &OutgoingNote) {
    app.note_note_sent(file);
    app.say(words::SENT, None);
}

fn name(file: &OutgoingNote) -> String {
    format!("{}.{SAVED_AS}", file.stem)
}
