//! Looking for words in what somebody writes, for hints that never bar anything.

use crate::domain::segment::lowercase;

/// A text as words between single spaces, in lower case, so that a phrase is found whole or not at all.
pub(super) struct Phrases(String);

impl Phrases {
    /// Reads `text`. Apostrophes of any kind part words: "you're" is "you re".
    pub(super) fn of(text: &str) -> Self {
        let spaced: String = lowercase(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        Self(format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    /// The first of `phrases` that is in it.
    pub(super) fn first_of(&self, phrases: &[&'static str]) -> Option<&'static str> {
        phrases.iter().copied().find(|phrase| self.0.contains(&format!(" {phrase} ")))
    }

    /// How many words it has.
    pub(super) fn count(&self) -> usize {
        self.0.split_whitespace().count()
    }
}
