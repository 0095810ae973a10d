//! What becomes of a commitment: the one rule behind the check-in, the commitment's own dialog and the session.

use super::draft::{checked_of, commitment};
use super::easing::eases;
use super::{CarryDemand, Commitment, CommitmentDraft, CommitmentId, Outcome};
use crate::domain::checks::text;
use crate::domain::context::Context;
use crate::domain::records::Circle;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;
use std::mem;

/// What becomes of a commitment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It ends with this outcome.
    Ended(Outcome),
    /// It goes on in the next week that is held.
    Carried,
}

impl Verdict {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 6] = [
        Self::Ended(Outcome::Kept),
        Self::Ended(Outcome::Partial),
        Self::Ended(Outcome::Missed),
        Self::Carried,
        Self::Ended(Outcome::Renegotiated),
        Self::Ended(Outcome::Dropped),
    ];

    /// The name that stands for it in forms and drafts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ended(outcome) => outcome.key(),
            Self::Carried => "carried",
        }
    }

    /// The verdict that `key` stands for. Older drafts say "carry".
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "carried" | "carry" => Some(Self::Carried),
            key => Outcome::from_key(key).map(Self::Ended),
        }
    }
}

/// What a form says of one commitment: its words, what becomes of it, and why. What is `None` stays as it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Settlement {
    /// Which commitment.
    pub commitment: CommitmentId,
    /// Its words; a second carry asks for others.
    pub draft: Option<CommitmentDraft>,
    /// What becomes of it.
    pub verdict: Option<Verdict>,
    /// The owner's word about that; a carry needs one as its reason.
    pub note: Option<String>,
}

impl Settlement {
    /// `verdict` alone, on `commitment`.
    pub fn verdict(commitment: CommitmentId, verdict: Verdict) -> Self {
        Self { commitment, draft: None, verdict: Some(verdict), note: None }
    }

    /// Whether it leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        self.draft.is_none() && self.verdict.is_none() && self.note.is_none()
    }
}

/// Returns the commitment with its new words and with what was said of it in `cycle`.
///
/// Easing it, or calling it renegotiated, is for the time before it is due. Words and verdict are one step: whether a carry brings a change is asked of the words that were stored before.
pub(in crate::domain) fn settle(
    circle: &Circle,
    cycle: Cycle,
    settlement: Settlement,
    ctx: &Context<'_>,
) -> Result<Commitment, Refusal> {
    let before = &commitment(circle, &settlement.commitment)?;
    let mut after = before.clone();
    if let Some(draft) = settlement.draft {
        let draft = checked_of(circle, &before.owner, draft)?;
        let CommitmentDraft { text, goal, due, cue, action, helper } = draft;
        after = Commitment { text, goal, due, cue, action, helper, ..after };
    }
    if let Some(note) = settlement.note {
        after.note = text(Field::Note, &note)?;
    }
    let is_late = ctx.now > circle.commitment_due(ctx.zones, before);
    match settlement.verdict {
        Some(Verdict::Ended(Outcome::Renegotiated)) if before.outcome.is_none() && is_late => {
            return Err(Refusal::EasedTooLate(after.id));
        }
        Some(Verdict::Carried) => {}
        _ if !before.is_open() || !eases(before, &after) => {}
        _ if is_late => return Err(Refusal::EasedTooLate(after.id)),
        _ => {
            after.eased.insert(ctx.now, before.text.clone());
        }
    }
    match settlement.verdict {
        None => {}
        // The same outcome with another note was given when it was first given.
        Some(Verdict::Ended(outcome)) if before.outcome == Some(outcome) => {}
        Some(Verdict::Ended(outcome)) => {
            after.outcome = Some(outcome);
            after.resolved_at = Some(ctx.now);
        }
        Some(Verdict::Carried) => carry(circle, cycle, before, &mut after)?,
    }
    Ok(after)
}

/// Carries `after` out of `cycle`, or out of the later one that it is in already; its note becomes the reason.
fn carry(circle: &Circle, cycle: Cycle, before: &Commitment, after: &mut Commitment) -> Result<(), Refusal> {
    if after.note.is_empty() {
        return Err(Refusal::CarryNeedsReason(after.id.clone()));
    }
    if before.carry_demand() == CarryDemand::Change && has_same_plan(before, after) {
        return Err(Refusal::CarryNeedsChange(after.id.clone()));
    }
    let from = cycle.max(before.cycle);
    after.carried.insert(from, mem::take(&mut after.note));
    after.cycle = circle.rhythm.next_held(from);
    if after.due == before.due {
        after.due = None;
    }
    // An outcome that was given before is taken back: it goes on.
    after.outcome = None;
    after.resolved_at = None;
    Ok(())
}

fn has_same_plan(before: &Commitment, after: &Commitment) -> bool {
    (&before.text, &before.cue, &before.action) == (&after.text, &after.cue, &after.action)
}
