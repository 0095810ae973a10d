//! Insights: pictures of the last weeks, each with its table.

mod data;
pub mod words;

use crate::state::Memo;
use crate::ui::components::{Each, Empty, Heading, Row, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{FlowGrid, GoalLine, KeepLine, WeeksMap};
use crate::ui::routes::Page;
use data::{GoalPicture, InsightData, flow, goals, insights};
use leptos::prelude::*;

/// The page.
#[component]
pub fn InsightsPage() -> impl IntoView {
    let data = insights(app());
    let is_empty = Memo::new(move |_| data.with(|data| data.is_empty));
    let empty = || view! { <section class="card"><Empty title=words::EMPTY hint=words::EMPTY_HINT /></section> };
    view! {
        <div class="page two-panes">
            <header class="head"><Heading text=words::NAME /><p>{words::LEAD}</p></header>
            <div class="pane">
                <When is=is_empty otherwise=move || view! { <Weeks data /> }>{empty()}</When>
            </div>
            <div class="pane">
                <Feedback />
                <nav class="card" aria-label=words::MORE>
                    <ul class="row-list">
                        <Row href=Page::Roles.href() title=Page::Roles.label().to_owned() note=words::ROLES.to_owned() glyph=Page::Roles.glyph() />
                    </ul>
                </nav>
            </div>
            <Goals />
        </div>
    }
}

/// What was kept: by all, and by each.
#[component]
fn Weeks(data: Memo<InsightData>) -> AnyView {
    let points = Memo::new(move |_| data.with(|data| data.points.clone()));
    let kept = Memo::new(move |_| data.with(|data| data.kept.clone()));
    let weeks = Memo::new(move |_| data.with(|data| data.weeks.clone()));
    let rows = Memo::new(move |_| data.with(|data| data.rows.clone()));
    let map = Memo::new(move |_| words::map_summary(rows.with(Vec::len), weeks.with(Vec::len)));
    view! {
        <When is=move || { points.with(Vec::len) > 1 }>
            <section class="card" aria-labelledby="insights-kept">
                <header class="card__head"><h2 id="insights-kept">{words::KEPT}</h2></header>
                <KeepLine points summary=kept words=words::KEEP_WORDS />
            </section>
        </When>
        <section class="card" aria-labelledby="insights-weeks">
            <header class="card__head"><h2 id="insights-weeks">{words::WEEKS}</h2></header>
            <WeeksMap weeks rows summary=map words=words::MAP_WORDS />
        </section>
    }
    .into_any()
}

/// Who gave feedback to whom.
#[component]
fn Feedback() -> AnyView {
    let (flow, summary) = flow(app());
    let nobody = || view! { <p class="quiet">{words::FEEDBACK_EMPTY}</p> };
    view! {
        <section class="card stack" aria-labelledby="insights-feedback">
            <header class="card__head"><h2 id="insights-feedback">{words::FEEDBACK}</h2></header>
            <When is=move || flow.with(|flow| flow.counts.iter().flatten().any(|count| *count > 0)) otherwise=nobody>
                <FlowGrid flow summary words=words::FLOW_WORDS />
            </When>
            <p class="field__hint">{words::FEEDBACK_TWO}</p>
        </section>
    }
    .into_any()
}

/// The lines of everybody's open goals.
#[component]
fn Goals() -> AnyView {
    let goals = goals(app());
    view! {
        <When is=move || !goals.with(Vec::is_empty)>
            <section class="card insights-goals" aria-labelledby="insights-goals">
                <header class="card__head"><h2 id="insights-goals">{words::GOALS}</h2></header>
                <ul class="insights-goals__list">
                    <Each items=goals key=GoalPicture::key row=|goal| view! { <GoalRow goal /> }.into_any() />
                </ul>
            </section>
        </When>
    }
    .into_any()
}

#[component]
fn GoalRow(goal: Memo<GoalPicture>) -> AnyView {
    let points = Memo::new(move |_| goal.with(|goal| goal.points.clone()));
    view! {
        <li class="insights-goal">
            {live(move || goal.with(GoalPicture::name))}
            <GoalLine points />
        </li>
    }
    .into_any()
}
