//! Seasons: some weeks with a beginning and an end.

use super::Cycle;
use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::time::ZoneRules;
use chrono::NaiveDateTime;

id! {
    /// One season of a circle.
    SeasonId;
}

/// 4 to 16 weeks with a beginning and an end.
#[derive(Clone, PartialEq, Debug)]
pub struct Season {
    /// Its id, the same for ever.
    pub id: SeasonId,
    /// The first cycle.
    pub first: Cycle,
    /// How many cycles it has.
    pub weeks: u8,
}

entity!(Season by id: SeasonId);

/// Which week of a season a cycle is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeasonWeek {
    /// 1 for the first.
    pub number: u32,
    /// Cycles in the season.
    pub of: u32,
}

impl Season {
    /// Returns which week of the season `cycle` is; `None` outside.
    pub fn week(&self, cycle: Cycle) -> Option<SeasonWeek> {
        let index = u32::try_from(cycle.since(self.first)).ok()?;
        let of = u32::from(self.weeks);
        (index < of).then_some(SeasonWeek { number: index + 1, of })
    }

    /// The last cycle.
    pub fn last(&self) -> Cycle {
        self.first.plus(i64::from(self.weeks) - 1)
    }

    /// How many cycles are not over while `running` runs, `running` included.
    pub fn weeks_left(&self, running: Cycle) -> usize {
        let first = self.first.max(running);
        usize::try_from(self.last().since(first) + 1).unwrap_or(0)
    }
}

impl Circle {
    /// The cycle in which the circle was started.
    pub fn first_cycle(&self, zones: &dyn ZoneRules) -> Cycle {
        self.rhythm.cycle_at(zones, self.about.created_at)
    }

    /// Returns which of the meetings of `season` the one of `cycle` is, weeks between not counted; `None` outside.
    pub fn season_week(&self, season: &Season, cycle: Cycle) -> Option<SeasonWeek> {
        let week = season.week(cycle)?;
        let meetings = |weeks: u32| {
            let cycles = (0..i64::from(weeks)).map(|index| season.first.plus(index));
            cycles.filter(|cycle| !self.rhythm.is_between(*cycle)).count() as u32
        };
        Some(SeasonWeek { number: meetings(week.number).max(1), of: meetings(week.of).max(1) })
    }

    /// Returns the season that `cycle` is in, the newest where two overlap, and the week of it.
    pub fn season_at(&self, cycle: Cycle) -> Option<(&Season, SeasonWeek)> {
        let running = self.seasons.values().filter_map(|season| Some((&**season, self.season_week(season, cycle)?)));
        running.max_by_key(|(season, _)| (season.first, season.id.clone()))
    }
}

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
    /// When the session is held instead of its usual time, on the circle's clocks.
    pub session_moved_to: Option<NaiveDateTime>,
    /// Whether another rhythm begins with it.
    pub is_new_rhythm: bool,
}

/// Each week of `season` as it is now, first to last.
pub fn season_strip(present: Present<'_>, season: &Season) -> Vec<StripWeek> {
    let (circle, current) = (present.circle, present.cycle());
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
            session_moved_to: week.and_then(|week| week.session_moved_to),
            is_new_rhythm: version.from == Some(cycle) && &version.rhythm != circle.rhythm.of(cycle.plus(-1)),
        }
    });
    strip.collect()
}
