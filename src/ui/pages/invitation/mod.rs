//! Invitations: to others, who would like to join, and what others invited the reader to.

mod got;
mod invite;
mod invited;
mod joining;
mod send;
mod wishes;
pub mod words;

use crate::state::{FileImport, KeptPerson, Memo, Phase, RwSignal};
use crate::ui::components::{Heading, When};
use crate::ui::context::{app, desktop};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::imports::{RefusedFiles, lead_to_arrivals};
use crate::ui::shared::profile::{CircleWords, Questions, Whose};
use crate::ui::text::nav;
use got::{GotCard, InvitedCards};
use invite::InviteCard;
use invited::Invited;
use leptos::prelude::*;
use wishes::WishesCard;

/// The id of the heading that the focus goes to when a file came in.
const ARRIVED: &str = "invitations-got";

/// The page, with a circle and without.
#[component]
pub fn InvitationsPage() -> impl IntoView {
    let app = app();
    let is_new = Memo::new(move |_| app.phase().with(|phase| *phase == Phase::FirstRun));
    // Whoever has a circle has said who they are there.
    let me = if is_new.get_untracked() { Whose::MineAlone(KeptPerson::myself(app)) } else { Whose::Mine };
    let changed = RwSignal::new(());
    let invited = Memo::new(move |_| {
        changed.track();
        desktop().imports.track();
        app.invitations().into_iter().map(Invited).collect::<Vec<_>>()
    });
    let has_wishes = desktop().imports.with_untracked(|imports| imports.iter().any(FileImport::is_wish));
    lead_to_arrivals(if has_wishes { wishes::HEADING } else { ARRIVED });
    view! {
        <div class="page two-panes">
            <header class="head">
                <When is=is_new><p class="head__place"><a href=Page::Week.href()>{words::BACK}</a></p></When>
                <Heading text=nav::INVITATIONS />
                <p>{if is_new.get_untracked() { words::LEAD_NEW } else { words::LEAD }}</p>
            </header>
            <When is=move || !is_new.get()><div class="pane"><WishesCard changed /> <InviteCard /></div></When>
            <div class="pane">
                <RefusedFiles />
                <GotCard invited me />
            </div>
            <When is=move || is_new.get() && !invited.with(Vec::is_empty)>
                <div class="pane"><AboutYou me invited /></div>
            </When>
            <InvitedCards invited me changed />
        </div>
    }
}

/// The questions for somebody without a circle, with the words of the circles that invite them.
#[component]
fn AboutYou(me: Whose, invited: Memo<Vec<Invited>>) -> AnyView {
    let words_of =
        Memo::new(move |_| invited.with(|invited| CircleWords::of_mixes(invited.iter().map(|one| &one.0.mix))));
    view! {
        <section class="card stack" aria-labelledby="invitation-you">
            <header class="card__head"><h2 id="invitation-you">{words::ABOUT_YOU}</h2></header>
            <p class="quiet">{words::ABOUT_YOU_LEAD}</p>
            <Questions whose=me words_of />
        </section>
    }
    .into_any()
}
