//! Making and changing commitments.

use super::draft::{CommitmentDraft, checked, checked_of, commitment};
use super::{Commitment, CommitmentId, Settlement, settle};
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::Refusal;
use crate::domain::rhythm::Cycle;
use std::collections::BTreeMap;

/// What can be done about commitments.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Makes a commitment for `cycle`.
    Add { cycle: Cycle, draft: CommitmentDraft },
    /// Writes down a commitment that another member makes for `cycle`, as in a session.
    AddFor { owner: MemberId, cycle: Cycle, draft: CommitmentDraft },
    /// Changes a commitment, says in `cycle` what becomes of it, or both at once.
    Settle { cycle: Cycle, settlement: Settlement },
    /// Takes an outcome back.
    Reopen(CommitmentId),
    /// Deletes a commitment.
    Delete(CommitmentId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let changed = match command {
        Command::Add { cycle, draft } => {
            let unresolved = circle.unresolved_before(&ctx.me()?, cycle_now(circle, ctx).min(cycle));
            if !unresolved.is_empty() {
                return Err(Refusal::Unresolved(unresolved.into_iter().map(|c| c.id.clone()).collect()));
            }
            new_commitment(checked_of(circle, &ctx.me()?, draft)?, cycle, ctx)?
        }
        Command::AddFor { owner, cycle, draft } => commitment_for(circle, owner, cycle, draft, ctx)?,
        Command::Settle { cycle, settlement } => settle(circle, cycle, settlement, ctx)?,
        Command::Reopen(id) => {
            // The word about the outcome stays: who ticks and unticks has not asked to lose it.
            Commitment { outcome: None, resolved_at: None, ..commitment(circle, &id)? }
        }
        Command::Delete(id) => Commitment { deleted_at: Some(ctx.now), ..commitment(circle, &id)? },
    };
    Ok(vec![Record::Commitment(changed)])
}

/// Returns a new commitment of the acting member.
pub(in crate::domain) fn new_commitment(
    draft: CommitmentDraft,
    cycle: Cycle,
    ctx: &mut Context<'_>,
) -> Result<Commitment, Refusal> {
    let CommitmentDraft { text, goal, due, cue, action, helper } = checked(draft)?;
    Ok(Commitment {
        id: CommitmentId::new(&ctx.id()),
        owner: ctx.me()?,
        goal,
        text,
        cycle,
        due,
        cue,
        action,
        helper,
        outcome: None,
        resolved_at: None,
        note: String::new(),
        carried: BTreeMap::new(),
        eased: BTreeMap::new(),
        created_at: ctx.now,
        deleted_at: None,
    })
}

fn cycle_now(circle: &Circle, ctx: &Context<'_>) -> Cycle {
    circle.rhythm.cycle_at(ctx.zones, ctx.now)
}

/// A commitment that `owner` makes and somebody else writes down; only a present member can commit.
fn commitment_for(
    circle: &Circle,
    owner: MemberId,
    cycle: Cycle,
    draft: CommitmentDraft,
    ctx: &mut Context<'_>,
) -> Result<Commitment, Refusal> {
    if circle.require_member(&owner)?.left_at.is_some() {
        return Err(Refusal::Gone("member"));
    }
    // A goal serves its owner's commitments only.
    let is_own = |id: &_| circle.goals.get(id).is_some_and(|goal| goal.owner == owner);
    let goal = draft.goal.filter(is_own);
    Ok(Commitment { owner, ..new_commitment(CommitmentDraft { goal, ..draft }, cycle, ctx)? })
}
