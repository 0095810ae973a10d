//! The form of one goal.

use super::words;
use crate::domain::{Command, Field as Which, Goal, GoalDraft, Measure, Refusal, iso_day, parse_day, read_number};
use crate::platform;
use crate::ui::ask::act;
use crate::ui::components::When;
use crate::ui::components::{Area, Choice, Field, Pick, Problem};
use crate::ui::context::app;
use crate::ui::text;
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

const NUMBER: &str = "number";
const DONE: &str = "done";

/// What is typed.
#[derive(Clone, Copy)]
struct Form {
    title: RwSignal<String>,
    why: RwSignal<String>,
    obstacle: RwSignal<String>,
    due: RwSignal<String>,
    measure: RwSignal<String>,
    unit: RwSignal<String>,
    start: RwSignal<String>,
    target: RwSignal<String>,
}

impl Form {
    fn of(goal: Option<&Goal>) -> Self {
        let text = |read: fn(&Goal) -> &String| RwSignal::new(goal.map(|goal| read(goal).clone()).unwrap_or_default());
        let (measure, unit, start, target) = match goal.map(|goal| &goal.measure) {
            Some(Measure::Done) => (DONE, String::new(), "0".to_owned(), String::new()),
            Some(Measure::Number { unit, start, target }) => {
                (NUMBER, unit.clone(), text::number(*start), text::number(*target))
            }
            None => (NUMBER, String::new(), "0".to_owned(), String::new()),
        };
        let due = goal.and_then(|goal| goal.due).map(iso_day).unwrap_or_default();
        Self {
            title: text(|goal| &goal.title),
            why: text(|goal| &goal.why),
            obstacle: text(|goal| &goal.obstacle),
            due: RwSignal::new(due),
            measure: RwSignal::new(measure.to_owned()),
            unit: RwSignal::new(unit),
            start: RwSignal::new(start),
            target: RwSignal::new(target),
        }
    }

    fn draft(self) -> Result<GoalDraft, Refusal> {
        let number = |signal: RwSignal<String>| {
            let typed = signal.get_untracked();
            read_number(&typed, platform::number_format())
                .map(|number| number.value)
                .map_err(|fault| Refusal::Unread(Which::Target, fault))
        };
        let measure = if self.measure.get_untracked() == NUMBER {
            Measure::Number {
                unit: self.unit.get_untracked(),
                start: number(self.start)?,
                target: number(self.target)?,
            }
        } else {
            Measure::Done
        };
        Ok(GoalDraft {
            title: self.title.get_untracked(),
            why: self.why.get_untracked(),
            obstacle: self.obstacle.get_untracked(),
            due: parse_day(&self.due.get_untracked()),
            measure,
        })
    }
}

/// Sets a new goal, or changes `goal`.
#[component]
pub fn GoalForm(#[prop(optional_no_strip, into)] goal: Option<Goal>, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let form = Form::of(goal.as_ref());
    let id = StoredValue::new(goal.map(|goal| goal.id));
    let problem = Problem::none();
    let is_number = Memo::new(move |_| form.measure.with(|measure| measure == NUMBER));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let sent = form.draft().and_then(|draft| match id.get_value() {
            Some(id) => Ok((app.dispatch(Command::EditGoal(id, draft))?, words::CHANGED)),
            None => Ok((app.dispatch(Command::AddGoal(draft))?, words::ADDED)),
        });
        match sent {
            Ok((undo, said)) => {
                app.say(said, Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    let is_change = id.with_value(Option::is_some);
    let delete = move |_| {
        if let Some(id) = id.get_value() {
            act(app, Command::DeleteGoal(id), words::DELETED);
            on_done.run(());
        }
    };
    let choices = vec![Choice::new(NUMBER, words::MEASURE_NUMBER), Choice::new(DONE, words::MEASURE_DONE)];
    view! {
        <form class="form" on:submit=submit novalidate>
            <Field id="goal-title" label=words::NAME example=words::NAME_EXAMPLE value=form.title problem field=Which::Text />
            <fieldset class="outcome">
                <legend>{words::MEASURE}</legend>
                <Pick name="goal-measure" choices value=form.measure />
            </fieldset>
            <When is=move || is_number.get()>
                <div class="three">
                    <Field id="goal-start" kind="number" label=words::START value=form.start />
                    <Field id="goal-target" kind="number" label=words::TARGET value=form.target problem field=Which::Target />
                    <Field id="goal-unit" label=words::UNIT example=words::UNIT_EXAMPLE value=form.unit problem field=Which::Unit />
                </div>
            </When>
            <Field id="goal-due" kind="date" label=words::DUE value=form.due is_optional=true />
            <Area id="goal-why" label=words::WHY value=form.why is_optional=true problem field=Which::Why />
            <Area id="goal-obstacle" label=words::OBSTACLE value=form.obstacle is_optional=true problem field=Which::Obstacle />
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                {is_change.then(|| view! { <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button> })}
            </div>
        </form>
    }
}
