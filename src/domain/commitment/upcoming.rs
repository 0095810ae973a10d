//! What a member has promised for the time after a cycle, whatever lies between.

use super::Commitment;
use crate::domain::member::MemberId;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;

/// How long it is to the next cycle that is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wait {
    /// It comes next.
    NextWeek,
    /// The circle pauses before it.
    AfterPause,
    /// The interval leaves weeks out before it; so many weeks on.
    Weeks(i64),
}

/// A member's commitments after a cycle.
#[derive(Clone, PartialEq, Debug)]
pub struct NextCommitments<'a> {
    /// The next cycle that is held.
    pub cycle: Cycle,
    /// How long it is until then.
    pub wait: Wait,
    /// What was promised for it, or for a week before it that is not held after all; oldest first.
    pub commitments: Vec<&'a Commitment>,
}

impl Circle {
    /// What `owner` has promised after `cycle`, up to the next one that is held.
    pub fn next_commitments(&self, owner: &MemberId, cycle: Cycle) -> NextCommitments<'_> {
        let next = self.rhythm.next_held(cycle);
        let is_next = |commitment: &Commitment| cycle < commitment.cycle && commitment.cycle <= next;
        NextCommitments {
            cycle: next,
            wait: self.wait(cycle, next),
            commitments: self.commitments_where(&|commitment| is_next(commitment) && &commitment.owner == owner),
        }
    }

    /// How long it is from `cycle` to the next one that is held.
    pub fn wait_after(&self, cycle: Cycle) -> Wait {
        self.wait(cycle, self.rhythm.next_held(cycle))
    }

    /// How long it is from `cycle` to `next`, a later one.
    pub fn wait(&self, cycle: Cycle, next: Cycle) -> Wait {
        let weeks = next.since(cycle);
        let pauses = |cycle: Cycle| self.rhythm.is_skipped(cycle) && !self.rhythm.is_between(cycle);
        match weeks {
            1 => Wait::NextWeek,
            weeks if (0..weeks).any(|week| pauses(cycle.plus(week))) => Wait::AfterPause,
            weeks => Wait::Weeks(weeks),
        }
    }
}
