//! This week.

use crate::domain::{CheckInState, RoleKind, Tally};

pub const COMMITMENTS: &str = "Your commitments";
pub const EVERYONE: &str = "Everyone";
pub const EMPTY: &str = "What will you have done by the end of the week?";
pub const EMPTY_HINT: &str = "One thing that somebody else could see: a verb, a number, a day.";
pub const EMPTY_EXAMPLE: &str = "“Send the portfolio to three studios by Wednesday”";
pub const FIRST_STEPS: &str = "First steps";
pub const STEP_GOAL: &str = "Set a goal";
pub const STEP_COMMITMENT: &str = "Make one commitment";
pub const STEP_SHARE: &str = "Send the circle file to the others";
pub const STEP_DONE: &str = "done";
pub const PAPER: &str = "The circle’s week";
pub const PAPER_KEPT: &str = "☑";
pub const PAPER_OPEN: &str = "☐";
pub const PAPER_IN: &str = "checked in";
pub const RING: &str = "The circle this week";
pub const RING_MEMBER: &str = "Member";
pub const COMMITMENTS_OF: &str = "Commitments";
pub const DUE: &str = "check-ins due";
pub const UNTIL_OPEN: &str = "check-ins open";

/// The headline: where I stand, and what the week asks of me.
pub fn headline(tally: Tally, check_in: CheckInState, role: Option<RoleKind>) -> String {
    let duty = match role {
        Some(RoleKind::Lead) => ", and you lead this week",
        Some(RoleKind::Summarizer) => ", and you write the digest",
        Some(RoleKind::Tracker) => ", and you track the goals",
        Some(RoleKind::Custom) | None => "",
    };
    format!("{}{duty}", standing(tally, check_in))
}

fn standing(tally: Tally, check_in: CheckInState) -> String {
    let Tally { kept, open, total, .. } = tally;
    match (total, open) {
        (0, _) if check_in.is_in() => "Checked in. Next week is yours to plan".to_owned(),
        (0, _) => "A new week, no commitments yet".to_owned(),
        (1, 0) if kept == 1 => "Your commitment is kept".to_owned(),
        (2, 0) if kept == 2 => "Both commitments kept".to_owned(),
        (_, 0) if kept == total => format!("All {} commitments kept", words(kept)),
        (1, 0) => "Your commitment was not kept".to_owned(),
        (_, 0) => format!("{} of {} kept", capital(&words(kept)), words(total)),
        (_, open) if kept == 0 => format!("{} to go this week", capital(&words(open))),
        (_, open) => format!("{} kept, {} to go", capital(&words(kept)), words(open)),
    }
}

fn words(n: usize) -> String {
    const WORDS: [&str; 11] = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

pub fn ring_foot(when: &str, checked_in: usize, all: usize) -> String {
    format!("{when} · {checked_in} of {all} in")
}

pub fn check_in_call(state: CheckInState) -> &'static str {
    match state {
        CheckInState::Overdue => "Check in late",
        CheckInState::Submitted | CheckInState::Late => "See your check-in",
        _ => "Check in",
    }
}

pub const MEMBER_NOTHING: &str = "No commitments this week.";
