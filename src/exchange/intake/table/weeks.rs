//! Weeks as columns, and days with a yes or no for each of several things.

use super::cells::SheetRow;
use super::decided::{CellUnread, DecidedTable, WeekHead};
use super::records::owner_key;
use super::row::{RowCells, RowStop};
use super::{RowRead, TableReader};
use crate::domain::{
    Cycle, Identity, Kind, NumberFormat, OfferOwner, Offered, OfferedCheckIn, OfferedCommitment, Outcome, folded,
    read_number,
};
use crate::exchange::intake::vocabulary::{is_pause, yes_or_no};
use crate::exchange::intake::{IntakeReason, LeftOutRow, PassedOver};

impl TableReader<'_> {
    /// Reads each week's cell of `row` as a record of `kind`.
    pub(super) fn weeks(&mut self, table: &DecidedTable<'_>, row: &SheetRow, kind: Kind) -> RowRead {
        let cells = RowCells::new(table, row);
        match self.week_cells(&cells, kind) {
            Ok(()) => RowRead::Taken,
            Err(RowStop::Waits(key)) => RowRead::Waits(key),
            Err(RowStop::LeftOut(reason)) => RowRead::LeftOut(reason),
        }
    }

    fn week_cells(&mut self, cells: &RowCells<'_, '_>, kind: Kind) -> Result<(), RowStop> {
        let owner = self.owner_of(cells, &cells.row.text())?;
        let weeks = cells.table.weeks.iter().map(|(column, head)| {
            let week = match head {
                WeekHead::Of(cycle) => Ok(*cycle),
                WeekHead::Number(number) => cells.table.numbered_week(*number),
            };
            week.map(|week| (*column, week))
        });
        let weeks: Vec<(usize, Cycle)> = weeks.collect::<Result<_, _>>().map_err(|unread| match unread {
            CellUnread::Waits(key) => RowStop::Waits(key),
            CellUnread::Fault(fault) => RowStop::LeftOut(IntakeReason::Cell { column: String::new(), fault }),
        })?;
        let said =
            weeks.iter().map(|(column, _)| cells.row.cell(*column)).filter(|cell| !cell.is_empty() && !is_pause(cell));
        let is_of_numbers = mostly_numbers(said);
        for (column, week) in weeks {
            let cell = cells.row.cell(column);
            if cell.is_empty() {
                continue;
            }
            if is_pause(cell) {
                *self.reading.passed_over.entry(PassedOver::Paused).or_default() += 1;
            } else if is_of_numbers && !is_number(cell) {
                let reason = IntakeReason::Stray { column: cells.table.header(column).to_owned() };
                self.reading.left_out.push(LeftOutRow::new(cells.row.line, cell, reason));
            } else {
                self.week_cell(cells, kind, &owner, week, cell);
            }
        }
        Ok(())
    }

    fn week_cell(&mut self, cells: &RowCells<'_, '_>, kind: Kind, owner: &OfferOwner, week: Cycle, cell: &str) {
        let content = if kind == Kind::Commitment {
            Offered::Commitment(OfferedCommitment { cycle: Some(week), ..OfferedCommitment::new(owner.clone(), cell) })
        } else {
            Offered::CheckIn(OfferedCheckIn {
                owner: owner.clone(),
                cycle: week,
                submitted: None,
                win: cell.to_owned(),
                blocker: String::new(),
                ask: String::new(),
                confidence: None,
            })
        };
        self.offer(cells, Identity::Key(format!("{week}/{}", owner_key(owner))), content);
    }

    /// Reads each yes and no of `row` as a commitment that is called like its column.
    pub(super) fn ticks(&mut self, table: &DecidedTable<'_>, row: &SheetRow) -> RowRead {
        let mut cells = RowCells::new(table, row);
        match self.tick_cells(&mut cells) {
            Ok(()) => {
                self.reading.left_out.extend(cells.faults);
                RowRead::Taken
            }
            Err(RowStop::Waits(key)) => RowRead::Waits(key),
            Err(RowStop::LeftOut(reason)) => RowRead::LeftOut(reason),
        }
    }

    fn tick_cells(&mut self, cells: &mut RowCells<'_, '_>) -> Result<(), RowStop> {
        let owner = self.owner_of(cells, &cells.row.text())?;
        let Some(day) = cells.due()? else { return Err(RowStop::LeftOut(IntakeReason::NoWords)) };
        let today = self.setting.today();
        for column in cells.table.ticks() {
            let words = cells.table.header(column);
            let outcome = match yes_or_no(cells.row.cell(column)) {
                Some(true) => Some(Outcome::Kept),
                Some(false) if day < today => Some(Outcome::Missed),
                Some(false) => None,
                None => continue,
            };
            let identity = Identity::Key(format!("{}/{}/{day}", folded(words), owner_key(&owner)));
            let commitment =
                OfferedCommitment { due: Some(day), outcome, ..OfferedCommitment::new(owner.clone(), words) };
            self.offer(cells, identity, Offered::Commitment(commitment));
        }
        Ok(())
    }
}

fn is_number(cell: &str) -> bool {
    read_number(cell, NumberFormat::ENGLISH).is_ok()
}

fn mostly_numbers<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut numbers) = (0, 0);
    for cell in cells {
        all += 1;
        numbers += usize::from(is_number(cell));
    }
    numbers * 2 > all
}
