//! The fields of a commitment: promise, goal, if-then plan, with a gentle lint.

use super::words;
use crate::domain::{Commitment, CommitmentDraft, Field as Which, GoalId, vagueness};
use crate::ui::components::{Field, Problem, Select, When};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A goal to choose from: id and title.
pub type GoalOption = (GoalId, String);

/// What is typed into the fields.
#[derive(Clone, Copy)]
pub struct CommitmentForm {
    /// The promise.
    pub text: RwSignal<String>,
    /// A goal's id, or nothing.
    pub goal: RwSignal<String>,
    /// The if part.
    pub cue: RwSignal<String>,
    /// The then part.
    pub action: RwSignal<String>,
}

/// The same as plain text, to be kept as a draft.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct CommitmentTexts {
    pub text: String,
    pub goal: String,
    pub cue: String,
    pub action: String,
}

impl CommitmentForm {
    /// Fields that hold `texts`.
    pub fn of(texts: CommitmentTexts) -> Self {
        let CommitmentTexts { text, goal, cue, action } = texts;
        Self {
            text: RwSignal::new(text),
            goal: RwSignal::new(goal),
            cue: RwSignal::new(cue),
            action: RwSignal::new(action),
        }
    }

    /// Empty fields.
    pub fn empty() -> Self {
        Self::of(CommitmentTexts::default())
    }

    /// Fields that hold `commitment`.
    pub fn from(commitment: &Commitment) -> Self {
        Self::of(CommitmentTexts {
            text: commitment.text.clone(),
            goal: commitment.goal.as_ref().map(ToString::to_string).unwrap_or_default(),
            cue: commitment.cue.clone(),
            action: commitment.action.clone(),
        })
    }

    /// What was typed, tracked.
    pub fn texts(self) -> CommitmentTexts {
        CommitmentTexts { text: self.text.get(), goal: self.goal.get(), cue: self.cue.get(), action: self.action.get() }
    }

    /// What was typed, as the domain takes it.
    pub fn draft(self) -> CommitmentDraft {
        let CommitmentTexts { text, goal, cue, action } = untrack(move || self.texts());
        let goal = (!goal.is_empty()).then(|| GoalId::new(&goal));
        CommitmentDraft { text, goal, due: None, cue, action }
    }
}

/// The fields themselves.
#[component]
pub fn CommitmentFields(
    #[prop(into)] id: String,
    form: CommitmentForm,
    #[prop(into)] goals: Signal<Vec<GoalOption>>,
    #[prop(default = words::TEXT)] label: &'static str,
    problem: Problem,
) -> impl IntoView {
    let hint = Signal::derive(move || {
        let found = form.text.with(|text| vagueness(text));
        words::lint(&found).unwrap_or_else(|| words::TEXT_HINT.to_owned())
    });
    let options = Signal::derive(move || {
        let none = std::iter::once((String::new(), words::NO_GOAL.to_owned()));
        none.chain(goals.get().into_iter().map(|(id, title)| (id.to_string(), title))).collect::<Vec<_>>()
    });
    let has_goals = Memo::new(move |_| goals.with(|goals| !goals.is_empty()));
    let (text_id, goal_id) = (format!("{id}-text"), format!("{id}-goal"));
    let (cue_id, action_id) = (format!("{id}-cue"), format!("{id}-action"));
    view! {
        <Field id=text_id label value=form.text hint example=words::TEXT_EXAMPLE problem field=Which::Text />
        <div class="two">
            <Field id=cue_id label=words::IF value=form.cue example=words::IF_EXAMPLE is_optional=true problem field=Which::Cue />
            <Field
                id=action_id
                label=words::THEN
                value=form.action
                example=words::THEN_EXAMPLE
                is_optional=true
                problem
                field=Which::Action
            />
        </div>
        <When is=move || has_goals.get()>
            <Select id=goal_id.clone() label=words::GOAL value=form.goal options is_optional=true />
        </When>
    }
}
