//! Search over people's words (design 2.4): commitments, goals, check-ins, decisions, digests and what was said in
//! sessions.
//!
//! Feedback is not searched: what two people wrote for each other alone never shows up beside what the circle knows.

mod excerpt;
mod fold;
mod subject;

use crate::domain::order::Arrange;
use crate::domain::records::Circle;
use crate::domain::time::Timestamp;
use fold::fold;

pub use excerpt::Excerpt;
pub use subject::{FoundPlace, SearchKind, SearchSubject};

/// Most finds of a kind that are shown.
pub const FINDS_SHOWN: usize = 20;

/// What somebody looks for: every word of it, wherever each stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchQuery(Vec<String>);

impl SearchQuery {
    /// Reads what was typed; `None` where there is less than two letters or digits to look for.
    pub fn of(typed: &str) -> Option<Self> {
        let folded = fold(typed);
        let letters = folded.chars().filter(|c| c.is_alphanumeric()).count();
        (letters >= 2).then(|| Self(folded.split_whitespace().map(ToOwned::to_owned).collect()))
    }

    fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }
}

/// Something that was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Find {
    /// What it is.
    pub subject: SearchSubject,
    /// When it was written.
    pub at: Timestamp,
    /// Where in its words the first word that somebody looks for is.
    pub excerpt: Excerpt,
}

/// What was found of one kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Finds {
    /// Of which kind.
    pub kind: SearchKind,
    /// How many there are in all.
    pub count: usize,
    /// The newest of them, at most [`FINDS_SHOWN`].
    pub shown: Vec<Find>,
}

#[derive(Clone, PartialEq, Debug)]
struct Indexed {
    subject: SearchSubject,
    at: Timestamp,
    folded: String,
}

/// People's words, read once so that each further letter of a query costs a pass over folded text alone.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SearchIndex(Vec<Indexed>);

impl SearchIndex {
    /// Reads all of `circle`'s words. Costs grow with their number of characters.
    pub fn of(circle: &Circle) -> Self {
        let mut entries = Vec::new();
        subject::each(circle, &mut |subject, at, texts| {
            let folded = fold(&texts.join("\n"));
            if !folded.trim().is_empty() {
                entries.push(Indexed { subject, at, folded });
            }
        });
        entries.arrange_by(|one, other| other.at.cmp(&one.at));
        Self(entries)
    }

    /// Returns what `query` finds by kind, kinds in the order of [`SearchKind::ALL`], those without a find left out.
    /// `circle` is the one that the index was read from.
    pub fn find(&self, circle: &Circle, query: &SearchQuery) -> Vec<Finds> {
        let mut found = SearchKind::ALL.map(|kind| Finds { kind, count: 0, shown: Vec::new() });
        for Indexed { subject, at, .. } in self.0.iter().filter(|entry| query.is_in(&entry.folded)) {
            let Some(finds) = found.iter_mut().find(|finds| finds.kind == subject.kind()) else { continue };
            finds.count += 1;
            if finds.shown.len() < FINDS_SHOWN {
                let excerpt = Excerpt::of(&subject.texts(circle), &query.0);
                finds.shown.push(Find { subject: subject.clone(), at: *at, excerpt });
            }
        }
        found.into_iter().filter(|finds| finds.count > 0).collect()
    }
}
