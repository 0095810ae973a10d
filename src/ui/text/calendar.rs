//! The calendar file.

use crate::exchange::calendar::{CalendarWords, EventWords};

/// What the events of the circle called `name` say in other calendars.
pub fn words(name: &str) -> CalendarWords {
    let event = |what: &str, description: &str| EventWords {
        summary: format!("{name}: {what}"),
        description: description.to_owned(),
    };
    CalendarWords {
        name: name.to_owned(),
        check_ins: event("check-in due", "Say what became of your commitments, and send it to the circle."),
        session: event("session", "The circle looks at its week together. Read the check-ins beforehand."),
        next_steps: event("next commitments due", "Write down what you commit to until the next check-in."),
    }
}
