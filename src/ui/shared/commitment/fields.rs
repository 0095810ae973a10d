//! The fields of a commitment: its text, goal, if-then plan, with a gentle lint.

use super::words;
use crate::domain::{Commitment, CommitmentDraft, CommitmentTexts, Field as Which, GoalId, vagueness};
use crate::state::Memo;
use crate::ui::ask::Entry;
use crate::ui::components::{Field, Problem, Select, When};
use crate::ui::markup::view;
use leptos::prelude::*;

/// A goal to choose from: id and title.
pub type GoalOption = (GoalId, String);

/// What is typed into the fields.
#[derive(Clone, Copy)]
pub struct CommitmentForm {
    /// What is committed to.
    pub text: Entry,
    /// A goal's id, or nothing.
    pub goal: Entry,
    /// The if part.
    pub cue: Entry,
    /// The then part.
    pub action: Entry,
}

impl CommitmentForm {
    /// Fields that hold `texts`.
    pub fn of(texts: CommitmentTexts) -> Self {
        let CommitmentTexts { text, goal, cue, action } = texts;
        Self { text: Entry::of(text), goal: Entry::of(goal), cue: Entry::of(cue), action: Entry::of(action) }
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

    /// All fields.
    pub fn entries(self) -> [Entry; 4] {
        [self.text, self.goal, self.cue, self.action]
    }

    /// What was typed, tracked.
    pub fn texts(self) -> CommitmentTexts {
        let [text, goal, cue, action] = self.entries().map(|entry| entry.typed.get());
        CommitmentTexts { text, goal, cue, action }
    }

    /// Types `texts` into the fields.
    pub fn show(self, texts: &CommitmentTexts) {
        let CommitmentTexts { text, goal, cue, action } = texts;
        for (entry, text) in self.entries().into_iter().zip([text, goal, cue, action]) {
            entry.show(text);
        }
    }

    /// What was typed, as the domain takes it.
    pub fn draft(self) -> CommitmentDraft {
        untrack(move || self.texts()).draft()
    }

    /// What is to be saved of a commitment that reads like `now`; `None` where nobody touched a field.
    pub fn over(self, now: &Commitment) -> Option<CommitmentDraft> {
        let Commitment { text, goal, cue, action, .. } = now;
        let draft = CommitmentDraft {
            text: self.text.over(text),
            goal: if self.goal.is_touched() { goal_id(&self.goal.text()) } else { goal.clone() },
            cue: self.cue.over(cue),
            action: self.action.over(action),
            ..now.draft()
        };
        self.entries().into_iter().any(Entry::is_touched).then_some(draft)
    }
}

fn goal_id(typed: &str) -> Option<GoalId> {
    (!typed.is_empty()).then(|| GoalId::new(typed))
}

/// The fields themselves.
#[component]
pub fn CommitmentFields(
    #[prop(into)] id: String,
    form: CommitmentForm,
    #[prop(into)] goals: Memo<Vec<GoalOption>>,
    #[prop(default = words::TEXT)] label: &'static str,
    problem: Problem,
) -> impl IntoView {
    let hint = Memo::new(move |_| {
        let found = form.text.typed.with(|text| vagueness(text));
        words::lint(&found).unwrap_or_else(|| words::TEXT_HINT.to_owned())
    });
    let options = Memo::new(move |_| {
        let none = std::iter::once((String::new(), words::NO_GOAL.to_owned()));
        none.chain(goals.get().into_iter().map(|(id, title)| (id.to_string(), title))).collect::<Vec<_>>()
    });
    let has_goals = Memo::new(move |_| goals.with(|goals| !goals.is_empty()));
    let (text_id, goal_id) = (format!("{id}-text"), format!("{id}-goal"));
    let (cue_id, action_id) = (format!("{id}-cue"), format!("{id}-action"));
    view! {
        <Field id=text_id label value=form.text.typed hint example=words::TEXT_EXAMPLE problem field=Which::Text />
        <div class="two">
            <Field id=cue_id label=words::IF value=form.cue.typed example=words::IF_EXAMPLE is_optional=true problem field=Which::Cue />
            <Field
                id=action_id
                label=words::THEN
                value=form.action.typed
                example=words::THEN_EXAMPLE
                is_optional=true
                problem
                field=Which::Action
            />
        </div>
        <When is=move || has_goals.get()>
            <Select id=goal_id.clone() label=words::GOAL value=form.goal.typed options is_optional=true />
        </When>
    }
}
