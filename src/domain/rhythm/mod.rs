//! The rhythm: a circle's three fixed times of the week.

mod command;
mod cycle;
mod occasion;
mod season;
mod strip;
mod versions;

use crate::domain::time::{WeeklyTime, ZoneId, day_plus};

pub use command::Command;
pub(in crate::domain) use command::{checked_rhythm, decide};
pub use cycle::Cycle;
pub use occasion::Occasion;
pub use season::{Season, SeasonId, SeasonWeek};
pub use strip::{StripWeek, Tense, WeekStanding, season_strip};
pub use versions::{RhythmVersion, Rhythms, WINDOW_DAYS, WeekException, Window};

use chrono::{NaiveDateTime, NaiveTime, Weekday};
use std::ops::RangeInclusive;

/// How long a session may be, in minutes.
pub const SESSION_MINUTES: RangeInclusive<u16> = 10..=240;

const MINUTES_A_DAY: i64 = 24 * 60;
const MINUTES_A_WEEK: i64 = 7 * MINUTES_A_DAY;

/// One of the three fixed times.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Clock {
    /// Check-ins are due.
    CheckIns,
    /// The circle meets.
    Session,
    /// Everyone has said what comes next.
    NextSteps,
}

impl Clock {
    /// All of them, in the order in which they come.
    pub const ALL: [Self; 3] = [Self::CheckIns, Self::Session, Self::NextSteps];

    /// What it is known by in calendar files, which keep these names for good, and on the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CheckIns => "updates",
            Self::Session => "review",
            Self::NextSteps => "next-steps",
        }
    }
}

/// How often a circle meets. The weeks between are not held, by the same rules as a paused week.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Interval {
    /// Every week.
    #[default]
    EveryWeek,
    /// Every second week.
    EverySecond,
    /// Every fourth week.
    EveryFourth,
}

impl Interval {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::EveryWeek, Self::EverySecond, Self::EveryFourth];

    /// Weeks from one that is held to the next.
    pub const fn weeks(self) -> i64 {
        match self {
            Self::EveryWeek => 1,
            Self::EverySecond => 2,
            Self::EveryFourth => 4,
        }
    }

    /// The interval of so many weeks.
    pub fn of_weeks(weeks: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|interval| interval.weeks() == weeks)
    }

    /// What it is known by in forms and styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::EveryWeek => "every-week",
            Self::EverySecond => "every-second",
            Self::EveryFourth => "every-fourth",
        }
    }

    /// The interval that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|interval| interval.key() == key)
    }
}

/// The session in which the circle looks at its week.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionTime {
    /// When it begins.
    pub at: WeeklyTime,
    /// How long it takes, within [`SESSION_MINUTES`].
    pub minutes: u16,
    /// A place or a link; may be empty.
    pub place: String,
}

/// A circle's fixed times on the clocks of one zone.
///
/// They come in the order check-ins, session, next steps: a time that stands earlier in the week than the one
/// before it lies in the following week. Next steps due on Mondays at 9:00, after a session on Fridays, are
/// due on the Monday after that Friday, and still belong to the cycle of the session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rhythm {
    /// Whose clocks the times are read on.
    pub zone: ZoneId,
    /// When check-ins are due.
    pub check_ins_due: WeeklyTime,
    /// When, how long and where the circle meets.
    pub session: SessionTime,
    /// When everyone has said what comes next.
    pub next_steps_due: WeeklyTime,
    /// How often.
    pub interval: Interval,
}

impl Default for Rhythm {
    fn default() -> Self {
        Self::new(ZoneId::utc(), WeeklyTime { weekday: Weekday::Thu, minute: 18 * 60 })
    }
}

impl Rhythm {
    /// The rhythm to begin with: a session of 45 minutes on Friday at 17:00, or, where Friday is more than
    /// four days after check-ins are due, at the same time on the day after; next steps on Monday at 9:00.
    pub fn new(zone: ZoneId, check_ins_due: WeeklyTime) -> Self {
        let friday = WeeklyTime { weekday: Weekday::Fri, minute: 17 * 60 };
        let wait = minute_of_week(friday) - minute_of_week(check_ins_due);
        let is_near = wait.rem_euclid(MINUTES_A_WEEK) <= 4 * MINUTES_A_DAY;
        let at = if is_near { friday } else { WeeklyTime { weekday: check_ins_due.weekday.succ(), ..check_ins_due } };
        let session = SessionTime { at, minutes: 45, place: String::new() };
        let next_steps_due = WeeklyTime { weekday: Weekday::Mon, minute: 9 * 60 };
        Self { zone, check_ins_due, session, next_steps_due, interval: Interval::EveryWeek }
    }

    /// The weekly time of `clock`.
    pub fn weekly(&self, clock: Clock) -> WeeklyTime {
        match clock {
            Clock::CheckIns => self.check_ins_due,
            Clock::Session => self.session.at,
            Clock::NextSteps => self.next_steps_due,
        }
    }

    /// What the circle's clocks show at `clock` of `cycle`.
    pub fn local(&self, cycle: Cycle, clock: Clock) -> NaiveDateTime {
        let check_ins = minute_of_week(self.check_ins_due);
        let session = not_before(check_ins, self.session.at);
        let minutes = match clock {
            Clock::CheckIns => check_ins,
            Clock::Session => session,
            Clock::NextSteps => not_before(session, self.next_steps_due),
        };
        let day = day_plus(cycle.first_day(), minutes / MINUTES_A_DAY);
        let seconds = u32::try_from(minutes % MINUTES_A_DAY * 60).unwrap_or(0);
        day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(NaiveTime::MIN))
    }
}

fn minute_of_week(time: WeeklyTime) -> i64 {
    i64::from(time.weekday.num_days_from_monday()) * MINUTES_A_DAY + i64::from(time.minute.min(1439))
}

/// The first `time` of a week that is not before `earlier`; both in minutes since the cycle's Monday.
fn not_before(earlier: i64, time: WeeklyTime) -> i64 {
    let minute = minute_of_week(time);
    let late_by = (earlier - minute).max(0);
    minute + (late_by + MINUTES_A_WEEK - 1) / MINUTES_A_WEEK * MINUTES_A_WEEK
}
