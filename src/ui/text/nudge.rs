//! What the check-in lead can send to somebody whose check-in is missing: brief, kind, and without blame.

use crate::domain::{DriftStep, Lateness};
use crate::exchange::Form;

pub const TITLE: &str = "Who is late";
pub const NOBODY: &str = "Everybody is in. Nothing to chase.";
pub const PRIVATE: &str = "Send it to them alone, never to the group.";
pub const SEND: &str = "Send a nudge";
pub const DRIFT_TITLE: &str = "Who may need a hand";

/// Most characters of a name.
const NAME: usize = 60;

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
        DriftStep::Buddy => "Missed two. A call with this week's buddy may help more than another message.",
        DriftStep::Charter => {
            "Missed three or more. Ask at the session whether the circle still fits, together and openly."
        }
    }
}
