//! What an earlier file may have said and the circle no longer does.
//!
//! A calendar that imports a newer file does not notice what is missing in it. So whatever was taken back is said: a
//! week that is as usual again as an override at the usual time, a series that is no more as cancelled.

use super::CalendarOrder;
use super::events::uid;
use super::lines::{Lines, utc};
use super::plan::SeriesPart;
use crate::document::Facts;
use crate::domain::{Circle, Clock, Cycle, Kind, ZoneRules};

/// Weeks back within which a series that was taken back is still told of: the length of a season.
const BACK: i64 = 16;

/// What was undone altogether, so that the circle itself knows nothing of it any more. The document does: nothing in
/// it is ever removed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TakenBack {
    /// Weeks that were said to differ.
    pub weeks: Vec<Cycle>,
    /// Cycles from which another rhythm was said to hold.
    pub rhythms: Vec<Cycle>,
}

impl TakenBack {
    /// Reads it off a document's `facts`.
    pub fn of(facts: &Facts) -> Self {
        let cycles = |kind| facts.cleared(kind).into_iter().filter_map(Cycle::parse_exact).collect();
        Self { weeks: cycles(Kind::Week), rhythms: cycles(Kind::Rhythm) }
    }

    /// Whether `cycle` may stand in an earlier file as a week that differs, and is as usual again.
    pub(super) fn has_set_right(&self, circle: &Circle, cycle: Cycle) -> bool {
        let is_usual =
            circle.rhythm.week(cycle).is_some_and(|week| !week.is_skipped && week.session_moved_to.is_none());
        is_usual || self.weeks.contains(&cycle)
    }
}

/// Appends the series that were taken back and are not among `parts`, each as cancelled.
pub(super) fn put(
    lines: &mut Lines,
    circle: &Circle,
    zones: &dyn ZoneRules,
    parts: &[SeriesPart<'_>],
    order: &CalendarOrder,
) {
    let current = circle.rhythm.cycle_at(zones, order.now);
    for cycle in order.taken_back.rhythms.iter().filter(|cycle| cycle.since(current) >= -BACK) {
        for clock in Clock::ALL {
            if parts.iter().any(|part| part.clock == clock && part.first == *cycle) {
                continue;
            }
            let rhythm = circle.rhythm.of(*cycle);
            let start = rhythm.local(*cycle, clock);
            lines.put("BEGIN", "VEVENT");
            lines.put_text("UID", &uid(&circle.about.id, clock, *cycle));
            lines.put("DTSTAMP", &utc(order.now));
            lines.put("SEQUENCE", &order.sequence());
            lines.put("DTSTART", &utc(zones.resolve(&rhythm.zone, start).at));
            lines.put("STATUS", "CANCELLED");
            lines.put_text("SUMMARY", &order.words(clock).summary);
            lines.put("END", "VEVENT");
        }
    }
}
