//! Goals.

pub use crate::ui::shared::goal::words::*;

use crate::domain::Closing;

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
pub const ADDED: &str = "Goal set";
pub const CHANGED: &str = "Goal changed";
pub const DELETED: &str = "Goal deleted";
pub const REOPENED: &str = "Goal open again";
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

pub fn of(name: &str) -> String {
    format!("Goals of {name}")
}
