//! What the goal tracker looks at: commitments without an outcome, and goals without progress.

use crate::domain::Arrange;
use crate::domain::commitment::{CarryDemand, Commitment, CommitmentId, Outcome};
use crate::domain::goal::GoalId;
use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{DAY, Timestamp};
use std::cmp::Reverse;

/// After how many meetings' weeks without progress a goal drifts.
pub const DRIFTING_WEEKS: i64 = 3;

/// A commitment that waits for its outcome.
#[derive(Clone, PartialEq, Debug)]
pub struct Waiting {
    /// Which.
    pub commitment: CommitmentId,
    /// How often it was carried.
    pub carries: usize,
    /// Whole weeks since the first cycle that it stood in.
    pub weeks: i64,
    /// What carrying it once more asks for.
    pub demand: CarryDemand,
}

/// One member's commitments that wait.
#[derive(Clone, PartialEq, Debug)]
pub struct WaitingOf {
    /// Whose.
    pub member: MemberId,
    /// The most carried first, then the oldest.
    pub waiting: Vec<Waiting>,
}

/// An open goal without progress.
#[derive(Clone, PartialEq, Debug)]
pub struct DriftingGoal {
    /// Which.
    pub goal: GoalId,
    /// Whose.
    pub owner: MemberId,
    /// Whole weeks since it last moved, or since it was set.
    pub weeks: i64,
}

/// What the goal tracker looks at.
#[derive(Clone, PartialEq, Debug)]
pub struct Tracking {
    /// Members with commitments that wait, in roster order.
    pub members: Vec<WaitingOf>,
    /// Goals without progress for [`DRIFTING_WEEKS`], the longest first.
    pub goals: Vec<DriftingGoal>,
}

/// Reads the tracker's list off the circle as it is now: this cycle and all before it.
pub fn tracking(present: Present<'_>) -> Tracking {
    let (circle, current) = (present.circle, present.cycle());
    let open = circle.commitments_where(&|c| c.is_open() && c.cycle <= current);
    let mut members = Vec::new();
    for member in circle.roster() {
        let own = open.iter().filter(|c| c.owner == member.id);
        let mut waiting: Vec<Waiting> = own.map(|commitment| waiting(commitment, current)).collect();
        waiting.arrange_by_key(|waiting| Reverse((waiting.carries, waiting.weeks)));
        if !waiting.is_empty() {
            members.push(WaitingOf { member: member.id.clone(), waiting });
        }
    }
    let still = DRIFTING_WEEKS * circle.rhythm.of(current).interval.weeks();
    Tracking { members, goals: drifting_goals(circle, present.now, still) }
}

fn waiting(commitment: &Commitment, current: Cycle) -> Waiting {
    let first = commitment.carried.keys().next().copied().unwrap_or(commitment.cycle).min(commitment.cycle);
    Waiting {
        commitment: commitment.id.clone(),
        carries: commitment.carried.len(),
        weeks: current.since(first),
        demand: commitment.carry_demand(),
    }
}

/// Open goals of present members that have not moved for `still` weeks: neither a progress entry nor a commitment
/// kept for them, in whole or in part.
fn drifting_goals(circle: &Circle, now: Timestamp, still: i64) -> Vec<DriftingGoal> {
    let is_here = |owner: &MemberId| circle.members.get(owner).is_some_and(|member| member.left_at.is_none());
    let entries = circle.progress.values().filter(|entry| entry.deleted_at.is_none());
    let mut moves: Vec<(&GoalId, Timestamp)> = entries.map(|entry| (&entry.goal, entry.at)).collect();
    for commitment in circle.commitments.values().filter(|commitment| commitment.deleted_at.is_none()) {
        let is_kept = matches!(commitment.outcome, Some(Outcome::Kept | Outcome::Partial));
        if let (true, Some(goal), Some(at)) = (is_kept, &commitment.goal, commitment.resolved_at) {
            moves.push((goal, at));
        }
    }
    moves.arrange();
    let mut found = Vec::new();
    for goal in circle.goals.values().filter(|goal| goal.is_open() && is_here(&goal.owner)) {
        let end = moves.partition_point(|(id, _)| *id <= &goal.id);
        let newest = end.checked_sub(1).map(|last| moves[last]).filter(|(id, _)| *id == &goal.id);
        let moved = newest.map_or(goal.created_at, |(_, at)| at.max(goal.created_at));
        let weeks = (now.millis() - moved.millis()) / (7 * DAY);
        if weeks >= still {
            found.push(DriftingGoal { goal: goal.id.clone(), owner: goal.owner.clone(), weeks });
        }
    }
    // The table is sorted by id, and the sort keeps that order among equals.
    found.arrange_by_key(|goal| Reverse(goal.weeks));
    found
}
