//! Commitments.

use crate::domain::{CarryDemand, Outcome, Vagueness, Verdict};

pub const TEXT: &str = "I will";
pub const TEXT_HINT: &str = "A verb, a number, a day";
pub const TEXT_EXAMPLE: &str = "Send the portfolio to three studios by Wednesday";
pub const GOAL: &str = "For which goal";
pub const NO_GOAL: &str = "No goal";
pub const IF: &str = "If";
pub const IF_EXAMPLE: &str = "it is Tuesday 20:00";
pub const THEN: &str = "then I";
pub const THEN_EXAMPLE: &str = "open the draft and write 300 words";
pub const ADD_TITLE: &str = "New commitment";
pub const EDIT_TITLE: &str = "Change the commitment";
pub const ADD: &str = "I commit to it";
pub const OUTCOME: &str = "What became of it?";
pub const NOTE: &str = "A word about it";
pub const REASON: &str = "What got in the way?";
pub const SMALLER: &str = "Make it smaller or change the plan";
pub const REOPEN: &str = "Open it again";
pub const MORE: &str = "A day of its own, or a helper";
pub const DUE: &str = "By when";
pub const HELPER: &str = "Who helps";
pub const NO_HELPER: &str = "Nobody";
pub const FIRST: &str = "First: what became of this?";
pub const DELETED: &str = "Commitment deleted";
pub const ADDED: &str = "Commitment added";
pub const CHANGED: &str = "Commitment changed";
pub const REOPENED: &str = "It is open again";
pub const CARRY: &str = "carry";
pub const SESSION: &str = "for the session";

pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::Partial => "partial",
        Outcome::Missed => "missed",
        Outcome::Renegotiated => "renegotiated",
        Outcome::Dropped => "dropped",
    }
}

pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ended(how) => outcome(how),
        Verdict::Carried => CARRY,
    }
}

/// What is said of a commitment that was carried `times` before.
pub fn settled(verdict: Verdict, times: usize) -> String {
    match verdict {
        Verdict::Ended(how) => resolved(how),
        Verdict::Carried => carried(times + 1),
    }
}

pub fn resolved(how: Outcome) -> String {
    format!("Marked {}", outcome(how))
}

pub fn tick(text: &str) -> String {
    format!("kept: {text}")
}

pub fn options(text: &str) -> String {
    format!("Options: {text}")
}

pub fn plan(cue: &str, action: &str) -> Option<String> {
    match (cue, action) {
        ("", "") => None,
        (cue, "") => Some(format!("If {cue}")),
        ("", action) => Some(format!("Then I {action}")),
        (cue, action) => Some(format!("If {cue}, then I {action}")),
    }
}

/// What held before it was eased.
pub fn eased(before: &str) -> String {
    format!("renegotiated, was “{before}”")
}

pub fn helped(name: &str) -> String {
    format!("{name} helps")
}

pub fn for_goal(title: &str) -> String {
    format!("for “{title}”")
}

pub fn carried(times: usize) -> String {
    match times {
        1 => "carried once".to_owned(),
        2 => "carried twice".to_owned(),
        n => format!("carried {n} times"),
    }
}

pub const fn demand(demand: CarryDemand) -> &'static str {
    match demand {
        CarryDemand::Reason => "asked on the first carry",
        CarryDemand::Change => "the second carry asks for a smaller step",
        CarryDemand::Session => "from the third carry on, the circle looks at it together",
    }
}

pub fn lint(found: &[Vagueness]) -> Option<String> {
    let hedge = found.iter().find_map(|v| match v {
        Vagueness::Hedged(word) => Some(*word),
        Vagueness::NoNumber => None,
    });
    match (hedge, found.contains(&Vagueness::NoNumber)) {
        (Some(word), true) => Some(format!("“{word}” and no number: what will you be able to show?")),
        (Some(word), false) => Some(format!("“{word}” is effort. What will be there at the end?")),
        (None, true) => Some("No number yet: how many, how long, by when?".to_owned()),
        (None, false) => None,
    }
}

pub fn over_limit(open: usize) -> String {
    format!("You have {open} open already. More than three are rarely kept; is this one worth dropping another?")
}
