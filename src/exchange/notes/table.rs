//! Tables of Markdown whose cells are marks: a row is an item, its outcome in the column that says so.

use super::day::{WrittenDay, at_start, pieces};
use super::item::{ItemKind, NoteItem};
use super::mark::{ItemMark, mark_alone};
use super::scope::NoteScope;
use super::shape::{NoteShape, cells, is_rule, note_shape};
use super::task::plain;
use crate::domain::{Outcome, lowercase};
use crate::exchange::intake::{IntakeReason, LeftOutRow};
use std::rc::Rc;

/// What a column of a table says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum NoteColumn {
    Words,
    Owner,
    Result,
    Due,
    /// Marks of single days.
    Mark,
    Note,
}

const WORDS: [&str; 9] = ["goal", "goals", "task", "tasks", "what", "commitment", "commitments", "item", "title"];
const OWNER: [&str; 8] = ["owner", "who", "name", "member", "person", "assignee", "assigned", "by"];
const RESULT: [&str; 8] = ["result", "status", "done", "outcome", "state", "kept", "finished", "total"];
const DUE: [&str; 5] = ["due", "deadline", "until", "date", "when"];

/// A table, read.
pub(super) struct MarkTable {
    pub(super) rows: Vec<NoteItem>,
    pub(super) left_out: Vec<LeftOutRow>,
    /// How many lines it has.
    pub(super) lines: usize,
}

/// Reads the table that begins at `place`, below the headings of `scope`.
pub(super) fn table(lines: &[&str], place: usize, scope: &Rc<NoteScope>) -> MarkTable {
    let rows: Vec<Vec<String>> =
        lines[place..].iter().map_while(|line| (note_shape(line) == NoteShape::Row).then(|| cells(line))).collect();
    let has_head = rows.get(1).is_some_and(|row| is_rule(row));
    let head: &[String] = if has_head { &rows[0] } else { &[] };
    let body = if has_head { &rows[2..] } else { &rows[..] };
    let begun = rows.len() - body.len();
    let frame =
        |(nth, row): (usize, &Vec<String>)| LeftOutRow::new(place + nth + 1, &row.join(" · "), IntakeReason::Frame);
    let left_out = rows[..begun].iter().enumerate().map(frame).collect();
    let mut table = MarkTable { rows: Vec::new(), left_out, lines: rows.len() };
    let columns = columns(head, body);
    for (nth, row) in body.iter().enumerate() {
        let line = place + begun + nth + 1;
        match read_row(line, (head, &columns), row, scope) {
            Some(item) => table.rows.push(item),
            None => table.left_out.push(LeftOutRow::new(line, &row.join(" · "), IntakeReason::Empty)),
        }
    }
    table
}

fn columns(head: &[String], body: &[Vec<String>]) -> Vec<NoteColumn> {
    let width = body.iter().map(Vec::len).max().unwrap_or(0).max(head.len());
    let said = |at: usize| body.iter().filter_map(move |row| row.get(at)).filter(|cell| !cell.is_empty());
    let is_named =
        |at: usize, known: &[&str]| head.get(at).is_some_and(|cell| known.contains(&lowercase(&plain(cell)).trim()));
    let are_marks = |at: usize| said(at).next().is_some() && said(at).all(|cell| mark_alone(cell).is_some());
    let are_results = |at: usize| said(at).next().is_some() && said(at).all(|cell| result(cell).is_some());
    let mut columns: Vec<NoteColumn> = (0..width)
        .map(|at| match at {
            at if is_named(at, &RESULT) && are_results(at) => NoteColumn::Result,
            at if are_marks(at) => NoteColumn::Mark,
            at if is_named(at, &DUE) => NoteColumn::Due,
            at if is_named(at, &OWNER) => NoteColumn::Owner,
            _ => NoteColumn::Note,
        })
        .collect();
    let words = (0..width).find(|at| is_named(*at, &WORDS) && columns[*at] == NoteColumn::Note);
    let of = |wanted: NoteColumn| columns.iter().position(|column| *column == wanted);
    let words = words.or_else(|| of(NoteColumn::Note)).or_else(|| of(NoteColumn::Owner));
    if let Some(at) = words {
        columns[at] = NoteColumn::Words;
    }
    // The only column of marks says what became of it.
    let marks = columns.iter().filter(|column| **column == NoteColumn::Mark).count();
    if marks == 1 && !columns.contains(&NoteColumn::Result) {
        columns
            .iter_mut()
            .filter(|column| **column == NoteColumn::Mark)
            .for_each(|column| *column = NoteColumn::Result);
    }
    columns
}

/// What a cell says about the outcome.
fn result(cell: &str) -> Option<ItemMark> {
    if let Some(mark) = mark_alone(cell) {
        return Some(mark);
    }
    match lowercase(&plain(cell)).as_str() {
        "done" | "kept" | "yes" | "x" | "complete" | "completed" | "finished" => Some(ItemMark::Ended(Outcome::Kept)),
        "partial" | "partly" | "in part" | "partially done" => Some(ItemMark::Ended(Outcome::Partial)),
        "missed" | "failed" | "not done" => Some(ItemMark::Ended(Outcome::Missed)),
        "dropped" | "cancelled" | "canceled" => Some(ItemMark::Ended(Outcome::Dropped)),
        "renegotiated" => Some(ItemMark::Ended(Outcome::Renegotiated)),
        "open" | "to do" | "todo" | "not started" | "in progress" | "doing" | "no" => Some(ItemMark::Open),
        _ => None,
    }
}

/// The item that a row is; nothing where it has no words.
fn read_row(
    line: usize,
    (head, columns): (&[String], &[NoteColumn]),
    row: &[String],
    scope: &Rc<NoteScope>,
) -> Option<NoteItem> {
    let cells = || columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let of = |wanted: NoteColumn| cells().find(|(column, _)| **column == wanted).map(|(_, cell)| cell.as_str());
    let text = of(NoteColumn::Words)?;
    let mark = of(NoteColumn::Result).and_then(result);
    let has_marks = columns.contains(&NoteColumn::Mark);
    let notes = columns
        .iter()
        .zip(row)
        .enumerate()
        .filter(|(_, (column, cell))| **column == NoteColumn::Note && !cell.is_empty());
    let notes = notes.map(|(at, (_, cell))| match head.get(at).filter(|head| !head.is_empty()) {
        Some(head) => format!("{}: {}", plain(head), plain(cell)),
        None => plain(cell),
    });
    let is_task = columns.contains(&NoteColumn::Result) && !(mark.is_none() && has_marks);
    let owner = of(NoteColumn::Owner).map(plain);
    Some(NoteItem {
        line,
        kind: if is_task { ItemKind::Task } else { ItemKind::Unclear },
        mark: mark.or_else(|| is_task.then_some(ItemMark::Open)),
        text: text.to_owned(),
        day: None,
        sent: None,
        due: of(NoteColumn::Due).and_then(written_day),
        note: notes.collect::<Vec<_>>().join("\n"),
        sender: owner.as_deref().map(Rc::from),
        scope: scope.clone(),
    })
}

fn written_day(cell: &str) -> Option<WrittenDay> {
    let pieces = pieces(cell);
    at_start(&pieces).filter(|(_, used)| *used == pieces.len()).map(|(day, _)| day)
}
