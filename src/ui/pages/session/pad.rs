//! What is being typed during a session: kept on the device, and not lost when somebody else goes on.

use crate::domain::Cycle;
use crate::state::{App, Draft};
use crate::ui::components::{CommitmentForm, CommitmentTexts};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Half-written fields.
#[derive(Clone, Copy)]
pub struct Pad {
    /// A note.
    pub note: RwSignal<String>,
    /// A decision.
    pub decision: DecisionForm,
    /// Who makes the promise that is being written, as a member id.
    pub promiser: RwSignal<String>,
    /// That promise.
    pub promise: CommitmentForm,
    /// The summary.
    pub summary: RwSignal<String>,
    /// Fields beside items and decisions, by the id of what they are about.
    beside: RwSignal<BTreeMap<String, ArcRwSignal<String>>>,
}

/// The fields of a decision.
#[derive(Clone, Copy)]
pub struct DecisionForm {
    /// What was decided.
    pub text: RwSignal<String>,
    /// Who sees to it, as a member id.
    pub owner: RwSignal<String>,
    /// When the circle looks again, as `2026-12-11`.
    pub review_on: RwSignal<String>,
}

impl DecisionForm {
    /// Fields with these words.
    pub fn of(text: String, owner: String, review_on: String) -> Self {
        Self { text: RwSignal::new(text), owner: RwSignal::new(owner), review_on: RwSignal::new(review_on) }
    }
}

/// The same as plain text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
struct Typed {
    #[serde(default)]
    note: String,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    decision_owner: String,
    #[serde(default)]
    decision_review_on: String,
    #[serde(default)]
    promise: CommitmentTexts,
    /// Nothing while it is as it was saved.
    #[serde(default)]
    summary: Option<String>,
    #[serde(default)]
    beside: BTreeMap<String, String>,
}

impl Pad {
    /// What was typed so far in the session of `cycle`; kept from the first change on.
    pub fn of(app: App, cycle: Cycle) -> Self {
        let draft = Draft::<Typed>::of(app, &format!("session/{cycle}"));
        let typed = draft.load(app).unwrap_or_default();
        let me = app.me.get_untracked().map(|me| me.to_string()).unwrap_or_default();
        let known = Memo::new(move |_| {
            app.circle().with(|circle| circle.session(cycle).map(|session| session.summary.clone()).unwrap_or_default())
        });
        let summary = typed.summary.unwrap_or_else(|| known.get_untracked());
        let pad = Self {
            note: RwSignal::new(typed.note),
            decision: DecisionForm::of(typed.decision, typed.decision_owner, typed.decision_review_on),
            promiser: RwSignal::new(me),
            promise: CommitmentForm::of(typed.promise),
            summary: RwSignal::new(summary),
            beside: RwSignal::new(typed.beside.into_iter().map(|(id, text)| (id, ArcRwSignal::new(text))).collect()),
        };
        follow(known, pad.summary);
        Effect::new(move |earlier: Option<Typed>| {
            let typed = pad.typed(known);
            if earlier.is_some_and(|earlier| earlier != typed) {
                if typed == Typed::default() {
                    draft.clear(app);
                } else {
                    draft.keep(app, &typed);
                }
            }
            typed
        });
        pad
    }

    /// The field beside what is called `id`: it outlives the step that shows it.
    pub fn beside(self, id: &str) -> RwSignal<String> {
        let known = self.beside.with_untracked(|fields| fields.get(id).cloned());
        let field = known.unwrap_or_else(|| {
            let field = ArcRwSignal::new(String::new());
            self.beside.update(|fields| drop(fields.insert(id.to_owned(), field.clone())));
            field
        });
        RwSignal::from(field)
    }

    /// Everything typed, tracked.
    fn typed(self, known: Memo<String>) -> Typed {
        let summary = self.summary.get();
        let fields = self.beside.get().into_iter().map(|(id, field)| (id, field.get()));
        Typed {
            note: self.note.get(),
            decision: self.decision.text.get(),
            decision_owner: self.decision.owner.get(),
            decision_review_on: self.decision.review_on.get(),
            promise: self.promise.texts(),
            summary: known.with(|known| known != summary.trim()).then_some(summary),
            beside: fields.filter(|(_, text)| !text.is_empty()).collect(),
        }
    }
}

/// Takes over what another device wrote as `known`, unless something else is being typed.
fn follow(known: Memo<String>, typed: RwSignal<String>) {
    Effect::new(move |earlier: Option<String>| {
        let known = known.get();
        if earlier.is_some_and(|earlier| typed.with_untracked(|typed| typed.trim() == earlier)) {
            typed.set(known.clone());
        }
        known
    });
}
