//! Commitments by owner and cycle.

use super::Commitment;
use crate::domain::member::MemberId;
use crate::domain::order::ordered;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;

impl Circle {
    /// Returns a member's commitments that belong to `cycle` or were carried out of it, oldest first.
    pub fn commitments_in<'a>(&'a self, owner: &MemberId, cycle: Cycle) -> Vec<&'a Commitment> {
        self.commitments_where(&|c| c.touches(cycle) && &c.owner == owner)
    }

    /// Everybody's commitments that belong to `cycle` or were carried out of it, oldest first.
    pub fn commitments_of_cycle(&self, cycle: Cycle) -> Vec<&Commitment> {
        self.commitments_where(&|c| c.touches(cycle))
    }

    /// A member's commitments that want an outcome before `cycle` ends: open ones of it and of earlier ones.
    pub fn unresolved<'a>(&'a self, owner: &MemberId, cycle: Cycle) -> Vec<&'a Commitment> {
        self.commitments_where(&|c| c.cycle <= cycle && c.is_open() && &c.owner == owner)
    }

    /// A member's open commitments of cycles before `cycle`, oldest first: what became of them is to be said before
    /// something new is promised.
    pub fn unresolved_before<'a>(&'a self, owner: &MemberId, cycle: Cycle) -> Vec<&'a Commitment> {
        self.commitments_where(&|c| c.cycle < cycle && c.is_open() && &c.owner == owner)
    }

    /// How many commitments of `owner` are open in `cycle`.
    pub fn open_count(&self, owner: &MemberId, cycle: Cycle) -> usize {
        self.commitments.values().filter(|c| c.cycle == cycle && c.is_open() && &c.owner == owner).count()
    }

    /// Commitments that are not deleted and pass `test`, oldest first.
    pub fn commitments_where(&self, test: &dyn Fn(&Commitment) -> bool) -> Vec<&Commitment> {
        let found = self.commitments.values().map(|c| &**c).filter(|c| c.deleted_at.is_none() && test(c));
        ordered(found, |commitment| (0, commitment.created_at, commitment.id.as_str()))
    }
}

impl Present<'_> {
    /// The cycle that a commitment made now by `member` belongs to: the next one once they checked in, or
    /// where the circle pauses.
    pub fn cycle_for_new(&self, member: &MemberId) -> Cycle {
        let (circle, current) = (self.circle, self.cycle());
        let is_over = circle.check_in(current, member).is_some() || circle.rhythm.is_skipped(current);
        if is_over { circle.rhythm.next_held(current) } else { current }
    }
}
