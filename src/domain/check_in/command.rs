//! Sending a check-in.

use super::CheckIn;
use crate::domain::checks::text;
use crate::domain::commitment::{CommitmentDraft, Settlement, new_commitment, settle};
use crate::domain::context::Context;
use crate::domain::goal::{GoalId, Progress, new_progress};
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;

/// What a form says of a check-in.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckInDraft {
    /// Which cycle.
    pub cycle: Cycle,
    /// Outcomes of the commitments, first of all.
    pub settlements: Vec<Settlement>,
    /// Where goals stand now.
    pub progress: Vec<(GoalId, f64)>,
    /// What went well.
    pub win: String,
    /// What stood in the way.
    pub blocker: String,
    /// What the circle can help with.
    pub ask: String,
    /// Confidence in the next week, 1 to 5.
    pub confidence: Option<u8>,
    /// Promises for the next cycle.
    pub next: Vec<CommitmentDraft>,
    /// Whether the member said in so many words that there is nothing to say this week.
    pub has_nothing_to_say: bool,
}

/// What can be done about check-ins.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Sends a check-in, or sends it again with changes.
    Send(CheckInDraft),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let Command::Send(draft) = command;
    send(circle, draft, ctx)
}

fn send(circle: &Circle, draft: CheckInDraft, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    let me = ctx.me()?;
    let cycle = draft.cycle;
    let is_silent = says_nothing(circle, &draft, &me) && !draft.has_nothing_to_say;
    let mut records = Vec::new();
    let mut unresolved: Vec<_> = circle.unresolved(&me, cycle).into_iter().map(|c| c.id.clone()).collect();
    for settlement in draft.settlements {
        let settled = settle(circle, cycle, settlement, ctx)?;
        if !settled.is_open() || settled.cycle > cycle {
            unresolved.retain(|id| id != &settled.id);
        }
        records.push(Record::Commitment(settled));
    }
    for (goal, value) in draft.progress {
        let noted = noted(circle, goal.clone(), value, ctx);
        let noted = noted.map_err(|refusal| Refusal::OfGoal { goal, refusal: Box::new(refusal) })?;
        records.push(Record::Progress(noted));
    }
    if !unresolved.is_empty() {
        return Err(Refusal::Unresolved(unresolved));
    }
    if draft.confidence.is_some_and(|confidence| !(1..=5).contains(&confidence)) {
        return Err(Refusal::NotANumber(Field::Confidence));
    }
    if is_silent {
        return Err(Refusal::NothingSaid);
    }
    let submitted_at = circle.check_in(cycle, &me).map_or(ctx.now, |earlier| earlier.submitted_at);
    records.push(Record::CheckIn(CheckIn {
        cycle,
        member: me,
        submitted_at,
        win: text(Field::Win, &draft.win)?,
        blocker: text(Field::Blocker, &draft.blocker)?,
        ask: text(Field::Ask, &draft.ask)?,
        confidence: draft.confidence,
    }));
    records.extend(next_commitments(draft.next, circle.rhythm.next_held(cycle), ctx)?);
    Ok(records)
}

/// The commitments for the `next` week; a refusal names the place of the one that it is about.
fn next_commitments(drafts: Vec<CommitmentDraft>, next: Cycle, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    let made = (0_i64..).zip(drafts).enumerate().map(|(place, (after, draft))| {
        let of_next = |refusal| Refusal::OfNext { place, refusal: Box::new(refusal) };
        let mut commitment = new_commitment(draft, next, ctx).map_err(of_next)?;
        // Milliseconds apart, so that they stay in the order in which they were written.
        commitment.created_at = ctx.now.plus(after);
        Ok(Record::Commitment(commitment))
    });
    made.collect()
}

/// Whether neither `draft` nor what became of the cycle's commitments tells the circle anything.
/// The number of a goal of one's own.
fn noted(circle: &Circle, goal: GoalId, value: f64, ctx: &mut Context<'_>) -> Result<Progress, Refusal> {
    let me = ctx.me()?;
    if circle.goals.get(&goal).is_some_and(|found| found.owner != me) {
        return Err(Refusal::SomebodyElses);
    }
    new_progress(circle, goal, value, "", ctx)
}

fn says_nothing(circle: &Circle, draft: &CheckInDraft, me: &MemberId) -> bool {
    let has_words = [&draft.win, &draft.blocker, &draft.ask].into_iter().any(|words| !words.trim().is_empty());
    let has_outcome = || circle.commitments_in(me, draft.cycle).iter().any(|commitment| !commitment.is_open());
    let is_blank = draft.confidence.is_none()
        && draft.settlements.is_empty()
        && draft.next.is_empty()
        && draft.progress.is_empty();
    !has_words && is_blank && !has_outcome()
}
