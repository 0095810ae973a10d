//! The clocks of single weeks as instants: what comes next, and a season at a glance.

use super::cycle::{Cycle, Season};
use super::records::Circle;
use super::rhythm::Clock;
use super::rhythms::Rhythms;
use super::time::{LocalTime, Timestamp, ZoneRules};
use chrono::NaiveDateTime;

/// Most occasions that are looked for at once.
const MOST: usize = 60;

/// One clock of one cycle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Occasion {
    /// Which clock.
    pub clock: Clock,
    /// Which cycle it belongs to; it may lie in the week after.
    pub cycle: Cycle,
    /// The instant.
    pub at: Timestamp,
    /// What the circle's clocks were meant to show then.
    pub local: NaiveDateTime,
    /// Whether that local time is ordinary; where it is missing, `at` lies later by the length of the gap, and
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
        let moved = self.week(cycle).and_then(|week| week.review_moved_to).filter(|_| clock == Clock::Review);
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
        found.sort_by_key(|occasion| (occasion.at, occasion.clock));
        found.truncate(count);
        found
    }
}

impl Circle {
    /// The next `count` occasions from `now` on. The weeks before the circle was started have none, also where one
    /// of their clocks would lie in the week after.
    pub fn next_occasions(&self, zones: &dyn ZoneRules, now: Timestamp, count: usize) -> Vec<Occasion> {
        self.rhythm.next_occasions(zones, now, self.first_cycle(zones), count)
    }
}

/// Whether a week lies behind, around or before the present.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// It is over.
    Past,
    /// It is now.
    Current,
    /// It is to come.
    Ahead,
}

/// One week of a season's strip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StripWeek {
    /// Which cycle; it knows its first and last day.
    pub cycle: Cycle,
    /// Which meeting of the season; a week between has the number of the one before it.
    pub number: u32,
    /// Whether it is over, now or to come.
    pub tense: Tense,
    /// Whether the circle pauses.
    pub is_skipped: bool,
    /// Whether the interval leaves the week out.
    pub is_between: bool,
    /// When the review is held instead of its usual time, on the circle's clocks.
    pub review_moved_to: Option<NaiveDateTime>,
    /// Whether another rhythm begins with it.
    pub is_new_rhythm: bool,
}

/// Each week of `season` as it is at `now`, first to last.
pub fn season_strip(circle: &Circle, zones: &dyn ZoneRules, now: Timestamp, season: &Season) -> Vec<StripWeek> {
    let current = circle.rhythm.cycle_at(zones, now);
    let strip = (0..season.weeks).map(|index| {
        let cycle = season.first.plus(i64::from(index));
        let week = circle.rhythm.week(cycle);
        let version = circle.rhythm.version_of(cycle);
        StripWeek {
            cycle,
            number: circle.season_week(season, cycle).map_or(0, |week| week.number),
            tense: match cycle.cmp(&current) {
                std::cmp::Ordering::Less => Tense::Past,
                std::cmp::Ordering::Equal => Tense::Current,
                std::cmp::Ordering::Greater => Tense::Ahead,
            },
            is_skipped: week.is_some_and(|week| week.is_skipped),
            is_between: circle.rhythm.is_between(cycle),
            review_moved_to: week.and_then(|week| week.review_moved_to),
            is_new_rhythm: version.from == Some(cycle) && &version.rhythm != circle.rhythm.of(cycle.plus(-1)),
        }
    });
    strip.collect()
}
