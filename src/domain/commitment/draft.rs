//! What a form says of a commitment.

use super::{Commitment, CommitmentId};
use crate::domain::checks::{line, optional_line};
use crate::domain::goal::GoalId;
use crate::domain::member::MemberId;
use crate::domain::records::Circle;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::Day;

/// What a form says of a commitment.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CommitmentDraft {
    /// Verb, measure and date.
    pub text: String,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// The day it is due.
    pub due: Option<Day>,
    /// The cue of the if-then plan.
    pub cue: String,
    /// The action of the if-then plan.
    pub action: String,
    /// The member who helps.
    pub helper: Option<MemberId>,
}

/// What is kept of `draft`, made by `owner`.
///
/// # Errors
/// [`Refusal::SomebodyElses`] where they would help themselves.
pub(super) fn checked_of(
    circle: &Circle,
    owner: &MemberId,
    draft: CommitmentDraft,
) -> Result<CommitmentDraft, Refusal> {
    if let Some(helper) = &draft.helper {
        circle.require_member(helper)?;
        if helper == owner {
            return Err(Refusal::SomebodyElses);
        }
    }
    checked(draft)
}

pub(super) fn checked(draft: CommitmentDraft) -> Result<CommitmentDraft, Refusal> {
    Ok(CommitmentDraft {
        text: line(Field::Text, &draft.text)?,
        cue: optional_line(Field::Cue, &draft.cue)?,
        action: optional_line(Field::Action, &draft.action)?,
        ..draft
    })
}

/// The commitment with this id, unless it was deleted.
pub(super) fn commitment(circle: &Circle, id: &CommitmentId) -> Result<Commitment, Refusal> {
    let found = circle.commitments.get(id).filter(|commitment| commitment.deleted_at.is_none());
    found.map(|commitment| (**commitment).clone()).ok_or(Refusal::Gone("commitment"))
}
