//! The people of a circle.

use super::entity::entity;
use super::ids::MemberId;
use super::time::Timestamp;

/// One person in the circle.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// Their identity in this circle.
    pub id: MemberId,
    /// What the others call them.
    pub name: String,
    /// What they are working towards, in a line.
    pub focus: String,
    /// When they were added.
    pub joined_at: Timestamp,
    /// When they left, gracefully or not.
    pub left_at: Option<Timestamp>,
}

entity!(Member by id: MemberId);

impl Member {
    /// One or two letters for a small round picture: the first of the first and last word, or the first
    /// two of a single word; one for scripts and symbols that need the room.
    pub fn initials(&self) -> String {
        let seen = self.name.split_whitespace().map(|word| word.trim_start_matches(is_unseen));
        let mut words = seen.filter(|word| !word.is_empty());
        let Some((first, lead)) = words.next().and_then(|word| Some((word, word.chars().next()?))) else {
            return "?".to_owned();
        };
        if !lead.is_alphabetic() || is_wide(lead) {
            return first_cluster(first).to_owned();
        }
        let second = match words.next_back() {
            Some(last) => last.chars().find(|c| c.is_alphabetic()),
            None => first.chars().skip(1).find(|c| c.is_alphabetic()),
        };
        // The first only of a letter that becomes several: `ß` → `SS`.
        [Some(lead), second].into_iter().flatten().filter_map(|c| c.to_uppercase().next()).collect()
    }
}

/// Marks of direction and joints without a picture of their own.
fn is_unseen(c: char) -> bool {
    matches!(u32::from(c), 0xad | 0x61c | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff)
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The first character as a person sees it: with its marks, joiners and modifiers, flags in pairs.
fn first_cluster(text: &str) -> &str {
    let regional = |c: char| matches!(u32::from(c), 0x1f1e6..=0x1f1ff);
    let extends = |c: char| {
        matches!(u32::from(c),
            0x300..=0x36f | 0x1160..=0x11ff | 0x200d | 0x20d0..=0x20ff | 0x3099 | 0x309a | 0xfe00..=0xfe0f
            | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe007f | 0xe0100..=0xe01ef)
    };
    let mut previous: Option<char> = None;
    let mut flags = 0;
    for (at, c) in text.char_indices() {
        if let Some(before) = previous {
            let joined = extends(c) || before == '\u{200d}' || (regional(before) && regional(c) && flags == 1);
            if !joined {
                return &text[..at];
            }
        }
        flags += usize::from(regional(c));
        previous = Some(c);
    }
    text
}
