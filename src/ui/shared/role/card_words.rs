//! The role card: what a turn asks for now.

use crate::ui::text::count;
use crate::ui::text::list;

pub const WORK_OPEN: &str = "Open the work";
pub const ANSWER: &str = "Answer";
pub const LEAD_NOBODY: &str = "Nobody needs a word from you.";
pub const LEAD_ONLY_ME: &str = "The only check-in that is missing is your own.";
pub const LEAD_OVER: &str = "The session is over. Thank you for leading.";
pub const SUMMARIZER: &str = "The digest is drafted from the check-ins. Make it yours, then publish it.";
pub const SUMMARIZER_DONE: &str = "The digest is out. You can still change it and publish it again.";
pub const TRACKER_NONE: &str = "Every commitment has an outcome, and every goal has moved.";

/// "You are check-in lead".
pub fn role(role: &str) -> String {
    format!("You are {role}")
}

/// "Ben asks you about a turn".
pub fn asked(names: &[String]) -> String {
    format!("{} {} you about a turn.", list(names), if names.len() == 1 { "asks" } else { "ask" })
}

pub fn nudge(names: &[String]) -> String {
    match names {
        [one] => format!("Nudge {one}"),
        [one, two] => format!("Nudge {one} and {two}"),
        more => format!("Nudge {}", count(more.len(), "person", "people")),
    }
}

pub fn late(names: &[String]) -> String {
    format!("{} could use a friendly line about a missing check-in.", list(names))
}

pub fn waiting(commitments: usize, goals: usize) -> String {
    match (commitments, goals) {
        (0, 0) => TRACKER_NONE.to_owned(),
        (n, 0) => format!("{} for an outcome.", count(n, "commitment waits", "commitments wait")),
        (0, n) => format!("{} not moved.", count(n, "goal has", "goals have")),
        (c, g) => format!(
            "{} for an outcome, {} not moved.",
            count(c, "commitment waits", "commitments wait"),
            count(g, "goal has", "goals have")
        ),
    }
}
