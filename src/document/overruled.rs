//! Whose value lost without anybody's decision: who wrote another one did not know it.
//!
//! Two people change the same value, and every device keeps the same one. A device that meets the other's copy sees a
//! [`Conflict`]. One that has told its own value already, or hears of both by a third one's copy, would see nothing: here
//! it learns that what its member wrote was replaced by somebody who had never seen it.

use super::circle_doc::CircleDoc;
use super::facts::{Place, is_empty};
use super::history::History;
use super::import::{Conflict, Imported};
use crate::domain::MemberId;
use yrs::StateVector;

impl Imported {
    /// What `me` had written in `doc`, which has taken the other copy in, and somebody else has replaced without knowing
    /// it; `ours` is what `me` wrote. What both changed at once is among the conflicts and not here.
    pub fn overruled(&self, doc: &CircleDoc, me: &MemberId) -> Vec<Conflict> {
        let changes = self.written.iter().flat_map(|written| &written.changes);
        let is_conflict = |place: &Place| self.conflicts.iter().any(|conflict| conflict.place == *place);
        let mut places = changes
            .filter(|change| !is_empty(&change.before) && !is_conflict(&change.place))
            .map(|change| &change.place)
            .peekable();
        if places.peek().is_none() {
            return Vec::new();
        }
        // What cannot be read tells nothing.
        let Ok(history) = History::of(doc) else { return Vec::new() };
        places.filter_map(|place| overruled(&history, place, &self.knew, me)).collect()
    }
}

fn overruled(history: &History, place: &Place, knew: &StateVector, me: &MemberId) -> Option<Conflict> {
    let (ours, theirs) = (history.newest_known(place, knew)?, history.newest_of(place)?);
    let is_mine = |at: usize| history.author(at).is_some_and(|author| author.member == *me);
    if !is_mine(ours) || is_mine(theirs) || history.knew(theirs, ours) {
        return None;
    }
    let author = |at: usize| history.author(at).cloned();
    Some(Conflict {
        place: place.clone(),
        base: history.before(ours),
        ours: history.value(ours),
        theirs: history.value(theirs),
        our_author: author(ours),
        their_author: author(theirs),
    })
}
