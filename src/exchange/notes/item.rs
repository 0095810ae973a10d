//! An item of a list, an entry of a log, or a row of a table.

use super::day::WrittenDay;
use super::mark::ItemMark;
use super::scope::NoteScope;
use crate::domain::{Cycle, Day};
use crate::exchange::intake::{IntakeKey, IntakeReason};
use std::rc::Rc;

/// What an item is known by before it is asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ItemKind {
    /// Its marks say that it is to be done, or what became of it.
    Task,
    /// It begins with a day, as in a log: it was done then.
    Entry,
    /// Nothing says what it is.
    Unclear,
}

/// An item of a list, an entry of a log, or a row of a table.
#[derive(Clone, Debug)]
pub(super) struct NoteItem {
    pub(super) line: usize,
    pub(super) kind: ItemKind,
    pub(super) mark: Option<ItemMark>,
    /// Its words, with the marks in them.
    pub(super) text: String,
    /// The day that it begins with.
    pub(super) day: Option<WrittenDay>,
    /// The day that its message was sent on.
    pub(super) sent: Option<WrittenDay>,
    /// Its due day, from a cell of its own.
    pub(super) due: Option<WrittenDay>,
    /// What else is said of it.
    pub(super) note: String,
    /// Who says it, in a chat; whose it is, in a table.
    pub(super) sender: Option<Rc<str>>,
    pub(super) scope: Rc<NoteScope>,
}

/// When an item is.
pub(super) struct ItemTime {
    /// Its week.
    pub(super) cycle: Option<Cycle>,
    /// What the text says of that; the same at every reading.
    pub(super) written: String,
    pub(super) due: Option<Day>,
    /// When its outcome was given.
    pub(super) resolved: Option<Day>,
    /// When it was made.
    pub(super) created: Option<Day>,
}

/// Why an item is not offered.
pub(super) enum NotTaken {
    /// It waits for that answer.
    Waits(IntakeKey),
    /// It is left out.
    LeftOut(IntakeReason),
}
