//! The form of a decision: what, who sees to it, when the circle looks again.

use crate::domain::{Command, Decision, DecisionDraft, DecisionId, Field as Which, MemberId, parse_day};
use crate::ui::components::{Area, Field, Problem, Select, Sheet, When};
use crate::ui::pages::session::choice::opened_by;
use crate::ui::pages::session::pad::DecisionForm;
use crate::ui::pages::session::people::options;
use crate::ui::pages::session::run::Run;
use crate::ui::pages::week::act;
use crate::ui::text::{action, session as words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// What was typed, as the domain takes it.
pub fn draft_of(form: DecisionForm) -> DecisionDraft {
    let owner = form.owner.get_untracked();
    DecisionDraft {
        text: form.text.get_untracked(),
        owner: (!owner.is_empty()).then(|| MemberId::new(&owner)),
        review_on: form.review_on.with_untracked(|day| parse_day(day)),
    }
}

/// The fields themselves.
#[component]
pub fn DecisionFields(run: Run, id: &'static str, form: DecisionForm, problem: Problem) -> impl IntoView {
    view! {
        <Area
            id=format!("{id}-text")
            label=words::DECISION
            example=words::DECISION_EXAMPLE
            value=form.text
            problem
            field=Which::Text
        />
        <div class="two">
            <Select
                id=format!("{id}-owner")
                label=words::OWNER
                value=form.owner
                options=options(run, Some(words::NO_OWNER))
            />
            <Field id=format!("{id}-review") kind="date" label=words::REVIEW_ON value=form.review_on is_optional=true />
        </div>
        <When is=move || problem.elsewhere().is_some()>
            <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
        </When>
    }
}

/// The dialog for the `chosen` decision.
#[component]
pub fn DecisionSheet(run: Run, chosen: RwSignal<Option<DecisionId>>) -> impl IntoView {
    let is_open = opened_by(chosen);
    let about = move || {
        let found = chosen.with(|id| {
            run.app.circle().with_untracked(|circle| circle.decisions.get(id.as_ref()?).map(|found| (**found).clone()))
        });
        found.map(|decision| view! { <EditDecision run decision is_open /> })
    };
    view! { <Sheet is_open title=words::EDIT_DECISION>{about}</Sheet> }
}

#[component]
fn EditDecision(run: Run, decision: Decision, is_open: RwSignal<bool>) -> impl IntoView {
    let owner = decision.owner.as_ref().map(ToString::to_string).unwrap_or_default();
    let review_on = decision.review_on.map(crate::domain::iso_day).unwrap_or_default();
    let form = DecisionForm::of(decision.text, owner, review_on);
    let problem = Problem::none();
    let held = StoredValue::new(decision.id);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if run.submit(Command::EditDecision(held.get_value(), draft_of(form)), words::DECISION_CHANGED, problem) {
            is_open.set(false);
        }
    };
    let delete = move |_| {
        act(run.app, Command::DeleteDecision(held.get_value()), words::DECISION_DELETED);
        is_open.set(false);
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <DecisionFields run id="edit-decision" form problem />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
            </div>
        </form>
    }
}
