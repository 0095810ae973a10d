//! The journal.

use super::topic::JournalTopic;
use crate::domain::Kind;

pub const NAME: &str = "Journal";
pub const LEAD: &str = "What was changed, by whom, and what was there before.";
pub const EMPTY: &str = "Nothing was changed yet";
pub const EMPTY_HINT: &str =
    "Whatever any of you changes is listed here, with what it was before. What was changed by mistake can be put back.";
pub const NONE: &str = "Nothing like that was changed yet.";
pub const EARLIER: &str = "Earlier changes";
pub const BEFORE: &str = "Before the app kept who and when";
pub const AHEAD: &str = "By a clock that is ahead";
pub const TODAY: &str = "Today";
pub const SOMEBODY: &str = "Somebody";
pub const PUT_BACK: &str = "Put back";
pub const IS_BACK: &str = "As it was before";
pub const BY_MEMBER: &str = "By member";
pub const BY_TOPIC: &str = "By what was changed";
pub const EVERYONE: &str = "Everyone";
pub const ALL: &str = "Show all changes";
pub const BEGAN: &str = "began the circle";
pub const ADDED: &str = "added";
pub const CHANGED: &str = "changed";
pub const DELETED: &str = "deleted";
pub const BROUGHT_BACK: &str = "brought back";

/// What a group of kinds is called; all of them, where there is none.
pub const fn topic(topic: Option<JournalTopic>) -> &'static str {
    match topic {
        None => "Everything",
        Some(JournalTopic::Commitments) => "Commitments",
        Some(JournalTopic::Goals) => "Goals",
        Some(JournalTopic::CheckIns) => "Check-ins",
        Some(JournalTopic::Sessions) => "Sessions",
        Some(JournalTopic::Feedback) => "Feedback",
        Some(JournalTopic::Others) => "The circle",
    }
}

/// What somebody did to a record: "changed a goal of Ben's: “Find a job”".
pub fn what(verb: &str, noun: &str, title: &str, week: Option<&str>, owner: Option<&str>) -> String {
    let week = week.map(|day| format!(" of the week of {day}")).unwrap_or_default();
    let owner = owner.map(|name| format!(" of {name}’s")).unwrap_or_default();
    let title = if title.is_empty() { String::new() } else { format!(": “{title}”") };
    format!("{verb} {noun}{week}{owner}{title}")
}

/// The whole name of the button.
pub fn put_back(what: &str) -> String {
    format!("{PUT_BACK} what was there before somebody {what}")
}

/// One record of a kind.
pub const fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::About => "what the circle is called and for",
        Kind::Rhythm => "the rhythm",
        Kind::Week => "a week of the circle",
        Kind::Charter => "a version of the charter",
        Kind::Signature => "a signature of the charter",
        Kind::Aim => "the shared aim",
        Kind::AimProgress => "a number of the shared aim",
        Kind::Season => "a season",
        Kind::Retro => "a look back at the season",
        Kind::Recommitment => "whether somebody goes on",
        Kind::Member => "a member",
        Kind::Goal => "a goal",
        Kind::Progress => "a number of a goal",
        Kind::Commitment => "a commitment",
        Kind::Reply => "a word to a commitment",
        Kind::CheckIn => "the check-in",
        Kind::Session => "the session",
        Kind::AgendaItem => "something on the agenda",
        Kind::Decision => "a decision",
        Kind::Digest => "the digest",
        Kind::FeedbackRequest => "a request for feedback",
        Kind::Feedback => "feedback",
        Kind::Absence => "an absence",
        Kind::Role => "a role",
        Kind::Override => "an agreement about a turn",
        Kind::Profile => "a profile",
        Kind::Tie => "how two know each other",
        Kind::DeviceKey | Kind::SealedNote => "something of a device",
    }
}
