//! Text as rows of cells: CSV by RFC 4180 and what spreadsheets make of it, with any of four separators.

use crate::exchange::intake::guard::unguarded;

/// A row of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRow {
    /// The line of the text that it begins on, from 1.
    pub line: usize,
    /// Its cells, without the guard against formulas; quoted ones with the blanks around them.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// The cell at `column` without blanks around it; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// Whether every cell is empty.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// What its cells say, one beside the other.
    pub fn text(&self) -> String {
        let said: Vec<&str> = self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        said.join(" · ")
    }
}

/// What separates cells, in the order in which it is preferred where two explain a text alike.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];

/// How many rows are looked at to find the separator.
const LOOKED_AT: usize = 60;

/// Reads `text` into rows. A quote that is never closed ends with its line.
pub fn sheet_rows(text: &str) -> Vec<SheetRow> {
    // Excel's own way of saying which separator follows.
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_end().strip_prefix("sep=").and_then(|sign| sign.chars().next());
    match named.filter(|sign| SEPARATORS.contains(sign)) {
        Some(sign) => rows(rest, 2, sign, usize::MAX),
        None => rows(text, 1, separator(text), usize::MAX),
    }
}

/// The separator that gives most cells in rows of one length: a share of the rows counts twice, so that a sign that
/// people type now and then does not part rows.
fn separator(text: &str) -> char {
    let mut best = (0, ',');
    for sign in SEPARATORS {
        let widths: Vec<usize> = rows(text, 1, sign, LOOKED_AT).iter().map(|row| row.cells.len()).collect();
        let score = |width: usize| {
            let alike = widths.iter().filter(|other| **other == width).count();
            alike * alike * (width - 1).min(999) * 1_000 / (widths.len() * widths.len())
        };
        let score = widths.iter().map(|width| score(*width)).max().unwrap_or(0);
        if score > best.0 {
            best = (score, sign);
        }
    }
    best.1
}

/// Up to `most` rows of `text`, whose first line is number `line`.
fn rows(text: &str, line: usize, separator: char, most: usize) -> Vec<SheetRow> {
    let mut reader = CellReader { rest: text, line, separator };
    let mut rows = Vec::new();
    while rows.len() < most && !reader.rest.is_empty() {
        let row = reader.row();
        // The rule below the head of a Markdown table.
        let is_rule = separator == '|'
            && row.cells.iter().all(|cell| cell.contains('-') && cell.trim_matches(['-', ':']).is_empty());
        if !is_rule {
            rows.push(row);
        }
    }
    rows
}

struct CellReader<'a> {
    rest: &'a str,
    line: usize,
    separator: char,
}

impl CellReader<'_> {
    /// The next row, with the end of its last line.
    fn row(&mut self) -> SheetRow {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            self.end_of_line();
            break;
        }
        if self.separator == '|' {
            unframe(&mut cells);
        }
        SheetRow { line, cells }
    }

    fn end_of_line(&mut self) {
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r']));
        self.rest = rest.unwrap_or(self.rest);
        self.line += 1;
    }

    fn cell(&mut self) -> String {
        let start = self.rest.trim_start_matches(|c| c == ' ' && c != self.separator);
        if let Some(inner) = start.strip_prefix('"')
            && let Some((text, rest)) = quoted(inner)
        {
            let lines = inner[..inner.len() - rest.len()].matches('\n').count();
            // Whatever follows the closing quote belongs to the cell: people type quotes as well.
            let (more, rest) = self.plain(rest);
            self.line += lines;
            self.rest = rest;
            return finished(&format!("{text}{}", more.trim_end()));
        }
        let (text, rest) = self.plain(self.rest);
        let text = finished(text.trim());
        self.rest = rest;
        text
    }

    /// `text` up to the next separator or the end of the line, and the rest.
    fn plain<'b>(&self, text: &'b str) -> (&'b str, &'b str) {
        text.split_at(text.find([self.separator, '\n', '\r']).unwrap_or(text.len()))
    }
}

/// What stands before the closing quote, with doubled quotes made single, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut found = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('"')?;
        found.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(more) => {
                found.push('"');
                rest = more;
            }
            None => return Some((found, rest)),
        }
    }
}

fn finished(cell: &str) -> String {
    unguarded(cell).replace("\r\n", "\n")
}

/// Takes off the empty cells outside the outer bars of `| a | b |`.
fn unframe(cells: &mut Vec<String>) {
    if cells.len() > 2 && cells.first().is_some_and(String::is_empty) && cells.last().is_some_and(String::is_empty) {
        cells.pop();
        cells.remove(0);
    }
}
