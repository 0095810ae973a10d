//! The form of the shared aim.

use super::words;
use crate::domain::{Aim, AimDraft, AimId, Field as Which, Refusal, aim, iso_day, parse_day};
use crate::state::Memo;
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{DayField, Elsewhere, Field, Form, Problem, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::goal::{MeasureEntries, MeasureFields, words as goals};
use crate::ui::text::action;
use leptos::prelude::*;

/// What is typed about an aim.
#[derive(Clone, Copy)]
struct AimEntries {
    title: Entry,
    due: Entry,
    measure: MeasureEntries,
}

fn typed_day(aim: &Aim) -> String {
    aim.due.map(iso_day).unwrap_or_default()
}

impl AimEntries {
    /// Fields that open with `aim`, or empty ones.
    fn of(aim: Option<&Aim>) -> Self {
        Self {
            title: Entry::of(aim.map_or("", |aim| &aim.title)),
            due: Entry::of(aim.map(typed_day).unwrap_or_default()),
            measure: MeasureEntries::of(aim.map(|aim| &aim.measure)),
        }
    }

    fn entries(self) -> [Entry; 6] {
        let [kind, unit, start, target] = self.measure.entries();
        [self.title, self.due, kind, unit, start, target]
    }

    /// A new aim.
    fn draft(self) -> Result<AimDraft, Refusal> {
        Ok(AimDraft { title: self.title.text(), measure: self.measure.measure()?, due: parse_day(&self.due.text()) })
    }

    /// What is to be saved of an aim that is like `now`.
    fn over(self, now: &Aim) -> Result<AimDraft, Refusal> {
        Ok(AimDraft {
            title: self.title.over(&now.title),
            measure: self.measure.over(&now.measure)?,
            due: parse_day(&self.due.over(&typed_day(now))),
        })
    }
}

/// Sets a new aim, or changes the one called `id`.
#[component]
pub fn AimForm(#[prop(optional)] id: Option<AimId>, outcome: Memo<String>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let now = move |id: &AimId| app.circle().with_untracked(|circle| circle.aims.get(id).map(|aim| (**aim).clone()));
    let form = AimEntries::of(id.as_ref().and_then(now).as_ref());
    let subject = id.as_ref().map_or_else(|| "aim".to_owned(), |id| format!("aim/{id}"));
    let on_done = Kept::of(&subject, &form.entries()).until(on_done);
    let problem = Problem::none();
    let held = id.clone();
    let on_submit = submit(problem, on_done, move || {
        let (command, said) = match &held {
            None => (aim::Command::Set(form.draft()?), words::AIM_ADDED),
            Some(id) => {
                let draft = form.over(&now(id).ok_or(Refusal::Gone("aim"))?)?;
                (aim::Command::Edit(id.clone(), draft), words::AIM_CHANGED)
            }
        };
        Ok(Some(Request::new(command, said)))
    });
    let delete = id.map(|id| delete_button(id, on_done));
    let today = Memo::new(move |_| app.today());
    let title = form.title.typed;
    let can_take = move || outcome.with(|outcome| !outcome.is_empty() && title.with(|title| title != outcome));
    let take = move |_| form.title.show(&outcome.get_untracked());
    view! {
        <Form problem on_submit>
            <Field id="aim-title" label=words::AIM_TITLE example=words::AIM_EXAMPLE value=title problem field=Which::Text />
            <When is=can_take>
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=take>{words::AIM_FROM_CHARTER}</button>
                </div>
            </When>
            <MeasureFields id="aim" form=form.measure problem />
            <DayField id="aim-due" label=goals::DUE value=form.due.typed today is_optional=true />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button> {delete}</div>
        </Form>
    }
    .into_any()
}

fn delete_button(id: AimId, on_done: Callback<()>) -> AnyView {
    let app = app();
    let delete = move |_| {
        act(app, aim::Command::Delete(id.clone()), words::AIM_DELETED);
        on_done.run(());
    };
    view! { <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button> }.into_any()
}
