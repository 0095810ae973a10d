//! Which weeks of a circle become which series of events.

use super::{CalendarOrder, zone};
use crate::domain::{Arrange, Circle, Clock, Cycle, LocalTime, Occasion, Rhythm, Season, Timestamp, ZoneRules};
use chrono::NaiveDateTime;

/// Weeks ahead within which a season must begin.
const AHEAD: i64 = 104;
/// Most weeks of all seasons together.
const MOST_WEEKS: usize = 520;

/// One week of a series.
pub(super) struct PlannedWeek {
    /// Its usual time on the circle's clocks, and as an instant.
    pub(super) local: NaiveDateTime,
    pub(super) regular: Timestamp,
    /// What is held; `None` when the circle pauses.
    pub(super) held: Option<Occasion>,
    /// Whether an earlier file may have said that it differs.
    pub(super) differed: bool,
}

/// Consecutive weeks of one clock under one rhythm in one season.
pub(super) struct SeriesPart<'a> {
    pub(super) clock: Clock,
    /// The first week that belongs to it, held or not: what its `UID` is made of.
    pub(super) first: Cycle,
    pub(super) rhythm: &'a Rhythm,
    /// The zone's name in the file; `None` where times are written in UTC.
    pub(super) tzid: Option<String>,
    /// Never empty; the first and the last are held.
    pub(super) weeks: Vec<PlannedWeek>,
    /// Whether its one week has a usual time that is missing or comes twice.
    pub(super) is_odd: bool,
}

/// All that the file of `circle` holds.
pub(super) fn parts<'a>(circle: &'a Circle, zones: &dyn ZoneRules, order: &CalendarOrder) -> Vec<SeriesPart<'a>> {
    let now = order.now;
    let mut parts = Vec::new();
    for run in runs(circle, zones, now) {
        for clock in Clock::ALL {
            let mut open = Vec::new();
            let mut first = run[0];
            for cycle in &run {
                let rhythm = circle.rhythm.of(*cycle);
                let local = rhythm.local(*cycle, clock);
                let found = zones.resolve(&rhythm.zone, local);
                let held = circle.rhythm.occasion(zones, *cycle, clock);
                let differed = order.taken_back.has_set_right(circle, *cycle);
                let week = PlannedWeek { local, regular: found.at, held, differed };
                let mut close = |weeks, first, is_odd| {
                    let tzid = (!zone::is_utc(zones, &rhythm.zone, now)).then(|| zone::name(&rhythm.zone));
                    parts.extend(part(SeriesPart { clock, first, rhythm, tzid, weeks, is_odd }));
                };
                if found.kind == LocalTime::Unambiguous {
                    open.push(week);
                } else {
                    close(std::mem::take(&mut open), first, false);
                    close(vec![week], *cycle, true);
                    first = cycle.plus(rhythm.interval.weeks());
                }
                if Some(cycle) == run.last() {
                    close(std::mem::take(&mut open), first, false);
                }
            }
        }
    }
    parts
}

/// `part` without pauses at its ends; `None` when nothing is left.
fn part(mut part: SeriesPart<'_>) -> Option<SeriesPart<'_>> {
    let begin = part.weeks.iter().position(|week| week.held.is_some())?;
    let end = part.weeks.iter().rposition(|week| week.held.is_some())?;
    part.weeks.truncate(end + 1);
    part.weeks.drain(..begin);
    Some(part)
}

/// The cycles of every season that is not over, cut where another season or another rhythm begins.
fn runs(circle: &Circle, zones: &dyn ZoneRules, now: Timestamp) -> Vec<Vec<Cycle>> {
    let current = circle.rhythm.cycle_at(zones, now);
    let is_wanted =
        |season: &Season| season.first.since(current) <= AHEAD && season.first.plus(i64::from(season.weeks)) > current;
    let mut cycles: Vec<Cycle> = Vec::new();
    for season in circle.seasons.values().filter(|season| is_wanted(season)) {
        cycles.extend((0..i64::from(season.weeks)).map(|week| season.first.plus(week)));
        // Seasons overlap in damaged files alone; without this they could fill the memory.
        cycles.arrange();
        cycles.dedup();
        cycles.truncate(MOST_WEEKS);
    }
    let mark =
        |cycle: Cycle| (circle.season_at(cycle).map(|(season, _)| &season.id), circle.rhythm.version_of(cycle).from);
    let next = |cycle: Cycle| cycle.plus(circle.rhythm.of(cycle).interval.weeks());
    let mut runs: Vec<Vec<Cycle>> = Vec::new();
    for cycle in cycles.into_iter().filter(|cycle| !circle.rhythm.is_between(*cycle)) {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| next(*last) == cycle && mark(*last) == mark(cycle)) => {
                run.push(cycle);
            }
            _ => runs.push(vec![cycle]),
        }
    }
    runs
}
