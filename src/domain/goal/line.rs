//! How a goal's number has moved, between the day that it was set and the day that it is due.

use super::{Goal, Measure};
use crate::domain::records::Circle;
use crate::domain::time::{DAY, Timestamp};
use chrono::NaiveTime;

/// How long a goal without a due day is drawn: ten weeks, the length of a usual season.
const WITHOUT_DUE: i64 = 70 * DAY;

/// Where a goal stood at one time.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GoalPoint {
    /// When it was measured.
    pub at: Timestamp,
    /// In the goal's unit.
    pub value: f64,
    /// Share of the time from the goal's beginning to its due day; may pass 1.
    pub time: f64,
    /// Share of the way from start to target; may lie outside 0 to 1.
    pub share: f64,
}

impl Circle {
    /// The beginning of `goal` and each measurement since, oldest first; nothing of a goal without a number.
    pub fn points_of(&self, goal: &Goal) -> Vec<GoalPoint> {
        let measured = self.progress_of(&goal.id).into_iter().map(|entry| (entry.at, entry.value));
        points(goal, &measured.collect::<Vec<_>>())
    }
}

/// The beginning of `goal` and what was `measured` since; nothing of a goal without a number.
pub(in crate::domain) fn points(goal: &Goal, measured: &[(Timestamp, f64)]) -> Vec<GoalPoint> {
    let Measure::Number { start, target, .. } = goal.measure else { return Vec::new() };
    let begun = goal.created_at;
    let due = goal.due.map(|day| Timestamp::from_local(day.and_time(NaiveTime::MIN), 0));
    let whole = (due.unwrap_or(begun.plus(WITHOUT_DUE)).millis() - begun.millis()).max(DAY) as f64;
    let points = std::iter::once((begun, start)).chain(measured.iter().copied()).map(|(at, value)| GoalPoint {
        at,
        value,
        time: (at.millis() - begun.millis()).max(0) as f64 / whole,
        share: way_gone(start, target, value),
    });
    points.collect()
}

/// At most `most` of `points` (two at least), spread evenly over their order: the first and the last are among them.
///
/// A picture has room for no more, and the table beside it says what the picture shows.
pub fn thinned<T>(points: Vec<T>, most: usize) -> Vec<T> {
    let (last, steps) = (points.len().saturating_sub(1), most.max(2) - 1);
    if last <= steps {
        return points;
    }
    let mut chosen = (0..=steps).map(|step| step * last / steps).peekable();
    let is_chosen = |(nth, point): (usize, T)| chosen.next_if_eq(&nth).map(|_| point);
    points.into_iter().enumerate().filter_map(is_chosen).collect()
}

/// Share of the way from `start` to `target` at `value`. Without a way, the target is reached at once.
///
/// Numbers near the largest, as a file may bring them, have no finite way between them: 0 then.
pub(super) fn way_gone(start: f64, target: f64, value: f64) -> f64 {
    let way = target - start;
    if way.abs() < f64::EPSILON {
        return 1.0;
    }
    let share = (value - start) / way;
    if share.is_nan() { 0.0 } else { share }
}
