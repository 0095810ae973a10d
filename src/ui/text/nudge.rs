//! What the check-in lead can send to somebody whose check-in is missing: brief, kind, and without blame.

use crate::domain::{DriftStep, Lateness};
use crate::exchange::Form;

pub const TITLE: &str = "Missing check-ins";
pub const NOBODY: &str = "Everybody is in. Nobody to remind.";
pub const PRIVATE: &str = "Send it to them alone, never to the group.";
pub const DRIFT_TITLE: &str = "Who may need a hand";
pub const ASK: &str = "Ask them";
pub const TEXT: &str = "Your message";
/// Between those words and a name.
pub const TO: &str = " to ";
pub const AFRESH: &str = "Back to the ready words";
pub const YOU: &str = "This is you.";
pub const BUDDY_YOU: &str = "you";
pub const YOU_CHECK_IN: &str = "Check in now";
pub const YOU_RESOLVE: &str = "Give it an outcome";
pub const NOT_YET: &str = "Nobody to remind yet";
pub const NOBODY_HINT: &str = "Nobody waits for members who are away.";

/// Most characters of a name.
const NAME: usize = 60;
/// Most characters of a commitment or a goal.
const LINE: usize = 120;

/// For those who do not see whose button it is.
pub fn to(name: &str) -> String {
    format!("the message to {name}")
}

/// A due time in the words of a message, which may be read in another zone: "Thu 18:00, Lisbon time".
pub fn due(when: &str, city: &str) -> String {
    format!("{when}, {city} time")
}

/// How many of those who are expected are in while it is too early to ask.
pub fn not_yet(checked_in: usize, expected: usize, due: &str) -> String {
    format!(
        "{checked_in} of {expected} are in. Check-ins are due {due}; from the day before, whoever is missing is listed here."
    )
}

pub fn was_due(due: &str, relative: &str) -> String {
    format!("due {due} · {relative}")
}

pub fn last_heard(week: Option<&str>) -> String {
    match week {
        Some(week) => format!("Last check-in: week of {week}."),
        None => "No check-in yet.".to_owned(),
    }
}

pub fn buddies(names: &str) -> String {
    format!("Buddy this week: {names}.")
}

/// What the session does about the third miss.
pub const CHARTER: &str = "It is on the agenda of the session.";

/// A message to `name` about a commitment without an outcome.
pub fn about_commitment(name: &str, commitment: &str, form: Form) -> String {
    let (name, commitment) = (form.said(name, NAME), form.said(commitment, LINE));
    format!(
        "Hi {name}, “{commitment}” still waits for its outcome. Kept, in part, missed or carried on: any of them is \
         fine, and it takes a tap. Can we help with it?"
    )
}

/// A message to `name` about a goal that has not moved.
pub fn about_goal(name: &str, goal: &str, form: Form) -> String {
    let (name, goal) = (form.said(name, NAME), form.said(goal, LINE));
    format!(
        "Hi {name}, how is “{goal}” these days? It has been quiet for some weeks. Is it still yours, or has something \
         better come along? What would be the next small step?"
    )
}

/// A message to `name` about a check-in that is or was `due`, as the page shows it.
pub fn message(lateness: Lateness, name: &str, due: &str, form: Form) -> String {
    let name = form.said(name, NAME);
    match lateness {
        Lateness::DueSoon => {
            format!("Hi {name}, check-ins are due {due}. Three lines are plenty. Looking forward to yours!")
        }
        Lateness::Overdue => {
            format!("Hi {name}, your check-in was due {due} and can still be sent. Even a sentence helps us help you.")
        }
        Lateness::Missed(0 | 1) => format!(
            "Hi {name}, we missed your check-in last week. Weeks happen. Is there anything that we can take off \
             your plate, or will you just join the next one?"
        ),
        Lateness::Missed(2) => format!(
            "Hi {name}, we have not heard from you for two weeks, and we would like to. How about a short call \
             with a buddy, fifteen minutes, no agenda?"
        ),
        Lateness::Missed(_) => format!(
            "Hi {name}, you have been away for some weeks. No explanation needed. Does the circle still fit your \
             life as it is? We can change the rhythm, give you a break with a date, or say a warm goodbye. What \
             would help most?"
        ),
    }
}

pub fn lateness(lateness: Lateness) -> String {
    match lateness {
        Lateness::DueSoon => "due soon".to_owned(),
        Lateness::Overdue => "overdue, can still be sent".to_owned(),
        Lateness::Missed(0 | 1) => "missed".to_owned(),
        Lateness::Missed(times) => format!("missed {times} in a row"),
    }
}

/// What the circle does next about somebody who drifts.
pub const fn step(step: DriftStep) -> &'static str {
    match step {
        DriftStep::Nudge => "Missed one. The lead sends a private word.",
        DriftStep::Buddy => "Missed two. A call with this week’s buddy may help more than another message.",
        DriftStep::Charter => {
            "Missed three or more. Ask at the session whether the circle still fits, together and openly."
        }
    }
}
