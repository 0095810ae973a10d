//! Goals.

pub use crate::ui::shared::goal::words::*;

use crate::domain::{Closing, Measure, Standing};
use crate::ui::text::number;

pub const MINE: &str = "Your goals";
pub const WHOSE: &str = "Whose goals";
pub const ADD: &str = "Set a goal";
pub const ADD_TITLE: &str = "New goal";
pub const EDIT_TITLE: &str = "Change the goal";
pub const EMPTY: &str = "Where do you want to be at the end of the season?";
pub const EMPTY_HINT: &str = "One goal is enough to begin with. Pick something you would be proud to tell the circle.";
pub const EMPTY_OTHER: &str = "No goals yet.";
pub const NAME: &str = "At the end I will have";
pub const NAME_EXAMPLE: &str = "Three offers to choose from";
pub const WHY: &str = "Why it matters";
pub const OBSTACLE: &str = "What is most likely to stand in the way";
pub const DUE: &str = "By when";
pub const MEASURE: &str = "How you will know";
pub const MEASURE_DONE: &str = "Done or not";
pub const MEASURE_NUMBER: &str = "A number";
pub const START: &str = "From";
pub const TARGET: &str = "To";
pub const UNIT: &str = "Unit";
pub const UNIT_EXAMPLE: &str = "applications";
pub const ADDED: &str = "Goal set";
pub const CHANGED: &str = "Goal changed";
pub const DELETED: &str = "Goal deleted";
pub const ACHIEVE: &str = "Reached";
pub const DROP: &str = "Give it up";
pub const REOPEN: &str = "Open it again";
pub const REOPENED: &str = "Goal open again";
pub const PROGRESS: &str = "Where does it stand now?";
pub const PROGRESS_SAVE: &str = "Note it";
pub const PROGRESSED: &str = "Progress noted";
pub const COMMITMENTS: &str = "Commitments";
pub const THIS_WEEK: &str = "This week";
pub const EARLIER: &str = "Earlier weeks";
pub const NO_COMMITMENTS: &str = "No commitments yet.";

pub fn closed(how: Closing) -> &'static str {
    match how {
        Closing::Achieved => "Goal reached. Tell the circle!",
        Closing::Dropped => "Goal given up",
    }
}

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

pub fn due(day: &str) -> String {
    format!("by {day}")
}

pub fn of(name: &str) -> String {
    format!("Goals of {name}")
}
