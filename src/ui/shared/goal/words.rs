//! A goal, as several pages speak of it.

use crate::domain::{Closing, Measure, Standing};
use crate::ui::text::number;

pub const MEASURE: &str = "How you will know";
pub const MEASURE_DONE: &str = "Done or not";
pub const MEASURE_NUMBER: &str = "A number";
pub const START: &str = "From";
pub const TARGET: &str = "To";
pub const UNIT: &str = "Unit";
pub const UNIT_EXAMPLE: &str = "applications";
pub const DUE: &str = "By when";
pub const ACHIEVE: &str = "Reached";
pub const DROP: &str = "Give it up";
pub const REOPEN: &str = "Open it again";
pub const PROGRESS: &str = "Where does it stand now?";
pub const PROGRESS_SAVE: &str = "Note it";
pub const PROGRESSED: &str = "Progress noted";
pub const LINE: &str = "Progress over time";
pub const LINE_WHEN: &str = "When";
pub const LINE_VALUE: &str = "Value";

pub const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Achieved => "reached",
        Closing::Dropped => "given up",
    }
}

/// "5 of 20 interviews".
pub fn standing(measure: &Measure, standing: Standing) -> String {
    match measure {
        Measure::Done => "done or not".to_owned(),
        Measure::Number { unit, target, .. } if unit == "%" => {
            format!("{} % of {} %", number(standing.value), number(*target))
        }
        Measure::Number { unit, target, .. } => {
            format!("{} of {} {unit}", number(standing.value), number(*target)).trim_end().to_owned()
        }
    }
}

/// Whether the goal is ahead of its straight path.
pub fn pace(share: f64, expected: f64) -> &'static str {
    if share >= 1.0 {
        "there"
    } else if share >= expected + 0.05 {
        "ahead of plan"
    } else if share >= expected - 0.05 {
        "on track"
    } else {
        "behind plan"
    }
}

/// Until when.
pub fn due(day: &str) -> String {
    format!("by {day}")
}
