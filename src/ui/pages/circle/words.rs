//! The circle and its members.

use crate::domain::{Blocker, Circle, FitScore, MemberId, ProfileQuestion, SeasonPhase};
use crate::ui::text::count;

pub const PURPOSE: &str = "Purpose";
pub const PURPOSE_EMPTY: &str = "What is this circle for? One sentence keeps it from becoming a chat.";
pub const PURPOSE_ADD: &str = "Write the purpose";
pub const NAME_EDIT: &str = "Change the name";
pub const IN_CHARTER: &str = "The purpose is in your charter, where a change of it is signed.";
pub const PURPOSE_EDIT: &str = "Change name and purpose";
pub const NAME: &str = "Name of the circle";
pub const MEMBERS: &str = "Members";
pub const ADD: &str = "Add somebody";
pub const ADD_NAME: &str = "Name";
pub const ADDED: &str = "Welcome to the circle";
pub const FOCUS: &str = "Working towards";
pub const FOCUS_EMPTY: &str = "No focus written yet";
pub const REMOVE: &str = "Left the circle";
pub const REMOVE_HINT: &str = "What they did stays; their future turns end.";
pub const FORMER: &str = "Were here before";
pub const RESTORE: &str = "Is back";
pub const CHANGED: &str = "Changed";
pub const ALONE: &str = "A circle of one is a diary. Add the others.";
pub const LARGE: &str = "More than eight make long sessions. Two circles may serve you better.";

pub fn left(name: &str) -> String {
    format!("{name} left the circle")
}

pub fn returned(name: &str) -> String {
    format!("{name} is back")
}

pub fn edit(name: &str) -> String {
    format!("Change {name}")
}

pub const TOGETHER: &str = "What the circle shares";
pub const NO_TURNS: &str = "The first turns begin with the first season.";

/// "Check-in lead: Ana".
pub fn turn(role: &str, name: &str) -> String {
    format!("{role}: {name}")
}

/// "Check-ins due in 2 days".
pub fn coming(what: &str, until: &str) -> String {
    format!("{what} {until}")
}

/// How the charter stands: what the reader is asked to sign, then what is proposed, then who has signed.
pub fn charter(asked: usize, proposals: usize, signed: Option<(usize, usize)>) -> String {
    match (asked, proposals, signed) {
        (_, _, None) => "What you hold each other to, on one page".to_owned(),
        (0, 0, Some((signed, of))) if signed == of => "Everyone has signed".to_owned(),
        (0, 0, Some((signed, of))) => format!("{signed} of {of} have signed"),
        (0, proposals, _) => count(proposals, "other version is proposed", "other versions are proposed"),
        (1, ..) => "You are asked to sign".to_owned(),
        (asked, ..) => format!("You are asked to sign one of {asked} versions"),
    }
}

/// How the season stands: what the reader is still to say comes first.
pub fn season(phase: Option<SeasonPhase>, week: Option<String>, is_asked: bool, farewells: usize) -> String {
    match (phase, week) {
        _ if farewells > 0 => count(farewells, "member to see off", "members to see off"),
        (None, _) => "Begin your first season".to_owned(),
        (Some(SeasonPhase::Closes | SeasonPhase::Over), _) if is_asked => {
            "Look back, and say whether you go on".to_owned()
        }
        (Some(SeasonPhase::Over), _) => "It is over: begin the next one".to_owned(),
        (Some(SeasonPhase::Closes), _) => "The last week".to_owned(),
        (Some(SeasonPhase::Ahead), _) => "It has not begun yet".to_owned(),
        (Some(SeasonPhase::Runs), week) => week.unwrap_or_default(),
    }
}

/// How feedback stands: what waits for the reader comes first, then who has had none.
pub fn feedback(waiting: usize, without: usize, notes: usize) -> String {
    match (waiting, without, notes) {
        (0, 0, 0) => "Ask one person one question".to_owned(),
        (0, 0, notes) => count(notes, "note", "notes"),
        (0, without, _) => format!("{} without any for three weeks", count(without, "member", "members")),
        (waiting, ..) => count(waiting, "thing waits for you", "things wait for you"),
    }
}

/// How the members fit: what stands in the way comes with the score.
pub fn fit(fit: &FitScore) -> String {
    let score = match fit.score() {
        Some(score) if fit.is_whole() => format!("{score} of 100"),
        Some(score) => format!("{score} of 100, as far as it is known"),
        None => return "Say what you could help with".to_owned(),
    };
    match fit.blockers.first() {
        Some(Blocker::NoCommonHour) => format!("{score} · no common hour"),
        Some(Blocker::ReportingLine(..)) => format!("{score} · a reporting line"),
        None => score,
    }
}

/// How much the reader has said of themselves.
pub fn profile(circle: &Circle, me: Option<&MemberId>) -> String {
    let profile = me.map(|me| circle.profile_of(me));
    let is_said = |question: &ProfileQuestion| profile.as_ref().is_some_and(|profile| question.is_answered(profile));
    match ProfileQuestion::ALL.iter().filter(|question| is_said(question)).count() {
        0 => "One question at a time".to_owned(),
        said => format!("{said} of {} questions answered", ProfileQuestion::ALL.len()),
    }
}

pub const INVITE: &str = "Let somebody see how the circle fits them";
