//! The session: its steps and what they are for, the clock, the agenda and what came of it.

mod close;
mod steps;

use crate::domain::{AgendaKind, Step};
pub use close::*;
pub use steps::*;

pub const fn step(step: Step) -> &'static str {
    match step {
        Step::CheckIns => "Round of check-ins",
        Step::Review => "Commitment review",
        Step::HotSeat => "Hot seat",
        Step::Decisions => "Decisions",
        Step::Next => "Next commitments",
        Step::Close => "Close",
    }
}

pub const fn hint(step: Step) -> &'static str {
    match step {
        Step::CheckIns => "Each of you: one win, one blocker. No replies yet.",
        Step::Review => {
            "Each commitment, and what became of it. Carried three times: make it smaller, find help, or drop it."
        }
        Step::HotSeat => "One question, one member. Clarifying questions come before any advice.",
        Step::Decisions => "Settle one thing at a time: what, who sees to it, when you look again.",
        Step::Next => "A verb, a number, a day. At most three each.",
        Step::Close => "One word each. Who writes the digest?",
    }
}

pub fn heading(weekday: &str) -> String {
    format!("{weekday}’s session")
}

pub const NONE_THIS_WEEK: &str = "No session this week";

pub fn none_in(day: &str) -> String {
    format!("No session in the week of {day}")
}

pub fn over_heading(weekday: Option<&str>) -> String {
    weekday.map_or_else(|| "The session is over".to_owned(), |weekday| format!("{weekday}’s session is over"))
}

pub const YOU_LEAD: &str = "you lead";

pub fn leads(name: &str) -> String {
    format!("{name} leads")
}

pub const WEEKS: &str = "Other sessions";

pub fn week_of(day: &str) -> String {
    format!("Week of {day}")
}

// Before the start.

pub const MEETING: &str = "When and where";
pub const PAUSED_WEEK: &str = "The circle does not meet that week";
pub const PAUSED_WEEK_HINT: &str = "Nobody expects a session. You can hold one all the same.";
pub const MOVED: &str = "moved for this week";
pub const NO_PLACE: &str = "No place or link yet.";
pub const SAY_WHERE: &str = "Say where";
pub const JOIN: &str = "Open the meeting";
pub const LENGTH: &str = "Minutes in all";
pub const START: &str = "Start the session";
pub const STARTED: &str = "The session has started";
pub const AGENDA: &str = "Agenda";
pub const NOTHING_BROUGHT: &str = "What would you regret not having asked?";
pub const NOTHING_BROUGHT_HINT: &str =
    "Bring one thing: something to settle, something to talk about, or a question for the hot seat.";
pub const BRING: &str = "Bring something";
pub const BROUGHT: &str = "It is on the agenda";
pub const EDIT_ITEM: &str = "Change the item";
pub const ITEM_CHANGED: &str = "Item changed";
pub const TITLE: &str = "What is it about";
pub const TITLE_EXAMPLE: &str = "Which of two offers shall I take?";
pub const DETAIL: &str = "What one should know before";
pub const KIND: &str = "How to treat it";
pub const NEXT_SEAT: &str = "Next on the hot seat";

pub const fn kind(kind: AgendaKind) -> &'static str {
    match kind {
        AgendaKind::Topic => "settle it",
        AgendaKind::HotSeat => "hot seat, please",
        AgendaKind::Discuss => "talk about it",
    }
}

pub fn there(city: &str, time: &str) -> String {
    format!("{time} in {city}")
}

pub fn min(minutes: i64) -> String {
    format!("{minutes} min")
}

pub fn carried_over(times: i64) -> Option<String> {
    match times {
        ..=0 => None,
        1 => Some("carried over once".to_owned()),
        2 => Some("carried over twice".to_owned()),
        n => Some(format!("carried over {n} times")),
    }
}

pub fn charter(name: &str) -> String {
    format!("Does the circle still fit {name}?")
}

pub const CHARTER_HINT: &str = "For anyone who has missed three check-ins or more. Ask kindly: another rhythm, a break with a date, or a warm goodbye?";
pub const LOOK_AGAIN: &str = "look at it again";
pub const CARRIED_THRICE: &str = "carried three times";

pub fn options(title: &str) -> String {
    format!("Options: {title}")
}

// The clock.

pub const CLOCK: &str = "Clock";
pub const TIMER: &str = "Time for this step";
pub const LEFT: &str = "left";
pub const OVER: &str = "over, no rush";
pub const STANDS: &str = "paused";
pub const PAUSE: &str = "Pause";
pub const RESUME: &str = "Go on";
pub const MORE: &str = "+2 min";
pub const MORE_FOR: &str = " for this step";
pub const STEPS: &str = "Steps";
pub const BACK: &str = "Back";

/// "4:05", whichever side of zero.
pub fn clock(millis: i64) -> String {
    // What is left is rounded up: 0:00 is the end, not its last second.
    let seconds = if millis > 0 { (millis + 999) / 1000 } else { -millis / 1000 };
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "+0:42" of a time that is over.
pub fn over_by(millis: i64) -> String {
    format!("+{}", clock(millis))
}

/// "2/6"
pub fn fraction(nth: usize, of: usize) -> String {
    format!("{nth}/{of}")
}

pub fn step_of(nth: usize, of: usize) -> String {
    format!("Step {nth} of {of}: all steps and the time")
}

pub fn whole(spent: i64, allowed: i64) -> String {
    format!("{spent} of {allowed} min in all")
}

pub fn ends(at: &str) -> String {
    format!("ends about {at}")
}

pub fn next(step: Step) -> String {
    match step {
        Step::Next => "Next: next week".to_owned(),
        step => format!("Next: {}", self::step(step)),
    }
}

pub fn back(step: Step) -> String {
    format!("Back: {}", self::step(step))
}
