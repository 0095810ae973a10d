//! Whose turn it is, why, and what can be done about it.

mod ahead;
mod away;
mod manage;
mod offers;
mod this_week;
mod turn_sheet;
pub mod words;

use crate::domain::{Cycle, HORIZON, MemberId, TurnId};
use crate::state::{Effect, Memo, RwSignal};
use crate::ui::components::{Heading, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{CreditBars, CreditRow};
use crate::ui::shared::role::turns::{Person, Turns, role_name, role_word, turns, turns_through};
use crate::ui::shared::role::{MovedLine, look, moved};
use crate::ui::text::week;
use ahead::Ahead;
use away::Away;
use leptos::prelude::*;
use manage::Manage;
use offers::Offers;
use this_week::ThisWeek;
use turn_sheet::TurnSheet;

/// The page.
#[component]
pub fn RolesPage() -> impl IntoView {
    let app = app();
    let rota = turns(app);
    let forecast = turns_through(app, ahead::WEEKS - HORIZON);
    let chosen = RwSignal::new(None::<TurnId>);
    // As it was on coming here: from now on every change is seen as it happens.
    let news = Memo::stored(moved(app, rota).get_untracked());
    Effect::new(move |_| rota.with(|rota| look(app, rota)));
    let place = move || {
        let week = app.circle().with(|circle| circle.season_at(app.cycle.get()).map(|(_, week)| week));
        week::place(&app.circle().with(|circle| circle.about.name.clone()), week)
    };
    let heading = Memo::new(move |_| {
        let (own, next) = mine(app, rota);
        words::heading(&own, next.as_ref().map(|(role, cycle)| (role.as_str(), *cycle)))
    });
    view! {
        <div class="page two-panes">
            <header class="head">
                <p class="head__place"><bdi>{live(place)}</bdi></p>
                <Heading text=heading />
            </header>
            <div class="pane">
                <MovedLine app moved=news is_here=true />
                <Offers rota />
                <ThisWeek rota chosen />
                <Ahead rota forecast chosen />
            </div>
            <div class="pane">
                <Shares rota />
                <Away />
                <Manage />
            </div>
            <TurnSheet rota forecast chosen />
        </div>
    }
}

/// The roles that I hold this week, and my next turn after it.
fn mine(app: crate::state::App, rota: Memo<Turns>) -> (Vec<String>, Option<(String, Cycle)>) {
    let cycle = app.cycle.get();
    let Some(me) = app.me.get() else { return (Vec::new(), None) };
    app.circle().with(|circle| {
        rota.with(|rota| {
            let own = rota.held(cycle, &me).iter().map(|turn| role_word(circle, &turn.id.role)).collect();
            let next = rota.coming_turns(&me, cycle).into_iter().next();
            (own, next.map(|turn| (role_word(circle, &turn.id.role), turn.id.cycle)))
        })
    })
}

/// Credits per member and role.
#[component]
fn Shares(rota: Memo<Turns>) -> impl IntoView {
    let app = app();
    let roles = Memo::new(move |_| {
        app.circle().with(|circle| {
            rota.with(|rota| rota.roles().iter().map(|(id, _)| role_name(circle, id)).collect::<Vec<_>>())
        })
    });
    let rows = Memo::new(move |_| {
        let cycle = app.cycle.get();
        app.circle().with(|circle| {
            let is_here = |id: &MemberId| circle.members.get(id).is_some_and(|member| member.left_at.is_none());
            let all = rota.with(|rota| rota.credits(cycle)).into_iter().filter(|credits| is_here(&credits.member));
            let row = |credits: crate::domain::Credits| CreditRow {
                person: Person::of(circle, &credits.member),
                turns: credits.turns,
                allowance: credits.allowance,
                total: credits.total,
            };
            all.map(row).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="card stack" aria-labelledby="credits">
            <header class="card__head"><h2 id="credits">{words::CREDITS}</h2></header>
            <CreditBars roles rows />
            <p class="quiet">{words::CREDITS_HINT}</p>
        </section>
    }
}
