//! What becomes of a commitment: the one rule behind the check-in, the commitment's own dialog and the session.

use super::checks::text;
use super::{checked_commitment, commitment};
use crate::domain::command::{CommitmentDraft, Field, Refusal, Settlement, Verdict};
use crate::domain::commitment::{CarryDemand, Commitment};
use crate::domain::cycle::Cycle;
use crate::domain::records::Circle;
use crate::domain::time::Timestamp;
use std::mem;

/// Returns the commitment with its new words and with what was said of it in `cycle`.
///
/// Words and verdict are one step: whether a carry brings a change is asked of the words that were stored before.
pub(super) fn settle(
    circle: &Circle,
    cycle: Cycle,
    settlement: Settlement,
    now: Timestamp,
) -> Result<Commitment, Refusal> {
    let before = commitment(circle, &settlement.commitment)?;
    let mut after = before.clone();
    if let Some(draft) = settlement.draft {
        let CommitmentDraft { text, goal, due, cue, action } = checked_commitment(draft)?;
        after = Commitment { text, goal, due, cue, action, ..after };
    }
    if let Some(note) = settlement.note {
        after.note = text(Field::Note, &note)?;
    }
    match settlement.verdict {
        None => {}
        // The same outcome with another note was given when it was first given.
        Some(Verdict::Ended(outcome)) if before.outcome == Some(outcome) => {}
        Some(Verdict::Ended(outcome)) => {
            after.outcome = Some(outcome);
            after.resolved_at = Some(now);
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
