//! The close, what came of the session, and its notes.

use crate::ui::text::count;

pub const CLOSE_TITLE: &str = "In a few sentences";
pub const SUMMARY: &str = "What do we keep of today";
pub const SUMMARY_HINT: &str = "It goes into the digest. Kept as you type; saved when the session ends.";
pub const SUMMARY_EXAMPLE: &str = "Dana has an interview on Tuesday; we practise in pairs until then.";
pub const SUMMARY_SAVE: &str = "Save the summary";
pub const SUMMARY_SAVED: &str = "Summary saved";
pub const SUMMARY_STANDS: &str = "Saved so far:";
pub const END: &str = "End the session";
pub const ENDED: &str = "The session is over";
pub const FORGOTTEN: &str = "Never ended";
pub const FORGOTTEN_END: &str = "End it";
pub const FORGOTTEN_GO_ON: &str = "Go on with it";

pub fn forgotten(day: &str, time: &str) -> String {
    format!("This session began on {day} at {time} and was never ended. What was noted in it is all here.")
}

pub const REOPEN: &str = "Open it again";
pub const REOPENED: &str = "The session goes on";
pub const SO_FAR: &str = "What came of it so far";
pub const CAME: &str = "What came of it";
pub const TO_DIGEST: &str = "To the digest";
pub const KEPT: &str = "What we keep";
pub const SUMMARY_EDIT: &str = "Change the summary";
pub const TOOK: &str = "It took";
pub const SO_LONG: &str = "Until now";
pub const THERE: &str = "Here";
pub const NOT_THERE: &str = "Not here";
pub const HOT_SEAT: &str = "On the hot seat";
pub const DECISIONS: &str = "Decided";
pub const COMMITMENTS: &str = "Commitments";
pub const FINISHED: &str = "Finished";
pub const CARRIED: &str = "Goes on next time";
pub const BY_STEP: &str = "Minutes per step";

pub fn took(minutes: i64, planned: i64) -> String {
    match minutes - planned {
        0 => format!("{minutes} min, as planned"),
        over @ 1.. => format!("{minutes} min, {over} more than planned"),
        under => format!("{minutes} min, {} less than planned", -under),
    }
}

pub fn began(day: &str, time: &str, name: Option<&str>) -> String {
    name.map_or_else(|| format!("{day}, {time}"), |name| format!("{day}, {time}, started by {name}"))
}

pub fn spent_of(spent: i64, allowed: i64) -> String {
    format!("{spent} of {allowed} min")
}

// Notes.

pub const NOTES: &str = "Notes";
pub const NO_NOTES: &str = "Anybody can note something; everybody sees who and when.";
pub const NOTE: &str = "A note";
pub const ITEM_NOTE: &str = "A note on it";
pub const NOTE_ADD: &str = "Add the note";
pub const NOTE_ADDED: &str = "Note added";
pub const NOTE_EDIT: &str = "Change the note";
pub const NOTE_CHANGED: &str = "Note changed";
pub const NOTE_DELETED: &str = "Note deleted";
pub const NOTE_OPEN: &str = "Add a note";
pub const SOMEBODY: &str = "Somebody";

pub fn note_options(by: &str, when: &str) -> String {
    format!("Change the note of {by}, {when}")
}

pub fn item_notes(notes: usize) -> String {
    match notes {
        0 => NOTE_OPEN.to_owned(),
        n => count(n, "note", "notes"),
    }
}
