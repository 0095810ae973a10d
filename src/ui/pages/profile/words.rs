//! A member's own page.

use crate::domain::SaidTie;

pub const NAME: &str = "Profile";
pub const MINE: &str = "About you";
pub const LEAD: &str = "One question at a time, and only what you like to say. Everyone in the circle can read it.";
pub const QUESTIONS: &str = "What the circle may know";
pub const SAID: &str = "What they said";
pub const NOTHING: &str = "Nothing yet. They can say it on their own device.";
pub const TIES: &str = "How you know the others";
pub const TIES_LEAD: &str = "Friends spare each other, and nobody is frank before their boss. So the fit counts it.";
pub const NOT_SAID: &str = "How do you know each other?";
pub const ALONE: &str = "There is nobody else in the circle yet.";
pub const FIT: &str = "How the circle fits";
pub const FEEDBACK: &str = "Feedback";

pub fn about(name: &str) -> String {
    format!("About {name}")
}

pub fn how(name: &str) -> String {
    format!("How do you know {name}?")
}

pub fn feedback_of(name: &str) -> String {
    format!("What {name} got and gave")
}

/// How the reader said that they know a member, in a row.
pub const fn tie(tie: SaidTie) -> &'static str {
    match tie {
        SaidTie::Friend => "You are friends",
        SaidTie::Colleague => "You work together",
        SaidTie::ReportsToThem => "You report to them",
        SaidTie::ReportsToMe => "They report to you",
        SaidTie::New => "New to you",
    }
}
