//! Sending what is new: as a message where the others have the circle, else as a file.

use super::words;
use crate::exchange::{Form, whatsapp};
use crate::platform::{self, Copied, Shared};
use crate::state::{App, Memo, OutgoingFile, OutgoingUpdate, Reach, RwSignal};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::outside::my_week;
use crate::ui::shared::digest::week_name;
use crate::ui::text::{WHATSAPP, send as ways};
use leptos::prelude::*;

/// The extension of a file that the browser saves.
const SAVED_AS: &str = "circle.json";
/// The id of the element that shows a message which the browser does not let the page copy.
const SHOWN_IN: &str = "send-message";

/// Buttons that send what is new.
#[component]
pub fn SendNew(
    #[prop(default = words::SEND)] label: &'static str,
    /// Whether what came in from others goes along.
    #[prop(optional, into)]
    reach: Option<Memo<Reach>>,
    /// Whether the file can be saved beside it anyway.
    #[prop(optional)]
    is_file_beside: bool,
) -> AnyView {
    let app = app();
    let reach = move || reach.map_or(Reach::Own, |reach| reach.get_untracked());
    let is_refused = RwSignal::new(false);
    let by_hand = RwSignal::new(None::<String>);
    let has_sheet = platform::can_share_text() || platform::can_share_files();
    let on_send = Callback::new(move |()| {
        is_refused.set(false);
        send(app, reach(), move || {
            // The person may have left the page meanwhile.
            let _ = is_refused.try_set(true);
        });
    });
    let on_copy = Callback::new(move |()| copy_message(app, reach(), by_hand));
    let on_open = Callback::new(move |()| open_whatsapp(app, reach()));
    let sheet = has_sheet.then(|| button("main", Glyph::Share, label, None, on_send));
    let has_message = move || app.unsent.with(|unsent| !unsent.is_whole && !unsent.is_empty());
    let needs_file = move || !has_sheet && !is_file_beside && app.unsent.with(|unsent| unsent.is_whole);
    let save = move || button("main", Glyph::File, words::SAVE, None, Callback::new(move |()| save_file(app)));
    view! {
        <When is=move || is_refused.get()>
            <p class="banner" data-kind="bad" role="alert">{words::REFUSED}</p>
        </When>
        <div class="row">
            {sheet}
            <When is=needs_file>{save()}</When>
            <When is=has_message>{message_ways(on_copy, (!has_sheet).then_some(on_open))}</When>
        </div>
        {message_shown(by_hand)}
    }
    .into_any()
}

/// The message that is to be copied `by_hand`, while there is one.
fn message_shown(by_hand: RwSignal<Option<String>>) -> AnyView {
    view! {
        <When is=move || by_hand.with(Option::is_some)>
            <pre id=SHOWN_IN class="in-step__message" dir="auto" tabindex="0" role="region" aria-label=words::MESSAGE_SHOWN>
                {live(move || by_hand.get())}
            </pre>
        </When>
    }
    .into_any()
}

/// The ways for a message that need no share sheet. Where there is none, copying comes first, and `on_open` leads to
/// WhatsApp.
fn message_ways(on_copy: Callback<()>, on_open: Option<Callback<()>>) -> AnyView {
    let copy_kind = if on_open.is_some() { "main" } else { "" };
    let copy = button(copy_kind, Glyph::Copy, words::COPY, None, on_copy);
    let whatsapp = |on_open| button("", Glyph::Share, words::WHATSAPP, Some(words::WHATSAPP_LABEL), on_open);
    let whatsapp = on_open.map(whatsapp);
    view! { {copy} {whatsapp} }.into_any()
}

fn button(
    kind: &'static str,
    glyph: Glyph,
    words: &'static str,
    label: Option<&'static str>,
    on_press: Callback<()>,
) -> AnyView {
    view! {
        <button type="button" class="btn" data-kind=kind aria-label=label on:click=move |_| on_press.run(())>
            <Icon glyph />
            {words}
        </button>
    }
    .into_any()
}

/// Whether one tap can take what is new to the share sheet, as a message.
pub fn can_send_at_once(app: App) -> bool {
    platform::can_share_text() && app.unsent.with(|unsent| !unsent.is_whole)
}

/// Hands what is new to the share sheet, as after a check-in.
pub fn send_at_once(app: App) {
    send(app, Reach::Own, move || app.say(words::REFUSED, None));
}

/// Hands what is new to the share sheet, and believes what the sheet says.
fn send(app: App, reach: Reach, on_refused: impl FnOnce() + 'static) {
    let update = if platform::can_share_text() { app.outgoing_update(reach) } else { None };
    let file = if update.is_none() { app.outgoing() } else { None };
    leptos::task::spawn_local(async move {
        let shared = match (&update, &file) {
            (Some(update), _) => platform::share_text(&message(app, update)).await,
            (None, Some(file)) => share_file(file).await,
            (None, None) => return,
        };
        match (shared, update, file) {
            (Shared::Sent, Some(update), _) => app.note_update_sent(&update),
            (Shared::Sent, None, Some(file)) => app.note_sent(&file),
            (Shared::Sent, None, None) | (Shared::Cancelled, ..) => return,
            (Shared::Refused, ..) => return on_refused(),
        }
        app.say(words::SENT, None);
    });
}

/// Hands the whole circle as a file to the share sheet.
pub fn share_whole(app: App) {
    let Some(file) = app.outgoing() else { return };
    leptos::task::spawn_local(async move {
        match share_file(&file).await {
            Shared::Sent => {
                app.note_sent(&file);
                app.say(words::SENT, None);
            }
            Shared::Cancelled => {}
            Shared::Refused => app.say(words::REFUSED, None),
        }
    });
}

async fn share_file(file: &OutgoingFile) -> Shared {
    platform::share_json_file(&format!("{}.circle", file.stem), &file.text).await
}

fn copy_message(app: App, reach: Reach, by_hand: RwSignal<Option<String>>) {
    let Some(update) = app.outgoing_update(reach) else { return save_file(app) };
    let text = message(app, &update);
    by_hand.set(None);
    leptos::task::spawn_local(async move {
        let said = match platform::copy(&text, SHOWN_IN).await {
            Copied::Done => words::COPIED,
            Copied::Selected => {
                drop(by_hand.try_set(Some(text)));
                platform::select_soon(SHOWN_IN);
                ways::SELECTED
            }
        };
        app.note_update_handed_out(&update);
        app.say(said, None);
    });
}

fn open_whatsapp(app: App, reach: Reach) {
    let Some(update) = app.outgoing_update(reach) else { return save_file(app) };
    match whatsapp::link(&message(app, &update)) {
        Some(address) => platform::open_tab(&address),
        None => return save_file(app),
    }
    app.note_update_handed_out(&update);
    app.say(words::TO_WHATSAPP, None);
}

/// Has the browser save the circle's file. Whether it reaches anybody, only the person can say.
pub fn save_file(app: App) {
    let Some(file) = app.outgoing() else { return };
    let name = format!("{}.{SAVED_AS}", file.stem);
    if platform::download(&name, "application/json", &file.text).is_some() {
        app.note_file_saved(&file, &name);
    }
}

/// The message: my week for those who only read it, and the link for those who open it.
fn message(app: App, update: &OutgoingUpdate) -> String {
    let (cycle, me) = (app.cycle.get_untracked(), app.me.get_untracked());
    let words = app.circle().with_untracked(|circle| {
        let me = me?;
        let own = my_week(app.present_now(circle), &me, (cycle, &week_name(cycle)), WHATSAPP);
        let name = circle.name_of(&me).unwrap_or_default();
        Some(own.unwrap_or_else(|| heading(name, &circle.about.name, WHATSAPP)))
    });
    let (words, link) = (words.unwrap_or_default(), &update.link);
    format!("{words}\n\n{}\n{link}", words::HOW_TO_OPEN)
}

fn heading(sender: &str, circle: &str, form: Form) -> String {
    const NAME: usize = 60;
    form.bold(&words::news_of(&form.said(sender, NAME), &form.said(circle, NAME)))
}

/// What was handed out and waits for the person to say that it is sent.
#[component]
pub fn Handed(
    /// Where the focus goes when the line is gone.
    focus: &'static str,
) -> AnyView {
    let app = app();
    let saved = app.saved_file();
    let name = move || saved.with(|saved| saved.as_ref().map(|saved| saved.name.clone()).unwrap_or_default());
    let confirm = move |_| {
        app.confirm_saved();
        app.say(words::SENT, None);
        platform::focus_near(focus);
    };
    view! {
        <When is=move || saved.with(Option::is_some)>
            <div class="in-step__handed" role="status">
                <p>{live(move || words::handed(&name()))}</p>
                <button type="button" class="btn" data-kind="small" on:click=confirm>{words::I_SENT_IT}</button>
            </div>
        </When>
    }
    .into_any()
}
