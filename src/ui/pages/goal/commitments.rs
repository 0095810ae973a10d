//! A member's commitments, week by week.

use super::words;
use crate::domain::{Arrange, Circle, CommitmentId, Cycle, MemberId};
use crate::platform::{self, DateStyle};
use crate::state::{App, Memo};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::shared::commitment::{CommitmentRow, CommitmentSheet, RowData, row, toggle_kept};
use crate::ui::text;
use leptos::prelude::*;

/// Commitments of this week, the next and the earlier ones.
#[component]
pub fn Commitments(shown: Memo<Option<MemberId>>, is_mine: Memo<bool>) -> impl IntoView {
    let app = app();
    let weeks = Memo::new(move |_| {
        let found = shown.get().map(|member| app.circle().with(|circle| weeks_of(circle, &member)));
        found.unwrap_or_default()
    });
    let chosen = RwSignal::new(None::<CommitmentId>);
    let is_adding = RwSignal::new(false);
    let current = move || {
        let now = app.cycle.get();
        let chosen = is_mine.get().then_some(chosen);
        let open = weeks.get().into_iter().filter(|(cycle, _)| *cycle >= now);
        open.map(|(cycle, list)| {
            let wait = app.circle().with(|circle| circle.wait(now, cycle));
            let name = if cycle == now { words::THIS_WEEK.to_owned() } else { text::week::next(wait) };
            view! { <h3>{name}</h3> {rows(app, list, chosen)} }
        })
        .collect_view()
    };
    view! {
        <section class="card" aria-labelledby="promises">
            <header class="card__head"><h2 id="promises">{words::COMMITMENTS}</h2></header>
            <When is=move || weeks.with(Vec::is_empty)><p class="quiet">{words::NO_COMMITMENTS}</p></When>
            {live(current)}
            <When is=move || is_mine.get()>
                <div class="row">
                    <button type="button" class="btn" on:click=move |_| is_adding.set(true)>
                        <Icon glyph=Glyph::Plus />
                        {text::action::COMMIT}
                    </button>
                </div>
            </When>
            <Earlier weeks />
            <CommitmentSheet is_adding chosen />
        </section>
    }
}

/// A cycle and the rows of what belongs to it.
type RowsOfWeek = (Cycle, Vec<RowData>);

/// The commitments of `member` in each cycle, the newest first.
fn weeks_of(circle: &Circle, member: &MemberId) -> Vec<RowsOfWeek> {
    let all = circle.commitments_where(&|c| &c.owner == member);
    let mut cycles: Vec<Cycle> = all.iter().flat_map(|c| c.carried.keys().copied().chain([c.cycle])).collect();
    cycles.arrange();
    cycles.dedup();
    let rows = |cycle: Cycle| all.iter().filter(|c| c.touches(cycle)).map(|c| row(circle, c, cycle)).collect();
    cycles.into_iter().rev().map(|cycle| (cycle, rows(cycle))).collect()
}

/// A list of rows; where there is a sheet for the one that is `chosen`, they can be changed.
fn rows(app: App, rows: Vec<RowData>, chosen: Option<RwSignal<Option<CommitmentId>>>) -> AnyView {
    let on_tick = Callback::new(move |id| toggle_kept(app, id));
    let row = |data: RowData| {
        let data = Memo::stored(data);
        match chosen {
            Some(chosen) => {
                let on_options = Callback::new(move |id| chosen.set(Some(id)));
                view! { <CommitmentRow data on_tick on_options /> }.into_any()
            }
            None => view! { <CommitmentRow data /> }.into_any(),
        }
    };
    view! { <ul class="commitment-list">{rows.into_iter().map(row).collect_view()}</ul> }.into_any()
}

/// The weeks that are over.
#[component]
fn Earlier(weeks: Memo<Vec<RowsOfWeek>>) -> AnyView {
    let app = app();
    let past = move || {
        let now = app.cycle.get();
        weeks.get().into_iter().filter(|(cycle, _)| *cycle < now).collect::<Vec<_>>()
    };
    let list = move || {
        let week = |(cycle, list): RowsOfWeek| {
            let monday = platform::day_text(cycle.first_day(), DateStyle::WeekdayDayMonth);
            view! { <h3>{monday}</h3> {rows(app, list, None)} }
        };
        past().into_iter().map(week).collect_view()
    };
    view! {
        <When is=move || !past().is_empty()>
            <details class="card-earlier"><summary>{words::EARLIER}</summary>{live(list)}</details>
        </When>
    }
    .into_any()
}
