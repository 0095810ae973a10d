//! One cycle at a glance: what the circle ring and the board draw.

use crate::domain::check_in::CheckInState;
use crate::domain::commitment::{Commitment, Outcome};
use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::rhythm::{Cycle, Window};

/// Commitments of one member in one cycle, counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Kept as promised.
    pub kept: usize,
    /// Kept in part.
    pub partial: usize,
    /// Waiting for an outcome.
    pub open: usize,
    /// All that count: dropped and renegotiated ones do not.
    pub total: usize,
}

impl Tally {
    /// Counts `commitments` as they stood in `cycle`; one that was carried out of it was not kept in it.
    pub fn of<'a>(commitments: impl IntoIterator<Item = &'a Commitment>, cycle: Cycle) -> Self {
        commitments.into_iter().fold(Self::default(), |mut tally, commitment| {
            tally.count(commitment, cycle);
            tally
        })
    }

    /// Counts one more.
    pub fn count(&mut self, commitment: &Commitment, cycle: Cycle) {
        let was_carried = commitment.carried.contains_key(&cycle);
        match commitment.outcome {
            _ if was_carried => self.total += 1,
            Some(Outcome::Dropped | Outcome::Renegotiated) => {}
            outcome => {
                self.total += 1;
                self.kept += usize::from(outcome == Some(Outcome::Kept));
                self.partial += usize::from(outcome == Some(Outcome::Partial));
                self.open += usize::from(outcome.is_none());
            }
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            kept: self.kept + other.kept,
            partial: self.partial + other.partial,
            open: self.open + other.open,
            total: self.total + other.total,
        }
    }

    /// Share kept, 0 to 1, a partly kept one counting half; 0 when nothing was promised.
    pub fn share(self) -> f64 {
        self.share_of(self.total).unwrap_or(0.0)
    }

    /// The same of those alone that came to an end; `None` where none did.
    pub fn keep_rate(self) -> Option<f64> {
        self.share_of(self.total - self.open)
    }

    fn share_of(self, all: usize) -> Option<f64> {
        (all > 0).then(|| (self.kept as f64 + self.partial as f64 / 2.0) / all as f64)
    }
}

/// One seat of the ring.
#[derive(Clone, PartialEq, Debug)]
pub struct Seat {
    /// Who sits there.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their commitments of the cycle.
    pub tally: Tally,
    /// Their check-in of the cycle.
    pub check_in: CheckInState,
}

/// A cycle at a glance.
#[derive(Clone, PartialEq, Debug)]
pub struct WeekView {
    /// Which cycle.
    pub cycle: Cycle,
    /// When check-ins open, are due and close.
    pub window: Window,
    /// One per member in roster order.
    pub seats: Vec<Seat>,
}

impl WeekView {
    /// Reads `cycle` off the circle as it is now. Cost grows with the circle's commitments once.
    pub fn of(present: Present<'_>, cycle: Cycle) -> Self {
        let Present { circle, zones, now } = present;
        let window = circle.rhythm.window(zones, cycle);
        let standing = circle.commitments_where(&|commitment| commitment.touches(cycle));
        let seats = circle
            .roster()
            .into_iter()
            .map(|member| {
                let own = standing.iter().copied().filter(|commitment| commitment.owner == member.id);
                Seat {
                    member: member.id.clone(),
                    name: member.name.clone(),
                    tally: Tally::of(own, cycle),
                    check_in: circle.check_in_state_in(window, now, cycle, member),
                }
            })
            .collect();
        Self { cycle, window, seats }
    }

    /// What became of the commitments of `member`, and of their check-in. Nothing is expected of anybody without a seat.
    pub fn standing_of(&self, member: Option<&MemberId>) -> (Tally, CheckInState) {
        let seat = self.seats.iter().find(|seat| Some(&seat.member) == member);
        seat.map_or((Tally::default(), CheckInState::Excused), |seat| (seat.tally, seat.check_in))
    }

    /// The names of those whose check-in could be here by now and is not.
    pub fn awaited(&self) -> Vec<String> {
        let is_awaited = |seat: &&Seat| matches!(seat.check_in, CheckInState::Open | CheckInState::Overdue);
        self.seats.iter().filter(is_awaited).map(|seat| seat.name.clone()).collect()
    }

    /// How many check-ins the circle has.
    pub fn checked_in(&self) -> usize {
        self.seats.iter().filter(|seat| seat.check_in.is_in()).count()
    }
}
