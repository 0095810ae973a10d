//! The form of one goal.

use super::words;
use crate::domain::{
    Command, Field as Which, Goal, GoalDraft, GoalId, Measure, Refusal, goal, iso_day, parse_day, read_number,
};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{Area, Choice, DayField, Elsewhere, Field, Form, NumberField, Pick, Problem, When};
use crate::ui::context::app;
use crate::ui::text::{self, action};
use leptos::prelude::*;

const NUMBER: &str = "number";
const DONE: &str = "done";

/// What is typed.
#[derive(Clone, Copy)]
struct GoalFields {
    title: Entry,
    why: Entry,
    obstacle: Entry,
    due: Entry,
    measure: Entry,
    unit: Entry,
    start: Entry,
    target: Entry,
}

/// A measure as it is typed: its kind, unit, start and target.
fn typed_measure(measure: Option<&Measure>) -> [String; 4] {
    match measure {
        Some(Measure::Done) => [DONE.to_owned(), String::new(), "0".to_owned(), String::new()],
        Some(Measure::Number { unit, start, target }) => {
            [NUMBER.to_owned(), unit.clone(), text::number(*start), text::number(*target)]
        }
        None => [NUMBER.to_owned(), String::new(), "0".to_owned(), String::new()],
    }
}

fn typed_day(goal: &Goal) -> String {
    goal.due.map(iso_day).unwrap_or_default()
}

/// The numbers of both ends, each with its own field where it cannot be read.
fn ends(start: &str, target: &str) -> Result<(f64, f64), Refusal> {
    let read = |typed: &str, field: Which| {
        let number = read_number(typed, platform::number_format());
        number.map(|number| number.value).map_err(|fault| Refusal::Unread(field, fault))
    };
    Ok((read(start, Which::Value)?, read(target, Which::Target)?))
}

impl GoalFields {
    fn of(goal: Option<&Goal>) -> Self {
        let text = |read: fn(&Goal) -> String| Entry::of(goal.map(read).unwrap_or_default());
        let [measure, unit, start, target] = typed_measure(goal.map(|goal| &goal.measure)).map(Entry::of);
        let (title, why) = (text(|goal| goal.title.clone()), text(|goal| goal.why.clone()));
        let (obstacle, due) = (text(|goal| goal.obstacle.clone()), text(typed_day));
        Self { title, why, obstacle, due, measure, unit, start, target }
    }

    fn entries(self) -> [Entry; 8] {
        [self.title, self.why, self.obstacle, self.due, self.measure, self.unit, self.start, self.target]
    }

    /// What is to be saved of a goal that is like `now`.
    fn over(self, now: &Goal) -> Result<GoalDraft, Refusal> {
        let [measure, unit, start, target] = typed_measure(Some(&now.measure));
        let is_measured = [self.measure, self.unit, self.start, self.target].into_iter().any(Entry::is_touched);
        let measure = if !is_measured {
            now.measure.clone()
        } else if self.measure.over(&measure) == NUMBER {
            let (start, target) = ends(&self.start.over(&start), &self.target.over(&target))?;
            Measure::Number { unit: self.unit.over(&unit), start, target }
        } else {
            Measure::Done
        };
        Ok(GoalDraft {
            title: self.title.over(&now.title),
            why: self.why.over(&now.why),
            obstacle: self.obstacle.over(&now.obstacle),
            due: parse_day(&self.due.over(&typed_day(now))),
            measure,
        })
    }

    /// A new goal.
    fn draft(self) -> Result<GoalDraft, Refusal> {
        let measure = if self.measure.text() == NUMBER {
            let (start, target) = ends(&self.start.text(), &self.target.text())?;
            Measure::Number { unit: self.unit.text(), start, target }
        } else {
            Measure::Done
        };
        let [title, why, obstacle, due] = [self.title, self.why, self.obstacle, self.due].map(Entry::text);
        Ok(GoalDraft { title, why, obstacle, due: parse_day(&due), measure })
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
            None => Request::new(Command::Goal(goal::Command::Add(form.draft()?)), words::ADDED),
            Some(id) => {
                let goal = now(&id).ok_or(Refusal::Gone("goal"))?;
                Request::new(Command::Goal(goal::Command::Edit(id, form.over(&goal)?)), words::CHANGED)
            }
        };
        Ok(Some(request))
    });
    let delete = id.map(|id| {
        let delete = move |_| {
            act(app, Command::Goal(goal::Command::Delete(id.clone())), words::DELETED);
            on_done.run(());
        };
        view! { <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button> }
    });
    let today = Memo::new(move |_| app.today());
    view! {
        <Form problem on_submit>
            <Field id="goal-title" label=words::NAME example=words::NAME_EXAMPLE value=form.title.typed problem field=Which::Text />
            <MeasureFields form problem />
            <DayField id="goal-due" label=words::DUE value=form.due.typed today is_optional=true />
            <Area id="goal-why" label=words::WHY value=form.why.typed is_optional=true problem field=Which::Why />
            <Area id="goal-obstacle" label=words::OBSTACLE value=form.obstacle.typed is_optional=true problem field=Which::Obstacle />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button> {delete}</div>
        </Form>
    }
    .into_any()
}

#[component]
fn MeasureFields(form: GoalFields, problem: Problem) -> AnyView {
    let choices = vec![Choice::new(NUMBER, words::MEASURE_NUMBER), Choice::new(DONE, words::MEASURE_DONE)];
    let is_number = Memo::new(move |_| form.measure.typed.with(|measure| measure == NUMBER));
    view! {
        <fieldset class="field-group">
            <legend>{words::MEASURE}</legend>
            <Pick name="goal-measure" choices value=form.measure.typed />
        </fieldset>
        <When is=is_number>
            <div class="three">
                <NumberField id="goal-start" label=words::START value=form.start.typed problem field=Which::Value />
                <NumberField id="goal-target" label=words::TARGET value=form.target.typed problem field=Which::Target />
                <Field id="goal-unit" label=words::UNIT example=words::UNIT_EXAMPLE value=form.unit.typed problem field=Which::Unit />
            </div>
        </When>
    }
    .into_any()
}
