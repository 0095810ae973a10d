//! This week: where everybody stands, and what I said I would do.

mod everyone;
mod first_steps;
mod mine;
mod paper;
mod ring;
pub mod words;

use crate::domain::{CheckInState, RoleKind, Tally, WeekView};
use crate::state::{App, Memo};
use crate::ui::components::{Heading, Strip, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::digest::DigestCard;
use crate::ui::shared::feedback::FeedbackCard;
use crate::ui::shared::role::RoleCard;
use crate::ui::shared::role::turns::turns;
use crate::ui::shared::session::SessionCard;
use crate::ui::shared::sync::{Arrived, InStep};
use crate::ui::text;
use everyone::Everyone;
use first_steps::{FirstSteps, first_steps};
use leptos::prelude::*;
use mine::MyCommitments;
use paper::WeekPaper;
use ring::WeekRing;

/// The page.
#[component]
pub fn WeekPage() -> impl IntoView {
    let app = app();
    let week = Memo::new(move |_| app.circle().with(|circle| WeekView::of(app.present(circle), app.cycle.get())));
    let own = Memo::new(move |_| app.me.with(|me| week.with(|week| week.standing_of(me.as_ref()))));
    let rota = turns(app);
    // Roles mean something once somebody has checked in, or asks about a turn.
    let has_begun =
        Memo::new(move |_| app.circle().with(|circle| !circle.check_ins.is_empty() || !circle.overrides.is_empty()));
    let role = Memo::new(move |_| {
        if !has_begun.get() {
            return None;
        }
        let me = app.me.get()?;
        rota.with(|rota| rota.held(app.cycle.get(), &me).first().map(|turn| turn.kind))
    });
    let steps = first_steps();
    // The path ends with the first check-in at the latest: then the circle is what matters.
    let is_new = Memo::new(move |_| !has_checked_in(app) && !steps.with(Vec::is_empty));
    view! {
        <div class="page two-panes" data-state=move || if is_new.get() { "new" } else { "running" }>
            <Head own role />
            // While nobody else has the circle, the newcomer's path says so.
            <When is=move || !is_new.get() || app.unsent.with(|unsent| !unsent.is_whole)><InStep /></When>
            <div class="pane">
                <When is=move || is_new.get() otherwise=move || view! { <WeekRing week rota /> }>
                    <FirstSteps steps />
                </When>
            </div>
            <MyCommitments state=own />
            <div class="pane week__ours">
                <When is=move || has_begun.get()><RoleCard rota /></When>
                <SessionCard />
            </div>
            <div class="pane"><FeedbackCard /> <Arrived week /> <Everyone week /> <DigestCard /></div>
            <WeekPaper week rota />
        </div>
    }
}

/// Whether I have sent a check-in, ever; tracked.
fn has_checked_in(app: App) -> bool {
    app.circle().with(|circle| {
        app.me.with(|me| circle.check_ins.values().any(|check_in| Some(&check_in.member) == me.as_ref()))
    })
}

/// Where the season stands, and where I do.
#[component]
fn Head(own: Memo<(Tally, CheckInState)>, role: Memo<Option<RoleKind>>) -> impl IntoView {
    let app = app();
    let season =
        Memo::new(move |_| app.circle().with(|circle| circle.season_at(app.cycle.get()).map(|(_, week)| week)));
    let headline = move || {
        let (tally, state) = own.get();
        words::headline(tally, state, role.get())
    };
    let place = move || {
        let name = app.circle().with(|circle| circle.about.name.clone());
        text::week::place(&name, season.get())
    };
    view! {
        <header class="head">
            <p class="head__place"><bdi>{live(place)}</bdi></p>
            <Heading text=headline />
            {live(move || season.get().map(|week| view! { <Strip week /> }))}
        </header>
    }
}
