//! The tables of a sheet: several may be below each other or side by side.

use super::cells::SheetRow;
use crate::domain::{Day, NumberFormat, read_number};
use crate::exchange::intake::days::read_day;
use crate::exchange::intake::vocabulary::{meaning_of, week_number, yes_or_no};

/// One table of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetTable {
    /// The line above it that names it; empty where there is none.
    pub heading: String,
    /// What its columns are called; empty names where it has no head.
    pub head: Vec<String>,
    /// The line of its head, or of its first row.
    pub line: usize,
    /// Its rows, empty ones included.
    pub rows: Vec<SheetRow>,
}

/// The tables of `rows`: an empty column parts two, and so does an empty row before a new head.
pub fn tables(rows: Vec<SheetRow>, today: Day) -> Vec<SheetTable> {
    let mut found = Vec::new();
    for block in blocks(rows, today) {
        let used = used_columns(&block.rows);
        for (from, to) in spans(&used) {
            found.extend(table(&block, from, to, today));
        }
    }
    found
}

/// Rows that belong together, and the line above them that names them.
struct Block {
    heading: String,
    rows: Vec<SheetRow>,
}

fn blocks(rows: Vec<SheetRow>, today: Day) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut heading = String::new();
    let mut is_after_gap = true;
    for (place, row) in rows.iter().enumerate() {
        if row.is_empty() {
            is_after_gap = true;
            if let Some(block) = blocks.last_mut() {
                block.rows.push(row.clone());
            }
            continue;
        }
        let next = rows.get(place + 1).filter(|next| !next.is_empty());
        if is_after_gap
            && filled(row) == 1
            && next.is_none_or(|next| filled(next) > 1)
            && rows.iter().any(|row| filled(row) > 1)
        {
            // A single cell above a table, or alone between two, names what follows.
            heading = row.text();
            is_after_gap = true;
            continue;
        }
        let begins = is_after_gap && (blocks.is_empty() || is_new_head(row, next, blocks.last(), today));
        if begins {
            blocks.push(Block { heading: std::mem::take(&mut heading), rows: Vec::new() });
        }
        is_after_gap = false;
        if let Some(block) = blocks.last_mut() {
            block.rows.push(row.clone());
        }
    }
    blocks
}

/// Whether `row`, which follows an empty one, is the head of another table rather than one more row of `above`.
fn is_new_head(row: &SheetRow, next: Option<&SheetRow>, above: Option<&Block>, today: Day) -> bool {
    let Some(first) = above.and_then(|block| block.rows.first()) else { return true };
    let is_again = row.cells == first.cells;
    let known = row.cells.iter().filter(|cell| meaning_of(cell).is_some()).count();
    let differs = filled(row) != filled(first) || next.is_some_and(|next| filled(next) != filled(first));
    is_again || (is_head(row, today) && (known >= 2 || (known >= 1 && differs)))
}

fn filled(row: &SheetRow) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Whether each column has anything in it.
fn used_columns(rows: &[SheetRow]) -> Vec<bool> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut used = vec![false; width];
    for row in rows {
        for (column, _) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            used[column] = true;
        }
    }
    used
}

/// The runs of used columns, each from its first to before its end.
fn spans(used: &[bool]) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut from = None;
    for (column, is_used) in used.iter().copied().chain([false]).enumerate() {
        match (from, is_used) {
            (None, true) => from = Some(column),
            (Some(begun), false) => {
                spans.push((begun, column));
                from = None;
            }
            _ => {}
        }
    }
    spans
}

fn table(block: &Block, from: usize, to: usize, today: Day) -> Option<SheetTable> {
    let cut = |row: &SheetRow| SheetRow {
        line: row.line,
        cells: (from..to).map(|column| row.cell(column).to_owned()).collect(),
    };
    let rows: Vec<SheetRow> = block.rows.iter().map(cut).collect();
    let first = rows.iter().position(|row| !row.is_empty())?;
    let line = rows[first].line;
    let has_head = is_head(&rows[first], today);
    let head = if has_head { rows[first].cells.clone() } else { vec![String::new(); to - from] };
    let rows = rows.into_iter().skip(first + usize::from(has_head)).collect();
    Some(SheetTable { heading: block.heading.clone(), head, line, rows })
}

/// Whether `row` names columns: it has a word that heads columns, or nothing in it is a value.
fn is_head(row: &SheetRow, today: Day) -> bool {
    let is_value = |cell: &String| {
        yes_or_no(cell).is_some() || read_day(cell, today).is_ok() || read_number(cell, NumberFormat::ENGLISH).is_ok()
    };
    let said = || row.cells.iter().filter(|cell| !cell.trim().is_empty());
    let weeks = said().filter(|cell| week_number(cell).is_some()).count();
    said().any(|cell| meaning_of(cell).is_some()) || weeks >= 3 || !said().any(is_value)
}
