//! A member's commitments, week by week.

use super::words;
use crate::domain::{Arrange, Circle, Commitment, CommitmentId, Cycle, MemberId};
use crate::platform::{self, DateStyle};
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Earlier, Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{CommitmentSheet, RowActs, RowData, followed_row, row, toggle_kept};
use crate::ui::text;
use leptos::prelude::*;

/// Commitments of this week, the next and the earlier ones.
#[component]
pub fn Commitments(shown: Memo<Option<MemberId>>, is_mine: Memo<bool>) -> impl IntoView {
    let app = app();
    let weeks = weeks(app, shown, |cycle, now| cycle >= now);
    let has_earlier = has_earlier(app, shown);
    let chosen = RwSignal::new(None::<CommitmentId>);
    let is_adding = RwSignal::new(false);
    let current = move || {
        let now = app.cycle.get();
        let chosen = is_mine.get().then_some(chosen);
        weeks
            .get()
            .into_iter()
            .map(|(cycle, list)| {
                let wait = app.circle().with(|circle| circle.wait(now, cycle));
                let name = if cycle == now { words::THIS_WEEK.to_owned() } else { text::week::next(wait) };
                view! { <h3>{name}</h3> {rows(app, list, chosen)} }
            })
            .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="promises">
            <header class="card__head"><h2 id="promises">{words::COMMITMENTS}</h2></header>
            <When is=move || weeks.with(Vec::is_empty) && !has_earlier.get()><p class="quiet">{words::NO_COMMITMENTS}</p></When>
            {live(current)}
            <When is=move || is_mine.get()>
                <div class="row">
                    <button type="button" class="btn" on:click=move |_| is_adding.set(true)>
                        <Icon glyph=Glyph::Plus />
                        {text::action::COMMIT}
                    </button>
                </div>
            </When>
            <When is=has_earlier><Earlier label=words::EARLIER><EarlierWeeks shown /></Earlier></When>
            <CommitmentSheet is_adding chosen />
        </section>
    }
}

/// A cycle and the rows of what belongs to it.
type RowsOfWeek = (Cycle, Vec<RowData>);

/// The commitments of whoever is `shown` in each cycle for which `is_wanted` says so of it and the running one, the
/// newest first.
fn weeks(app: App, shown: Memo<Option<MemberId>>, is_wanted: fn(Cycle, Cycle) -> bool) -> Memo<Vec<RowsOfWeek>> {
    Memo::new(move |_| {
        let now = app.cycle.get();
        let found = shown
            .get()
            .map(|member| app.circle().with(|circle| weeks_of(circle, &member, &|cycle| is_wanted(cycle, now))));
        found.unwrap_or_default()
    })
}

/// Whether whoever is `shown` has commitments of weeks that are over, those carried on since among them.
fn has_earlier(app: App, shown: Memo<Option<MemberId>>) -> Memo<bool> {
    Memo::new(move |_| {
        let now = app.cycle.get();
        let is_earlier = |c: &Commitment| (*c.carried.keys().next().unwrap_or(&c.cycle)).min(c.cycle) < now;
        shown.get().is_some_and(|member| {
            app.circle().with(|circle| !circle.commitments_where(&|c| c.owner == member && is_earlier(c)).is_empty())
        })
    })
}

fn weeks_of(circle: &Circle, member: &MemberId, is_wanted: &dyn Fn(Cycle) -> bool) -> Vec<RowsOfWeek> {
    let all = circle.commitments_where(&|c| &c.owner == member);
    let of = all.iter().flat_map(|c| c.carried.keys().copied().chain([c.cycle]));
    let mut cycles: Vec<Cycle> = of.filter(|cycle| is_wanted(*cycle)).collect();
    cycles.arrange();
    cycles.dedup();
    let rows = |cycle: Cycle| all.iter().filter(|c| c.touches(cycle)).map(|c| row(circle, c, cycle)).collect();
    cycles.into_iter().rev().map(|cycle| (cycle, rows(cycle))).collect()
}

/// A list of rows; where there is a sheet for the one that is `chosen`, they can be changed.
fn rows(app: App, rows: Vec<RowData>, chosen: Option<RwSignal<Option<CommitmentId>>>) -> AnyView {
    let acts = chosen.map_or_else(RowActs::default, |chosen| RowActs {
        on_tick: Some(Callback::new(move |id| toggle_kept(app, id))),
        on_options: Some(Callback::new(move |id| chosen.set(Some(id)))),
    });
    // Drawn again as a whole, its elements stay, and with them the focus on a tick.
    let rows: Vec<_> = rows.into_iter().map(|row| followed_row(Memo::stored(row), acts)).collect();
    view! { <ul class="commitment-list">{rows}</ul> }.into_any()
}

/// The weeks that are over.
#[component]
fn EarlierWeeks(shown: Memo<Option<MemberId>>) -> AnyView {
    let app = app();
    let past = weeks(app, shown, |cycle, now| cycle < now);
    let week = move |(cycle, list): RowsOfWeek| {
        let monday = platform::day_text(cycle.first_day(), DateStyle::WeekdayDayMonth);
        view! { <h3>{monday}</h3> {rows(app, list, None)} }
    };
    live(move || past.get().into_iter().map(week).collect_view())
}
