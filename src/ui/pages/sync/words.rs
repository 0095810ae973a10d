//! What goes out and what comes in.

use crate::document::{Place, Value};
use crate::domain::{
    AimNews, CharterNews, FeedbackNews, Happening, Kind, MemberId, ProfileNews, Response, RotaNews, SaidTie,
    SeasonNews, Unsent,
};
use crate::ui::shared::commitment::words as commitment;
use crate::ui::shared::goal::words as goals;
use crate::ui::text::time::day;
use crate::ui::text::{count, list, number};

pub const HEADING: &str = "Keep the circle in step";
pub const LEAD: &str = "Send your file to the others; open theirs. Opening only ever adds, so any order works.";
pub const OUT: &str = "From you to the others";
pub const SEND: &str = "Send it to the circle";
pub const SAVE: &str = "Save the file";
pub const SENT: &str = "Sent";
pub const I_SENT_IT: &str = "I sent it";
pub const REFUSED: &str = "The browser did not hand the file over, and nothing was sent. Save the file instead, then send it from your files.";
pub const IN: &str = "From the others to you";
pub const OPEN: &str = "Open files";
pub const OPEN_HINT: &str = "One or several circle files. On a computer you can also drop them on any page.";
pub const READING: &str = "Reading…";
pub const CAME_IN: &str = "What came in";
pub const CLOSE_RESULTS: &str = "Close what came in";
pub const NEW_CIRCLE: &str = "This circle is new on this device.";
pub const REBUILT: &str = "This circle was made from the readable part of the file: its history was missing.";
pub const NOTHING_NEW: &str = "Nothing new: this device knew all of it.";
pub const TAKE: &str = "Take this one";
pub const TAKEN: &str = "Taken";
pub const VALUE_TAKEN: &str = "Changed as you chose";
pub const CONFLICTS: &str = "Two of you changed this";
pub const STANDS: &str = "counts now";
pub const OTHER: &str = "the other value";
pub const HAND_EDITS: &str = "Changed by hand in the file";
pub const HAND_EDITS_TAKE: &str = "Take these changes over";
pub const NOTHING: &str = "nothing";
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

/// What waits to be sent: "your check-in and 1 commitment".
pub fn unsent(unsent: &Unsent) -> String {
    let counted = |n: usize, one: &str, many: &str| (n > 0).then(|| count(n, one, many));
    let check_ins = match unsent.check_ins {
        0 => None,
        1 => Some("your check-in".to_owned()),
        n => Some(format!("{n} check-ins")),
    };
    let parts = [
        check_ins,
        counted(unsent.commitments, "commitment", "commitments"),
        counted(unsent.goals, "goal", "goals"),
        counted(unsent.others, "other change", "other changes"),
    ];
    list(&parts.into_iter().flatten().collect::<Vec<_>>())
}

/// Whether anything waits to be sent, and when the file last went out.
pub fn waiting(waits: &Unsent, sent: Option<&str>) -> String {
    match (waits.is_whole, waits.is_empty(), sent) {
        (true, ..) => "Nobody else has this circle yet.".to_owned(),
        (false, false, _) => format!("Not sent yet: {}.", unsent(waits)),
        (false, true, Some(ago)) => format!("The others were sent everything of yours. Last sent {ago}."),
        (false, true, None) => "Nothing of yours waits to be sent.".to_owned(),
    }
}

pub fn saved(name: &str) -> String {
    format!("The browser saves “{name}”. Now send it to the circle.")
}

pub fn open_circle(name: &str) -> String {
    format!("Open “{name}”")
}

pub fn merged(items: usize) -> String {
    match items {
        0 => "Something to decide came in.".to_owned(),
        n => format!("{} came in.", count(n, "change", "changes")),
    }
}

pub fn happening(what: &Happening) -> String {
    match what {
        Happening::CircleChanged => "name, purpose or rhythm changed".to_owned(),
        Happening::WeekSkipped(cycle) => format!("pauses in the week of {}", day(cycle.first_day())),
        Happening::WeekResumed(cycle) => format!("does not pause in the week of {} after all", day(cycle.first_day())),
        Happening::SessionMoved(cycle) => format!("meets at another time in the week of {}", day(cycle.first_day())),
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
        Happening::Committed(text) => format!("committed to “{text}”"),
        Happening::Resolved(text, how) => format!("{}: “{text}”", commitment::outcome(*how)),
        Happening::Carried(text) => format!("carried over “{text}”"),
        Happening::CommitmentChanged(text) => format!("changed “{text}”"),
        Happening::CommitmentDeleted(text) => format!("deleted “{text}”"),
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
        Happening::Charter(what) => charter_news(*what).to_owned(),
        Happening::Aim(what) => aim_news(what),
        Happening::Season(what) => season_news(what),
        Happening::Feedback(what) => feedback_news(what),
        Happening::Profile(what) => profile_news(what),
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

/// News about the charter.
const fn charter_news(what: CharterNews) -> &'static str {
    match what {
        CharterNews::Written => "wrote a charter",
        CharterNews::Proposed => "proposes another version of the charter",
        CharterNews::TakenBack => "took a version of the charter back",
        CharterNews::Signed => "signed the charter",
        CharterNews::Unsigned => "withdrew a signature of the charter",
    }
}

/// News about the shared aim.
fn aim_news(what: &AimNews) -> String {
    match what {
        AimNews::Set(title) => format!("has a shared aim: “{title}”"),
        AimNews::Changed(title) => format!("the shared aim changed: “{title}”"),
        AimNews::Closed(title, how) => format!("shared aim {}: “{title}”", goals::closing(*how)),
        AimNews::Deleted(title) => format!("the shared aim “{title}” was deleted"),
        AimNews::Progressed { aim, value, unit } => {
            format!("{} {unit}", number(*value)).trim_end().to_owned() + &format!(" on the shared aim “{aim}”")
        }
    }
}

/// News about the end of a season.
fn season_news(what: &SeasonNews) -> String {
    match what {
        SeasonNews::LookedBack => "looked back at the season".to_owned(),
        SeasonNews::Thanked(Some(name)) => format!("thanks {name}"),
        SeasonNews::Thanked(None) => "thanks all of you".to_owned(),
        SeasonNews::Stays => "goes on in the next season".to_owned(),
        SeasonNews::Leaves => "leaves at the end of the season".to_owned(),
        SeasonNews::Begun(cycle) => format!("the next season begins in the week of {}", day(cycle.first_day())),
    }
}

/// News about feedback.
fn profile_news(what: &ProfileNews) -> String {
    match what {
        ProfileNews::Said => "said more about themselves".to_owned(),
        ProfileNews::Tied(name, SaidTie::Friend) => format!("is friends with {name}"),
        ProfileNews::Tied(name, SaidTie::Colleague) => format!("works with {name}"),
        ProfileNews::Tied(name, SaidTie::ReportsToThem) => format!("reports to {name}"),
        ProfileNews::Tied(name, SaidTie::ReportsToMe) => format!("leads {name}"),
        ProfileNews::Tied(name, SaidTie::New) => format!("had not met {name} before"),
        ProfileNews::Untied(name) => format!("no longer says how they know {name}"),
    }
}

fn feedback_news(what: &FeedbackNews) -> String {
    match what {
        FeedbackNews::Asked(name, question) => format!("asks {name} for feedback: “{question}”"),
        FeedbackNews::RequestChanged(name, _) => format!("the question to {name} changed"),
        FeedbackNews::Gave(name) => format!("gave {name} feedback"),
        FeedbackNews::Thanked(name) => format!("thanked {name} for feedback"),
        FeedbackNews::Responded(name, Response::Act) => format!("acts on {name}'s feedback"),
        FeedbackNews::Responded(name, Response::KeepInMind) => format!("keeps {name}'s feedback in mind"),
        FeedbackNews::Responded(name, Response::Discuss) => format!("brings {name}'s feedback to the session"),
        FeedbackNews::Closed(name, outcome) => format!("says what came of {name}'s feedback: “{outcome}”"),
        FeedbackNews::Changed(name) => format!("changed feedback for {name}"),
        FeedbackNews::TakenBack(name) => format!("took feedback for {name} back"),
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
