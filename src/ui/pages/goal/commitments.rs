//! A member's commitments, week by week.

use super::words;
use crate::domain::{Arrange, CommitmentId, Cycle, MemberId};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::shared::commitment::{CommitmentRow, CommitmentSheet, RowData, toggle_kept};
use crate::ui::text;
use leptos::prelude::*;

/// Commitments of this week, the next and the earlier ones.
#[component]
pub fn Commitments(shown: Memo<Option<MemberId>>, is_mine: Memo<bool>) -> impl IntoView {
    let app = app();
    let weeks = Memo::new(move |_| {
        let Some(member) = shown.get() else { return Vec::new() };
        app.circle().with(|circle| {
            let all = circle.commitments_where(&|c| c.owner == member);
            let mut cycles: Vec<Cycle> = all.iter().flat_map(|c| c.carried.keys().copied().chain([c.cycle])).collect();
            cycles.arrange();
            cycles.dedup();
            let row = |cycle: Cycle| {
                let own = all.iter().filter(|c| c.touches(cycle));
                own.map(|c| {
                    RowData::of(c, cycle, c.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|g| g.title.as_str()))
                })
                .collect::<Vec<_>>()
            };
            cycles.into_iter().rev().map(|cycle| (cycle, row(cycle))).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(None::<CommitmentId>);
    let is_adding = RwSignal::new(false);
    let on_tick = Callback::new(move |id| toggle_kept(app, id));
    let on_options = Callback::new(move |id| chosen.set(Some(id)));
    let rows = move |rows: Vec<RowData>, is_editable: bool| {
        let row = move |data: RowData| {
            let data = Memo::stored(data);
            if is_editable && is_mine.get_untracked() {
                view! { <CommitmentRow data on_tick on_options /> }.into_any()
            } else {
                view! { <CommitmentRow data /> }.into_any()
            }
        };
        view! { <ul class="commitment-list">{rows.into_iter().map(row).collect_view()}</ul> }
    };
    let current = move || {
        let now = app.cycle.get();
        is_mine.track();
        let open = weeks.get().into_iter().filter(|(cycle, _)| *cycle >= now);
        open.map(|(cycle, list)| {
            let wait = app.circle().with(|circle| circle.wait(now, cycle));
            let name = if cycle == now { words::THIS_WEEK.to_owned() } else { text::week::next(wait) };
            view! { <h3>{name}</h3> {rows(list, true)} }
        })
        .collect_view()
    };
    let earlier = move || {
        let now = app.cycle.get();
        let past: Vec<_> = weeks.get().into_iter().filter(|(cycle, _)| *cycle < now).collect();
        (!past.is_empty()).then(|| {
            let week = |(cycle, list): (Cycle, Vec<RowData>)| {
                view! { <h3>{platform::day_text(cycle.first_day(), DateStyle::WeekdayDayMonth)}</h3> {rows(list, false)} }
            };
            view! {
                <details class="card-earlier">
                    <summary>{words::EARLIER}</summary>
                    {past.into_iter().map(week).collect_view()}
                </details>
            }
        })
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
            {live(earlier)}
            <CommitmentSheet is_adding chosen />
        </section>
    }
}
