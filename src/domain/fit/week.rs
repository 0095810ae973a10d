//! The quarter hours of one week: when somebody has time, as instants.

use crate::domain::profile::WeeklyHours;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{HOUR, MINUTE, Timestamp, ZoneId, ZoneRules, day_plus};
use chrono::{Datelike, NaiveDateTime, NaiveTime};

/// A quarter of an hour, in the unit of [`Timestamp`]: every zone of today is whole quarters from Greenwich.
const QUARTER: i64 = 15 * MINUTE;
/// Longest week: seven days and an hour, when clocks are put back.
const QUARTERS: usize = 7 * 96 + 8;
const WORDS: usize = QUARTERS.div_ceil(64);

/// One calendar week as instants: where the weekly hours of members in several zones meet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FitWeek {
    /// Its first instant.
    pub start: Timestamp,
    /// The first one after it.
    pub end: Timestamp,
    monday: Cycle,
}

impl FitWeek {
    /// The week of `cycle` by the clocks of `zone`.
    pub fn of(zones: &dyn ZoneRules, zone: &ZoneId, cycle: Cycle) -> Self {
        let midnight = |cycle: Cycle| zones.resolve(zone, cycle.first_day().and_time(NaiveTime::MIN)).at;
        Self { start: midnight(cycle), end: midnight(cycle.plus(1)), monday: cycle }
    }

    /// Which week it is.
    pub fn cycle(&self) -> Cycle {
        self.monday
    }
}

/// Quarter hours of a [`FitWeek`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FreeTime([u64; WORDS]);

impl FreeTime {
    /// The free `hours` of somebody in `zone`, in the week at hand.
    ///
    /// An hour that clocks leave out is none, one that they show twice is two.
    pub fn of(hours: &WeeklyHours, zone: &ZoneId, week: FitWeek, zones: &dyn ZoneRules) -> Self {
        let mut free = Self::default();
        // Somebody else's Monday may begin a day before or after the circle's.
        for nth in -1..=8 {
            let day = day_plus(week.monday.first_day(), nth);
            for (start, end) in hours.ranges(day.weekday()) {
                let at = |hour: u8| zones.resolve(zone, local(day.and_time(NaiveTime::MIN), hour)).at;
                free.add(week, at(start), at(end));
            }
        }
        free
    }

    /// Adds the time from `start` to `end`, as far as it is in `week`.
    pub fn add(&mut self, week: FitWeek, start: Timestamp, end: Timestamp) {
        let quarter =
            |at: Timestamp| (at.clamp(week.start, week.end).millis() - week.start.millis()) as f64 / QUARTER as f64;
        let (first, last) = (quarter(start).ceil() as usize, quarter(end).floor() as usize);
        for nth in first..last.min(QUARTERS) {
            self.0[nth / 64] |= 1 << (nth % 64);
        }
    }

    /// What both have.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|nth| self.0[nth] & other.0[nth]))
    }

    /// How long it is all together, in minutes.
    pub fn minutes(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum::<u32>() * 15
    }

    /// Whether the whole hour from the quarter `nth` on is free.
    pub fn has_hour(&self, nth: usize) -> bool {
        (nth..nth + 4).all(|nth| self.has(nth))
    }

    fn has(&self, nth: usize) -> bool {
        nth < QUARTERS && self.0[nth / 64] & (1 << (nth % 64)) != 0
    }

    /// Whether there is an hour in one piece.
    pub fn has_any_hour(&self) -> bool {
        (0..QUARTERS).any(|nth| self.has_hour(nth))
    }

    /// The stretches from an instant to another one.
    pub fn stretches(&self, week: FitWeek) -> Vec<(Timestamp, Timestamp)> {
        let mut found: Vec<(Timestamp, Timestamp)> = Vec::new();
        for nth in (0..QUARTERS).filter(|nth| self.has(*nth)) {
            let (start, end) = (instant(week, nth), instant(week, nth + 1));
            match found.last_mut() {
                Some((_, last)) if *last == start => *last = end,
                _ => found.push((start, end)),
            }
        }
        found
    }
}

/// Where an hour of the week can begin: every half hour.
pub fn hour_starts() -> impl Iterator<Item = usize> {
    (0..QUARTERS - 4).step_by(2)
}

/// The instant at which the quarter `nth` begins.
pub fn instant(week: FitWeek, nth: usize) -> Timestamp {
    week.start.plus(nth as i64 * QUARTER)
}

/// The local time `hour` hours after `midnight`, 24 being the next midnight.
fn local(midnight: NaiveDateTime, hour: u8) -> NaiveDateTime {
    Timestamp::from_local(midnight, 0).plus(i64::from(hour) * HOUR).at_offset(0)
}
