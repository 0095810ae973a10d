//! The season: where it is, and at its end what members say of it, who goes on, and how the next one begins.

mod begin;
mod data;
mod going_on;
mod recommit;
mod retro;
pub mod words;

use crate::domain::SeasonPhase;
use crate::state::{App, Memo};
use crate::ui::components::{Empty, Heading, Row, Strip, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::week;
use begin::Next;
use data::{RetroData, SeasonData, earlier, next_step};
use going_on::GoingOn;
use leptos::prelude::*;
use retro::{LookBack, Thanks};

/// The page.
#[component]
pub fn SeasonPage() -> impl IntoView {
    let app = app();
    let data = Memo::new(move |_| SeasonData::closing(app));
    let is_closing = Memo::new(move |_| data.with(|data| data.as_ref().is_some_and(|data| data.phase.is_closing())));
    let step = next_step(app, data);
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=words::NAME />
                <p>{words::LEAD}</p>
            </header>
            <div class="pane">
                <Where data />
                <When is=is_closing><LookBack data step /></When>
                <Earlier data />
            </div>
            <div class="pane">
                <When is=is_closing>
                    <GoingOn data step />
                    <Thanks data />
                </When>
                <Next step />
            </div>
        </div>
    }
}

/// Which week of it this is, and what its end will bring.
#[component]
fn Where(data: Memo<Option<SeasonData>>) -> AnyView {
    let app = app();
    let number = move || {
        app.circle().with(|circle| {
            let running = app.cycle.get();
            circle.season_at_hand(running).and_then(|season| circle.season_week(season, running))
        })
    };
    let said = move || data.with(|data| data.as_ref().map(|data| hint(app, data)));
    let none = || view! { <Empty title=words::NONE hint=words::NONE_HINT /> }.into_any();
    view! {
        <section class="card season-where" aria-labelledby="season-where">
            <header class="card__head">
                <h2 id="season-where">{words::WHERE}</h2>
                <span>{live(move || data.with(|data| data.as_ref().map(|data| data.span.clone())))}</span>
            </header>
            <When is=move || data.with(Option::is_some) otherwise=none>
                {live(move || number().map(|week| view! { <p class="season-week">{week::season(week)}</p> <Strip week /> }))}
                <p>{live(said)}</p>
                <ul class="row-list">
                    <Row href=Page::Rhythm.href() title=words::TO_RHYTHM.to_owned() note="" glyph=Page::Rhythm.glyph() />
                </ul>
            </When>
        </section>
    }
    .into_any()
}

/// What is to be known of the season now.
fn hint(app: App, data: &SeasonData) -> &'static str {
    let is_over = app.circle().with(|circle| circle.season_at_hand(app.cycle.get()).map(|at_hand| at_hand.id.clone()));
    match data.phase {
        SeasonPhase::Over if is_over.as_ref() != Some(&data.season.id) => words::SINCE,
        SeasonPhase::Over => words::OVER,
        SeasonPhase::Closes => words::CLOSES,
        SeasonPhase::Ahead | SeasonPhase::Runs => words::RUNS_HINT,
    }
}

/// What was said of earlier seasons, folded.
#[component]
fn Earlier(data: Memo<Option<SeasonData>>) -> AnyView {
    let app = app();
    let seasons = Memo::new(move |_| data.with(|data| earlier(app, data.as_ref().map(|data| &data.season))));
    let line = |label: &'static str, text: &str, from: &str| {
        let (text, from) = (text.to_owned(), from.to_owned());
        (!text.is_empty())
            .then(|| view! { <li><p dir="auto"><b>{label}</b>" "{text}</p><small><bdi>{from}</bdi></small></li> })
    };
    let said = move |retro: RetroData| {
        let thanks = words::thanks(&retro.from.name, retro.to.as_deref());
        let name = &retro.from.name;
        let lines = [
            line(words::KEEP, &retro.retro.keep, name),
            line(words::CHANGE, &retro.retro.change, name),
            line(words::THANKS, &retro.retro.thanks, &thanks),
        ];
        lines.into_iter().flatten().collect_view()
    };
    let row = move |(span, retros): (String, Vec<RetroData>)| {
        view! { <details><summary>{span}</summary><ul class="season-said">{retros.into_iter().map(said).collect_view()}</ul></details> }
    };
    view! {
        <When is=move || !seasons.with(Vec::is_empty)>
            <section class="card season-earlier" aria-labelledby="season-earlier">
                <header class="card__head"><h2 id="season-earlier">{words::EARLIER}</h2></header>
                {live(move || seasons.get().into_iter().map(row).collect_view())}
            </section>
        </When>
    }
    .into_any()
}
