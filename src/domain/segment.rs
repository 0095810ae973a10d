//! Where text can be cut: between whole characters as people see them (Unicode Standard Annex 29).
//!
//! A family, a flag, a letter with its marks and an Indic sign are one character each, whatever they are made of.

use std::ops::Range;

/// What knows the characters of a text. The page asks the browser, `Intl.Segmenter` above all; the tests ask the
/// `unicode-segmentation` crate and the standard library, whose table of capitals would weigh 5 kB in the page.
pub trait Segmenter {
    /// The bytes of the character that byte `at` of `text` belongs to; empty at the end of `text`.
    fn character(&self, text: &str, at: usize) -> Range<usize>;

    /// `letter` in upper case; the first only of a letter that becomes several: `ß` → `S`.
    fn capital(&self, letter: char) -> char;
}

/// A segmenter without tables, for browsers that have none: it takes some neighbours for one character, and cuts
/// no character in two that people write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CautiousSegmenter;

const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// The longest thing that [`CautiousSegmenter`] takes for one character, in bytes.
const LONGEST: usize = 192;

impl Segmenter for CautiousSegmenter {
    fn character(&self, text: &str, at: usize) -> Range<usize> {
        let mut found = 0..0;
        let mut before = None;
        for (start, c) in text.char_indices() {
            let is_joined = before.is_some_and(|before| joins(before, c)) && start - found.start < LONGEST;
            if !is_joined {
                if start > at {
                    break;
                }
                found.start = start;
            }
            found.end = start + c.len_utf8();
            // A mark or a joiner in the middle of a sign that is built of several letters does not end it.
            let goes_on = (is_mark(c) && !is_prefix(c)) || c == ZERO_WIDTH_JOINER;
            before = before.filter(|before| is_built(*before) && goes_on).or(Some(c));
        }
        if at < found.end { found } else { text.len()..text.len() }
    }

    fn capital(&self, letter: char) -> char {
        letter.to_ascii_uppercase()
    }
}

/// Whether `c` belongs to a script whose signs are built of several letters.
fn is_built(c: char) -> bool {
    matches!(u32::from(c), 0x800..=0x10ff | 0x1100..=0x11ff | 0x1700..=0x1cff | 0xa800..=0xd7ff
        | 0x10a00..=0x10fff | 0x11000..=0x16fff | 0x1d165..=0x1e9ff)
}

/// Whether `c` is a mark on what comes before it, of whichever script.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x7ff | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff
        | 0x200c | 0x20d0..=0x20ff | 0x302a..=0x302f | 0x3099 | 0x309a | 0xff9e | 0xff9f
        | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe01ef)
}

/// Whether `c` belongs to what comes after it, as Arabic's number sign does.
fn is_prefix(c: char) -> bool {
    matches!(u32::from(c), 0x600..=0x605 | 0x6dd | 0x70f)
}

/// Whether `c` may be part of the same character as `before`.
fn joins(before: char, c: char) -> bool {
    // Flags in pairs.
    let is_flag = |c: char| matches!(u32::from(c), 0x1f1e6..=0x1f1ff);
    is_mark(c)
        || c == ZERO_WIDTH_JOINER
        || is_prefix(before)
        || before == ZERO_WIDTH_JOINER
        || (before == '\r' && c == '\n')
        || (is_flag(before) && is_flag(c))
        || (is_built(before) && is_built(c))
}

/// The beginning of `text`, at most `max` code points long, that ends between two characters as people see them.
///
/// A heap of marks that is longer than `max` on its own is no character that people write, and is cut anywhere.
pub fn clipped<'a>(text: &'a str, max: usize, segmenter: &dyn Segmenter) -> &'a str {
    let Some((at, _)) = text.char_indices().nth(max) else { return text };
    match segmenter.character(text, at).start {
        0 => &text[..at],
        start => &text[..start],
    }
}

/// One or two characters of `name` for a small round picture: the first of the first and of the last word, or the
/// first two of a single word; one for symbols and for scripts that need the room.
pub fn initials(name: &str, segmenter: &dyn Segmenter) -> String {
    let seen = name.split_whitespace().map(|word| word.trim_start_matches(is_unseen));
    let mut words = seen.filter(|word| !word.is_empty());
    let Some((first, lead)) = words.next().and_then(|word| Some((word, word.chars().next()?))) else {
        return "?".to_owned();
    };
    let end = segmenter.character(first, 0).end;
    if !lead.is_alphabetic() || is_wide(lead) {
        return first[..end].to_owned();
    }
    let letter_of = |word: &str, from: usize| {
        let at = from + word[from..].find(char::is_alphabetic)?;
        word.get(segmenter.character(word, at)).map(ToOwned::to_owned)
    };
    let second = match words.next_back() {
        Some(last) => letter_of(last, 0),
        None => letter_of(first, end),
    };
    [Some(first[..end].to_owned()), second].into_iter().flatten().map(|letter| capital(&letter, segmenter)).collect()
}

/// `text` in lower case, each character by itself: a final sigma stays like the others, and so do the tables out of
/// the page by which the standard library tells it.
pub fn lowercase(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// What names are compared by: neither case nor spaces between words count.
pub fn folded(name: &str) -> String {
    lowercase(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `letter` in upper case, with the marks that a letter can have.
fn capital(letter: &str, segmenter: &dyn Segmenter) -> String {
    let mut chars = letter.chars();
    let first = chars.next().map(|first| segmenter.capital(first));
    first.into_iter().chain(chars.take(MARKS)).collect()
}

/// Most code points that a letter has beside its first.
const MARKS: usize = 7;

/// Marks of direction and joints without a picture of their own.
fn is_unseen(c: char) -> bool {
    matches!(u32::from(c), 0xad | 0x61c | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff)
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}
