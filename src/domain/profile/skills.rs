//! Skills in people's own words.

use crate::domain::order::Arrange;
use crate::domain::segment::{folded, lowercase};

/// What a skill is compared by: letters and digits in lower case, with the signs that tell C, C++ and C# apart.
/// "Front-end", "front end" and "Frontend" are one skill.
pub fn skill_key(word: &str) -> String {
    let is_telling = |c: &char| c.is_alphanumeric() || matches!(c, '+' | '#');
    let key: String = lowercase(word).chars().filter(is_telling).collect();
    if key.is_empty() { folded(word) } else { key }
}

/// Skills as they were typed. One that was dropped stays known as dropped, so that a merge does not bring it back.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SkillSet(Vec<(String, bool)>);

impl SkillSet {
    /// From each spelling and whether it holds.
    pub fn new(mut spellings: Vec<(String, bool)>) -> Self {
        spellings.arrange();
        spellings.dedup_by(|later, kept| later.0 == kept.0);
        Self(spellings)
    }

    /// Every spelling that was ever said, and whether it holds; sorted.
    pub fn spellings(&self) -> &[(String, bool)] {
        &self.0
    }

    /// The skills that hold, each in one spelling.
    pub fn words(&self) -> Vec<&str> {
        let mut found: Vec<(String, &str)> = Vec::new();
        for (word, _) in self.0.iter().filter(|(_, holds)| *holds) {
            let key = skill_key(word);
            if !found.iter().any(|(known, _)| *known == key) {
                found.push((key, word));
            }
        }
        found.arrange();
        found.into_iter().map(|(_, word)| word).collect()
    }

    /// Whether the skill is among them, however it is spelt.
    pub fn has(&self, word: &str) -> bool {
        let key = skill_key(word);
        self.0.iter().any(|(known, holds)| *holds && skill_key(known) == key)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        !self.0.iter().any(|(_, holds)| *holds)
    }

    /// Takes `word` in, unless it is there in another spelling.
    pub fn add(&mut self, word: &str) {
        if !self.has(word) {
            self.set(word, true);
        }
    }

    /// Drops `word` in every spelling.
    pub fn drop_word(&mut self, word: &str) {
        let key = skill_key(word);
        for (known, holds) in &mut self.0 {
            *holds &= skill_key(known) != key;
        }
    }

    fn set(&mut self, word: &str, holds: bool) {
        match self.0.binary_search_by(|(known, _)| known.as_str().cmp(word)) {
            Ok(place) => self.0[place].1 = holds,
            Err(place) => self.0.insert(place, (word.to_owned(), holds)),
        }
    }
}

impl<'a> FromIterator<&'a str> for SkillSet {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let mut set = Self::default();
        words.into_iter().for_each(|word| set.add(word));
        set
    }
}
