//! The check-in.

use crate::domain::{CheckInState, Wait};

pub const LEAD: &str = "First your commitments, then the rest. Saved as you type.";
pub const OUTCOMES: &str = "Your commitments";
pub const NO_COMMITMENTS: &str = "You had no commitments this week. Next week starts below.";
pub const WIN: &str = "A win, however small";
pub const WIN_EXAMPLE: &str = "What went better than last week?";
pub const BLOCKER: &str = "What stood in your way";
pub const ASK: &str = "What can the circle help with";
pub const ASK_EXAMPLE: &str = "A second pair of eyes, a contact, an hour";
pub const CONFIDENCE: &str = "Confidence for next week";
pub const CONFIDENCE_HINT: &str = "1 not at all, 5 very";
pub const GOALS: &str = "Where your goals stand now";
pub const WEEK: &str = "How it went";
pub const NEXT: &str = "Next week I will";
pub const NEXT_LEGEND: &str = "Next week";
pub const NEXT_MORE: &str = "Add another";
pub const NEXT_REMOVE: &str = "Remove this line";
pub const SUBMIT_SEND: &str = "Check in and send";
pub const SUBMIT: &str = "Check in";
pub const SAVE: &str = "Save the changes";
pub const DONE_EDIT: &str = "Change it";
pub const SUBMITTED: &str = "Checked in";
pub const NEXT_ALREADY: &str = "Already yours for then";
pub const NOTHING_TO_SAY: &str = "Nothing to say this week";
pub const SENT_ELSEWHERE: &str =
    "This check-in was sent from another tab or device. What differs here is not sent yet.";
pub const BRING: &str = "Bring it into this week";
pub const BROUGHT: &str = "Your words are in this week's check-in";
pub const DISCARD: &str = "Throw it away";
pub const DISCARDED: &str = "Changes thrown away";
pub const NOT_SAID: &str = "not said";

pub fn window_closed(week: &str) -> String {
    format!(
        "{week} closed while you were writing. Your words are here: send them late below, or bring them into this week."
    )
}

pub fn heading(name: &str) -> String {
    format!("How did the week go, {name}?")
}

pub fn done_heading(name: &str) -> String {
    format!("You are in, {name}")
}

pub fn when(week: &str, state: CheckInState, due: &str, opens: &str) -> String {
    match state {
        CheckInState::Upcoming => format!("{week} · opens {opens}, due {due}. You can write it now."),
        CheckInState::Open => format!("{week} · due {due}"),
        CheckInState::Overdue | CheckInState::Missed => format!("{week} · was due {due}. Late is better than never."),
        CheckInState::Submitted => format!("{week} · sent in time"),
        CheckInState::Late => format!("{week} · sent late"),
        CheckInState::Excused => format!("{week} · nothing is expected of you this time"),
    }
}

/// What stands above the commitments that were made with the check-in.
pub fn done_next(wait: Wait) -> String {
    match wait {
        Wait::NextWeek => "Your commitments for next week".to_owned(),
        Wait::AfterPause => "Your commitments for after the pause".to_owned(),
        Wait::Weeks(weeks) => format!("Your commitments for the meeting in {weeks} weeks"),
    }
}
