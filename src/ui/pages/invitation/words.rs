//! Invitations.

use crate::domain::{Interval, Rhythm, SkillCount};
pub use crate::ui::shared::profile::words::fit_part as part;
use crate::ui::shared::rhythm::words as rhythm_words;
use crate::ui::text::{count, time};

pub const LEAD: &str = "See how a circle suits you before you join, and let others see how yours suits them.";
pub const LEAD_NEW: &str =
    "Open the invitation that you got, answer a few questions, and see how the circle would suit you.";
pub const BACK: &str = "To the first screen";

pub const INVITE: &str = "Invite somebody";
pub const INVITE_SAYS: &str = "The file says what the circle is for, when it meets, how many you are and at which stages, what is \
    offered and wanted, and which hours you have in common. It has no member's name, and nothing of your goals, check-ins \
    and notes.";
pub const SIGN: &str = "Say that it is from me";
pub const SHARE: &str = "Send the invitation";
pub const SAVE_FILE: &str = "Save its file";
pub const INVITE_SENT: &str = "Sent. Now wait for their answer";
pub const INVITE_SAVED: &str = "Saved. Now send the file to somebody";
pub const NEXT: &str = "What happens next";
pub const INVITE_NEXT: [&str; 4] = [
    "You send the file to somebody, in whichever way you like.",
    "They open it in this app, say who they are, and see how the circle would suit them.",
    "If they would like to join, they send you a file back. Open it here or on Sync.",
    "You look at it together, add them, and send them the circle's file.",
];

pub const MESSAGE: &str = "A message to send along";
pub const MESSAGE_WHAT: &str = "the message";

pub const WANT_IN: &str = "Would like to join";
pub const ADDED: &str = "Welcome to the circle. Now send them the circle's file";
pub const PUT_AWAY: &str = "Put away";
pub const SAID_NOTHING: &str = "They said nothing more of themselves.";
pub const TO_SEND: &str = "Send the circle's file";

pub const GOT: &str = "Invitations you got";
pub const OPEN: &str = "Open an invitation";
pub const OPEN_HINT: &str = "The file's name ends in “.invitation.json”. Any name will do.";
pub const ABOUT_YOU: &str = "About you";
pub const ABOUT_YOU_LEAD: &str = "It stays on this device until you ask to join. Skip what you like.";
pub const FOR: &str = "What it is for";
pub const MEETS: &str = "When it meets";
pub const PEOPLE: &str = "Who is in it";
pub const OFFERED: &str = "You could learn";
pub const WANTED: &str = "They want to learn";
pub const HOURS: &str = "Hours with you";
pub const MEMBERS: &str = "Members";
pub const YOUR_FIT: &str = "Fit with you";
pub const COMPARE: &str = "Side by side";
pub const NOT_KNOWN: &str = "not known yet";
pub const ANSWER_FIRST: &str = "Answer a question or two, and you see how it would suit you.";
pub const IS_HERE: &str = "This circle is on your device already.";
pub const NO_HOUR: &str = "You would have no hour in common.";

pub const ASK: &str = "Ask to join";
pub const ASK_LEAD: &str = "Your name and what you said of yourself go into a file. Send it to who invited you.";
pub const YOUR_NAME: &str = "Your name";
pub const ASK_SHARE: &str = "Send my answer";
pub const ASK_SAVE: &str = "Save my answer";
pub const ASK_NEXT: [&str; 3] = [
    "Send the file to who invited you.",
    "They look at it and add you to the circle.",
    "They send you the circle's file. Open it here: then you are in.",
];
pub const SENT: &str = "Sent. Now wait for the circle's file";
pub const SAVED: &str = "Saved. Send the file to who invited you";
pub const REFUSED: &str =
    "The browser did not hand the file over, and nothing was sent. Save it, then send it from your files.";

pub fn message_head(circle: &str) -> String {
    format!("Would you like to join {circle}?")
}

pub fn message_end(address: &str) -> String {
    format!("The file that I send along says more. Save it, open {address}, and see how the circle would suit you.")
}

pub fn from(name: &str) -> String {
    format!("From {name}")
}

/// "Check-ins Thursdays at 18:00, session Fridays at 17:00 for 45 minutes, Lisbon time".
pub fn meets(rhythm: &Rhythm) -> String {
    let session = rhythm.session.at;
    let day = time::WEEKDAYS[session.weekday.num_days_from_monday() as usize];
    let often = match rhythm.interval {
        Interval::EveryWeek => "every week",
        Interval::EverySecond => "every second week",
        Interval::EveryFourth => "every fourth week",
    };
    format!(
        "{} {}; {} {day}s at {} for {}, {often}",
        rhythm_words::clock(crate::domain::Clock::CheckIns),
        time::weekly(rhythm),
        rhythm_words::clock(crate::domain::Clock::Session).to_lowercase(),
        time::clock(session.minute),
        count(usize::from(rhythm.session.minutes), "minute", "minutes"),
    )
}

/// "5 members: 2 early, 3 mid".
pub fn people(members: usize, stages: &[(String, usize)]) -> String {
    let said: Vec<_> = stages.iter().map(|(stage, count)| format!("{count} {}", stage.to_lowercase())).collect();
    let members = count(members, "member", "members");
    if said.is_empty() { members } else { format!("{members}: {}", said.join(", ")) }
}

/// "Rust (2), SQL".
pub fn skills(skills: &[SkillCount]) -> String {
    let one = |skill: &SkillCount| match skill.members {
        1 => skill.word.clone(),
        members => format!("{} ({members})", skill.word),
    };
    let said: Vec<_> = skills.iter().take(8).map(one).collect();
    if said.is_empty() { NOT_KNOWN.to_owned() } else { said.join(", ") }
}

pub fn points(points: Option<u8>, of: u8) -> String {
    points.map_or_else(|| NOT_KNOWN.to_owned(), |points| format!("{points} of {of}"))
}

pub fn score(score: Option<u8>) -> String {
    score.map_or_else(|| NOT_KNOWN.to_owned(), |score| format!("{score} of 100"))
}

/// "2.5 hours this week".
pub fn hours(minutes: u32) -> String {
    let quarters = minutes / 15;
    format!("{} hours a week", f64::from(quarters) / 4.0)
}

pub fn ask_to_join(name: &str) -> String {
    format!("{ASK}: {name}")
}

pub fn put_away(name: &str) -> String {
    format!("{PUT_AWAY}: {name}")
}

pub fn add(name: &str) -> String {
    format!("Add {name} to the circle")
}

/// With somebody who would like to join: what the score was and would be.
pub fn change(before: Option<u8>, after: Option<u8>) -> String {
    format!("Fit now: {}. With them: {}.", score(before), score(after))
}
