//! What values of the document are called, and how they read.

use crate::document::Place;
use crate::domain::{Closing, Kind, Outcome};
use crate::ui::shared::commitment::words as commitment;
use crate::ui::shared::goal::words as goals;

pub const NOTHING: &str = "nothing";
pub const YES: &str = "yes";
pub const NO: &str = "no";
pub const THERE: &str = "there";
pub const GONE: &str = "gone";
pub const YOU: &str = "you";
pub const SOMEBODY: &str = "somebody";
pub const UNKNOWN: &str = "written before the app kept by whom";
pub const EARLIER: &str = "Earlier versions";
pub const AHEAD: &str = "by a clock that is ahead";

/// Who wrote something, and when.
pub fn author(name: &str, when: &str) -> String {
    format!("{name}, {when}")
}

/// What a value of the document is called.
pub fn field(place: &Place) -> &'static str {
    // What follows a slash is the element of a set.
    let field = place.field().split('/').next().unwrap_or_default();
    named_by_kind(place.kind, field).unwrap_or_else(|| named_by_field(field))
}

/// What a field is called that has words of its own in records of `kind`.
fn named_by_kind(kind: Kind, field: &str) -> Option<&'static str> {
    Some(match (kind, field) {
        (Kind::Rhythm, _) => "the rhythm",
        (Kind::Week, "is_skipped") => "the pause",
        (Kind::Week, "review_moved_to") => "the time of the session",
        (Kind::Week, _) => "the week",
        (Kind::Digest, _) => "the digest",
        (Kind::Session, "summary") => "the summary of the session",
        (Kind::Session, _) => "the course of the session",
        (Kind::AgendaItem, "done_at" | "done_in") => "whether it is finished",
        (Kind::AgendaItem, "detail") => "the detail",
        (Kind::Decision, "revisited" | "closed_at") => "what was found later",
        (Kind::Decision, "review_on") => "when to look again",
        (Kind::AgendaItem | Kind::Decision, "owner") => "who sees to it",
        (Kind::FeedbackRequest, _) => "a request for feedback",
        (Kind::Feedback, "thanks" | "thanked_at") => "the thanks for feedback",
        (Kind::Feedback, "response" | "responded_at" | "commitment" | "agenda") => "what is done with feedback",
        (Kind::Feedback, "outcome" | "closed_at") => "what came of feedback",
        (Kind::Feedback, _) => "the words of feedback",
        (Kind::Charter, _) => "a version of the charter",
        (Kind::Signature, _) => "a signature of the charter",
        (Kind::Aim, "title") => "the words of the shared aim",
        (Kind::Season, "weeks") => "how long the season is",
        (Kind::Season, _) => "when the season begins",
        (Kind::Retro, _) => "a word on the season",
        (Kind::Recommitment, _) => "who goes on",
        (Kind::Profile, "stage") => "the career stage",
        (Kind::Profile, _) => "the profile",
        (Kind::Tie, _) => "how two know each other",
        (Kind::Absence, _) => "an absence",
        (Kind::Role, _) => "a role",
        (Kind::Override, _) => "an agreement about a turn",
        _ => return None,
    })
}

/// What a field of this name is called in any other record.
fn named_by_field(field: &str) -> &'static str {
    match field {
        "name" => "the name",
        "purpose" => "the purpose",
        "focus" => "the focus",
        "title" | "text" => "the wording",
        "why" => "why it matters",
        "obstacle" => "the obstacle",
        "outcome" | "resolved_at" | "closing" | "closed_at" => "the outcome",
        "note" => "the note",
        "due" => "the due day",
        "cue" | "action" => "the plan",
        "helper" => "who helps",
        "goal" => "the goal it serves",
        "carried" => "the reason for carrying it over",
        "eased" => "the earlier words",
        "value" => "the number",
        "win" => "the win",
        "blocker" => "the blocker",
        "ask" => "the ask",
        "confidence" => "the confidence",
        "measure" | "scale" => "how it is measured",
        "unit" => "the unit",
        "start" => "the start",
        "target" => "the target",
        "deleted_at" | "left_at" => "whether it is there",
        _ => "a detail",
    }
}

/// Whether values at `place` are words that people read. Those of the others stand for something that is shown elsewhere.
pub fn is_read(place: &Place) -> bool {
    match place.kind {
        Kind::Session => place.field() == "summary",
        Kind::Profile => matches!(place.field(), "field" | "own_intention"),
        Kind::Override | Kind::Signature | Kind::Recommitment | Kind::Tie | Kind::Role => false,
        _ => true,
    }
}

/// The key of a state in words; `None` where the field has none of ours.
pub fn state(place: &Place, key: &str) -> Option<&'static str> {
    match (place.kind, place.field()) {
        (Kind::Commitment, "outcome") => Outcome::from_key(key).map(commitment::outcome),
        (Kind::Goal | Kind::Aim, "closing") => match key {
            "achieved" => Some(goals::closing(Closing::Achieved)),
            "dropped" => Some(goals::closing(Closing::Dropped)),
            _ => None,
        },
        _ => None,
    }
}
