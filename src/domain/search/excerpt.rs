//! The words around what was found.

use super::fold::{each_folded, fold};
use std::ops::Range;

/// Most characters before what was found.
const BEFORE: usize = 40;
/// Most characters after it.
const AFTER: usize = 90;

/// A piece of a text with what was found in the middle.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Excerpt {
    /// What stands before; it begins with `…` where it is cut.
    pub before: String,
    /// What was found, as it is written there.
    pub hit: String,
    /// What comes after; it ends with `…` where it is cut.
    pub after: String,
}

impl Excerpt {
    /// Cuts the first of `texts` that has the first of `words`, which are folded.
    pub(super) fn of(texts: &[&str], words: &[String]) -> Self {
        let found = texts.iter().find_map(|text| words.first().and_then(|word| Some((*text, spot(text, word)?))));
        let Some((text, Range { start, end })) = found else { return Self::default() };
        Self { before: last(&text[..start]), hit: text[start..end].to_owned(), after: first(&text[end..]) }
    }
}

/// Where `text` has the folded `word`, in bytes.
fn spot(text: &str, word: &str) -> Option<Range<usize>> {
    let at = fold(text).find(word)?;
    let mut folded = 0;
    let (mut start, mut end) = (None, None);
    each_folded(text, |c, from| {
        if folded >= at && start.is_none() {
            start = Some(from);
        }
        if folded >= at + word.len() && end.is_none() {
            end = Some(from);
        }
        folded += c.len_utf8();
    });
    // A letter that is read as two is shown whole, and so are the accents that follow one.
    let start = start?;
    let end = end.unwrap_or(text.len());
    let end = if end > start { end } else { start + text[start..].chars().next().map_or(0, char::len_utf8) };
    Some(start..end)
}

/// The end of `text`, in one line, from the beginning of a word on.
fn last(text: &str) -> String {
    let cut = text.char_indices().rev().nth(BEFORE).map(|(at, _)| at);
    let from = cut.map_or(0, |at| text[at..].find(char::is_whitespace).map_or(at, |space| at + space));
    let dots = if cut.is_some() { "…" } else { "" };
    format!("{dots}{}", in_line(&text[from..]))
}

/// The beginning of `text`, in one line, to the end of a word.
fn first(text: &str) -> String {
    let cut = text.char_indices().nth(AFTER).map(|(at, _)| at);
    let to = cut.map_or(text.len(), |at| text[..at].rfind(char::is_whitespace).unwrap_or(at));
    let dots = if cut.is_some() { "…" } else { "" };
    format!("{}{dots}", in_line(&text[..to]))
}

fn in_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
