//! What is being typed during a session: kept on the device, and not lost when somebody else goes on.

use super::texts::Texts;
use crate::domain::{Cycle, SessionTexts};
use crate::state::Memo;
use crate::state::{App, Draft, RwSignal};
use crate::ui::ask::{DraftForm, SharedDraft, show};
use crate::ui::components::Typed;
use crate::ui::shared::commitment::CommitmentForm;
use leptos::prelude::*;

/// Half-written fields.
#[derive(Clone, Copy)]
pub struct Pad {
    /// A note.
    pub note: RwSignal<String>,
    /// Notes on agenda items.
    pub item_notes: Texts,
    /// A decision.
    pub decision: DecisionForm,
    /// How decisions worked out.
    pub found: Texts,
    /// Whose commitment is being written, as a member id.
    pub owner: RwSignal<String>,
    /// That commitment.
    pub next: CommitmentForm,
    /// The summary.
    pub summary: SummaryText,
}

/// The summary of a session: as it was saved, on whichever device, until something else is typed here.
#[derive(Clone, Copy)]
pub struct SummaryText {
    saved: Memo<String>,
    typed: RwSignal<Option<String>>,
}

impl SummaryText {
    /// What the field shows; tracked.
    pub fn shown(self) -> String {
        self.typed.get().unwrap_or_else(|| self.saved.get())
    }

    /// What is typed other than what was saved; tracked.
    pub fn unsaved(self) -> Option<String> {
        let typed = self.typed.get()?;
        self.saved.with(|saved| saved.trim() != typed.trim()).then_some(typed)
    }

    /// Whether something other than what was saved is typed; tracked.
    pub fn is_unsaved(self) -> bool {
        self.unsaved().is_some()
    }

    /// Shows what was saved again.
    pub fn follow(self) {
        self.typed.set(None);
    }

    /// Takes in what is typed. Words that read as the saved ones follow these.
    fn take(self, text: String) {
        let is_saved = self.saved.with_untracked(|saved| saved.trim() == text.trim());
        self.typed.set((!is_saved).then_some(text));
    }
}

impl From<SummaryText> for Typed {
    fn from(summary: SummaryText) -> Self {
        Self { shown: Memo::new(move |_| summary.shown()), on_typed: Callback::new(move |text| summary.take(text)) }
    }
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

    /// All of them.
    pub fn fields(self) -> [RwSignal<String>; 3] {
        [self.text, self.owner, self.review_on]
    }
}

impl Pad {
    /// What was typed so far in the session of `cycle`; kept from the first change on, and shared with other tabs.
    pub fn of(app: App, cycle: Cycle) -> Self {
        let draft = SharedDraft::<SessionTexts>::of(app, Draft::of(app, &format!("session/{cycle}")));
        let typed = draft.load().unwrap_or_default();
        let me = app.me.get_untracked().map(|me| me.to_string()).unwrap_or_default();
        let saved = Memo::new(move |_| {
            app.circle().with(|circle| circle.session(cycle).map(|session| session.summary.clone()).unwrap_or_default())
        });
        let pad = Self {
            note: RwSignal::new(typed.note),
            item_notes: Texts::of(typed.item_notes),
            decision: DecisionForm::of(typed.decision, typed.decision_owner, typed.decision_review_on),
            found: Texts::of(typed.found),
            owner: RwSignal::new(me),
            next: CommitmentForm::of(typed.next),
            summary: SummaryText { saved, typed: RwSignal::new(typed.summary) },
        };
        draft.share(pad);
        pad
    }
}

impl DraftForm for Pad {
    type Texts = SessionTexts;

    fn texts(self) -> SessionTexts {
        let [decision, decision_owner, decision_review_on] = self.decision.fields().map(|field| field.get());
        SessionTexts {
            note: self.note.get(),
            item_notes: self.item_notes.written(),
            decision,
            decision_owner,
            decision_review_on,
            found: self.found.written(),
            next: self.next.texts(),
            summary: self.summary.unsaved(),
        }
    }

    fn show(self, texts: &SessionTexts) {
        show(self.note, &texts.note);
        self.item_notes.show(&texts.item_notes);
        let decision = [&texts.decision, &texts.decision_owner, &texts.decision_review_on];
        self.decision.fields().into_iter().zip(decision).for_each(|(field, text)| show(field, text));
        self.found.show(&texts.found);
        self.next.show(&texts.next);
        show(self.summary.typed, &texts.summary);
    }
}
