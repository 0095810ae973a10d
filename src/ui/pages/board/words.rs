//! The board.

use crate::domain::BoardMark;
use crate::ui::shared::commitment::words as commitment;

pub const NAME: &str = "Board";
pub const WEEKS: &str = "Weeks";
pub const MEMBERS: &str = "Members";
pub const EARLIER: &str = "The week before";
pub const LATER: &str = "The week after";
pub const NOW: &str = "To this week";
pub const BY_MARK: &str = "By outcome";
pub const BY_MEMBER: &str = "By member";
pub const BY_GOAL: &str = "By goal";
pub const ALL_MARKS: &str = "Every outcome";
pub const ALL_MEMBERS: &str = "Everyone";
pub const ALL_GOALS: &str = "Every goal";
pub const NOTHING: &str = "No commitment of this week is like that.";
pub const SHOW_ALL: &str = "Show the whole week";
pub const SAID: &str = "What they said";
pub const SAID_NOTHING: &str = "They had nothing to add.";
pub const CONFIDENCE: &str = "confidence";

/// What a week is called that is `since` weeks after the running one.
pub fn week(days: &str, since: i64) -> String {
    match since {
        0 => format!("This week, {days}"),
        -1 => format!("Last week, {days}"),
        1 => format!("Next week, {days}"),
        _ => days.to_owned(),
    }
}

pub const fn mark(mark: BoardMark) -> &'static str {
    match mark {
        BoardMark::Open => "open",
        BoardMark::Ended(outcome) => commitment::outcome(outcome),
        BoardMark::Carried => "carried",
    }
}

pub fn confidence(of_five: u8) -> String {
    format!("{of_five} of 5")
}
