//! Goals that have not moved for weeks.

use super::person::{People, PersonData};
use super::words::tracker as words;
use crate::domain::{Circle, DriftingGoal};
use crate::state::Memo;
use crate::ui::components::When;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::WHATSAPP;
use crate::ui::text::nudge;
use leptos::prelude::*;

/// The card; it is not there while every goal moves.
#[component]
pub fn StandingGoals(goals: Memo<Vec<DriftingGoal>>) -> impl IntoView {
    let app = app();
    let people = Memo::new(move |_| {
        app.circle()
            .with(|circle| goals.with(|goals| goals.iter().filter_map(|goal| row(circle, goal)).collect::<Vec<_>>()))
    });
    view! {
        <When is=move || !people.with(Vec::is_empty)>
            <section class="card" aria-labelledby="still">
                <header class="card__head"><h2 id="still">{words::GOALS}</h2></header>
                <People list="still" people />
            </section>
        </When>
    }
}

fn row(circle: &Circle, drifting: &DriftingGoal) -> Option<PersonData> {
    let goal = circle.goals.get(&drifting.goal)?;
    let person = PersonData::of(circle, &drifting.owner);
    Some(PersonData {
        key: goal.id.to_string(),
        tag: ("quiet", words::still(drifting.weeks)),
        line: goal.title.clone(),
        ready: nudge::about_goal(&person.person.name, &goal.title, WHATSAPP),
        own: (words::TO_GOALS, Page::Goals),
        ..person
    })
}
