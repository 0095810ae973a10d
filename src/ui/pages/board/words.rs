//! The board.

use crate::domain::{BoardMark, Tally};
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
pub const OUTSIDE: &str = "This week for somebody outside the circle";
pub const OUTSIDE_SHOWS: &str = "It shows the circle's name, everybody's name, and how many of their commitments they kept. Nothing that anybody wrote is in it.";
pub const OUTSIDE_WHAT: &str = "the week for somebody outside";
pub const AS_TEXT: &str = "The same as a text";
pub const SHARE_PICTURE: &str = "Send the picture";
pub const SAVE_PICTURE: &str = "Save the picture";
pub const PICTURE_SAVED: &str = "The browser saves the picture";
pub const PICTURE_REFUSED: &str = "The browser did not hand the picture over, and nothing was sent. Save it instead.";
pub const NOT_DRAWN: &str = "This browser cannot draw the picture. Send the text instead.";

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

pub fn picture([circle, week]: &[String; 2]) -> String {
    format!("{circle}, {week}, as a picture: the text beside it says the same")
}

/// The middle of the picture: what was kept by all together.
pub fn together(all: Tally) -> [String; 3] {
    let so_far = if all.open > 0 { "Kept so far" } else { "Kept" };
    [so_far.to_owned(), format!("{} of {}", all.kept, all.total), "commitments".to_owned()]
}

/// "Northlight, 16 Nov to 22 Nov: 9 of 15 kept"
pub fn text_head(circle: &str, week: &str, kept: &str) -> String {
    format!("{circle}, {week}: {kept}")
}
