//! Sheets and notes of other programs.

mod choices;
mod reasons;

use crate::domain::{Amount, Closing, Day, Kind, Measure, Offered, Outcome, ReplyKind};
use crate::ui::shared::commitment::words as commitment;
use crate::ui::shared::goal::words as goal;
use crate::ui::shared::reply::words as reply_words;
use crate::ui::text::{count, list, number};
use chrono::Datelike;
use std::collections::BTreeMap;

pub use choices::{choice, question};
pub use reasons::{passed_over, reason};

/// The id of the heading of the card for bringing in.
pub const BRING_ID: &str = "sheets-bring";
/// The id of the heading of the preview.
pub const PREVIEW_ID: &str = "sheets-preview";

pub const NAME: &str = "Sheets and notes";
pub const LEAD: &str = "Bring what your group keeps elsewhere, or take the circle there.";
pub const BRING: &str = "Bring in";
pub const BRING_HINT: &str = "A CSV file of Google Sheets, Excel or Notion, a checklist, a chat. You see what comes of it before anything is kept.";
pub const OPEN: &str = "Open a file";
pub const PASTE: &str = "Or paste it";
pub const PASTE_HINT: &str = "Cells copied from a spreadsheet work as well.";
pub const READ: &str = "Read it";
pub const NOTHING_PASTED: &str = "Paste something first.";
pub const PASTED: &str = "Pasted text";
pub const PUT_AWAY: &str = "Put it away";
pub const WINDOWS: &str = "This file is not in UTF-8. It was read as Windows-1252: check letters such as ä, é and ß.";
pub const AGREEMENT: &str =
    "This looks like what your group agreed on. The charter takes it in, rule by rule: paste it there.";
pub const CHOOSE: &str = "Choose…";
pub const OFFERS: &str = "What comes in";
pub const WAITS: &str = "waits for an answer above";
pub const OUT: &str = "Save as a sheet";
pub const OUT_HINT: &str = "CSV files for Google Sheets, Excel and Notion. Feedback is in none of them. Opened here again, they change nothing.";
pub const SAVE: &str = "Save";

pub fn too_large(file: &str) -> String {
    format!("{file} is too large for a table of a circle: at most 8 MB are read.")
}

pub fn workbook(file: &str) -> String {
    format!("{file} is a workbook. Save the sheet as CSV in its program, or copy its cells and paste them here.")
}

pub fn circle_file(file: &str) -> String {
    format!("{file} looks like a file of a circle. Open it on Sync.")
}

pub fn no_text(file: &str) -> String {
    format!("{file} is no text. Save it as CSV, Markdown or plain text in its program.")
}

/// "2 more files after this one".
pub fn more(files: usize) -> Option<String> {
    (files > 0).then(|| format!("{} after this one", count(files, "more file", "more files")))
}

/// "1 person".
pub fn records(kind: Kind, n: usize) -> String {
    match kind {
        Kind::Member => count(n, "person", "people"),
        Kind::Goal => count(n, "goal", "goals"),
        Kind::Progress => count(n, "progress note", "progress notes"),
        Kind::CheckIn => count(n, "check-in", "check-ins"),
        Kind::Reply => count(n, "reply", "replies"),
        _ => count(n, "commitment", "commitments"),
    }
}

/// What a record of the kind is called.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Member => "Person",
        Kind::Goal => "Goal",
        Kind::Progress => "Progress",
        Kind::CheckIn => "Check-in",
        Kind::Reply => "Reply",
        _ => "Commitment",
    }
}

/// Rows of the kind, as a choice.
pub const fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Member => "People",
        Kind::Goal => "Goals",
        Kind::Progress => "Progress of goals",
        Kind::CheckIn => "Check-ins",
        Kind::Reply => "Replies to commitments",
        _ => "Commitments",
    }
}

fn counted(counts: &BTreeMap<Kind, usize>) -> String {
    list(&counts.iter().map(|(kind, n)| records(*kind, *n)).collect::<Vec<_>>())
}

/// "Take in 14 commitments".
pub fn take(counts: &BTreeMap<Kind, usize>) -> String {
    format!("Take in {}", counted(counts))
}

/// "Taken in: 14 commitments".
pub fn taken(counts: &BTreeMap<Kind, usize>) -> String {
    format!("Taken in: {}", counted(counts))
}

/// How many rows come in, wait, and are left out.
pub fn sum(offered: usize, waiting: usize, left_out: usize) -> String {
    let mut parts = Vec::new();
    if waiting > 0 {
        parts.push(if waiting == 1 {
            "1 row waits for an answer".to_owned()
        } else {
            format!("{waiting} rows wait for an answer")
        });
    }
    if left_out > 0 {
        parts.push(format!("{left_out} left out, with the reasons below"));
    }
    match (offered, parts.is_empty()) {
        (0, true) => "There is nothing in it that could come in.".to_owned(),
        (0, false) => format!("Nothing comes in yet: {}.", parts.join(", ")),
        (_, true) => "Every row comes in.".to_owned(),
        (_, false) => format!("{}.", parts.join(", ")),
    }
}

pub fn open(n: usize) -> String {
    match n {
        0 => "All answered".to_owned(),
        1 => "One decision first".to_owned(),
        n => format!("{n} decisions first"),
    }
}

pub fn all_new(people: usize) -> String {
    format!("All {people} are new in the circle")
}

pub fn decided(n: usize) -> String {
    format!("How it was read: {}", count(n, "decision", "decisions"))
}

/// "For example: a · b".
pub fn samples(samples: &[String]) -> String {
    if samples.is_empty() { String::new() } else { format!("For example: {}", samples.join(" · ")) }
}

pub fn line(number: usize) -> String {
    format!("Line {number}")
}

pub fn show_all(n: usize) -> String {
    format!("Show all {n}")
}

pub fn rest(n: usize) -> Option<String> {
    (n > 0).then(|| format!("And {n} more."))
}

pub fn waiting(n: usize) -> String {
    format!("Waiting: {}", count(n, "row", "rows"))
}

pub fn left_out(n: usize) -> String {
    format!("Left out: {}", count(n, "row or cell", "rows or cells"))
}

/// What a record says, in a line.
pub fn title(content: &Offered) -> String {
    match content {
        Offered::Progress(progress) => number(progress.value),
        Offered::Reply(reply) if reply.text.is_empty() => reply_words::offer(reply.kind).to_owned(),
        other => other.title().to_owned(),
    }
}

pub fn due(words: &str, day: Day) -> String {
    format!("due {words} {}", day.year())
}

pub fn week(monday: &str) -> String {
    format!("week of {monday}")
}

pub fn outcome(outcome: Outcome) -> String {
    commitment::outcome(outcome).to_owned()
}

pub fn reply(kind: ReplyKind) -> String {
    reply_words::offer(kind).to_owned()
}

pub fn closing(closing: Closing) -> String {
    goal::closing(closing).to_owned()
}

/// "from 0 to 12 lessons".
pub fn measure(measure: &Measure) -> Option<String> {
    match measure {
        Measure::Done => None,
        Measure::Number { scale, start, target } => {
            let target = goal::amount(&Amount { scale: scale.clone(), value: *target });
            Some(format!("from {} to {target}", scale.typed(*start)))
        }
    }
}

pub fn save_label(kind: Kind) -> String {
    format!("Save {}", kinds(kind).to_lowercase())
}

pub fn saved(file: &str) -> String {
    format!("Handed to your browser: {file}")
}
