//! The line of what was reached, of a goal or of the shared aim.

use super::words;
use crate::domain::{Amount, GoalPoint, Scale};
use crate::state::App;
use crate::ui::plots::LinePoint;
use crate::ui::text;

/// `points` as they are drawn, each with its day and its value.
pub fn points_drawn(app: App, scale: &Scale, points: Vec<GoalPoint>) -> Vec<LinePoint> {
    let today = app.today();
    let point = |point: GoalPoint| LinePoint {
        time: point.time,
        share: point.share,
        when: text::time::dated(app.day_of(point.at), today),
        value: words::amount(&Amount { scale: scale.clone(), value: point.value }),
    };
    points.into_iter().map(point).collect()
}
