//! Values that were written at the same place, neither in the knowledge of the other.
//!
//! A value names the one that it replaced, and that is all that is known of what its writer knew. Who saw two values that
//! were in conflict already, and replaced the one that counted, is taken for somebody who did not know the other one.
//! A value that went back to what stood there before is one like any other: it may count on every device.

use super::{History, Whereabouts};
use crate::document::facts::{Facts, Place};
use crate::document::import::{Conflict, differ};
use crate::domain::Arrange;
use std::collections::HashMap;
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

    /// Where somebody has written since this copy knew `knew` who did not know what stood there, sorted by place.
    pub(in crate::document) fn conflicts_since(&self, knew: &StateVector) -> Vec<Conflict> {
        let known: HashMap<u64, u32> = knew.iter().map(|(client, clock)| (client.get(), *clock)).collect();
        let is_new = |at: &usize| {
            let writing = &self.writings[*at];
            known.get(&writing.client).is_none_or(|clock| writing.clock >= *clock)
        };
        let places = self.places.iter().filter(|place| self.at(place).iter().any(is_new));
        let mut found: Vec<_> = places.filter_map(|place| self.conflict(place, &is_new)).collect();
        found.arrange_by(|a, b| a.place.cmp(&b.place));
        found
    }

    fn conflict(&self, place: &Place, is_new: &dyn Fn(&usize) -> bool) -> Option<Conflict> {
        let ours = self.last_of(place, |at| !is_new(&at))?;
        let theirs = self.newest_of(place).filter(|at| is_new(at)).or_else(|| self.last_new(place, is_new))?;
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
    fn last_new(&self, place: &Place, is_new: &dyn Fn(&usize) -> bool) -> Option<usize> {
        let new: Vec<usize> = self.at(place).iter().copied().filter(|at| is_new(at)).collect();
        let is_replaced = |at: &usize| new.iter().any(|other| self.writings[*other].origin == Some(*at));
        new.iter().rev().find(|at| !is_replaced(at)).copied()
    }

    /// The newest value that led to both.
    fn common(&self, one: usize, other: usize) -> Any {
        let path =
            |from: usize| std::iter::successors(Some(from), |at| self.writings[*at].origin).take(self.writings.len());
        path(one).find(|at| path(other).any(|on| on == *at)).map_or(Any::Null, |at| self.value(at))
    }
}
