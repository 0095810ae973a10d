//! The way to all that the circle shares, each with its state.

use super::words;
use crate::domain::{FitCircle, MemberId, Recommitment, SeasonPhase, Turn, feedback_waiting, without_feedback};
use crate::state::{App, Memo};
use crate::ui::components::Row;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::rhythm::events::next_event;
use crate::ui::shared::rhythm::words as rhythm_words;
use crate::ui::shared::role::turns::{Person, role_name, turns};
use crate::ui::text::{time, week};
use leptos::prelude::*;

/// A row for each room.
#[component]
pub fn Rooms() -> impl IntoView {
    let app = app();
    let fit = Memo::new(move |_| app.circle().with(|circle| words::fit(&FitCircle::of(app.present(circle)).fit())));
    let profile = Memo::new(move |_| app.circle().with(|circle| app.me.with(|me| words::profile(circle, me.as_ref()))));
    let row = |page: Page, note: Memo<String>| {
        view! { <Row href=page.href() title=page.label().to_owned() note glyph=page.glyph() /> }
    };
    view! {
        <nav class="card" aria-label=words::TOGETHER>
            <ul class="row-list">
                {row(Page::Charter, charter_note(app))} {row(Page::Roles, roles_note(app))}
                {row(Page::Rhythm, rhythm_note(app))} {row(Page::Season, season_note(app))}
                {row(Page::Feedback, feedback_note(app))} {row(Page::Fit, fit)} {row(Page::Profile, profile)}
                {row(Page::Invitations, Memo::stored(words::INVITE.to_owned()))}
            </ul>
        </nav>
    }
}

/// What the reader is asked to sign, or how many have signed.
fn charter_note(app: App) -> Memo<String> {
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let Some(standing) = circle.charter_standing() else { return words::charter(0, 0, None) };
            let asked = app.me.with(|me| me.as_ref().map_or(0, |me| circle.to_sign(me).len()));
            let signed = (circle.signers(&standing.in_force.id).len(), circle.roster().len());
            words::charter(asked, standing.proposals.len(), Some(signed))
        })
    })
}

/// This week's turns.
fn roles_note(app: App) -> Memo<String> {
    let rota = turns(app);
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let say = |turn: &Turn| {
                let holder = turn.holder.as_ref()?;
                Some(words::turn(&role_name(circle, &turn.id.role), &Person::of(circle, holder).name))
            };
            let turns = rota.with(|rota| rota.turns(app.cycle.get()));
            let said: Vec<_> = turns.iter().filter_map(say).collect();
            if said.is_empty() { words::NO_TURNS.to_owned() } else { said.join(" · ") }
        })
    })
}

/// The next clock and how far off it is.
fn rhythm_note(app: App) -> Memo<String> {
    let next = next_event(app);
    Memo::new(move |_| {
        let coming = next.get().map(|occasion| {
            let until = time::relative(app.now().get(), occasion.at);
            words::coming(rhythm_words::clock(occasion.clock), &until)
        });
        coming.unwrap_or_default()
    })
}

/// How far the season is, and what its end asks of the reader.
fn season_note(app: App) -> Memo<String> {
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let running = app.cycle.get();
            let at_hand = circle.season_at_hand(running);
            let phase = at_hand.map(|season| circle.season_phase(season, running));
            let number = at_hand.and_then(|season| circle.season_week(season, running)).map(week::season);
            let closing = circle.season_to_close(running).filter(|_| phase.is_some_and(SeasonPhase::is_closing));
            let has_said = |me: &MemberId| {
                let said = closing.map(|season| Recommitment::id_of(&season.id, me));
                said.is_none_or(|said| circle.recommitments.contains_key(&said))
            };
            let is_asked = app.me.with(|me| me.as_ref().is_some_and(|me| !has_said(me)));
            words::season(phase, number, is_asked, circle.to_farewell(running).len())
        })
    })
}

/// What waits for the reader, and who has had none for long.
fn feedback_note(app: App) -> Memo<String> {
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let waiting = app.me.with(|me| me.as_ref().map(|me| feedback_waiting(circle, me)).unwrap_or_default());
            let without = without_feedback(app.present(circle)).len();
            words::feedback(waiting.len(), without, circle.feedback_where(&|_| true).len())
        })
    })
}
