//! Cycles: a cycle is the calendar week that begins on a Monday in the circle's zone. It is named by that
//! Monday, so two devices name the same week alike whatever they know of the season.

use crate::domain::ids::EntityId;
use crate::domain::time::{Day, day_plus, iso_day, parse_day};
use chrono::Datelike;
use std::fmt;

/// One week of a circle, named by its Monday.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cycle(Day);

impl Cycle {
    /// The cycle that `day` falls into.
    pub fn of(day: Day) -> Self {
        Self(day_plus(day, -i64::from(day.weekday().num_days_from_monday())))
    }

    /// The Monday it begins with.
    pub fn first_day(self) -> Day {
        self.0
    }

    /// The Sunday it ends with.
    pub fn last_day(self) -> Day {
        day_plus(self.0, 6)
    }

    /// The cycle `weeks` later, or earlier when negative.
    pub fn plus(self, weeks: i64) -> Self {
        Self(day_plus(self.0, weeks * 7))
    }

    /// Whole weeks from `earlier` to this one; negative when it comes before.
    pub fn since(self, earlier: Self) -> i64 {
        i64::from(self.0.to_epoch_days() - earlier.0.to_epoch_days()) / 7
    }

    /// Its number in the calendar, one more each week: what turns go round by.
    pub fn number(self) -> i64 {
        i64::from(self.0.to_epoch_days()).div_euclid(7)
    }

    /// Reads `2026-11-23`; a day in mid-week names its week.
    pub fn parse(text: &str) -> Option<Self> {
        parse_day(text).map(Self::of)
    }

    /// Reads the Monday that [`fmt::Display`] writes and no other day: what a record's id must be, lest a
    /// second id mean the same week.
    pub fn parse_exact(text: &str) -> Option<Self> {
        Self::parse(text).filter(|cycle| iso_day(cycle.0) == text)
    }
}

impl EntityId for Cycle {
    /// Only the Monday that [`Self::to_key`] writes: another day of the week would be a second id for it.
    fn from_key(key: &str) -> Option<Self> {
        Self::parse_exact(key)
    }

    fn to_key(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&iso_day(self.0))
    }
}
