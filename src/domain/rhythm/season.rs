//! Seasons: some weeks with a beginning and an end.

use super::Cycle;
use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::records::Circle;
use crate::domain::time::ZoneRules;

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
    /// How many weeks of seasons are not over while `running` runs, the running one included.
    pub fn weeks_left(&self, running: Cycle) -> usize {
        self.seasons.values().map(|season| season.weeks_left(running)).sum()
    }

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
