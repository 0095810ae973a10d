//! Why something is not taken, as data.

use crate::domain::{Kind, NumberFault, Outcome, Refusal};

/// A row that is not taken.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOutRow {
    /// Its line in the text, from 1.
    pub line: usize,
    /// What it says, on one line.
    pub text: String,
    /// Why.
    pub reason: IntakeReason,
}

impl LeftOutRow {
    /// The row on `line` that says `text`.
    pub fn new(line: usize, text: &str, reason: IntakeReason) -> Self {
        Self { line, text: text.split_whitespace().collect::<Vec<_>>().join(" "), reason }
    }
}

/// Why a row is not taken, or what of it.
#[derive(Clone, PartialEq, Debug)]
pub enum IntakeReason {
    /// It says nothing.
    Empty,
    /// The words are missing that it would be known by.
    NoWords,
    /// Somebody chose so.
    NotWanted,
    /// The circle has that record already.
    Known(Kind),
    /// It says that this became of a commitment that is open in the circle.
    KnownOpen(Outcome),
    /// The circle's rules refuse it.
    Refused(Refusal),
    /// A cell cannot be read as what its column says. The rest of the row is taken.
    Cell {
        /// The column's header.
        column: String,
        /// What is wrong with it.
        fault: CellFault,
    },
    /// It has a word in place of a number among others of the row that are numbers.
    Stray {
        /// The column's header.
        column: String,
    },
    /// Nobody knows the goal that it is about.
    NoGoal,
    /// It names only who was there.
    Present,
    /// It is a heading, a frame or a date.
    Frame,
    /// It marks that nothing was meant to happen.
    Paused,
    /// It is text that asks nobody to do anything.
    NoTask,
    /// It has a day that the calendar does not have.
    NoSuchDay(String),
    /// It went on in a later week, which has it.
    MovedOn,
    /// It says again what an earlier line said, perhaps with what became of it.
    Again {
        /// That line.
        line: usize,
    },
}

/// Why a cell cannot be read.
#[derive(Clone, PartialEq, Debug)]
pub enum CellFault {
    /// It is no day.
    NoDay,
    /// There is no such day.
    NoSuchDay,
    /// It is no number, or none that can be told.
    Number(NumberFault),
    /// It is no word that says whether something is done.
    NoAnswer,
    /// The quotes around it are never closed.
    OpenQuote,
}

/// Lines that are counted and not listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PassedOver {
    /// Empty rows.
    Empty,
    /// Cells that mark a pause.
    Paused,
    /// What a chat says of itself.
    Notice,
    /// A picture or another file in a chat.
    Media,
    /// Somebody's words in a chat that offer nothing.
    Talk,
}
