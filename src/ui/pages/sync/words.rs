//! Files in and out.

use crate::document::{Place, Value};
use crate::domain::{Happening, Kind, MemberId, RotaNews};
use crate::ui::shared::commitment::words as commitment;
use crate::ui::shared::goal::words as goals;
use crate::ui::text::count;
use crate::ui::text::number;
use crate::ui::text::time::day;

pub const HEADING: &str = "Keep the circle in step";
pub const LEAD: &str = "Send your file to the others; open theirs. Opening only ever adds, so any order works.";
pub const OUT: &str = "Your copy, to the others";
pub const DOWNLOAD: &str = "Download the circle file";
pub const SEND: &str = "Send it";
pub const IN: &str = "Their copies, to you";
pub const OPEN: &str = "Open files";
pub const OPEN_HINT: &str = "One or several circle files, or drop them anywhere on this page.";
pub const READING: &str = "Reading…";
pub const CAME_IN: &str = "What came in";
pub const TAKE: &str = "Take this one";
pub const TAKEN: &str = "Taken";
pub const CONFLICTS: &str = "You both changed this";
pub const STANDS: &str = "stands now";
pub const OTHER: &str = "the other value";
pub const HAND_EDITS: &str = "Changed by hand in the file";
pub const HAND_EDITS_TAKE: &str = "Take these edits in";
pub const NOTHING: &str = "nothing";
pub const DOWNLOADED: &str = "The file is in your downloads";
pub const EVERYONE: &str = "The circle";

pub fn contains(members: usize, goals: usize, commitments: usize, check_ins: usize) -> String {
    format!(
        "The file holds the whole circle: {}, {}, {} and {}. Whoever has it can read all of it.",
        count(members, "member", "members"),
        count(goals, "goal", "goals"),
        count(commitments, "commitment", "commitments"),
        count(check_ins, "check-in", "check-ins"),
    )
}

pub fn last(ago: Option<&str>) -> String {
    match ago {
        Some(ago) => format!("Last exported {ago}"),
        None => "Not exported from this device yet".to_owned(),
    }
}

pub fn new_circle(name: &str) -> String {
    format!("“{name}” is now on this device.")
}

pub fn rebuilt(name: &str) -> String {
    format!("“{name}” was made anew from the readable part: its history was missing.")
}

pub fn nothing_new(name: &str) -> String {
    format!("Nothing new: this device knew all of it. “{name}” is as it was.")
}

pub fn merged(name: &str, items: usize) -> String {
    format!("{} came into “{name}”.", count(items, "piece of news", "pieces of news"))
}

pub fn happening(what: &Happening) -> String {
    match what {
        Happening::CircleChanged => "name, purpose or rhythm changed".to_owned(),
        Happening::WeekSkipped(cycle) => format!("pauses in the week of {}", day(cycle.first_day())),
        Happening::WeekResumed(cycle) => format!("does not pause in the week of {} after all", day(cycle.first_day())),
        Happening::ReviewMoved(cycle) => {
            format!("meets at another time in the week of {}", day(cycle.first_day()))
        }
        Happening::Joined => "joined".to_owned(),
        Happening::Left => "left the circle".to_owned(),
        Happening::Returned => "is back".to_owned(),
        Happening::Introduced => "changed name or focus".to_owned(),
        Happening::CheckedIn(cycle) => format!("checked in for the week of {}", day(cycle.first_day())),
        Happening::CheckInChanged(cycle) => format!("changed the check-in of {}", day(cycle.first_day())),
        Happening::GoalSet(title) => format!("set the goal “{title}”"),
        Happening::GoalClosed(title, how) => format!("goal {}: “{title}”", goals::closing(*how)),
        Happening::GoalChanged(title) => format!("changed the goal “{title}”"),
        Happening::GoalDeleted(title) => format!("deleted the goal “{title}”"),
        Happening::Progressed { goal, value, unit } => {
            format!("{} {unit}", number(*value)).trim_end().to_owned() + &format!(" on “{goal}”")
        }
        Happening::Promised(text) => format!("promised “{text}”"),
        Happening::Resolved(text, how) => format!("{}: “{text}”", commitment::outcome(*how)),
        Happening::Carried(text) => format!("carried over “{text}”"),
        Happening::PromiseChanged(text) => format!("changed “{text}”"),
        Happening::PromiseDeleted(text) => format!("deleted “{text}”"),
        Happening::SessionStarted(cycle) => format!("started the session of {}", day(cycle.first_day())),
        Happening::SessionEnded(cycle) => format!("ended the session of {}", day(cycle.first_day())),
        Happening::SessionChanged(cycle) => format!("added to the session of {}", day(cycle.first_day())),
        Happening::AgendaAdded(title) => format!("brought “{title}” to the agenda"),
        Happening::AgendaDone(title) => format!("finished on the agenda: “{title}”"),
        Happening::AgendaChanged(title) => format!("changed on the agenda: “{title}”"),
        Happening::AgendaDropped(title) => format!("dropped from the agenda: “{title}”"),
        Happening::Decided(text) => format!("decided “{text}”"),
        Happening::DecisionClosed(text) => format!("closed the decision “{text}”"),
        Happening::DecisionChanged(text) => format!("changed the decision “{text}”"),
        Happening::DigestPublished(cycle) => format!("published the digest of {}", day(cycle.first_day())),
        Happening::Rota(what) => rota_news(what),
    }
}

pub fn who(name: Option<&str>, id: Option<&MemberId>) -> String {
    match (name, id) {
        (Some(name), _) => name.to_owned(),
        (None, Some(_)) => "Somebody".to_owned(),
        (None, None) => EVERYONE.to_owned(),
    }
}

/// What a value of the document is called.
pub fn field(place: &Place) -> &'static str {
    match (place.kind, place.field()) {
        (Kind::Rhythm, _) => "the rhythm",
        (Kind::Week, "is_skipped") => "the pause",
        (Kind::Week, "review_moved_to") => "the time of the review",
        (Kind::Week, _) => "the week",
        (Kind::Digest, _) => "the digest",
        (Kind::Session, "summary") => "the summary of the session",
        (Kind::Session, _) => "the course of the session",
        (Kind::AgendaItem, "done_at" | "done_in") => "whether it is finished",
        (Kind::AgendaItem, "detail") => "the detail",
        (Kind::Decision, "revisited" | "closed_at") => "what was found later",
        (Kind::Decision, "review_on") => "when to look again",
        (Kind::AgendaItem | Kind::Decision, "owner") => "who sees to it",
        (Kind::Absence, _) => "an absence",
        (Kind::Role, _) => "a role",
        (Kind::Override, _) => "an agreement about a turn",
        (_, "name") => "the name",
        (_, "purpose") => "the purpose",
        (_, "focus") => "the focus",
        (_, "title" | "text") => "the wording",
        (_, "outcome" | "resolved_at" | "closing" | "closed_at") => "the outcome",
        (_, "note") => "the note",
        (_, "due") => "the due day",
        (_, "cue" | "action") => "the plan",
        (_, "win") => "the win",
        (_, "blocker") => "the blocker",
        (_, "ask") => "the ask",
        (_, "confidence") => "the confidence",
        (_, "measure" | "unit" | "start" | "target") => "the measure",
        (_, "deleted_at" | "left_at") => "whether it is there",
        _ => "a detail",
    }
}

/// A value of the document for people.
pub fn value(value: &Value) -> String {
    match value {
        Value::Null | Value::Undefined => NOTHING.to_owned(),
        Value::String(text) if text.is_empty() => NOTHING.to_owned(),
        other => other.to_string(),
    }
}

/// News about absences, roles and turns.
fn rota_news(what: &RotaNews) -> String {
    match what {
        RotaNews::Away(first, Some(last)) => format!("is away from {} to {}", day(*first), day(*last)),
        RotaNews::Away(first, None) => format!("is away from {} on", day(*first)),
        RotaNews::NotAway(first) => format!("is not away from {} after all", day(*first)),
        RotaNews::RoleChanged(_) => "a role changed".to_owned(),
        RotaNews::SwapOffered(cycle) => {
            format!("offers to swap a turn in the week of {}", day(cycle.first_day()))
        }
        RotaNews::CoverAsked(cycle) => {
            format!("asks who can take a turn in the week of {}", day(cycle.first_day()))
        }
        RotaNews::Taken(cycle) => format!("agreed about a turn in the week of {}", day(cycle.first_day())),
        RotaNews::Claimed(cycle) => format!("stepped in for a turn of the week of {}", day(cycle.first_day())),
        RotaNews::Served(cycle) => format!("served a turn of the week of {}", day(cycle.first_day())),
        RotaNews::TakenBack(cycle) => {
            format!("changed their mind about a turn in the week of {}", day(cycle.first_day()))
        }
    }
}
