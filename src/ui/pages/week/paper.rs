//! The circle's week on one sheet of paper: the ring, what each member promised, the roles, the next clocks. It is
//! drawn while the browser prints, and at no other time.

use super::ring::WeekRing;
use super::words;
use crate::domain::{Circle, Cycle, Occasion, Seat, WeekView};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{RowData, rows};
use crate::ui::shared::rhythm::words as rhythm;
use crate::ui::shared::role::turns::{Turns, role_name};
use crate::ui::text;
use leptos::prelude::*;

/// How many of the next clocks are told: one of each.
const CLOCKS: usize = 3;

/// The sheet.
#[component]
pub fn WeekPaper(week: Memo<WeekView>, rota: Memo<Turns>) -> impl IntoView {
    let is_printing = RwSignal::new(false);
    platform::on_print(move |has_begun| is_printing.set(has_begun));
    view! { <When is=move || is_printing.get()><Sheet week rota /></When> }
}

#[component]
fn Sheet(week: Memo<WeekView>, rota: Memo<Turns>) -> impl IntoView {
    let app = app();
    let clocks = move || {
        let next = app.circle().with(|circle| app.present(circle).next_occasions(CLOCKS));
        next.iter().map(clock).collect_view()
    };
    let people = move || {
        let cycle = app.cycle.get();
        app.circle().with(|circle| {
            let seats = week.with(|week| week.seats.clone());
            seats.iter().map(|seat| person(circle, &rota.get(), cycle, seat)).collect_view()
        })
    };
    view! {
        <section class="week-paper" aria-label=words::PAPER>
            <WeekRing week rota />
            <dl class="week-paper__clocks">{live(clocks)}</dl>
            <ul class="week-paper__people">{live(people)}</ul>
        </section>
    }
}

fn clock(occasion: &Occasion) -> AnyView {
    view! { <div><dt>{rhythm::clock(occasion.clock)}</dt><dd>{text::time::short(occasion.at)}</dd></div> }.into_any()
}

/// A member with their roles, what they promised, and what became of it.
fn person(circle: &Circle, rota: &Turns, cycle: Cycle, seat: &Seat) -> AnyView {
    let roles = rota.held(cycle, &seat.member).into_iter().map(|turn| role_name(circle, &turn.id.role));
    let checked_in = seat.check_in.is_in().then(|| words::PAPER_IN.to_owned());
    let facts = roles.chain([text::week::kept(seat.tally)]).chain(checked_in);
    let facts = facts.collect::<Vec<_>>().join(" · ");
    let promised = rows(circle, &seat.member, cycle).into_iter().map(promise).collect_view();
    view! {
        <li>
            <h2><bdi>{seat.name.clone()}</bdi></h2>
            <p class="quiet">{facts}</p>
            <ul>{promised}</ul>
        </li>
    }
    .into_any()
}

fn promise(row: RowData) -> AnyView {
    let tag = row.words.tag.map(|(_, words)| format!(" ({words})"));
    let mark = if row.is_kept { words::PAPER_KEPT } else { words::PAPER_OPEN };
    view! { <li dir="auto">{mark}" "{row.words.text}{tag}</li> }.into_any()
}
