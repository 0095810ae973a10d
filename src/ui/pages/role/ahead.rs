//! The next eight weeks: those that are published, and what the others will be if nothing changes.

use super::words;
use crate::domain::{Circle, Cycle, MemberId, RoleId, Turn, TurnId, cycles_ahead};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{For, Given, Glyph, Icon, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::{Person, Turns, role_name};
use crate::ui::shared::role::words as turn_words;
use leptos::prelude::*;

/// How many weeks are shown.
pub const WEEKS: i64 = 8;

/// A role, its place among all (what its colour is chosen by) and its name.
type Column = (usize, RoleId, String);

/// One turn in the table.
#[derive(Clone, PartialEq, Debug)]
struct TurnCell {
    id: TurnId,
    holder: Option<Person>,
    is_mine: bool,
    is_moved: bool,
    /// Which turn it is, for people who do not see the table.
    label: String,
}

/// One week of the table.
#[derive(Clone, PartialEq, Debug)]
struct WeekAhead {
    cycle: Cycle,
    /// What is said of a week without turns.
    off: Option<&'static str>,
    cells: Vec<TurnCell>,
}

fn cell(circle: &Circle, me: Option<&MemberId>, turn: &Turn) -> TurnCell {
    TurnCell {
        label: turn_words::cell(&role_name(circle, &turn.id.role), turn.id.cycle),
        is_mine: turn.holder.is_some() && turn.holder.as_ref() == me,
        is_moved: turn.holder != turn.scheduled,
        holder: turn.holder.as_ref().map(|id| Person::of(circle, id)),
        id: turn.id.clone(),
    }
}

/// Why `cycle` has no turns, if the circle does not meet in it.
fn off(circle: &Circle, cycle: Cycle) -> Option<&'static str> {
    let is_off = circle.rhythm.is_skipped(cycle);
    is_off.then(|| if circle.rhythm.is_between(cycle) { words::BETWEEN_WEEK } else { words::PAUSED_WEEK })
}

/// The weeks of the table: published ones of `rota`, later ones of `forecast`.
fn weeks(app: App, rota: Memo<Turns>, forecast: Memo<Turns>) -> Vec<WeekAhead> {
    let (now, me) = (app.cycle.get(), app.me.get());
    app.circle().with(|circle| {
        let row = |cycle: Cycle| {
            let source = if rota.with(|rota| cycle <= rota.last()) { rota } else { forecast };
            let turns = source.with(|rota| rota.turns(cycle));
            let cells = turns.iter().map(|turn| cell(circle, me.as_ref(), turn)).collect();
            WeekAhead { cycle, off: off(circle, cycle), cells }
        };
        cycles_ahead(now, WEEKS).into_iter().map(row).collect()
    })
}

/// The card.
#[component]
pub fn Ahead(rota: Memo<Turns>, forecast: Memo<Turns>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let app = app();
    let columns = Memo::new(move |_| {
        app.circle().with(|circle| {
            let nth = |id: &RoleId| rota.with(|rota| rota.roles().iter().position(|(role, _)| role == id).unwrap_or(0));
            let roles = circle.roles().into_iter().filter(|role| !role.is_paused());
            roles.map(|role| (nth(&role.id), role.id.clone(), role_name(circle, &role.id))).collect::<Vec<Column>>()
        })
    });
    let weeks = Memo::new(move |_| weeks(app, rota, forecast));
    let head = move |(nth, _, name): Column| view! { <th scope="col" data-role=nth.to_string()><bdi>{name}</bdi></th> };
    let cycles = move |is_published: bool| {
        let is_asked = move |cycle: &Cycle| rota.with(|rota| *cycle <= rota.last()) == is_published;
        move || cycles_ahead(app.cycle.get(), WEEKS).into_iter().filter(is_asked).collect::<Vec<_>>()
    };
    let row = move |cycle: Cycle| view! { <Row cycle weeks columns chosen /> };
    let span = move || (columns.with(Vec::len) + 1).to_string();
    view! {
        <section class="card" aria-labelledby="ahead">
            <header class="card__head"><h2 id="ahead">{words::AHEAD}</h2></header>
            <p class="quiet">{words::AHEAD_HINT}</p>
            <div class="role-ahead" tabindex="0" role="group" aria-labelledby="ahead">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words::WEEK}</th>
                            <For each=move || columns.get() key=Clone::clone children=head />
                        </tr>
                    </thead>
                    <tbody><For each=cycles(true) key=|cycle| *cycle children=row /></tbody>
                    <tbody data-state="forecast">
                        <tr class="role-ahead__line"><th scope="rowgroup" colspan=span>{words::NOT_PUBLISHED}</th></tr>
                        <For each=cycles(false) key=|cycle| *cycle children=row />
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(
    cycle: Cycle,
    weeks: Memo<Vec<WeekAhead>>,
    columns: Memo<Vec<Column>>,
    chosen: RwSignal<Option<TurnId>>,
) -> impl IntoView {
    let week = Memo::new(move |_| weeks.with(|weeks| weeks.iter().find(|week| week.cycle == cycle).cloned()));
    let off = move || week.with(|week| week.as_ref().and_then(|week| week.off));
    let span = move || columns.with(Vec::len).to_string();
    let one = move |(_, role, _): Column| {
        let cell = Memo::new(move |_| {
            week.with(|week| {
                week.as_ref().and_then(|week| week.cells.iter().find(|cell| cell.id.role == role).cloned())
            })
        });
        let button = move |cell| view! { <TurnButton cell chosen /> }.into_any();
        let none = || view! { <span class="role-ahead__none">"–"</span> };
        view! { <td><Given value=cell view=button otherwise=none /></td> }
    };
    view! {
        <tr>
            <th scope="row">{platform::day_text(cycle.first_day(), DateStyle::DayMonth)}</th>
            <When
                is=move || off().is_some()
                otherwise=move || view! { <For each=move || columns.get() key=Clone::clone children=one /> }
            >
                <td class="role-ahead__paused" colspan=span>{live(off)}</td>
            </When>
        </tr>
    }
}

/// The way to everything about a turn.
#[component]
fn TurnButton(cell: Memo<TurnCell>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let is_mine = move || cell.with(|cell| cell.is_mine);
    let choose = move |_| chosen.set(Some(cell.with_untracked(|cell| cell.id.clone())));
    view! {
        <button type="button" class="role-ahead__turn" data-mine=move || is_mine().then_some("true") on:click=choose>
            {live(move || content(cell.get()))}
        </button>
    }
}

fn content(cell: TurnCell) -> AnyView {
    let TurnCell { holder, is_moved, label, .. } = cell;
    let who = match holder {
        Some(Person { name, initials, seat, .. }) => view! { {face(&initials, seat)}<bdi>{name}</bdi> }.into_any(),
        None => view! { <span>{turn_words::NOBODY}</span> }.into_any(),
    };
    let moved = is_moved.then(|| view! { <Icon glyph=Glyph::Swap /><span class="unseen">{turn_words::MOVED}</span> });
    view! { <span class="unseen">{label}</span>{who}{moved} }.into_any()
}
