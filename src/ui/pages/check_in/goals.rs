//! Where the goals stand now: a number for each of those that are counted. All of them may stay empty.

use super::words;
use super::writing::Writing;
use crate::domain::{Field as Which, Goal, Measure, MemberId, Scale};
use crate::state::Memo;
use crate::ui::components::{Each, NumberField, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::goal::words as goals;
use leptos::prelude::*;

/// A field for each open goal of `me` that has a number.
#[component]
pub fn GoalNumbers(writing: Writing, me: MemberId) -> AnyView {
    let app = app();
    let counted = Memo::new(move |_| {
        let is_counted = |goal: &&Goal| goal.is_open() && goal.measure != Measure::Done;
        app.circle().with(|circle| circle.goals_of(&me).into_iter().filter(is_counted).cloned().collect::<Vec<_>>())
    });
    view! {
        <When is=move || !counted.with(Vec::is_empty)>
            <section class="card form" aria-labelledby="goal-numbers">
                <header class="card__head"><h2 id="goal-numbers">{words::GOALS}</h2></header>
                <Each items=counted key=|goal: &Goal| goal.id.to_string() row=move |goal| view! { <GoalNumber writing goal /> }.into_any() />
            </section>
        </When>
    }
    .into_any()
}

#[component]
fn GoalNumber(writing: Writing, goal: Memo<Goal>) -> AnyView {
    let app = app();
    let (id, title) = goal.with_untracked(|goal| (goal.id.clone(), goal.title.clone()));
    let line = writing.goal_line(&id);
    let scale = Memo::new(move |_| goal.with(|goal| goal.measure.scale().cloned()).unwrap_or(Scale::Percent));
    let standing =
        move || app.circle().with(|circle| goal.with(|goal| goals::standing(&goal.measure, circle.standing_of(goal))));
    view! {
        <div class="check-in-goal">
            <NumberField id=format!("goal-{id}") label=title value=line.number.typed scale problem=line.problem field=Which::Value is_optional=true />
            <p class="quiet">{live(standing)}</p>
        </div>
    }
    .into_any()
}
