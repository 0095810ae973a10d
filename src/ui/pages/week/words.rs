//! This week.

use crate::domain::{CheckInState, RoleKind, SeasonWeek, Tally};
use crate::ui::text;

pub const TITLE: &str = "This week";
pub const COMMITMENTS: &str = "Your commitments";
pub const ADD: &str = "Add a commitment";
pub const NEXT: &str = "Next week";
pub const EVERYONE: &str = "Everyone";
pub const EMPTY: &str = "What will you have done by the end of the week?";
pub const EMPTY_HINT: &str = "One thing that somebody else could see: a verb, a number, a day.";
pub const EMPTY_EXAMPLE: &str = "“Send the portfolio to three studios by Wednesday”";
pub const FIRST_STEPS: &str = "First steps";
pub const STEP_GOAL: &str = "Set a goal";
pub const STEP_COMMITMENT: &str = "Make one commitment";
pub const STEP_SHARE: &str = "Send the circle file to the others";
pub const STEP_DONE: &str = "done";
pub const DUE: &str = "updates due";
pub const UNTIL_OPEN: &str = "check-ins open";
pub const NOTHING_PROMISED: &str = "nothing promised";
pub const YOU: &str = "you";
pub const SESSION: &str = "The session";
pub const SESSION_OPEN: &str = "Open the session";
pub const SESSION_RUNS: &str = "It is running now";
pub const SESSION_FORGOTTEN: &str = "It was started and never ended.";
pub const SESSION_JOIN: &str = "Join the session";
pub const SESSION_OVER: &str = "It is over. What came of it stays here";
pub const SESSION_READ: &str = "See what came of it";
pub const WORK_OPEN: &str = "Open the work";
pub const ROLES: &str = "See all roles";
pub const ANSWER: &str = "Answer";
pub const LEAD_NOBODY: &str = "Nobody needs a word from you so far.";
pub const LEAD_ONLY_ME: &str = "The only check-in that is missing is your own.";
pub const LEAD_OVER: &str = "The session is over. Thank you for leading.";
pub const SUMMARIZER: &str = "The digest is drafted from the check-ins. Make it yours, then publish it.";
pub const SUMMARIZER_DONE: &str = "The digest is out. You can still change it and publish it again.";
pub const TRACKER_NONE: &str = "Every commitment has an outcome, and no goal stands still.";

/// "You are check-in lead".
pub fn role(role: &str) -> String {
    format!("You are {role}")
}

/// "Ben asks you about a turn".
pub fn asked(names: &[String]) -> String {
    format!("{} {} you about a turn.", text::list(names), if names.len() == 1 { "asks" } else { "ask" })
}

pub fn nudge(names: &[String]) -> String {
    match names {
        [one] => format!("Nudge {one}"),
        [one, two] => format!("Nudge {one} and {two}"),
        more => format!("Nudge {}", text::count(more.len(), "person", "people")),
    }
}

pub fn late(names: &[String]) -> String {
    format!("{} could use a friendly line about a missing check-in.", text::list(names))
}

pub fn waiting(commitments: usize, goals: usize) -> String {
    match (commitments, goals) {
        (0, 0) => TRACKER_NONE.to_owned(),
        (n, 0) => format!("{} for an outcome.", text::count(n, "commitment waits", "commitments wait")),
        (0, n) => format!("{} still.", text::count(n, "goal stands", "goals stand")),
        (c, g) => format!(
            "{} for an outcome, {} still.",
            text::count(c, "commitment waits", "commitments wait"),
            text::count(g, "goal stands", "goals stand")
        ),
    }
}

/// "Fri 17:00, in 3 days".
pub fn session_when(at: &str, until: &str) -> String {
    format!("{at}, {until}")
}

pub fn session_matters(open: usize) -> Option<String> {
    (open > 0).then(|| format!("{} on the agenda", text::count(open, "thing", "things")))
}

pub fn place(circle: &str, week: Option<SeasonWeek>) -> String {
    match week {
        Some(SeasonWeek { number, of }) => format!("{circle} · week {number} of {of}"),
        None => format!("{circle} · between seasons"),
    }
}

pub fn season(week: SeasonWeek) -> String {
    format!("Season: week {} of {}", week.number, week.of)
}

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
        (0, _) => "A new week, nothing promised yet".to_owned(),
        (_, 0) if kept == total => format!("All {} kept", words(kept)),
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
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

pub fn kept(tally: Tally) -> String {
    match tally.total {
        0 => NOTHING_PROMISED.to_owned(),
        total => format!("{} of {total} kept", tally.kept),
    }
}

pub fn ring(seats: &str) -> String {
    format!("This week: {seats}")
}

pub fn seat(name: &str, mark: &str, tally: Tally) -> String {
    let name = if mark.is_empty() { name.to_owned() } else { format!("{name} ({mark})") };
    match tally.total {
        0 => format!("{name} {NOTHING_PROMISED}"),
        total => format!("{name} kept {} of {total}", tally.kept),
    }
}

pub fn ring_foot(when: &str, checked_in: usize, all: usize) -> String {
    format!("{when} · {checked_in} of {all} in")
}

pub const fn state(state: CheckInState) -> &'static str {
    match state {
        CheckInState::Upcoming => "not open yet",
        CheckInState::Open => "not in yet",
        CheckInState::Overdue => "overdue",
        CheckInState::Submitted => "checked in",
        CheckInState::Late => "checked in late",
        CheckInState::Missed => "missed",
        CheckInState::Excused => "excused",
    }
}

pub fn check_in_call(state: CheckInState) -> &'static str {
    match state {
        CheckInState::Overdue => "Check in late, about 4 minutes",
        CheckInState::Submitted | CheckInState::Late => "See your check-in",
        _ => "Check in, about 4 minutes",
    }
}

pub const MEMBER_NOTHING: &str = "No commitments this week.";
pub const ASKS: &str = "asks";
pub const WIN: &str = "win";
