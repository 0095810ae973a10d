//! What stands before an item of a list: a bullet, a number, a box, a sign.

use crate::domain::{Outcome, digit};

/// What the marks before an item say of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ItemMark {
    /// A box without a tick: still to do, or begun.
    Open,
    /// A box or a sign that says what became of it.
    Ended(Outcome),
    /// It went on in a later week.
    MovedOn,
    /// A number.
    Numbered,
    /// A bullet, which says nothing.
    Bullet,
    /// A box with a sign in it that nothing is known of.
    Unknown,
}

impl ItemMark {
    /// What became of it.
    pub(super) const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Ended(outcome) => Some(outcome),
            _ => None,
        }
    }
}

const BULLETS: [char; 14] = ['-', '*', '+', '•', '◦', '▪', '▫', '·', '–', '—', '‣', '●', '○', '→'];

/// Signs, in full or by the names that GitHub and Slack have for them.
const SIGNS: [(&str, ItemMark); 32] = [
    ("✅", ItemMark::Ended(Outcome::Kept)),
    ("☑", ItemMark::Ended(Outcome::Kept)),
    ("✔", ItemMark::Ended(Outcome::Kept)),
    ("✓", ItemMark::Ended(Outcome::Kept)),
    ("🗹", ItemMark::Ended(Outcome::Kept)),
    (":white_check_mark:", ItemMark::Ended(Outcome::Kept)),
    (":heavy_check_mark:", ItemMark::Ended(Outcome::Kept)),
    (":ballot_box_with_check:", ItemMark::Ended(Outcome::Kept)),
    ("❌", ItemMark::Ended(Outcome::Missed)),
    ("✗", ItemMark::Ended(Outcome::Missed)),
    ("✘", ItemMark::Ended(Outcome::Missed)),
    ("✖", ItemMark::Ended(Outcome::Missed)),
    ("❎", ItemMark::Unknown),
    ("☒", ItemMark::Unknown),
    (":x:", ItemMark::Ended(Outcome::Missed)),
    (":heavy_multiplication_x:", ItemMark::Ended(Outcome::Missed)),
    ("🚧", ItemMark::Ended(Outcome::Partial)),
    (":construction:", ItemMark::Ended(Outcome::Partial)),
    ("🟡", ItemMark::Ended(Outcome::Partial)),
    ("🚫", ItemMark::Ended(Outcome::Dropped)),
    (":no_entry_sign:", ItemMark::Ended(Outcome::Dropped)),
    ("🔄", ItemMark::Ended(Outcome::Renegotiated)),
    (":arrows_counterclockwise:", ItemMark::Ended(Outcome::Renegotiated)),
    ("➡", ItemMark::MovedOn),
    (":arrow_right:", ItemMark::MovedOn),
    ("☐", ItemMark::Open),
    ("⬜", ItemMark::Open),
    ("🔲", ItemMark::Open),
    ("◻", ItemMark::Open),
    ("⏳", ItemMark::Open),
    (":white_large_square:", ItemMark::Open),
    (":hourglass_flowing_sand:", ItemMark::Open),
];

/// Returns what the marks at the beginning of `text` say, and what follows them; nothing where there are none.
pub(super) fn marked(text: &str) -> Option<(ItemMark, &str)> {
    let (bullet, rest) = match bullet(text).or_else(|| numbered(text)) {
        Some((mark, rest)) => (Some(mark), rest),
        None => (None, text),
    };
    boxed(rest).or_else(|| signed(rest)).or(bullet.map(|mark| (mark, rest)))
}

/// The mark that `text` is, and nothing else; blank cells and dashes are none.
pub(super) fn mark_alone(text: &str) -> Option<ItemMark> {
    let (mark, rest) = boxed(text).or_else(|| signed(text))?;
    rest.is_empty().then_some(mark)
}

/// The sign at the end of `text`, and what is before it.
pub(super) fn sign_behind(text: &str) -> Option<(ItemMark, &str)> {
    let text = text.trim_end_matches('\u{fe0f}');
    let found = SIGNS.into_iter().find_map(|(sign, mark)| Some((mark, text.strip_suffix(sign)?)));
    found.map(|(mark, rest)| (mark, rest.trim_end())).filter(|(_, rest)| !rest.is_empty())
}

fn bullet(text: &str) -> Option<(ItemMark, &str)> {
    let first = text.chars().next().filter(|first| BULLETS.contains(first))?;
    let rest = &text[first.len_utf8()..];
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| (ItemMark::Bullet, rest.trim_start()))
}

/// `1.`, `(2)`, `3)`, `1️⃣`; in the digits of any script.
fn numbered(text: &str) -> Option<(ItemMark, &str)> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let end = inner.find(|c| digit(c).is_none()).unwrap_or(inner.len());
    let rest = &inner[end..];
    if !(1..=3).contains(&inner[..end].chars().count()) {
        return None;
    }
    if let Some(rest) = rest.strip_prefix("\u{fe0f}\u{20e3}").or_else(|| rest.strip_prefix('\u{20e3}')) {
        return Some((ItemMark::Numbered, rest.trim_start()));
    }
    let rest = rest.strip_prefix(['.', ')'])?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| (ItemMark::Numbered, rest.trim_start()))
}

/// `[ ]`, `[x]`, and the signs that Obsidian and others put into a box.
fn boxed(text: &str) -> Option<(ItemMark, &str)> {
    let inner = text.strip_prefix('[')?;
    let (sign, rest) = inner.split_once(']').filter(|(sign, _)| sign.chars().count() <= 2)?;
    if !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return None;
    }
    let mark = match sign.trim().trim_end_matches('\u{fe0f}') {
        "" | "/" | "." => ItemMark::Open,
        "x" | "X" | "✓" | "✔" | "✅" => ItemMark::Ended(Outcome::Kept),
        "-" | "–" => ItemMark::Ended(Outcome::Dropped),
        ">" | "<" => ItemMark::MovedOn,
        _ => ItemMark::Unknown,
    };
    Some((mark, rest.trim_start()))
}

fn signed(text: &str) -> Option<(ItemMark, &str)> {
    let (mark, rest) = SIGNS.into_iter().find_map(|(sign, mark)| Some((mark, text.strip_prefix(sign)?)))?;
    Some((mark, rest.trim_start_matches('\u{fe0f}').trim_start()))
}
