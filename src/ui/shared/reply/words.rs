//! Replies.

use crate::domain::ReplyKind;

pub const TITLE: &str = "Say something to it";
pub const WORD: &str = "A word with it";
pub const WORD_EXAMPLE: &str = "I can read it on Sunday";
pub const ACCEPT: &str = "Yes, please";
pub const ACCEPTED: &str = "They help you now";
pub const TAKEN_BACK: &str = "Taken back";

/// What is offered to say.
pub const fn offer(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Cheer => "Cheer",
        ReplyKind::Help => "Offer help",
        ReplyKind::Witness => "I saw it",
    }
}

/// What takes it back.
pub const fn take_back(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Cheer => "Take the cheer back",
        ReplyKind::Help => "Take the offer back",
        ReplyKind::Witness => "I did not see it",
    }
}

/// Said once it was.
pub const fn done(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Cheer => "Cheered",
        ReplyKind::Help => "Help offered",
        ReplyKind::Witness => "Confirmed: you saw it",
    }
}

/// What somebody said, in a line: "Ben cheers: Go on".
pub fn said(kind: ReplyKind, name: &str, text: &str) -> String {
    let what = match kind {
        ReplyKind::Cheer => "cheers",
        ReplyKind::Help => "offers help",
        ReplyKind::Witness => "saw it",
    };
    if text.is_empty() { format!("{name} {what}") } else { format!("{name} {what}: {text}") }
}

/// What came in, before the commitment's words.
pub const fn happened(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Cheer => "cheers",
        ReplyKind::Help => "offers help with",
        ReplyKind::Witness => "saw it kept:",
    }
}

/// The label of the way there.
pub fn reply_to(text: &str) -> String {
    format!("Reply to: {text}")
}
