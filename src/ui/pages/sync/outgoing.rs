//! What waits to be sent, and the ways to send it.

use super::sealed::SealedWay;
use super::words;
use crate::platform::{self, Shared};
use crate::state::{App, CircleEntry, OutgoingFile};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::text;
use leptos::prelude::*;

/// The extension of a file that the browser saves.
const SAVED_AS: &str = "circle.json";

/// The card.
#[component]
pub fn Outgoing() -> impl IntoView {
    let app = app();
    let contains = move || {
        app.circle().with(|circle| {
            let goals = circle.goals.values().filter(|goal| goal.deleted_at.is_none()).count();
            let commitments = circle.commitments.values().filter(|c| c.deleted_at.is_none()).count();
            words::contains(circle.roster().len(), goals, commitments, circle.check_ins.len())
        })
    };
    let waiting = move || {
        let sent = app.entry.with(|entry| entry.as_ref().and_then(CircleEntry::sent));
        let ago = sent.map(|at| text::time::relative(app.now().get(), at));
        app.unsent.with(|unsent| words::waiting(unsent, ago.as_deref()))
    };
    let state = move || if app.unsent.with(|unsent| unsent.is_empty()) { "sent" } else { "waiting" };
    let is_refused = RwSignal::new(false);
    view! {
        <section class="card sync" aria-labelledby="out">
            <header class="card__head"><h2 id="out">{words::OUT}</h2></header>
            <p class="sync__state" data-state=state>{live(waiting)}</p>
            <When is=move || is_refused.get()>
                <p class="banner" data-kind="bad" role="alert">{words::REFUSED}</p>
            </When>
            <Saved />
            <Ways is_refused />
            <p class="quiet">{contains}</p>
        </section>
    }
}

/// To the share sheet, where the browser has one, and into a file.
#[component]
fn Ways(is_refused: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let can_send = platform::can_share_files();
    let send = can_send.then(|| {
        view! {
            <button type="button" class="btn" data-kind="main" on:click=move |_| send(app, is_refused)>
                <Icon glyph=Glyph::Share />
                {words::SEND}
            </button>
        }
    });
    view! {
        <div class="row">
            {send}
            <button type="button" class="btn" data-kind=if can_send { "" } else { "main" } on:click=move |_| save(app)>
                <Icon glyph=Glyph::File />
                {words::SAVE}
            </button>
            <SealedWay />
        </div>
    }
}

/// Hands the file to the share sheet, and believes what the sheet says.
fn send(app: App, is_refused: RwSignal<bool>) {
    let Some(file) = app.outgoing() else { return };
    is_refused.set(false);
    leptos::task::spawn_local(async move {
        match platform::share_json_file(&format!("{}.circle", file.stem), &file.text).await {
            Shared::Sent => note_sent(app, &file),
            Shared::Cancelled => {}
            // The person may have left the page meanwhile.
            Shared::Refused => drop(is_refused.try_set(true)),
        }
    });
}

fn note_sent(app: App, file: &OutgoingFile) {
    app.note_sent(file);
    app.say(words::SENT, None);
}

/// Has the browser save the file. Whether it reaches anybody, only the person can say.
fn save(app: App) {
    let Some(file) = app.outgoing() else { return };
    let name = format!("{}.{SAVED_AS}", file.stem);
    if platform::download(&name, "application/json", &file.text).is_some() {
        app.note_file_saved(&file, &name);
    }
}

/// The file that was saved and waits to be sent by hand.
#[component]
fn Saved() -> impl IntoView {
    let app = app();
    let saved = app.saved_file();
    let name = move || saved.with(|saved| saved.as_ref().map(|saved| saved.name.clone()).unwrap_or_default());
    let confirm = move |_| {
        app.confirm_saved();
        app.say(words::SENT, None);
        platform::focus_near("out");
    };
    view! {
        <When is=move || saved.with(Option::is_some)>
            <div class="sync__saved" role="status">
                <p>{live(move || words::saved(&name()))}</p>
                <button type="button" class="btn" data-kind="small" on:click=confirm>{words::I_SENT_IT}</button>
            </div>
        </When>
    }
}
