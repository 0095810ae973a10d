//! Where a goal stands now, in a number.

use super::words;
use crate::domain::{Command, Field as Which, Goal, Refusal, Scale, goal};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Form, NumberField, Problem};
use crate::ui::markup::view;
use leptos::prelude::*;

/// The form for the next number.
#[component]
pub fn ProgressForm(goal: Memo<Goal>) -> AnyView {
    let value = Entry::empty();
    let problem = Problem::none();
    let id = goal.with_untracked(|goal| goal.id.clone());
    let scale = Memo::new(move |_| goal.with(|goal| goal.measure.scale().cloned()).unwrap_or(Scale::Percent));
    let field_id = format!("progress-{id}");
    let on_submit = submit(problem, Callback::new(move |()| value.clear()), move || {
        let read = scale.with_untracked(|scale| scale.read(&value.text(), platform::number_format()));
        let value = read.map_err(|fault| Refusal::Unread(Which::Value, fault))?;
        let command = Command::from(goal::Command::RecordProgress { goal: id.clone(), value, note: String::new() });
        Ok(Some(Request::new(command, words::PROGRESSED)))
    });
    view! {
        <Form problem on_submit class="inline">
            <NumberField id=field_id label=words::PROGRESS value=value.typed scale problem field=Which::Value />
            <button class="btn" data-kind="small">{words::PROGRESS_SAVE}</button>
        </Form>
    }
    .into_any()
}
