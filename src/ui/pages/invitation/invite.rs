//! Inviting somebody: what the file says, and the ways to send it.

use super::send::{SendFile, SendWords, SmallFile, next_steps};
use super::words;
use crate::exchange::{file_name, invitation_file};
use crate::state::App;
use crate::ui::context::app;
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
            {next_steps(&words::INVITE_NEXT)}
        </section>
    }
    .into_any()
}
