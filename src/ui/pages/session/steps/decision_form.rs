//! The form of a decision: what, who sees to it, when the circle looks again.

use crate::domain::{Decision, DecisionDraft, DecisionId, Field as Which, MemberId, iso_day, parse_day, session};
use crate::platform;
use crate::state::{Memo, StoredValue};
use crate::ui::ask::{Request, act, submit, touched};
use crate::ui::components::{Area, DayField, Elsewhere, For, Form, Problem, Select, SheetAbout};
use crate::ui::markup::view;
use crate::ui::pages::session::pad::DecisionForm;
use crate::ui::pages::session::people::options;
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::words;
use crate::ui::text::action;
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
    let is_blank = Memo::new(move |_| form.text.with(String::is_empty));
    let options = options(run, Some(words::NO_OWNER));
    let today = Memo::new(move |_| run.app.today());
    let owner = move |_| view! { <Select id=format!("{id}-owner") label=words::OWNER value=form.owner options /> };
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
            // A list shows what was chosen when it was made: it is made anew when the form is emptied or filled.
            <For each=move || [is_blank.get()] key=|is_blank| *is_blank children=owner />
            <DayField id=format!("{id}-review") label=words::REVIEW_ON value=form.review_on today is_optional=true />
        </div>
        <Elsewhere problem />
    }
}

/// The dialog for the chosen decision.
#[component]
pub fn DecisionSheet(run: Run) -> impl IntoView {
    let form = move |id: DecisionId, on_done| {
        let decision = now(run, &id);
        decision.map_or_else(|| ().into_any(), |decision| view! { <EditDecision run decision on_done /> }.into_any())
    };
    view! { <SheetAbout subject=run.chosen.decision title=words::EDIT_DECISION about=form /> }
}

/// The decision as it stands now.
fn now(run: Run, id: &DecisionId) -> Option<Decision> {
    run.app.circle().with_untracked(|circle| circle.decisions.get(id).map(|found| (**found).clone()))
}

/// What is to be saved of a decision that was opened as `opening`.
fn merged(run: Run, opening: &Decision, typed: DecisionDraft) -> DecisionDraft {
    let now = now(run, &opening.id).unwrap_or_else(|| opening.clone());
    DecisionDraft {
        text: touched(&opening.text, typed.text, now.text),
        owner: touched(&opening.owner, typed.owner, now.owner),
        review_on: touched(&opening.review_on, typed.review_on, now.review_on),
    }
}

#[component]
fn EditDecision(run: Run, decision: Decision, on_done: Callback<()>) -> impl IntoView {
    let owner = decision.owner.as_ref().map(ToString::to_string).unwrap_or_default();
    let review_on = decision.review_on.map(iso_day).unwrap_or_default();
    let form = DecisionForm::of(decision.text.clone(), owner, review_on);
    let problem = Problem::none();
    let held = StoredValue::new(decision);
    let on_submit = submit(problem, on_done, move || {
        let draft = draft_of(form);
        let edit =
            held.with_value(|opening| session::Command::EditDecision(opening.id.clone(), merged(run, opening, draft)));
        Ok(Some(Request::new(edit, words::DECISION_CHANGED)))
    });
    let delete = move |_| {
        let delete = session::Command::DeleteDecision(held.with_value(|decision| decision.id.clone()));
        act(run.app, delete, words::DECISION_DELETED);
        on_done.run(());
        platform::focus_near("decided");
    };
    view! {
        <Form problem on_submit>
            <DecisionFields run id="edit-decision" form problem />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
            </div>
        </Form>
    }
}
