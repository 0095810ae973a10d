//! The weeks of the season as they are now, and what can be done about each.

use super::{Clock, Cycle};
use crate::domain::present::Present;
use chrono::NaiveDateTime;
use std::cmp::Ordering;

/// Whether a week is over, now or to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// It is over.
    Past,
    /// It is now.
    Current,
    /// It is to come.
    Ahead,
}

impl Tense {
    /// Whether `cycle` is over, now or to come while `running` runs.
    pub fn of(cycle: Cycle, running: Cycle) -> Self {
        match cycle.cmp(&running) {
            Ordering::Less => Self::Past,
            Ordering::Equal => Self::Current,
            Ordering::Greater => Self::Ahead,
        }
    }
}

/// One week of a season's strip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StripWeek {
    /// Which cycle; it knows its first and last day.
    pub cycle: Cycle,
    /// Which meeting of the season; none for a week between.
    pub number: Option<u32>,
    /// Whether it is over, now or to come.
    pub tense: Tense,
    /// Whether the circle pauses.
    pub is_skipped: bool,
    /// Whether the interval leaves the week out.
    pub is_between: bool,
    /// When the session is held instead of its usual time, on the circle's clocks.
    pub session_moved_to: Option<NaiveDateTime>,
    /// Whether another rhythm begins with it.
    pub is_new_rhythm: bool,
    /// Whether anything about it can still change.
    pub is_open: bool,
}

/// How many weeks the strip has where no season is running.
const WITHOUT_SEASON: u8 = 8;

/// Each week of the running season as it is now; where none is running, the weeks ahead, without numbers.
pub fn season_strip(present: Present<'_>) -> Vec<StripWeek> {
    let (circle, running) = (present.circle, present.cycle());
    let season = circle.season_at(running).map(|(season, _)| season);
    let (first, weeks) = season.map_or((running, WITHOUT_SEASON), |season| (season.first, season.weeks));
    let strip = (0..weeks).map(|index| {
        let cycle = first.plus(i64::from(index));
        let number = season.and_then(|season| circle.season_week(season, cycle)).map(|week| week.number);
        strip_week(present, running, cycle, number)
    });
    strip.collect()
}

fn strip_week(present: Present<'_>, running: Cycle, cycle: Cycle, number: Option<u32>) -> StripWeek {
    let rhythms = &present.circle.rhythm;
    let (week, version) = (rhythms.week(cycle), rhythms.version_of(cycle));
    let (tense, is_between) = (Tense::of(cycle, running), rhythms.is_between(cycle));
    StripWeek {
        cycle,
        number: number.filter(|_| !is_between),
        tense,
        is_skipped: week.is_some_and(|week| week.is_skipped),
        is_between,
        session_moved_to: week.and_then(|week| week.session_moved_to),
        is_new_rhythm: version.from == Some(cycle) && &version.rhythm != rhythms.of(cycle.plus(-1)),
        is_open: !is_between && (tense != Tense::Past || can_be_caught_up(present, cycle)),
    }
}

/// Whether `cycle`, which is over, can still be caught up on: until the session after its own is over.
fn can_be_caught_up(Present { circle, zones, now }: Present<'_>, cycle: Cycle) -> bool {
    let next = circle.rhythm.next_held(cycle);
    circle.rhythm.occasion(zones, next, Clock::Session).is_none_or(|session| now < session.at)
}

/// What can be done about a week, as it is now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WeekStanding {
    /// Whether it is over, now or to come.
    pub tense: Tense,
    /// Whether the circle pauses.
    pub is_skipped: bool,
    /// Whether its session was moved.
    pub is_moved: bool,
    /// Whether its check-ins were due: it can be neither paused nor taken back.
    pub is_due: bool,
}

impl WeekStanding {
    /// Reads `cycle` off the circle as it is now.
    pub fn of(present: Present<'_>, cycle: Cycle) -> Self {
        let (week, running) = (present.circle.rhythm.week(cycle), present.cycle());
        Self {
            tense: Tense::of(cycle, running),
            is_skipped: week.is_some_and(|week| week.is_skipped),
            is_moved: week.is_some_and(|week| week.session_moved_to.is_some()),
            is_due: cycle < earliest_not_due(present),
        }
    }
}

/// The first week whose check-ins are not due yet: nobody can have acted on it.
pub(super) fn earliest_not_due(present: Present<'_>) -> Cycle {
    let running = present.cycle();
    let is_due = present.now >= present.circle.rhythm.due(present.zones, running).at;
    running.plus(i64::from(is_due))
}
