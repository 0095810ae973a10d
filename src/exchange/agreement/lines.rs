//! What a line of an agreement looks like.

use crate::exchange::notes::{ChatLine, chat_line, is_unseen};

/// What a line is by its marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// It says nothing.
    Nothing,
    /// It draws a line.
    Frame,
    /// A chat wrote it: who joined, what is encrypted, a picture that was left out.
    Notice(String),
    /// A heading.
    Heading(String),
    /// A row of a table, cell by cell.
    Row(Vec<String>),
    /// An item of a list.
    Item(String),
    /// It is indented, and goes on with what is above it.
    More(String),
    /// Anything else.
    Text(String),
}

/// Most characters of a line that ends with a colon and is taken for a heading.
const HEADING_MAX: usize = 60;
/// Most words of a name.
const NAME_WORDS: usize = 5;

/// Reads one line.
pub(super) fn shape_of(line: &str) -> Shape {
    let line = line.trim_start_matches(is_unseen).trim_end();
    let (said, is_chat) = match chat_line(line) {
        Some(ChatLine::System(text) | ChatLine::Media(text)) => return Shape::Notice(text.to_owned()),
        Some(ChatLine::Said { text, .. }) => (text, true),
        None => (line, false),
    };
    let text = said.trim_start_matches(is_unseen).trim();
    if text.is_empty() {
        return Shape::Nothing;
    }
    if text.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '–' | '—' | ' ')) {
        return Shape::Frame;
    }
    if text.starts_with('|') || text.contains('\t') {
        let cells = text.trim_matches('|').split(if text.starts_with('|') { '|' } else { '\t' });
        return Shape::Row(cells.map(|cell| bare(cell.trim())).collect());
    }
    if let Some(heading) = heading(text) {
        return Shape::Heading(heading);
    }
    if let Some(item) = item(text) {
        return Shape::Item(bare(item));
    }
    let is_indented = !is_chat && line.starts_with([' ', '\t']);
    if is_indented { Shape::More(bare(text)) } else { Shape::Text(bare(text)) }
}

/// The words of a heading: after `#`, in bold from end to end, or short with a colon at its end.
fn heading(text: &str) -> Option<String> {
    if let Some(rest) = text.strip_prefix('#') {
        return Some(bare(rest.trim_matches('#').trim()));
    }
    for mark in ["**", "__", "*"] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.trim_end_matches(':').strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.contains(mark)) {
            return Some(inner.trim_end_matches(':').trim().to_owned());
        }
    }
    let is_short = text.chars().count() <= HEADING_MAX && item(text).is_none();
    text.strip_suffix(':').filter(|_| is_short).map(bare)
}

/// What an item of a list says, after its bullet, its box or its number.
fn item(text: &str) -> Option<&str> {
    const BULLETS: [char; 12] = ['-', '*', '+', '•', '◦', '▪', '·', '–', '—', '☐', '☑', '→'];
    let first = text.chars().next()?;
    let rest = if first == '✅' || first == '✔' {
        text[first.len_utf8()..].trim_start_matches('\u{fe0f}')
    } else if BULLETS.contains(&first) {
        text[first.len_utf8()..].strip_prefix([' ', '\t', '\u{a0}'])?
    } else {
        numbered(text)?
    };
    let rest = rest.trim_start();
    let boxed = ["[ ]", "[x]", "[X]", "[]"].into_iter().find_map(|mark| rest.strip_prefix(mark));
    Some(boxed.unwrap_or(rest).trim_start()).filter(|rest| !rest.is_empty())
}

/// What follows a number or a single letter with its mark: `1.`, `(2)`, `3)`, `a)`, or a digit on a key.
fn numbered(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.find(|c: char| !c.is_numeric()).unwrap_or(inner.len());
    let end = match digits {
        0 if inner.starts_with(|c: char| c.is_ascii_lowercase()) && inner[1..].starts_with(')') => 1,
        1..=3 => digits,
        _ => return None,
    };
    let rest = &inner[end..];
    if let Some(rest) = rest.strip_prefix("\u{fe0f}\u{20e3}").or_else(|| rest.strip_prefix('\u{20e3}')) {
        return Some(rest);
    }
    rest.strip_prefix(['.', ')', ':']).filter(|rest| rest.starts_with([' ', '\t', '\u{a0}']))
}

/// A person of a list: `Hana (UTC+9, chat)`, `Hana – UTC+9`, `Hana: chat`, `Hana, UTC+9`.
pub(super) fn person(text: &str) -> Option<(String, String)> {
    const PARTED: [&str; 7] = [" (", " – ", " — ", " - ", ": ", ", ", " | "];
    let at = PARTED.into_iter().filter_map(|mark| Some((text.find(mark)?, mark))).min();
    let (name, reach) = at.map_or((text, ""), |(at, mark)| (&text[..at], &text[at + mark.len()..]));
    let reach = if text.contains(" (") { reach.trim_end_matches(')') } else { reach };
    is_name(name).then(|| (name.trim().to_owned(), reach.trim().to_owned()))
}

/// A person of a table, whose name is in the cell at `place`; all other cells say how to reach them.
pub(super) fn person_of(cells: &[String], place: usize) -> Option<(String, String)> {
    let name = cells.get(place).filter(|name| is_name(name))?;
    let others = cells.iter().enumerate().filter(|(other, cell)| *other != place && !cell.is_empty());
    let reach = others.map(|(_, cell)| cell.as_str()).collect::<Vec<_>>().join(", ");
    Some((name.clone(), reach))
}

/// Whether this can be a name: a few words without a digit that make no sentence.
fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_sentence = text.trim_end().ends_with(['.', '?', '!']) && words > 2;
    (1..=NAME_WORDS).contains(&words) && !is_sentence && !text.chars().any(char::is_numeric)
}

/// Whether a row of a table is the line below its head.
pub(super) fn is_rule(cells: &[String]) -> bool {
    let mut said = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    said.peek().is_some() && said.all(|cell| cell.chars().all(|c| matches!(c, '-' | ':')))
}

/// Words without the marks of bold text around or within them.
fn bare(text: &str) -> String {
    let text = text.replace("**", "").replace("__", "");
    let inner = text.strip_prefix('*').and_then(|rest| rest.strip_suffix('*'));
    inner.unwrap_or(&text).trim().to_owned()
}
