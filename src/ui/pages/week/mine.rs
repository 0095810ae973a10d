//! My commitments, and the way to the check-in.

use super::words;
use crate::domain::{CheckInState, CommitmentId, Cycle, Tally, Wait};
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Empty, Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::commitment::{CommitmentSheet, RowActs, RowData, commitment_rows, row, rows, toggle_kept};
use crate::ui::text;
use leptos::prelude::*;

/// The card; `state` is where I stand.
#[component]
pub fn MyCommitments(state: Memo<(Tally, CheckInState)>) -> impl IntoView {
    let app = app();
    let list = move |cycle: Cycle| {
        app.circle().with(|circle| app.me.with(|me| me.as_ref().map(|me| rows(circle, me, cycle)).unwrap_or_default()))
    };
    let current = Memo::new(move |_| list(app.cycle.get()));
    let next = Memo::new(move |_| next_week(app));
    let next_rows = Memo::new(move |_| next.get().map(|(_, rows)| rows).unwrap_or_default());
    let next_title = move || next.get().map(|(wait, _)| text::week::next(wait));
    let is_adding = RwSignal::new(false);
    let chosen = RwSignal::new(None::<CommitmentId>);
    let acts = RowActs {
        on_tick: Some(Callback::new(move |id| toggle_kept(app, id))),
        on_options: Some(Callback::new(move |id| chosen.set(Some(id)))),
    };
    view! {
        <section class="card" aria-labelledby="mine">
            <header class="card__head">
                <h2 id="mine">{words::COMMITMENTS}</h2>
                // Nothing is said above what is promised for later.
                <When is=move || state.get().0.total != 0 || next_rows.with(Vec::is_empty)>
                    <span>{live(move || text::week::kept(state.get().0))}</span>
                </When>
            </header>
            <When is=move || current.with(Vec::is_empty) && next_rows.with(Vec::is_empty)>
                <Empty title=words::EMPTY hint=words::EMPTY_HINT example=words::EMPTY_EXAMPLE />
            </When>
            <When is=move || !current.with(Vec::is_empty)>
                <ul class="commitment-list">{commitment_rows(current, acts)}</ul>
            </When>
            <When is=move || !next_rows.with(Vec::is_empty)>
                <h3>{live(next_title)}</h3>
                <ul class="commitment-list">{commitment_rows(next_rows, acts)}</ul>
            </When>
            <WaysOn state is_adding />
            <CommitmentSheet is_adding chosen />
        </section>
    }
}

/// What I promised for the next week that is held, and how long it is until then.
fn next_week(app: App) -> Option<(Wait, Vec<RowData>)> {
    let me = app.me.get()?;
    app.circle().with(|circle| {
        let next = circle.next_commitments(&me, app.cycle.get());
        // What was carried is shown where it stands now.
        let rows = next.commitments.into_iter().map(|one| row(circle, one, next.cycle));
        Some((next.wait, rows.collect()))
    })
}

/// To the check-in, and to another commitment. With nothing promised yet, promising comes first.
#[component]
fn WaysOn(state: Memo<(Tally, CheckInState)>, is_adding: RwSignal<bool>) -> impl IntoView {
    let call = move || {
        let (tally, check_in) = state.get();
        let kind = if check_in.is_in() || is_blank(tally, check_in) { "" } else { "main" };
        view! { <a class="btn" data-kind=kind href=Page::CheckIn.href()>{words::check_in_call(check_in)}</a> }
    };
    let add_kind = move || {
        let (tally, check_in) = state.get();
        if is_blank(tally, check_in) { "main" } else { "" }
    };
    view! {
        <div class="row">
            {live(call)}
            <button type="button" class="btn" data-kind=add_kind on:click=move |_| is_adding.set(true)>
                <Icon glyph=Glyph::Plus />
                {text::action::COMMIT}
            </button>
        </div>
    }
}

/// Whether the week has nothing in it that could be checked in.
fn is_blank(tally: Tally, check_in: CheckInState) -> bool {
    tally.total == 0 && !check_in.is_in() && check_in != CheckInState::Overdue
}
