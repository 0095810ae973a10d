//! The form of the shared aim.

use super::words;
use crate::domain::{Aim, AimDraft, AimId, Command, Field as Which, Refusal, aim, iso_day, parse_day};
use crate::state::Memo;
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{DayField, Elsewhere, Field, Form, Problem, When};
use crate::ui::context::app;
use crate::ui::shared::goal::{MeasureEntries, MeasureFields, words as goals};
use crate::ui::text::action;
use leptos::prelude::*;

fn typed_day(aim: &Aim) -> String {
    aim.due.map(iso_day).unwrap_or_default()
}

/// Sets a new aim, or changes the one called `id`.
#[component]
pub fn AimForm(#[prop(optional)] id: Option<AimId>, outcome: Memo<String>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let now = move |id: &AimId| app.circle().with_untracked(|circle| circle.aims.get(id).map(|aim| (**aim).clone()));
    let aim = id.as_ref().and_then(now);
    let title = Entry::of(aim.as_ref().map_or("", |aim| &aim.title));
    let due = Entry::of(aim.as_ref().map(typed_day).unwrap_or_default());
    let measure = MeasureEntries::of(aim.as_ref().map(|aim| &aim.measure));
    let subject = id.as_ref().map_or_else(|| "aim".to_owned(), |id| format!("aim/{id}"));
    let [kind, unit, start, target] = measure.entries();
    let on_done = Kept::of(&subject, &[title, due, kind, unit, start, target]).until(on_done);
    let problem = Problem::none();
    let held = id.clone();
    let on_submit = submit(problem, on_done, move || {
        let (command, said) = match &held {
            None => {
                let draft = AimDraft { title: title.text(), measure: measure.measure()?, due: parse_day(&due.text()) };
                (aim::Command::Set(draft), words::AIM_ADDED)
            }
            Some(id) => {
                let aim = now(id).ok_or(Refusal::Gone("aim"))?;
                let (title, due) = (title.over(&aim.title), parse_day(&due.over(&typed_day(&aim))));
                let draft = AimDraft { title, measure: measure.over(&aim.measure)?, due };
                (aim::Command::Edit(id.clone(), draft), words::AIM_CHANGED)
            }
        };
        Ok(Some(Request::new(Command::Aim(command), said)))
    });
    let delete = id.map(|id| {
        let delete = move |_| {
            act(app, Command::Aim(aim::Command::Delete(id.clone())), words::AIM_DELETED);
            on_done.run(());
        };
        view! { <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button> }
    });
    let today = Memo::new(move |_| app.today());
    let can_take = move || outcome.with(|outcome| !outcome.is_empty() && title.typed.with(|title| title != outcome));
    let take = move |_| title.show(&outcome.get_untracked());
    view! {
        <Form problem on_submit>
            <Field id="aim-title" label=words::AIM_TITLE example=words::AIM_EXAMPLE value=title.typed problem field=Which::Text />
            <When is=can_take>
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=take>{words::AIM_FROM_CHARTER}</button>
                </div>
            </When>
            <MeasureFields id="aim" form=measure problem />
            <DayField id="aim-due" label=goals::DUE value=due.typed today is_optional=true />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button> {delete}</div>
        </Form>
    }
    .into_any()
}
