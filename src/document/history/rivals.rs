//! Values of one place whose writers did not know of each other.
//!
//! A value names the one that it replaced, and that is all there is to tell what its writer knew. Somebody who saw two
//! values in conflict and replaced the one that counted is therefore taken not to have known the other one. A value that
//! went back to what stood there before is like any other: it may be the one that counts.

use super::{History, Whereabouts};
use crate::document::facts::{Facts, Place};
use crate::document::import::{Conflict, differ};
use crate::domain::Arrange;
use yrs::{Any, StateVector};

impl History {
    /// Whether this, the history of an update alone, has anything about a place that has a value in `facts` or is not
    /// named in it: only that can be in conflict with what was there before.
    pub(in crate::document) fn touches(&self, facts: &Facts) -> bool {
        self.writings.iter().any(|writing| match writing.spot {
            // What it replaced, and with it the place, is not in the update.
            Whereabouts::Inherited | Whereabouts::Nowhere => true,
            Whereabouts::Value(place) => facts.get(&self.places[place]).is_some(),
            Whereabouts::Stamp(_) => false,
        })
    }

    /// The places at which somebody has written since this copy knew `knew`, without knowing what stood there; sorted.
    pub(in crate::document) fn conflicts_since(&self, knew: &StateVector) -> Vec<Conflict> {
        let is_known = self.known_by(knew);
        let places = self.places.iter().filter(|place| !self.at(place).iter().all(|at| is_known(*at)));
        let mut found: Vec<_> = places.filter_map(|place| self.conflict(place, &is_known)).collect();
        found.arrange_by(|a, b| a.place.cmp(&b.place));
        found
    }

    fn conflict(&self, place: &Place, is_known: &dyn Fn(usize) -> bool) -> Option<Conflict> {
        let ours = self.last_of(place, is_known)?;
        let theirs = self.newest_of(place).filter(|at| !is_known(*at)).or_else(|| self.last_new(place, is_known))?;
        if self.knew(theirs, ours) || self.knew(ours, theirs) {
            return None;
        }
        let author = |at: usize| self.author(at).cloned();
        differ(&self.value(ours), &self.value(theirs)).then(|| Conflict {
            place: place.clone(),
            base: self.common(ours, theirs),
            ours: self.value(ours),
            theirs: self.value(theirs),
            our_author: author(ours),
            their_author: author(theirs),
        })
    }

    /// Of the new values of a place, where an older one counts, the last that no other new one replaced.
    fn last_new(&self, place: &Place, is_known: &dyn Fn(usize) -> bool) -> Option<usize> {
        let new: Vec<usize> = self.at(place).iter().copied().filter(|at| !is_known(*at)).collect();
        let is_replaced = |at: &usize| new.iter().any(|other| self.writings[*other].origin == Some(*at));
        new.iter().rev().find(|at| !is_replaced(at)).copied()
    }

    /// The newest value that led to both.
    fn common(&self, one: usize, other: usize) -> Any {
        let shared = self.path(one).find(|at| self.path(other).any(|on| on == *at));
        shared.map_or(Any::Null, |at| self.value(at))
    }
}
