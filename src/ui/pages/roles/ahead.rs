//! The next eight weeks: those that are published, and what the others will be if nothing changes.

use crate::domain::{Circle, Cycle, HORIZON, MemberId, RoleId, Turn, TurnId};
use crate::platform::{self, DateStyle};
use crate::ui::components::{Face, Glyph, Icon};
use crate::ui::context::app;
use crate::ui::text::{roles as words, turns as turn_words};
use crate::ui::turns::{Person, Turns, role_name, turns_through};
use leptos::prelude::*;

/// How many weeks are shown.
const WEEKS: i64 = 8;

/// One turn in the table.
#[derive(Clone, PartialEq, Debug)]
struct Cell {
    id: TurnId,
    holder: Option<Person>,
    is_mine: bool,
    is_moved: bool,
    /// Which turn it is, for who does not see the table.
    label: String,
}

/// One week of the table.
#[derive(Clone, PartialEq, Debug)]
struct Week {
    cycle: Cycle,
    is_skipped: bool,
    /// A cell per column; `None` where the role has no turn.
    cells: Vec<Option<Cell>>,
}

fn cell(circle: &Circle, me: Option<&MemberId>, turn: &Turn) -> Cell {
    let holder = turn.holder.as_ref().map(|id| Person::of(circle, id));
    Cell {
        label: turn_words::cell(&role_name(circle, &turn.id.role), turn.id.cycle),
        is_mine: turn.holder.is_some() && turn.holder.as_ref() == me,
        is_moved: turn.holder != turn.scheduled,
        id: turn.id.clone(),
        holder,
    }
}

fn week(circle: &Circle, me: Option<&MemberId>, rota: &Turns, cycle: Cycle, columns: &[RoleId]) -> Week {
    let turns = rota.turns(cycle);
    let find = |role: &RoleId| turns.iter().find(|turn| &turn.id.role == role).map(|turn| cell(circle, me, turn));
    Week { cycle, is_skipped: circle.rhythm.is_skipped(cycle), cells: columns.iter().map(find).collect() }
}

/// The card.
#[component]
pub fn Ahead(rota: Memo<Turns>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let app = app();
    let forecast = turns_through(app, WEEKS - HORIZON);
    let columns = Memo::new(move |_| {
        app.circle().with(|circle| {
            let nth = |id: &RoleId| rota.with(|rota| rota.roles().iter().position(|(role, _)| role == id).unwrap_or(0));
            let roles = circle.roles().into_iter().filter(|role| !role.is_paused());
            roles.map(|role| (nth(&role.id), role.id.clone(), role_name(circle, &role.id))).collect::<Vec<_>>()
        })
    });
    let weeks = Memo::new(move |_| {
        let (now, me) = (app.cycle.get(), app.me.get());
        let roles: Vec<RoleId> = columns.with(|columns| columns.iter().map(|(_, id, _)| id.clone()).collect());
        app.circle().with(|circle| {
            let row = |ahead: i64| {
                let source = if ahead <= HORIZON { rota } else { forecast };
                source.with(|rota| week(circle, me.as_ref(), rota, now.plus(ahead), &roles))
            };
            (1..=WEEKS).map(row).collect::<Vec<_>>()
        })
    });
    let head = move || {
        let column = |(nth, _, name): (usize, RoleId, String)| {
            view! { <th scope="col" data-role=nth.to_string()><bdi>{name}</bdi></th> }
        };
        columns.get().into_iter().map(column).collect_view()
    };
    let body = move || {
        let span = columns.with(Vec::len) + 1;
        let rows = weeks.get().into_iter().enumerate();
        rows.map(|(nth, week)| {
            let is_published = (nth as i64) < HORIZON;
            let line = (nth as i64 == HORIZON).then(
                || view! { <tr class="ahead__line"><th scope="rowgroup" colspan=span.to_string()>{words::NOT_PUBLISHED}</th></tr> },
            );
            view! { {line} {row(week, is_published, span, chosen)} }
        })
        .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="ahead">
            <header class="card__head"><h2 id="ahead">{words::AHEAD}</h2></header>
            <p class="quiet">{words::AHEAD_HINT}</p>
            <div class="ahead" tabindex="0" role="group" aria-labelledby="ahead">
                <table>
                    <thead><tr><th scope="col">{words::WEEK}</th>{head}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(week: Week, is_published: bool, span: usize, chosen: RwSignal<Option<TurnId>>) -> AnyView {
    let day = platform::day_text(week.cycle.first_day(), DateStyle::DayMonth);
    let state = if is_published { "published" } else { "forecast" };
    let content = if week.is_skipped {
        view! { <td class="ahead__paused" colspan=(span - 1).to_string()>{words::PAUSED_WEEK}</td> }.into_any()
    } else {
        let cell = |cell: Option<Cell>| match cell {
            Some(cell) => view! { <td>{button(cell, chosen)}</td> }.into_any(),
            None => view! { <td class="ahead__none">"–"</td> }.into_any(),
        };
        week.cells.into_iter().map(cell).collect_view().into_any()
    };
    view! { <tr data-state=state><th scope="row">{day}</th>{content}</tr> }.into_any()
}

fn button(cell: Cell, chosen: RwSignal<Option<TurnId>>) -> AnyView {
    let Cell { id, holder, is_mine, is_moved, label } = cell;
    let who = match holder {
        Some(Person { name, initials, seat, .. }) => {
            view! { <Face initials=Signal::stored(initials) seat=Signal::stored(seat) /><bdi>{name}</bdi> }.into_any()
        }
        None => view! { <span>{turn_words::NOBODY}</span> }.into_any(),
    };
    let moved = is_moved.then(|| view! { <Icon glyph=Glyph::Swap /> });
    view! {
        <button
            type="button"
            class="ahead__turn"
            data-mine=is_mine.then_some("true")
            on:click=move |_| chosen.set(Some(id.clone()))
        >
            <span class="unseen">{label}</span>
            {who}
            {moved}
        </button>
    }
    .into_any()
}
