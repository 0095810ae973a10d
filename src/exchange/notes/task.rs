//! The words of an item, with the days that stand in it: `Call the bank 📅 2026-11-30`, `Pay the fee ✅ 2026-11-19`.
//! The signs are those of Obsidian's Tasks, the fields those of its Dataview.
//!
//! What is written after a backslash is no mark, as in Markdown: this app's own pages keep people's words that way.

use crate::domain::{Day, lowercase, parse_day};

/// What an item says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct TaskWords {
    /// Its words, without marks.
    pub(super) text: String,
    /// A name with a colon or an @ at its beginning, and what follows. Whether somebody is called that is to be seen.
    pub(super) named: Option<(String, String)>,
    /// The day it is due.
    pub(super) due: Option<Day>,
    /// The day it was done.
    pub(super) done: Option<Day>,
    /// The day it was given up.
    pub(super) cancelled: Option<Day>,
    /// A day that the calendar does not have.
    pub(super) impossible: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum DaySign {
    Due,
    Done,
    Cancelled,
}

const DAY_SIGNS: [(&str, DaySign); 12] = [
    ("📅", DaySign::Due),
    ("📆", DaySign::Due),
    ("🗓", DaySign::Due),
    ("⏳", DaySign::Due),
    ("✅", DaySign::Done),
    ("❌", DaySign::Cancelled),
    ("[due::", DaySign::Due),
    ("(due::", DaySign::Due),
    ("[completion::", DaySign::Done),
    ("(completion::", DaySign::Done),
    ("[cancelled::", DaySign::Cancelled),
    ("(cancelled::", DaySign::Cancelled),
];

/// Reads the words of an item.
pub(super) fn task_words(raw: &str) -> TaskWords {
    let mut words = TaskWords::default();
    let mut kept = String::with_capacity(raw.len());
    let mut tokens = raw.split_whitespace().peekable();
    while let Some(token) = tokens.next() {
        if let Some((sign, rest)) = day_sign(token) {
            let written = if rest.is_empty() { tokens.peek().copied() } else { Some(rest) };
            if let Some(written) = written.map(|written| written.trim_end_matches([']', ')'])).filter(|w| is_iso(w)) {
                if rest.is_empty() {
                    tokens.next();
                }
                words.note(sign, written);
                continue;
            }
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(token);
    }
    words.named = named(&kept).map(|(name, said)| (plain(name), plain(said)));
    words.text = plain(&kept);
    words
}

impl TaskWords {
    fn note(&mut self, sign: DaySign, written: &str) {
        let Some(day) = parse_day(written) else {
            self.impossible = Some(written.to_owned());
            return;
        };
        match sign {
            DaySign::Due => self.due = Some(day),
            DaySign::Done => self.done = Some(day),
            DaySign::Cancelled => self.cancelled = Some(day),
        }
    }
}

/// Whether some word of `text` begins with a sign that a day could follow.
pub(super) fn has_day_sign(text: &str) -> bool {
    text.split_whitespace().any(|token| day_sign(token).is_some())
}

fn day_sign(token: &str) -> Option<(DaySign, &str)> {
    let lower = token.is_ascii().then(|| lowercase(token));
    let of = |sign: &str| match &lower {
        Some(lower) => lower.strip_prefix(sign).map(|rest| &token[token.len() - rest.len()..]),
        None => token.strip_prefix(sign),
    };
    let (sign, rest) = DAY_SIGNS.into_iter().find_map(|(known, sign)| Some((sign, of(known)?)))?;
    Some((sign, rest.trim_start_matches('\u{fe0f}')))
}

/// Whether `text` has the form of `2026-11-30`.
fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

/// Most words of a name.
const NAME_WORDS: usize = 5;

/// What could be a name before a colon or after an @, and the rest.
fn named(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('@') {
        let (name, said) = rest.split_once(' ')?;
        return Some((name.trim_end_matches(':'), said));
    }
    let (name, said) = text.split_once(": ")?;
    (!name.ends_with('\\') && name.split_whitespace().count() <= NAME_WORDS).then_some((name, said))
}

/// `text` as Markdown shows it: without the marks of bold text, and without the backslash before a mark.
pub(super) fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let next = rest[c.len_utf8()..].chars().next();
        let skipped = match (c, next) {
            ('\\', Some(mark)) if mark.is_ascii_punctuation() => {
                shown.push(mark);
                2
            }
            ('&', Some('#')) => match numbered_char(rest) {
                Some((named, length)) => {
                    shown.push(named);
                    length
                }
                None => {
                    shown.push(c);
                    1
                }
            },
            ('*', Some('*')) | ('_', Some('_')) | ('~', Some('~')) => 2,
            _ => {
                shown.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[skipped..];
    }
    let shown = shown.trim();
    // A single pair around everything: WhatsApp's bold, Markdown's italics.
    let is_marked = text.trim().starts_with(['*', '_']);
    let inner = ['*', '_'].into_iter().find_map(|mark| shown.strip_prefix(mark)?.strip_suffix(mark));
    inner.filter(|inner| is_marked && !inner.is_empty()).unwrap_or(shown).to_owned()
}

/// The words in bold at the beginning of `raw`, where more follows: `**Finish the course** · 4 of 12 lessons`.
pub(super) fn bold_beginning(raw: &str) -> Option<String> {
    let inner = raw.strip_prefix("**")?;
    let mut is_escaped = false;
    let is_end = |(at, c): &(usize, char)| {
        let is_mark = !is_escaped && inner[*at..].starts_with("**");
        is_escaped = *c == '\\' && !is_escaped;
        is_mark
    };
    let (end, _) = inner.char_indices().find(is_end)?;
    let has_more = !inner[end + 2..].trim().is_empty();
    (has_more && !inner[..end].trim().is_empty()).then(|| plain(&inner[..end]))
}

/// A character that is written as a number at the beginning of `text`, `&#78;`, and the length of that.
fn numbered_char(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.strip_prefix("&#")?.split_once(';').filter(|(digits, _)| digits.len() <= 7)?;
    let code = digits.parse().ok().and_then(char::from_u32)?;
    Some((code, digits.len() + 3))
}
