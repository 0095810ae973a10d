//! Inviting somebody: what the file says, and the ways to send it.

use super::send::{SendFile, SendWords, SmallFile, next_steps};
use super::words;
use crate::exchange::{file_name, invitation_file};
use crate::platform;
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Marked, SendBy};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::WHATSAPP;
use leptos::prelude::*;

const WORDS: SendWords =
    SendWords { share: words::SHARE, save: words::SAVE_FILE, sent: words::INVITE_SENT, saved: words::INVITE_SAVED };

/// The invitation as of now.
fn invitation(app: App, is_signed: bool) -> SmallFile {
    untrack(|| {
        app.circle().with(|circle| {
            let name = app.my_member(circle).map(|member| member.name.clone()).filter(|_| is_signed);
            SmallFile {
                name: format!("{}.invitation", file_name::invitation_stem(&circle.about.name)),
                text: invitation_file::write(app.present(circle), name.as_deref()),
            }
        })
    })
}

/// The id of the element that shows the message.
const MESSAGE: &str = "invitation-message";

/// A message to go along with the file, for somebody who has never heard of the app: what the file says that is in
/// words anyway, and where it opens.
fn message(app: App) -> String {
    const LINE: usize = 200;
    let address = platform::address_of(&Page::Invitations.href());
    app.circle().with(|circle| {
        let head = WHATSAPP.bold(&words::message_head(&WHATSAPP.said(&circle.about.name, LINE)));
        let meets = words::meets(circle.rhythm.of(app.cycle.get()));
        let lines = [head, WHATSAPP.said(circle.purpose(), LINE), format!("{meets}."), words::message_end(&address)];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    })
}

#[component]
fn Message() -> AnyView {
    let app = app();
    let text = Memo::new(move |_| message(app));
    let on_said = Callback::new(move |said: &'static str| app.say(said, None));
    view! {
        <h3>{words::MESSAGE}</h3>
        <Marked text id=MESSAGE />
        <SendBy text shown_in=MESSAGE what=Memo::stored(words::MESSAGE_WHAT.to_owned()) on_said />
    }
    .into_any()
}

/// The card.
#[component]
pub fn InviteCard() -> AnyView {
    let app = app();
    let is_signed = RwSignal::new(false);
    let file = Callback::new(move |()| Some(invitation(app, is_signed.get_untracked())));
    view! {
        <section class="card stack" aria-labelledby="invitation-invite">
            <header class="card__head"><h2 id="invitation-invite">{words::INVITE}</h2></header>
            <p class="quiet">{words::INVITE_SAYS}</p>
            <div class="row">
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || is_signed.get().to_string()
                    on:click=move |_| is_signed.update(|is_signed| *is_signed = !*is_signed)
                >
                    {words::SIGN}
                </button>
            </div>
            <SendFile words=WORDS file />
            <Message />
            {next_steps(&words::INVITE_NEXT)}
        </section>
    }
    .into_any()
}
