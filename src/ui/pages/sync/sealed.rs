//! The circle's file sealed with a passphrase, to be sent or saved.

use crate::domain::Field as Which;
use crate::exchange::sealed_file::Strength;
use crate::platform::{self, Shared};
use crate::state::{App, Memo, OutgoingFile, RwSignal};
use crate::ui::components::{Field, Form, Glyph, Icon, Problem, Sheet, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::sealed::{PassphraseField, words};
use leptos::prelude::*;

/// The extension of a sealed file that the browser saves.
const SAVED_AS: &str = "sealed";

/// A file that is sealed, while there is one.
type SealedReady = RwSignal<Option<OutgoingFile>>;

/// The button, and the dialog that it opens.
#[component]
pub fn SealedWay() -> AnyView {
    let is_open = RwSignal::new(false);
    let on_done = Callback::new(move |()| is_open.set(false));
    view! {
        <button type="button" class="btn" on:click=move |_| is_open.set(true)>{words::WAY}</button>
        <Sheet is_open title=Memo::stored(words::TITLE.to_owned())><Sealing on_done /></Sheet>
    }
    .into_any()
}

/// First the passphrase; once the file is sealed, the ways out. Sealing takes longer than browsers let a tap open the
/// share sheet, so that is a tap of its own.
#[component]
fn Sealing(on_done: Callback<()>) -> AnyView {
    let ready: SealedReady = RwSignal::new(None);
    let is_sealed = Memo::new(move |_| ready.with(Option::is_some));
    view! { <When is=is_sealed otherwise=move || view! { <Passphrase ready /> }><Out ready on_done /></When> }
        .into_any()
}

#[component]
fn Passphrase(ready: SealedReady) -> AnyView {
    let app = app();
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (problem, is_shown, is_busy) = (Problem::none(), RwSignal::new(true), RwSignal::new(false));
    let hint = Memo::new(move |_| passphrase.with(|typed| words::strength(Strength::of(typed))).to_owned());
    let seal = move |()| {
        let typed = passphrase.get_untracked();
        if is_busy.get_untracked() {
            return;
        }
        match wrong(&typed, (!is_shown.get_untracked()).then(|| again.get_untracked())) {
            Some((field, words)) => problem.say(field, words),
            None => seal_as(app, typed, ready, problem, is_busy),
        }
    };
    view! {
        <Form problem on_submit=Callback::new(seal)>
            <p>{words::LEAD}</p>
            <PassphraseField id="seal-passphrase" value=passphrase hint problem is_shown />
            <When is=move || !is_shown.get()>
                <Field id="seal-again" label=words::AGAIN value=again kind="password" problem field=Which::Name />
            </When>
            <p class="quiet">{words::LOST}</p>
            <When is=is_busy><p class="quiet" role="status">{words::SEALING}</p></When>
            <div class="row">
                <button type="submit" class="btn" data-kind="main">{words::SEAL}</button>
            </div>
        </Form>
    }
    .into_any()
}

/// What is wrong with a passphrase that was typed, and typed once more where it could not be read.
fn wrong(typed: &str, again: Option<String>) -> Option<(Which, &'static str)> {
    if typed.is_empty() {
        return Some((Which::Text, words::EMPTY));
    }
    again.filter(|again| again != typed).map(|_| (Which::Name, words::NOT_ALIKE))
}

fn seal_as(app: App, passphrase: String, ready: SealedReady, problem: Problem, is_busy: RwSignal<bool>) {
    let Some(file) = app.outgoing() else { return };
    is_busy.set(true);
    leptos::task::spawn_local(async move {
        let sealed = file.sealed(&passphrase).await;
        // Whoever has closed the dialog meanwhile does not want the file any more.
        if is_busy.try_set(false).is_some() {
            return;
        }
        match sealed {
            Ok(file) => {
                ready.set(Some(file));
                platform::focus_near(READY);
            }
            Err(error) => problem.say(Which::Text, words::fault(&error)),
        }
    });
}

/// The id of what says that the file is sealed.
const READY: &str = "sealed-ready";

/// The ways out for a file that is sealed.
#[component]
fn Out(ready: SealedReady, on_done: Callback<()>) -> AnyView {
    let app = app();
    let is_refused = RwSignal::new(false);
    let can_send = platform::can_share_files();
    let send = can_send.then(|| {
        view! {
            <button type="button" class="btn" data-kind="main" on:click=move |_| send(app, ready, on_done, is_refused)>
                <Icon glyph=Glyph::Share />
                {super::words::SEND}
            </button>
        }
    });
    view! {
        <div class="form">
        <p id=READY tabindex="-1" role="status">{words::SEALED}</p>
        <When is=is_refused><p class="banner" data-kind="bad" role="alert">{super::words::REFUSED}</p></When>
        <div class="row">
            {send}
            <button type="button" class="btn" data-kind=if can_send { "" } else { "main" } on:click=move |_| save(app, ready, on_done)>
                <Icon glyph=Glyph::File />
                {super::words::SAVE}
            </button>
        </div>
        </div>
    }
    .into_any()
}

/// Hands the sealed file to the share sheet, and believes what the sheet says.
fn send(app: App, ready: SealedReady, on_done: Callback<()>, is_refused: RwSignal<bool>) {
    let Some(file) = ready.get_untracked() else { return };
    is_refused.set(false);
    leptos::task::spawn_local(async move {
        match platform::share_json_file(&format!("{}.{SAVED_AS}", file.stem), &file.text).await {
            Shared::Sent => {
                app.note_sent(&file);
                app.say(super::words::SENT, None);
                let _ = on_done.try_run(());
            }
            Shared::Cancelled => {}
            Shared::Refused => drop(is_refused.try_set(true)),
        }
    });
}

/// Has the browser save the sealed file. Whether it reaches anybody, only the person can say.
fn save(app: App, ready: SealedReady, on_done: Callback<()>) {
    let Some(file) = ready.get_untracked() else { return };
    let name = format!("{}.{SAVED_AS}.json", file.stem);
    if platform::download(&name, "application/json", &file.text).is_some() {
        app.note_file_saved(&file, &name);
        on_done.run(());
    }
}
