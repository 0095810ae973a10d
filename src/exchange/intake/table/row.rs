//! The cells of one row by what they say.

use super::cells::SheetRow;
use super::decided::{CellUnread, DecidedTable};
use crate::domain::{Day, OfferTime, Outcome};
use crate::exchange::intake::vocabulary::{StatusFound, status_of, yes_or_no};
use crate::exchange::intake::{CellFault, ColumnMeaning, IntakeKey, IntakeReason, LeftOutRow};

/// Why the reading of a row ends before it offers anything.
pub(super) enum RowStop {
    Waits(IntakeKey),
    LeftOut(IntakeReason),
}

/// A row, and what of it is kept as words because it cannot be read.
pub(super) struct RowCells<'a, 'b> {
    pub table: &'a DecidedTable<'b>,
    pub row: &'a SheetRow,
    pub notes: Vec<String>,
    pub faults: Vec<LeftOutRow>,
}

impl<'a, 'b> RowCells<'a, 'b> {
    pub fn new(table: &'a DecidedTable<'b>, row: &'a SheetRow) -> Self {
        Self { table, row, notes: table.notes(row), faults: Vec::new() }
    }

    pub fn text(&self, meaning: ColumnMeaning) -> &'a str {
        self.table.text(self.row, meaning)
    }

    /// `read` of the column of `meaning`; what cannot be read becomes a note, and is told.
    pub fn soft<T>(
        &mut self,
        meaning: ColumnMeaning,
        read: Result<Option<T>, CellUnread>,
    ) -> Result<Option<T>, RowStop> {
        match read {
            Ok(value) => Ok(value),
            Err(CellUnread::Waits(key)) => Err(RowStop::Waits(key)),
            Err(CellUnread::Fault(fault)) => {
                self.keep(meaning, fault);
                Ok(None)
            }
        }
    }

    /// Keeps the cell of `meaning` as a note.
    pub fn keep(&mut self, meaning: ColumnMeaning, fault: CellFault) {
        let Some(column) = self.table.column(meaning) else { return };
        let cell = self.row.cell(column);
        self.notes.push(self.table.noted(column, cell));
        let reason = IntakeReason::Cell { column: self.table.header(column).to_owned(), fault };
        self.faults.push(LeftOutRow::new(self.row.line, cell, reason));
    }

    pub fn time(&mut self, meaning: ColumnMeaning) -> Result<Option<OfferTime>, RowStop> {
        self.soft(meaning, self.table.time(self.row, meaning))
    }

    pub fn number(&mut self, meaning: ColumnMeaning) -> Result<Option<f64>, RowStop> {
        self.soft(meaning, self.table.number(self.row, meaning))
    }

    /// The day the row is due: in one column, or over three.
    pub fn due(&mut self) -> Result<Option<Day>, RowStop> {
        match self.soft(ColumnMeaning::Due, self.table.day(self.row, ColumnMeaning::Due))? {
            Some(day) => Ok(Some(day)),
            None => self.soft(ColumnMeaning::Day, self.table.day_of_three(self.row)),
        }
    }

    /// What became of it, by a yes or by a word; a word that is not known stays as a note.
    pub fn status(&mut self) -> Option<StatusFound> {
        let word = self.text(ColumnMeaning::Status);
        let found = status_of(word);
        if let (None, false, Some(column)) = (found, word.is_empty(), self.table.column(ColumnMeaning::Status)) {
            self.notes.push(self.table.noted(column, word));
        }
        let answer = self.text(ColumnMeaning::Done);
        let done = match (yes_or_no(answer), status_of(answer)) {
            (Some(true), _) => Some(StatusFound::Ended(Outcome::Kept)),
            (Some(false), _) => Some(StatusFound::Open),
            (None, found) => found,
        };
        if done.is_none() && !answer.is_empty() {
            self.keep(ColumnMeaning::Done, CellFault::NoAnswer);
        }
        found.filter(|found| *found != StatusFound::Open).or(done).or(found)
    }

    pub fn note(&self) -> String {
        self.notes.join("\n")
    }
}
