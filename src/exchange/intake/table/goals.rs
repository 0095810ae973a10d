//! How a row says that a goal is measured.

use super::columns::is_time;
use super::row::{RowCells, RowStop};
use crate::domain::{Closing, Measure, MeasureKind, Scale};
use crate::exchange::intake::ColumnMeaning;
use crate::exchange::intake::vocabulary::{StatusFound, meaning_of};

/// A goal's measure, and where it is now.
///
/// A goal without a start begins at 0, or where it is now if that is beyond the target: then less is better. One that
/// wants less and is there already has no known way: its numbers stay as notes.
pub(super) fn measure(cells: &mut RowCells<'_, '_>) -> Result<(Measure, Option<f64>), RowStop> {
    let start = cells.number(ColumnMeaning::Start)?;
    let target = cells.number(ColumnMeaning::Target)?;
    let value = cells.number(ColumnMeaning::Value)?;
    let share = cells.number(ColumnMeaning::Share)?;
    let Some(target) = target.or(share.map(|_| 100.0)).filter(|_| !is_done(cells)) else {
        return Ok((Measure::Done, None)).inspect(|_| keep_numbers(cells));
    };
    let begun = match (start, value) {
        (Some(start), _) => start,
        (None, Some(value)) if value > target => value,
        (None, Some(_)) if wants_less(cells) => {
            keep_numbers(cells);
            return Ok((Measure::Done, None));
        }
        (None, _) => 0.0,
    };
    if (begun - target).abs() < f64::EPSILON {
        keep_numbers(cells);
        return Ok((Measure::Done, None));
    }
    let of_share = share.map(|share| begun + (target - begun) * share / 100.0);
    let measure = Measure::Number { scale: scale(cells), start: begun, target };
    Ok((measure, value.or(of_share)))
}

/// How a goal ended; a word that no goal ends with stays as a note.
pub(super) fn closing(cells: &mut RowCells<'_, '_>) -> Option<Closing> {
    let status = cells.status()?;
    let closing = status.closing();
    if let (None, StatusFound::Ended(_), Some(column)) = (closing, status, cells.table.column(ColumnMeaning::Status)) {
        cells.notes.push(cells.table.noted(column, cells.row.cell(column)));
    }
    closing
}

/// Whether this app wrote that the goal is reached or not.
fn is_done(cells: &RowCells<'_, '_>) -> bool {
    cells.text(ColumnMeaning::Measure) == "done"
}

/// Keeps what was read as numbers and finds no place in a measure.
fn keep_numbers(cells: &mut RowCells<'_, '_>) {
    for meaning in [ColumnMeaning::Start, ColumnMeaning::Target, ColumnMeaning::Value, ColumnMeaning::Share] {
        let Some(column) = cells.table.column(meaning) else { continue };
        let cell = cells.row.cell(column);
        let note = cells.table.noted(column, cell);
        if !cell.is_empty() && !cells.notes.contains(&note) {
            cells.notes.push(note);
        }
    }
}

/// Whether a goal says that it wants less than its target: `Half marathon < 1:45`.
fn wants_less(cells: &RowCells<'_, '_>) -> bool {
    [ColumnMeaning::Words, ColumnMeaning::Target].iter().any(|meaning| cells.text(*meaning).contains(['<', '≤']))
}

/// What the numbers say: as this app wrote it, percent where the sheet says how much is done, or an amount in a unit.
fn scale(cells: &RowCells<'_, '_>) -> Scale {
    let unit = unit(cells);
    let is_time = |meaning| cells.table.column(meaning).is_some_and(|column| is_time(cells.row.cell(column)));
    if !cells.table.is_own && [ColumnMeaning::Target, ColumnMeaning::Value].into_iter().any(is_time) {
        return Scale::Time;
    }
    let own = MeasureKind::from_key(cells.text(ColumnMeaning::Measure)).and_then(|kind| kind.scale(&unit));
    own.unwrap_or(if unit == "%" { Scale::Percent } else { Scale::Quantity(unit) })
}

/// What is counted: in a column of its own, or as the target's column is called.
fn unit(cells: &RowCells<'_, '_>) -> String {
    let said = cells.text(ColumnMeaning::Unit);
    if !said.is_empty() || cells.table.is_own {
        return said.to_owned();
    }
    match cells.table.column(ColumnMeaning::Target) {
        Some(column) if meaning_of(cells.table.header(column)).is_none() => cells.table.header(column).to_owned(),
        None => "%".to_owned(),
        Some(_) => String::new(),
    }
}
