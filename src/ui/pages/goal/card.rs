//! One goal: where it stands, and what can be done with it.

use super::form::GoalForm;
use super::progress::ProgressForm;
use super::words;
use crate::domain::{Closing, Goal, Measure, goal};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::{Sheet, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{GoalLine, LinePoint};
use crate::ui::shared::goal::points_drawn;
use crate::ui::text::{self, action};
use leptos::prelude::*;

/// The card of a goal; who owns it can change it there.
#[component]
pub fn GoalCard(goal: Memo<Goal>, is_mine: Memo<bool>) -> AnyView {
    let app = app();
    let is_open = Memo::new(move |_| goal.with(Goal::is_open));
    let closed = move || goal.with(|goal| goal.closing.map(words::closing));
    let points = Memo::new(move |_| goal.with(|goal| line_points(app, goal)));
    view! {
        <article class="card goal" data-state=move || if is_open.get() { "open" } else { "closed" }>
            <header class="card__head">
                <h2 dir="auto">{live(move || goal.with(|goal| goal.title.clone()))}</h2>
                {live(move || closed().map(|words| view! { <span class="tag" data-kind="done">{words}</span> }))}
            </header>
            <p class="goal__why" dir="auto">{live(move || goal.with(|goal| goal.why.clone()))}</p>
            <Standing goal />
            <GoalLine points />
            <When is=is_mine><Actions goal is_open /></When>
        </article>
    }
    .into_any()
}

fn is_number(goal: &Goal) -> bool {
    matches!(goal.measure, Measure::Number { .. })
}

/// How far it has come, and until when.
#[component]
fn Standing(goal: Memo<Goal>) -> AnyView {
    let app = app();
    let standing = Memo::new(move |_| goal.with(|goal| app.circle().with(|circle| circle.standing_of(goal))));
    let share = move || standing.get().share;
    let said = move || goal.with(|goal| words::standing(&goal.measure, standing.get()));
    let pace = move || {
        let today = app.today();
        let expected = goal.with(|goal| Some(goal).filter(|goal| goal.is_open())?.expected_share(today));
        expected.map(|expected| words::pace(share(), expected))
    };
    let due = move || {
        let today = app.today();
        goal.with(|goal| goal.due.map(|day| words::due(&text::time::dated(day, today))))
    };
    view! {
        <div class="goal__standing">
            <p><strong>{live(said)}</strong> {live(move || due().map(|due| view! { <small>{due}</small> }))}</p>
            <When is=move || goal.with(is_number)>
                <meter class="meter" min="0" max="1" prop:value=share aria-label=said></meter>
                <p class="goal__pace">{live(pace)}</p>
            </When>
        </div>
    }
    .into_any()
}

/// What its owner can do with it.
#[component]
fn Actions(goal: Memo<Goal>, is_open: Memo<bool>) -> AnyView {
    let app = app();
    let is_editing = RwSignal::new(false);
    let id = move || goal.with_untracked(|goal| goal.id.clone());
    let close = move |closing: Option<Closing>| {
        act(app, goal::Command::Close(id(), closing), closing.map_or(words::REOPENED, words::closed));
    };
    let button = move |label: &'static str, kind: &'static str, closing: Option<Closing>| {
        view! { <button type="button" class="btn" data-kind=kind on:click=move |_| close(closing)>{label}</button> }
    };
    view! {
        <When is=move || is_open.get() && goal.with(is_number)><ProgressForm goal /></When>
        <div class="row">
            <When is=is_open otherwise=move || button(words::REOPEN, "small", None).into_any()>
                {button(words::ACHIEVE, "small", Some(Closing::Achieved))}
                <button type="button" class="btn" data-kind="small" on:click=move |_| is_editing.set(true)>{action::EDIT}</button>
                {button(words::DROP, "quiet", Some(Closing::Dropped))}
            </When>
        </div>
        <Sheet is_open=is_editing title=words::EDIT_TITLE>
            <GoalForm id=id() on_done=Callback::new(move |()| is_editing.set(false)) />
        </Sheet>
    }
    .into_any()
}

fn line_points(app: App, goal: &Goal) -> Vec<LinePoint> {
    let Some(scale) = goal.measure.scale() else { return Vec::new() };
    app.circle().with(|circle| points_drawn(app, scale, circle.points_of(goal)))
}
