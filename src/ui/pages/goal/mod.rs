//! Goals with measure and progress, and the commitments that serve them.

mod card;
mod commitments;
mod form;
mod progress;
mod steadiness;
pub mod words;

use crate::domain::{Goal, MemberId};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Each, Empty, Glyph, Heading, Icon, Sheet, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::MEMBER;
use crate::ui::shared::aim::AimLine;
use card::GoalCard;
use commitments::Commitments;
use form::GoalForm;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use steadiness::Steadiness;

/// The page.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let app = app();
    let address = use_query_map();
    let asked = Memo::new(move |_| address.with(|address| address.get(MEMBER)).map(|id| MemberId::new(&id)));
    let whose = RwSignal::new(None::<MemberId>);
    let shown = Memo::new(move |_| whose.get().or_else(|| asked.get()).or_else(|| app.me.get()));
    let is_mine = Memo::new(move |_| shown.get() == app.me.get());
    let heading = move || {
        let name = app.circle().with(|circle| shown.get().and_then(|id| circle.name_of(&id).map(str::to_owned)));
        if is_mine.get() { words::MINE.to_owned() } else { words::of(&name.unwrap_or_default()) }
    };
    let goals = Memo::new(move |_| {
        app.circle().with(|circle| {
            shown
                .with(|id| id.as_ref().map(|id| circle.goals_of(id).into_iter().cloned().collect::<Vec<_>>()))
                .unwrap_or_default()
        })
    });
    let key = |goal: &Goal| goal.id.to_string();
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=heading />
                <Whose whose shown />
                <AimLine />
            </header>
            <div class="pane">
                <Each items=goals key row=move |goal| view! { <GoalCard goal is_mine /> }.into_any() />
                <When is=move || goals.with(Vec::is_empty)><NoGoals is_mine /></When>
                <AddGoal is_mine />
            </div>
            <div class="pane">
                <Commitments shown is_mine />
                <Steadiness shown />
            </div>
        </div>
    }
}

#[component]
fn NoGoals(is_mine: Memo<bool>) -> impl IntoView {
    let of_another = || view! { <p class="quiet">{words::EMPTY_OTHER}</p> };
    view! {
        <section class="card">
            <When is=is_mine otherwise=of_another><Empty title=words::EMPTY hint=words::EMPTY_HINT /></When>
        </section>
    }
}

/// The way to another goal, and the sheet that it is written in.
#[component]
fn AddGoal(is_mine: Memo<bool>) -> impl IntoView {
    let is_adding = RwSignal::new(false);
    view! {
        <When is=is_mine>
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=move |_| is_adding.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {words::ADD}
                </button>
            </div>
        </When>
        <Sheet is_open=is_adding title=words::ADD_TITLE>
            <GoalForm on_done=Callback::new(move |()| is_adding.set(false)) />
        </Sheet>
    }
}

/// Whose goals are shown.
#[component]
fn Whose(whose: RwSignal<Option<MemberId>>, shown: Memo<Option<MemberId>>) -> impl IntoView {
    let app = app();
    let members = Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let roster = circle.roster();
            let (own, others): (Vec<_>, Vec<_>) = roster.into_iter().partition(|m| Some(&m.id) == me.as_ref());
            own.into_iter().chain(others).map(|m| (m.id.clone(), m.name.clone())).collect::<Vec<_>>()
        })
    });
    let button = move |(id, name): (MemberId, String)| {
        let own = id.clone();
        let is_shown = move || shown.with(|shown| shown.as_ref() == Some(&own)).to_string();
        view! { <button type="button" class="chip" aria-pressed=is_shown on:click=move |_| whose.set(Some(id.clone()))><bdi>{name}</bdi></button> }
    };
    view! {
        <div class="chip-list" role="group" aria-label=words::WHOSE>
            {live(move || members.get().into_iter().map(button).collect_view())}
        </div>
    }
}
