//! What a record is about, for naming it in a sentence.

use super::records::{Circle, Kind};

/// Whose record it is, and what it says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Subject {
    /// The name of the member whom it belongs to.
    pub owner: Option<String>,
    /// Its wording, where it has one.
    pub title: String,
}

impl Circle {
    /// What the record `id` of `kind` is about; empty where it is not here, or is the circle's as a whole.
    pub fn subject(&self, kind: Kind, id: &str) -> Subject {
        let (owner, title) = self.owner_and_title(kind, id);
        Subject { owner: owner.and_then(|id| self.name_of(id)).map(str::to_owned), title: title.to_owned() }
    }
}
