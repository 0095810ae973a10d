//! What goes out and what comes in.

mod news;

use crate::domain::MemberId;
use crate::platform::LinkFault;
use crate::state::LinkError;
use crate::ui::text::{count, list};

pub use crate::ui::shared::sync::words::*;
pub use crate::ui::shared::values::words::{SOMEBODY, field};

pub use news::happening;

pub const HEADING: &str = "Keep the circle in step";
pub const LEAD: &str = "Send what is new of yours; open what the others send. It only ever adds, so any order works.";
pub const OUT: &str = "From you to the others";
pub const TEXTS: &str = "The week as a text";
pub const TEXTS_FOR: &str = "For";
pub const TEXT_CHAT: &str = "our chat";
pub const TEXT_WEEK: &str = "Notion: the week";
pub const TEXT_SEASON: &str = "Notion: the season";
pub const TEXT_MINE: &str = "somebody outside";
pub const TEXT_SHOWN: &str = "What is sent";
pub const TEXT_WHAT: &str = "the week";
pub const TEXT_COPY: &str = "Copy for Notion";
pub const TEXT_SAVE: &str = "Save the page";
pub const TEXT_NOTHING: &str = "You have no commitments this week.";
pub const IN: &str = "From the others to you";
pub const OPEN: &str = "Open files";
pub const TAKE_IN: &str = "Take it in";
pub const LEAVE: &str = "Not now";
pub const LOOKED: &str = "Nothing on this device has changed yet.";
pub const CHOSEN: &str = "Chosen";
pub const SEND_WHOLE: &str = "Send the whole file";
pub const CODE: &str = "Show it as a code";
pub const CODE_TITLE: &str = "What is new, as a code";
pub const CODE_HINT: &str = "Point the camera of another phone at it and tap the link that appears. It works offline where the app was opened before.";
pub const CODE_TOO_LARGE: &str = "There is too much new for a code. Send the message, or the file.";
pub const CODE_SCANNED: &str = "They have it";
pub const WHOLE: &str = "The whole circle";
pub const PASS_ON: &str = "Pass on what came in from the others, too";
pub const PEERS: &str = "Who has what";
pub const OPEN_HINT: &str = "One or several circle files. On a computer you can also drop them on any page.";
pub const READING: &str = "Reading…";
pub const LINKED: &str = "A file in a shared folder";
pub const LINKED_HINT: &str = "Choose a file once, in a folder that a cloud keeps alike on your computers or the circle's. Then one tap reads it, takes in what is new, and writes what you have.";
pub const LINK_NEW: &str = "Make a new file";
pub const LINK_THERE: &str = "Use one that is there";
pub const LINK_SYNC: &str = "Bring it in step";
pub const LINK_ASKS: &str = "The browser asks once more before it reads the file.";
pub const UNLINK: &str = "Forget this file";
pub const UNLINKED: &str = "The app no longer uses the file. The file itself is as it was.";
pub const SHEETS: &str = "Google Sheets, Excel, Notion: in and out";
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
pub const OVERRULED: &str = "Yours was replaced";
pub const PUT_MINE_BACK: &str = "Put mine back";
pub const YOURS: &str = "yours";
pub const HAND_EDITS: &str = "Changed by hand in the file";
pub const HAND_EDITS_TAKE: &str = "Take these changes over";
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

/// What became of a value that its writer here has not given up.
pub fn overruled(name: &str) -> String {
    format!("{name} had not seen what you wrote. It can still be put back.")
}

/// Whether a part of the changes would be deletions.
pub fn deletions(count_of: usize) -> String {
    format!("{} would be deleted.", count(count_of, "thing", "things"))
}

/// What is known of somebody's copy: when the newest that came in was made, and the newest of mine that was in it.
pub fn peer(heard: &str, mine: Option<&str>) -> String {
    match mine {
        None => format!("Last heard from {heard}."),
        Some(mine) => format!("Last heard from {heard}; they had yours of {mine}."),
    }
}

/// Of whom nothing came in yet.
pub fn silent(names: &[String]) -> String {
    match names.len() {
        0..=4 => format!("Nothing came in yet from {}.", list(names)),
        n => format!("Nothing came in yet from {n} others."),
    }
}

/// Whether the linked file is in step.
pub const fn linked(outcome: &Result<(), LinkError>) -> &'static str {
    match outcome {
        Ok(()) => "In step: the file holds all that this device has.",
        Err(LinkError::Fault(LinkFault::Cancelled)) => "",
        Err(LinkError::Fault(LinkFault::Refused)) => {
            "The browser did not let the app read and write the file, or it is gone. Nothing was lost: try again, or choose it anew."
        }
        Err(LinkError::Foreign) => {
            "This is no file of this circle, or it is damaged. It was left as it is. Choose another one."
        }
        Err(LinkError::Waiting) => {
            "The file has something that is not taken in yet, so it was left as it is. See what came in, then try again."
        }
        Err(LinkError::Changing) => {
            "Somebody else writes the file right now. What they wrote is taken in; try again in a moment."
        }
    }
}

pub fn open_circle(name: &str) -> String {
    format!("Open “{name}”")
}

pub const EARLY: &str = "Changes for later: they are kept, and shown once what went before is here.";

pub fn looked(items: usize) -> String {
    match items {
        0 => "Something to decide would come in.".to_owned(),
        n => format!("{} would come in.", count(n, "change", "changes")),
    }
}

pub fn merged(items: usize) -> String {
    match items {
        0 => "Something to decide came in.".to_owned(),
        n => format!("{} came in.", count(n, "change", "changes")),
    }
}

pub fn who(name: Option<&str>, id: Option<&MemberId>) -> String {
    match (name, id) {
        (Some(name), _) => name.to_owned(),
        (None, Some(_)) => "Somebody".to_owned(),
        (None, None) => EVERYONE.to_owned(),
    }
}
