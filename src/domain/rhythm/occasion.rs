//! The clocks of single weeks as instants, and what comes next.

use super::{Clock, Cycle, Rhythms};
use crate::domain::Arrange;
use crate::domain::present::Present;
use crate::domain::time::{LocalTime, Timestamp, ZoneRules};
use chrono::NaiveDateTime;

/// Most occasions that are looked for at once.
const MOST: usize = 60;

/// One clock of one cycle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Occasion {
    /// Which clock.
    pub clock: Clock,
    /// Which cycle it belongs to; it may be in the week after.
    pub cycle: Cycle,
    /// The instant.
    pub at: Timestamp,
    /// What the circle's clocks were meant to show then.
    pub local: NaiveDateTime,
    /// Whether that local time is ordinary; where it is missing, `at` is later by the length of the gap, and
    /// where it comes twice, `at` is the first.
    pub kind: LocalTime,
    /// Whether it was moved for this week alone.
    pub is_moved: bool,
}

impl Rhythms {
    /// `clock` of `cycle`; `None` when the circle does not meet that week.
    pub fn occasion(&self, zones: &dyn ZoneRules, cycle: Cycle, clock: Clock) -> Option<Occasion> {
        if self.is_skipped(cycle) {
            return None;
        }
        let moved = self.week(cycle).and_then(|week| week.session_moved_to).filter(|_| clock == Clock::Session);
        let rhythm = self.of(cycle);
        let local = moved.unwrap_or_else(|| rhythm.local(cycle, clock));
        let found = zones.resolve(&rhythm.zone, local);
        Some(Occasion { clock, cycle, at: found.at, local, kind: found.kind, is_moved: moved.is_some() })
    }

    /// The next `count` occasions from `now` on, soonest first, none of a cycle before `first`; at most 60. A
    /// session that has begun is over here. Seasons have no say: the clocks go on between two of them.
    pub fn next_occasions(&self, zones: &dyn ZoneRules, now: Timestamp, first: Cycle, count: usize) -> Vec<Occasion> {
        let count = count.min(MOST);
        // A clock may lie two weeks after its own, a moved session before the next that is held.
        let mut cycle = self.cycle_at(zones, now).plus(-3);
        cycle = self.last_held(cycle).max(first);
        let mut found = Vec::new();
        for _ in 0..count / Clock::ALL.len() + 8 {
            for clock in Clock::ALL {
                found.extend(self.occasion(zones, cycle, clock).filter(|occasion| occasion.at >= now));
            }
            cycle = self.next_held(cycle);
        }
        found.arrange_by_key(|occasion| (occasion.at, occasion.clock));
        found.truncate(count);
        found
    }
}

impl Present<'_> {
    /// The next `count` occasions. The weeks before the circle was started have none, also where one
    /// of their clocks would lie in the week after.
    pub fn next_occasions(&self, count: usize) -> Vec<Occasion> {
        let Self { circle, zones, now } = *self;
        circle.rhythm.next_occasions(zones, now, circle.first_cycle(zones), count)
    }
}
