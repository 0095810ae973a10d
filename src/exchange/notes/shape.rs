//! What a line of a note is by its marks.

use super::mark::{ItemMark, marked};
use super::unseen::is_unseen;

/// What a line is by its marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum NoteShape<'a> {
    /// It says nothing.
    Nothing,
    /// It draws a line.
    Frame,
    /// A heading, without its mark; 1 is the highest level.
    Heading { level: usize, text: &'a str },
    /// A row of a table.
    Row,
    /// An item of a list.
    Item { mark: ItemMark, text: &'a str },
    /// Anything else.
    Text(&'a str),
}

/// Most characters of a line that ends with a colon and is taken for a heading.
const HEADING_MAX: usize = 60;
/// The levels of headings without a mark of their own: below all that have one.
const BOLD: usize = 7;
const COLON: usize = 8;

/// Reads one line.
pub(super) fn note_shape(line: &str) -> NoteShape<'_> {
    let text = line.trim_matches(|c: char| c.is_whitespace() || is_unseen(c));
    if text.is_empty() {
        return NoteShape::Nothing;
    }
    let is_line = |c: char| matches!(c, '-' | '*' | '_' | '=' | '–' | '—' | ' ');
    if text.len() > 2 && text.chars().all(is_line) {
        return NoteShape::Frame;
    }
    if text.starts_with('|') {
        return NoteShape::Row;
    }
    if let Some(heading) = heading(text) {
        return heading;
    }
    match marked(text) {
        Some((mark, text)) => NoteShape::Item { mark, text },
        None => NoteShape::Text(text),
    }
}

fn heading(text: &str) -> Option<NoteShape<'_>> {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&level) && text[level..].starts_with([' ', '\t']) {
        let text = text[level..].trim();
        // Marks at the end belong to the heading's mark where a blank is before them.
        let before = text.trim_end_matches('#');
        let text = if before.is_empty() || before.ends_with(' ') { before.trim_end() } else { text };
        return Some(NoteShape::Heading { level, text });
    }
    for mark in ["**", "__", "*"] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.trim_end_matches(':').strip_suffix(mark));
        let is_whole = |inner: &&str| !inner.is_empty() && !inner.contains(mark) && !inner.starts_with(' ');
        if let Some(inner) = inner.filter(is_whole) {
            return Some(NoteShape::Heading { level: BOLD, text: inner });
        }
    }
    let is_short = text.chars().count() <= HEADING_MAX && marked(text).is_none();
    let text = text.strip_suffix(':').filter(|text| is_short && !text.trim().is_empty())?;
    Some(NoteShape::Heading { level: COLON, text: text.trim() })
}

/// The cells of a row of a table; `\|` is part of a cell.
pub(super) fn cells(line: &str) -> Vec<String> {
    let row = line.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in row.chars() {
        match c {
            '|' if !is_escaped => cells.push(String::new()),
            c => cells.iter_mut().next_back().into_iter().for_each(|cell| cell.push(c)),
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    if cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// Whether a row is the line below a table's head.
pub(super) fn is_rule(cells: &[String]) -> bool {
    let mut said = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    said.peek().is_some() && said.all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | ' ')))
}
