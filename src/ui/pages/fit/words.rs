//! Fit.

use crate::domain::{CareerStage, FitAdvice, FitPart, FitReason, Intention, MemberId};
use crate::ui::shared::profile::words as profile;
pub use crate::ui::shared::profile::words::fit_part as part;
use crate::ui::text::{count, list};

pub const NAME: &str = "Fit";
pub const LEAD: &str = "Whether you suit each other as a circle, with the reasons. It counts only what you said.";
pub const TITLE: &str = "How you fit";
pub const OF_100: &str = "of 100";
pub const UNKNOWN: &str = "?";
pub const NOT_KNOWN: &str = "not known yet";
pub const NOTHING_HINT: &str =
    "Say what you could help with and what you would like to learn. With two answers the first part is counted.";
pub const SAY: &str = "Say something about yourself";
pub const TABLE: &str = "What each part earned, and what would help most";
pub const PART: &str = "Part";
pub const POINTS: &str = "Points";
pub const KNOWN: &str = "Known of";
pub const HELP: &str = "What would help most";
pub const ADVICE: &str = "What to look at";
pub const ALL_WELL: &str = "Nothing stands out.";
pub const ADVICE_EMPTY: &str = "Advice comes with what you say of yourselves.";
pub const LANES: &str = "Who can teach what to whom";
pub const LANES_EMPTY: &str = "Nobody has said yet what they offer or want.";
pub const SKILL: &str = "Skill";
pub const CAN_HELP: &str = "Can help";
pub const WANTS: &str = "Wants to learn";
pub const NOBODY: &str = "nobody yet";
pub const PEOPLE: &str = "What each of you said";
pub const NO_HOUR: &str = "No common hour";
pub const NO_HOUR_TEXT: &str = "Those who said when they have time have no hour in common this week.";
pub const POD: &str = "Pod";

/// "18 of 25".
pub fn points(reason: FitReason) -> String {
    match reason.points {
        Some(points) => format!("{points} of {}", reason.part.weight()),
        None => NOT_KNOWN.to_owned(),
    }
}

/// "18 of 25, 25 without them".
pub fn points_tried(now: FitReason, tried: FitReason) -> String {
    if now.points == tried.points {
        return points(tried);
    }
    match now.points {
        Some(before) => format!("{}, {before} without them", points(tried)),
        None => points(tried),
    }
}

/// "4 of 6 members", "3 of 15 pairs"; nothing where all is known.
pub fn known(reason: FitReason) -> Option<String> {
    let of = match reason.part {
        FitPart::Independence => "pairs",
        _ => "members",
    };
    (reason.known < reason.of && reason.points.is_some())
        .then(|| format!("known of {} of {} {of}", reason.known, reason.of))
}

/// What the ring says.
pub fn ring(score: Option<u8>, parts: &str) -> String {
    match score {
        Some(score) => format!("Fit: {score} of 100. {parts}"),
        None => format!("Fit: {NOT_KNOWN}. {parts}"),
    }
}

/// How the score comes about.
pub fn sum(points: u8, possible: u8) -> String {
    if possible == 100 {
        "All five parts are known.".to_owned()
    } else {
        format!("{points} of {possible} points. What is not known yet is left out.")
    }
}

/// With somebody tried: what the score was and is.
pub fn with(before: Option<u8>, after: Option<u8>) -> String {
    let say = |score: Option<u8>| score.map_or_else(|| NOT_KNOWN.to_owned(), |score| score.to_string());
    if before == after {
        format!("With them it stays {}.", say(after))
    } else {
        format!("With them {}, without them {}.", say(after), say(before))
    }
}

pub const TRY: &str = "Try somebody";
pub const TRY_LEAD: &str =
    "Before you invite: say what you know of them, and see every part move. It stays on this device.";
pub const TRY_BEGIN: &str = "Try somebody";
pub const FRIENDS: &str = "Whose friend are they already?";
pub const FORGET: &str = "Forget them";
pub const THEIR_NAME: &str = "Their name";
pub const ADD: &str = "Add to the circle";
pub const ADDED: &str = "Welcome to the circle";

pub fn line(report: &str, lead: &str) -> String {
    format!("{report} reports to {lead}")
}

pub const LINE_TEXT: &str =
    "Nobody is honest about a bad week before the person who rates them. Two circles would be better.";

/// Names in a sentence; of more than three the first two, and how many others.
pub fn names(names: &[String]) -> String {
    match names {
        [one, other, rest @ ..] if rest.len() > 1 => format!("{one}, {other} and {} others", rest.len()),
        few => list(few),
    }
}

pub fn ask(part: FitPart, who: &str) -> String {
    let what = match part {
        FitPart::Stage => "where they are in their career",
        FitPart::Intention => "what they are here for",
        FitPart::Schedule => "when they have time",
        FitPart::Complement => "what they would like to learn",
        FitPart::Independence => "whom they know",
    };
    format!("Ask {who} {what}")
}

pub const ASK_TIES: &str = "Say how you know each other, on each member's page";

pub fn invite_stage(stage: CareerStage) -> String {
    format!("Somebody at the stage “{}” would bring you together", profile::stage(stage))
}

pub fn share_intention(intention: Intention, count: usize) -> String {
    format!(
        "{count} of you are here to {}. If the others are too, say so",
        profile::intention(intention).to_lowercase()
    )
}

pub fn free_hour(when: &str, who: &str) -> String {
    format!("{when} would suit all if {who} found the hour")
}

pub fn find_offer(skill: &str, wanted: usize) -> String {
    format!("{} {skill}: find somebody who offers it", count(wanted, "of you wants", "of you want"))
}

pub const INVITE_STRANGER: &str = "Invite somebody whom none of you knows yet";

pub fn gain(points: u8) -> String {
    format!("+{points}")
}

pub fn gain_words(points: u8) -> String {
    format!("{} more", count(usize::from(points), "point", "points"))
}

pub fn advice(advice: &FitAdvice) -> String {
    match advice {
        FitAdvice::NobodyOffers(skill, 1) => format!("Nobody offers {skill}, and one of you wants it."),
        FitAdvice::NobodyOffers(skill, wanted) => format!("Nobody offers {skill}, and {wanted} of you want it."),
        FitAdvice::FriendPairs(friends, pairs) => {
            format!("{friends} of {pairs} pairs are already friends. Friends spare each other.")
        }
        FitAdvice::Large(members) => {
            format!("With {members} members a session leaves little time for each. Up to eight is comfortable.")
        }
        FitAdvice::Pods(pods) => {
            let members: usize = pods.iter().map(Vec::len).sum();
            format!("With {members} members few get a word in. These {} pods would fit:", pods.len())
        }
    }
}

pub fn pod(nth: usize) -> String {
    format!("{POD} {nth}")
}

pub fn person_note(offers: usize, wants: usize, id: &MemberId, me: Option<&MemberId>) -> String {
    let who = if Some(id) == me { "You said" } else { "Said" };
    match (offers, wants) {
        (0, 0) => "Nothing said yet".to_owned(),
        (offers, wants) => format!("{who}: {offers} to offer, {wants} to learn"),
    }
}
