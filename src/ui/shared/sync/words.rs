//! Sending, pasting, and being in step.

use crate::domain::Unsent;
use crate::ui::text::{count, list};

pub const SEND: &str = "Send it to the circle";
pub const SEND_SHORT: &str = "Send";
pub const COPY: &str = "Copy the message";
pub const WHATSAPP: &str = "WhatsApp";
pub const WHATSAPP_LABEL: &str = "WhatsApp: send the message, opens in a new tab";
pub const SAVE: &str = "Save the file";
pub const SENT: &str = "Sent";
pub const I_SENT_IT: &str = "I sent it";
pub const REFUSED: &str =
    "The browser did not hand it over, and nothing was sent. Save the file instead, then send it from your files.";
pub const COPIED: &str = "The message is copied. Now paste it into the circle’s chat.";
pub const TO_WHATSAPP: &str = "WhatsApp opens with the message. Now choose the circle’s chat.";
pub const MESSAGE_SHOWN: &str = "The message";
/// The last line of a message, above its link.
pub const HOW_TO_OPEN: &str = "Tap the link. Or copy this whole message, open Peer Circle and paste it under Sync.";

pub const PASTE: &str = "Paste a message";
pub const PASTE_FIELD: &str = "Message";
pub const PASTE_HINT: &str = "Copy the whole message in your chat, then paste it here.";
pub const PASTE_REFUSED: &str = "The browser did not let the page read what you copied. Paste it into the field.";
pub const PASTE_NOTHING: &str = "There is nothing of a circle in this text. Copy the whole message, its link included.";

pub const IN_STEP: &str = "In step";

/// "Ana's news of Northlight", above a message without a week.
pub fn news_of(sender: &str, circle: &str) -> String {
    format!("News from {sender} for {circle}")
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

/// Whether anything waits to be sent, and when something last went out.
pub fn waiting(waits: &Unsent, sent: Option<&str>) -> String {
    match (waits.is_whole, waits.is_empty(), sent) {
        (true, ..) => "Nobody else has this circle yet.".to_owned(),
        (false, false, _) => format!("Not sent yet: {}.", unsent(waits)),
        (false, true, Some(ago)) => format!("The others were sent everything of yours. Last sent {ago}."),
        (false, true, None) => "Nothing of yours waits to be sent.".to_owned(),
    }
}

/// What was handed out and not sent yet: a file called `name`, or a message where that is empty.
pub fn handed(name: &str) -> String {
    match name {
        "" => "The message is ready. Once it is in the circle’s chat, say so here.".to_owned(),
        name => format!("The browser saves “{name}”. Now send it to the circle."),
    }
}

/// Whose check-in came in, and whose has not.
pub fn arrived(here: usize, missing: &[String]) -> String {
    let all = here + missing.len();
    match missing.len() {
        0 => format!("All {all} check-ins are in."),
        1..=3 => format!("{here} of {all} check-ins are in. Missing: {}.", list(missing)),
        _ => format!("{here} of {all} check-ins are in."),
    }
}

/// Whose earlier changes are missing.
pub fn lacks(names: &[String]) -> String {
    let names = list(names);
    format!("Something that {names} sent builds on changes that are not here yet. Ask {names} for the circle’s file.")
}
