//! This week's roles, each with its duty and its checklist.

use super::words;
use crate::domain::{TurnId, TurnStatus};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{Empty, For, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::{Person, TodoLine, Turns, checklist_of, duty_of, name_of};
use crate::ui::shared::role::words as turn_words;
use crate::ui::text::list;
use crate::ui::text::week;
use leptos::prelude::*;

/// One role of the week.
#[derive(Clone, PartialEq, Debug)]
struct DutyRow {
    id: TurnId,
    /// Its place among the roles: what its colour is chosen by.
    nth: usize,
    name: String,
    duty: String,
    checklist: Vec<TodoLine>,
    holder: Option<Person>,
    is_mine: bool,
    status: TurnStatus,
    shadows: Vec<String>,
}

fn rows(app: App, rota: Memo<Turns>) -> Vec<DutyRow> {
    let (cycle, me) = (app.cycle.get(), app.me.get());
    app.circle().with(|circle| {
        rota.with(|rota| {
            let row = |turn: crate::domain::Turn| {
                let role = circle.role(&turn.id.role)?;
                Some(DutyRow {
                    nth: rota.roles().iter().position(|(id, _)| id == &turn.id.role).unwrap_or(0),
                    name: name_of(&role),
                    duty: duty_of(&role),
                    checklist: checklist_of(&role),
                    holder: turn.holder.as_ref().map(|id| Person::of(circle, id)),
                    is_mine: turn.holder.is_some() && turn.holder == me,
                    status: rota.status(app.present(circle), &turn),
                    shadows: turn.shadows.iter().map(|id| Person::of(circle, id).name).collect(),
                    id: turn.id,
                })
            };
            rota.turns(cycle).into_iter().filter_map(row).collect()
        })
    })
}

/// The card.
#[component]
pub fn ThisWeek(rota: Memo<Turns>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let app = app();
    let found = Memo::new(move |_| rows(app, rota));
    let why_none = move || {
        let cycle = app.cycle.get();
        match rota.with(|rota| rota.is_skipped(cycle)) {
            true if app.circle().with(|circle| circle.rhythm.is_between(cycle)) => words::BETWEEN_NOW,
            true => words::PAUSED_WEEK,
            false => words::NOT_BEGUN,
        }
    };
    let entry = move |first: DutyRow| {
        let id = first.id.clone();
        let row = Memo::new(move |_| {
            found.with(|rows| rows.iter().find(|row| row.id == id).cloned()).unwrap_or_else(|| first.clone())
        });
        view! { <Entry row chosen /> }
    };
    view! {
        <section class="card" aria-labelledby="this-week">
            <header class="card__head">
                <h2 id="this-week">{words::THIS_WEEK}</h2>
                <span>{live(move || turn_words::until(app.cycle.get()))}</span>
            </header>
            <When is=move || found.with(Vec::is_empty)>
                {live(move || view! { <Empty title=why_none() /> })}
            </When>
            <ul class="list">
                <For each=move || found.get() key=|row| row.id.clone() children=entry />
            </ul>
        </section>
    }
}

#[component]
fn Entry(row: Memo<DutyRow>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let is_mine = Memo::new(move |_| row.with(|row| row.is_mine));
    let checklist = move || {
        let line = |line: &TodoLine| view! { <li dir="auto">{line.text.clone()}</li> };
        row.with(|row| row.checklist.iter().map(line).collect_view())
    };
    let shadows = move || {
        let names = row.with(|row| row.shadows.clone());
        (!names.is_empty()).then(|| format!("{}: {}", turn_words::SHADOWS, list(&names)))
    };
    view! {
        <li class="role-duty" data-role=move || row.with(|row| row.nth.to_string()) data-mine=move || is_mine.get().then_some("true")>
            <header class="role-duty__head">
                <h3 dir="auto">{live(move || row.with(|row| row.name.clone()))}</h3>
                {live(move || status_tag(row.with(|row| row.status)))}
            </header>
            <p class="role-duty__who">
                {live(move || holder(row.with(|row| row.holder.clone())))}
                <When is=move || is_mine.get()><span class="tag" data-kind="done">{week::YOU}</span></When>
            </p>
            <p class="role-duty__text" dir="auto">{live(move || row.with(|row| row.duty.clone()))}</p>
            <p class="quiet">{live(shadows)}</p>
            <details class="role-duty__list">
                <summary>{words::CHECKLIST_SHOW}</summary>
                <ul class="role-bullets">{live(checklist)}</ul>
            </details>
            <Ways row is_mine chosen />
        </li>
    }
}

/// How a turn stands; nothing while its week runs.
fn status_tag(status: TurnStatus) -> Option<AnyView> {
    let kind = match status {
        TurnStatus::Pending => return None,
        TurnStatus::Served => "done",
        TurnStatus::Claimable => "due",
        TurnStatus::Planned | TurnStatus::Settled => "quiet",
    };
    Some(view! { <span class="tag" data-kind=kind>{turn_words::status(status)}</span> }.into_any())
}

/// Whose turn it is.
fn holder(person: Option<Person>) -> AnyView {
    let Some(person) = person else { return view! { <span class="quiet">{turn_words::NOBODY}</span> }.into_any() };
    view! {
        {face(&person.initials, person.seat)}
        <bdi>{person.name}</bdi>
    }
    .into_any()
}

/// The way to the role's work, and to why it is whose it is.
#[component]
fn Ways(row: Memo<DutyRow>, is_mine: Memo<bool>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let id = row.with_untracked(|row| row.id.clone());
    let work = Page::Work.of_role(&id.role);
    let name =
        move || row.with(|row| row.holder.as_ref().map_or(turn_words::NOBODY.to_owned(), |who| who.name.clone()));
    view! {
        <div class="row">
            <a class="btn" data-kind=move || if is_mine.get() { "main" } else { "small" } href=work>
                {live(move || if is_mine.get() { words::WORK } else { words::LOOK })}
            </a>
            <button type="button" class="btn" data-kind="small" on:click=move |_| chosen.set(Some(id.clone()))>
                {live(move || words::why(&name()))}
            </button>
        </div>
    }
}
