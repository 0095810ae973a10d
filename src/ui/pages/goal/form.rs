//! The form of one goal.

use super::words;
use crate::domain::{Field as Which, Goal, GoalDraft, GoalId, Kind, Refusal, goal, iso_day, parse_day};
use crate::state::{App, Memo, StoredValue};
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{Area, DayField, Elsewhere, Field, Form, Problem};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::goal::{MeasureEntries, MeasureFields};
use crate::ui::shared::values::earlier_versions;
use crate::ui::text::action;
use leptos::prelude::*;

/// What is typed.
#[derive(Clone, Copy)]
struct GoalFields {
    title: Entry,
    why: Entry,
    obstacle: Entry,
    due: Entry,
    measure: MeasureEntries,
}

fn typed_day(goal: &Goal) -> String {
    goal.due.map(iso_day).unwrap_or_default()
}

impl GoalFields {
    fn of(goal: Option<&Goal>) -> Self {
        let text = |read: fn(&Goal) -> String| Entry::of(goal.map(read).unwrap_or_default());
        let measure = MeasureEntries::of(goal.map(|goal| &goal.measure));
        let (title, why) = (text(|goal| goal.title.clone()), text(|goal| goal.why.clone()));
        let (obstacle, due) = (text(|goal| goal.obstacle.clone()), text(typed_day));
        Self { title, why, obstacle, due, measure }
    }

    fn entries(self) -> [Entry; 8] {
        let [kind, unit, start, target] = self.measure.entries();
        [self.title, self.why, self.obstacle, self.due, kind, unit, start, target]
    }

    /// What is to be saved of a goal that is like `now`.
    fn over(self, now: &Goal) -> Result<GoalDraft, Refusal> {
        Ok(GoalDraft {
            title: self.title.over(&now.title),
            why: self.why.over(&now.why),
            obstacle: self.obstacle.over(&now.obstacle),
            due: parse_day(&self.due.over(&typed_day(now))),
            measure: self.measure.over(&now.measure)?,
        })
    }

    /// A new goal.
    fn draft(self) -> Result<GoalDraft, Refusal> {
        let [title, why, obstacle, due] = [self.title, self.why, self.obstacle, self.due].map(Entry::text);
        Ok(GoalDraft { title, why, obstacle, due: parse_day(&due), measure: self.measure.measure()? })
    }
}

/// Sets a new goal, or changes the one called `id`.
#[component]
pub fn GoalForm(#[prop(optional)] id: Option<GoalId>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let now =
        move |id: &GoalId| app.circle().with_untracked(|circle| circle.goals.get(id).map(|goal| (**goal).clone()));
    let form = GoalFields::of(id.as_ref().and_then(now).as_ref());
    let subject = id.as_ref().map_or_else(|| "goal".to_owned(), |id| format!("goal/{id}"));
    let on_done = Kept::of(&subject, &form.entries()).until(on_done);
    let problem = Problem::none();
    let held = StoredValue::new(id.clone());
    let on_submit = submit(problem, on_done, move || {
        let request = match held.get_value() {
            None => Request::new(goal::Command::Add(form.draft()?), words::ADDED),
            Some(id) => {
                let goal = now(&id).ok_or(Refusal::Gone("goal"))?;
                Request::new(goal::Command::Edit(id, form.over(&goal)?), words::CHANGED)
            }
        };
        Ok(Some(request))
    });
    let earlier = id.as_ref().map(|id| earlier_versions(Kind::Goal, id.as_str()));
    let delete = id.map(|id| delete_button(app, id, on_done));
    let today = Memo::new(move |_| app.today());
    view! {
        <Form problem on_submit>
            <Field id="goal-title" label=words::NAME example=words::NAME_EXAMPLE value=form.title.typed problem field=Which::Text />
            <MeasureFields id="goal" form=form.measure problem />
            <DayField id="goal-due" label=words::DUE value=form.due.typed today is_optional=true />
            <Area id="goal-why" label=words::WHY value=form.why.typed is_optional=true problem field=Which::Why />
            <Area id="goal-obstacle" label=words::OBSTACLE value=form.obstacle.typed is_optional=true problem field=Which::Obstacle />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button> {delete} {earlier}</div>
        </Form>
    }
    .into_any()
}

/// Deletes the goal called `id`, with which the form is done.
fn delete_button(app: App, id: GoalId, on_done: Callback<()>) -> impl IntoView {
    let delete = move |_| {
        act(app, goal::Command::Delete(id.clone()), words::DELETED);
        on_done.run(());
    };
    view! { <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button> }
}
