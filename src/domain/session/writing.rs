//! What is typed during a session before it is recorded: raw words, kept as a draft on the device.

use crate::domain::check_in::CommitmentTexts;
use crate::domain::typing::{Typing, merged_choice, merged_text, merged_texts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is typed into the forms of one session.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionTexts {
    /// A note.
    pub note: String,
    /// Notes, by the id of the agenda item.
    pub item_notes: BTreeMap<String, String>,
    /// What was decided.
    pub decision: String,
    /// Who sees to it, as a member id.
    pub decision_owner: String,
    /// When the circle looks again, as `2026-12-11`.
    pub decision_review_on: String,
    /// How decisions worked out, by the decision's id.
    pub found: BTreeMap<String, String>,
    /// A commitment, under the name that it was always kept by.
    #[serde(rename = "promise")]
    pub next: CommitmentTexts,
    /// What is kept of the session; nothing while it is as it was saved.
    pub summary: Option<String>,
}

impl Typing for SessionTexts {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let summary = match (&base.summary, &self.summary, &theirs.summary) {
            (base, Some(ours), Some(theirs)) => Some(merged_text(base.as_deref().unwrap_or_default(), ours, theirs)),
            (base, ours, theirs) => merged_choice(base, ours, theirs),
        };
        let choice = |field: fn(&Self) -> &String| merged_choice(field(base), field(self), field(theirs));
        Self {
            note: merged_text(&base.note, &self.note, &theirs.note),
            item_notes: merged_texts(&base.item_notes, &self.item_notes, &theirs.item_notes),
            decision: merged_text(&base.decision, &self.decision, &theirs.decision),
            decision_owner: choice(|texts| &texts.decision_owner),
            decision_review_on: choice(|texts| &texts.decision_review_on),
            found: merged_texts(&base.found, &self.found, &theirs.found),
            next: self.next.merged(&base.next, &theirs.next),
            summary,
        }
    }
}
