//! Feedback.

use crate::domain::{FeedbackAge, FeedbackStage, Outcome, Response};
use crate::ui::shared::commitment::words as commitment;

pub const NAME: &str = "Feedback";
pub const LEAD: &str = "Say what you saw, what it did, and what to try next. Then say what came of it.";
/// Said on the page itself, before anything is written.
pub const SEEN: &str = "Nothing here is anonymous. Notes for the circle are in its file for all to read, those for two sealed in it or in a file of their own.";
pub const REQUEST_SEEN: &str = "Everyone in the circle can read your question.";
pub const FOR_TWO: &str = "for the two of you";
/// Beside what is made of a note for two.
pub const OURS: &str = "The note stays between the two of you; what you write here is the circle's to read.";
pub const SAVE_FILE: &str = "Save its file";
pub const I_SENT_IT: &str = "I sent it";
pub const SENT: &str = "Sent";
pub const REFUSED: &str =
    "The browser did not hand the file over, and nothing was sent. Save it, then send it from your files.";
pub const TO_DISCUSS: &str = "Feedback that I got";

/// Where a note for two waits for its file to be sent.
pub fn not_sent(name: &str) -> String {
    format!(
        "Not sent yet. {name}'s device has no key yet: send {name} the file. It is for {name} alone, and whoever has it can read it."
    )
}

/// Where it needs no file of its own.
pub fn sealed(name: &str, devices: usize) -> String {
    match devices {
        1 => format!("Travels sealed in the circle's file. Only {name}'s device and yours can open it."),
        n => format!("Travels sealed in the circle's file. Only {name}'s {n} devices and yours can open it."),
    }
}

pub fn send(name: &str) -> String {
    format!("Send it to {name}")
}
pub const ASK: &str = "Ask for feedback";
pub const ALL: &str = "All feedback";

pub const WAITING: &str = "Waits for you";
pub const GOT: &str = "What you got";
pub const GAVE: &str = "What you gave";
pub const ASKED: &str = "What you asked";
pub const EMPTY: &str = "What would you like to know about your work?";
pub const EMPTY_HINT: &str = "Ask one person one question about one thing. A narrow question gets a useful answer.";
pub const EMPTY_EXAMPLE: &str = "“Where in my case study did you stop reading?”";
pub const NOTHING_GIVEN: &str =
    "Nothing yet. Think of one thing that somebody did this week, and say what it did for you.";

pub const ASK_WHOM: &str = "Ask whom";
pub const QUESTION: &str = "Your question";
pub const QUESTION_EXAMPLE: &str = "Where in my case study did you stop reading?";
pub const QUESTION_HINT: &str = "One question that only somebody who was there can answer";
pub const ABOUT: &str = "About what";
pub const ABOUT_EXAMPLE: &str = "the link, Tuesday's talk";
pub const UNTIL: &str = "Until when";
pub const ASK_IT: &str = "Ask";
pub const WITHDRAW: &str = "Take it back";
pub const WITHDRAWN: &str = "Your question is taken back";
pub const DECLINE: &str = "I cannot say";
pub const DECLINED: &str = "They will see that you cannot say";
pub const WAS_DECLINED: &str = "cannot say";

pub const SITUATION: &str = "when";
pub const BEHAVIOUR: &str = "seen";
pub const IMPACT: &str = "effect";
pub const NEXT_TIME: &str = "next time";
pub const THANKS: &str = "thanks";
pub const CAME_OF_IT: &str = "what came of it";

pub const THANK: &str = "Thanks";
pub const THANK_IN_WORDS: &str = "Thanks in words";
pub const THANK_WORDS: &str = "Your words";
pub const THANK_EXAMPLE: &str = "That helps, I had not seen it";
pub const THANK_SEND: &str = "Say thanks";
pub const THANKED: &str = "Thanks said";
pub const ACT: &str = "Commit to something";
pub const ACT_TITLE: &str = "What do you make of it?";
pub const ACTED: &str = "It is among your commitments";
pub const KEEP: &str = "Keep in mind";
pub const KEPT: &str = "Kept in mind";
pub const DISCUSS: &str = "Discuss it";
pub const DISCUSSED: &str = "It is on the agenda of the next session";
pub const CLOSE: &str = "Say what came of it";
pub const CLOSE_HINT: &str = "Whoever gave it wants to know";
pub const CLOSE_EXAMPLE: &str = "I opened with the numbers, and two people asked for the slide";
pub const CLOSED: &str = "Closed: they can see what came of it";
pub const REOPEN: &str = "Open it again";
pub const REOPENED: &str = "It is open again";
pub const TAKE_BACK: &str = "Take it back";
pub const TAKEN_BACK: &str = "Your feedback is taken back";

pub const BALANCE: &str = "Who gives, who gets";
/// Above the names of those who had none, each of which leads to giving some.
pub const WITHOUT: &str = "No feedback for three weeks";
pub const YOU: &str = "you";

pub fn asked(name: &str) -> String {
    format!("{name} is asked")
}

/// "From Ana", "To Ben", "From Ana to Ben"; `None` is the reader.
pub fn way(from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("From {from} to {to}"),
        (Some(from), None) => format!("From {from}"),
        (None, Some(to)) => format!("To {to}"),
        (None, None) => NAME.to_owned(),
    }
}

/// "asked Ben: …" above a request of one's own.
pub fn asked_whom(name: &str, question: &str) -> String {
    format!("To {name}: “{question}”")
}

pub fn until(day: &str) -> String {
    format!("until {day}")
}

pub const fn stage(stage: FeedbackStage) -> &'static str {
    match stage {
        FeedbackStage::Given => "new",
        FeedbackStage::Acknowledged => "thanked",
        FeedbackStage::Responded(Response::Act) => "acted on",
        FeedbackStage::Responded(Response::KeepInMind) => "kept in mind",
        FeedbackStage::Responded(Response::Discuss) => "for the session",
        FeedbackStage::Closed => "closed",
    }
}

/// What is said of something that waits; nothing while it is fresh.
pub const fn age(age: FeedbackAge) -> Option<&'static str> {
    match age {
        FeedbackAge::Fresh => None,
        FeedbackAge::Ageing => Some("waits for a week"),
        FeedbackAge::Old => Some("waits too long"),
    }
}

/// The commitment that came of it.
pub fn committed(text: &str, outcome: Option<Outcome>) -> String {
    match outcome {
        Some(outcome) => format!("“{text}”: {}", commitment::outcome(outcome)),
        None => format!("“{text}”"),
    }
}

/// The title of what is brought to the session.
pub fn to_discuss(name: &str, behaviour: &str) -> String {
    format!("Feedback from {name}: {behaviour}")
}

pub fn balance(given: usize, received: usize) -> String {
    format!("gave {given}, got {received}")
}

pub fn member(name: &str) -> String {
    format!("{name}: feedback")
}

pub fn member_got(name: &str) -> String {
    format!("What {name} got")
}

pub fn member_gave(name: &str) -> String {
    format!("What {name} gave")
}

pub const MEMBER_NOTHING: &str = "Nothing yet.";

pub const CAME_OF_IT_LABEL: &str = "What came of it";
pub const CLOSE_SEND: &str = "Close it";
