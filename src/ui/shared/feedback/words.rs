//! Feedback, as other pages speak of it.

use crate::domain::{FeedbackHint, FeedbackStep, Visibility};
use crate::ui::text::count;

pub const NAME: &str = "Feedback";
pub const GIVE: &str = "Give feedback";
pub const GIVE_IT: &str = "Give it";
pub const TO: &str = "To whom";
pub const SITUATION: &str = "When was it";
pub const SITUATION_EXAMPLE: &str = "In Friday's session";
pub const BEHAVIOUR: &str = "What did you see or hear";
pub const BEHAVIOUR_EXAMPLE: &str = "You asked three questions before you gave advice";
pub const BEHAVIOUR_HINT: &str = "What a camera would have caught";
pub const IMPACT: &str = "What did it do";
pub const IMPACT_EXAMPLE: &str = "I found the answer myself";
pub const NEXT_TIME: &str = "Next time";
pub const NEXT_TIME_EXAMPLE: &str = "Do that again, and write the questions down";
pub const READERS: &str = "Who can read it";
pub const CHANGED: &str = "Your words are changed";
pub const ANSWER: &str = "Answer";

/// The title of the dialog.
pub fn give_to(name: &str) -> String {
    format!("Feedback for {name}")
}

/// What was done, once it is written.
pub fn given(name: &str, visibility: Visibility, has_key: bool) -> String {
    match (visibility, has_key) {
        (Visibility::Circle, _) => format!("Your feedback for {name} is in the circle"),
        (Visibility::Two, true) => format!("Written for {name} alone. It travels sealed in the circle's file"),
        (Visibility::Two, false) => format!("Written for {name} alone. Send it from the page Feedback"),
    }
}

pub const fn visibility(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Circle => "The circle",
        Visibility::Two => "Only the two of us",
    }
}

/// What the choice means where `name` gets it, whose device has a key or has none.
pub fn meaning(name: &str, visibility: Visibility, has_key: bool) -> String {
    match (visibility, has_key) {
        (Visibility::Circle, _) => {
            "It is in the circle's file: everyone can read it, and it carries your name.".to_owned()
        }
        (Visibility::Two, true) => format!(
            "It travels sealed in the circle's file: only {name} and you can open it, and it carries your name. The others can see that there is such a note, between whom, when, and about how long it is."
        ),
        (Visibility::Two, false) => format!(
            "{name}'s device has no key yet, so it is never in the circle's file: it stays on this device until you send its own file to {name}, and it carries your name. That file is not sealed: whoever has it can read it. Once you have opened a file from {name}, it travels sealed in yours."
        ),
    }
}

pub const TO_SEND: &str = "Only the two of you can read it, and it was not sent yet";

/// A note for two that waits to be sent.
pub fn to_send(name: &str) -> String {
    format!("Send {name} your note")
}

pub fn give(name: &str) -> String {
    format!("Give {name} feedback")
}

/// What somebody asked, above the answer.
pub fn asks(name: &str, question: &str) -> String {
    format!("{name} asks: “{question}”")
}

/// The situation where feedback is given to what somebody asked in a check-in.
pub fn of_ask(ask: &str) -> String {
    format!("You asked: “{ask}”")
}

/// The situation where feedback is given to somebody on the hot seat.
pub fn of_hot_seat(question: Option<&str>) -> String {
    match question {
        Some(question) => format!("On the hot seat: “{question}”"),
        None => "On the hot seat".to_owned(),
    }
}

pub fn waits(name: &str, step: FeedbackStep) -> String {
    match step {
        FeedbackStep::Thank => format!("{name} gave you feedback"),
        FeedbackStep::Respond => format!("What do you do with {name}'s feedback?"),
        FeedbackStep::Close => format!("What came of {name}'s feedback?"),
    }
}

pub fn things(waiting: usize) -> String {
    count(waiting, "thing waits for you", "things wait for you")
}

pub fn hint(hint: FeedbackHint) -> String {
    match hint {
        FeedbackHint::Absolute(word) => format!("“{word}”: one exception and nobody listens. When was it?"),
        FeedbackHint::Judging(_) => "This says what somebody is. What did they do?".to_owned(),
        FeedbackHint::Unobserved(word) => format!("“{word}” is kind. What exactly should they do again?"),
    }
}
