//! Every value that was ever written into a document, and by whom.
//!
//! Yrs shows the newest value of each key alone. The update that holds the whole document has the others as well
//! ([`reading`]): a value that replaces another one names it as its *left origin*, so that the values of a key form a tree
//! in which each path is what one writer after another knew. Of several that replaced the same value Yjs puts the one of
//! the greatest client id last, with all that follows it; the last of a key is the value that counts.

mod journal;
mod reading;
mod rivals;

use super::author::Author;
use super::change::DocError;
use super::circle_doc::CircleDoc;
use super::facts::Place;
use std::collections::HashMap;
use yrs::{Any, ReadTxn, StateVector, Transact};

pub use journal::JournalEntry;

/// All values that a document ever had.
pub struct History {
    /// By client and clock.
    writings: Vec<WrittenValue>,
    places: Vec<Place>,
    index: HashMap<Place, usize>,
    /// The values of each place.
    values: Vec<Vec<usize>>,
    /// What each client stamped, by clock.
    stamps: HashMap<u64, Vec<(u32, Author)>>,
}

/// One value that was written, or a run of blocks that holds none of ours.
struct WrittenValue {
    client: u64,
    clock: u32,
    /// The value that it replaced.
    origin: Option<usize>,
    spot: Whereabouts,
    value: Any,
}

/// Where a value belongs.
#[derive(Clone, Copy)]
enum Whereabouts {
    /// Where the one belongs that it replaced.
    Inherited,
    /// At one of the places.
    Value(usize),
    /// Among the stamps, below one of their keys.
    Stamp(usize),
    /// Elsewhere.
    Nowhere,
}

impl History {
    /// The history of `doc`, without what waits for earlier changes.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when Yrs writes what cannot be read here.
    pub fn of(doc: &CircleDoc) -> Result<Self, DocError> {
        Self::read(&doc.yrs().transact().encode_state_as_update_v1(&StateVector::default()))
    }

    /// The places at which anything was ever written.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Every value that was ever written at `place`, by client and clock.
    pub fn values(&self, place: &Place) -> impl Iterator<Item = &Any> {
        self.at(place).iter().map(|at| &self.writings[*at].value)
    }

    /// The value that counts at `place`, with who wrote it as far as that is known.
    pub fn newest(&self, place: &Place) -> Option<(&Any, Option<&Author>)> {
        self.newest_of(place).map(|at| (&self.writings[at].value, self.author(at)))
    }

    pub(super) fn newest_of(&self, place: &Place) -> Option<usize> {
        self.last_of(place, |_| true)
    }

    /// The value that counts at `place` for a copy that knows `knows`.
    pub(super) fn newest_known(&self, place: &Place, knows: &StateVector) -> Option<usize> {
        self.last_of(place, self.known_by(knows))
    }

    /// Whether a copy that knows `knows` has a value.
    fn known_by(&self, knows: &StateVector) -> impl Fn(usize) -> bool {
        // Clients may have numbers here that Yrs would stop at.
        let reach: HashMap<u64, u32> = knows.iter().map(|(client, clock)| (client.get(), *clock)).collect();
        move |at| {
            let WrittenValue { client, clock, .. } = &self.writings[at];
            reach.get(client).is_some_and(|reach| clock < reach)
        }
    }

    /// The last value of the place among those that are `known`.
    fn last_of(&self, place: &Place, known: impl Fn(usize) -> bool) -> Option<usize> {
        let mut followers: HashMap<Option<usize>, usize> = HashMap::new();
        for at in self.at(place).iter().copied().filter(|at| known(*at)) {
            let follower = followers.entry(self.writings[at].origin).or_insert(at);
            if self.writings[*follower].client < self.writings[at].client {
                *follower = at;
            }
        }
        let mut last = None;
        while let Some(next) = followers.remove(&last) {
            last = Some(next);
        }
        last
    }

    /// Whether who wrote `later` knew `earlier`, or what replaced it.
    pub(super) fn knew(&self, later: usize, earlier: usize) -> bool {
        self.path(later).any(|at| at == earlier)
    }

    /// A value, the one that it replaced, and so on.
    fn path(&self, from: usize) -> impl Iterator<Item = usize> {
        // None is longer than there are values, also where crafted bytes make it a ring.
        std::iter::successors(Some(from), |at| self.writings[*at].origin).take(self.writings.len())
    }

    pub(super) fn value(&self, at: usize) -> Any {
        self.writings[at].value.clone()
    }

    /// What a value replaced.
    pub(super) fn before(&self, at: usize) -> Any {
        self.writings[at].origin.map_or(Any::Null, |origin| self.value(origin))
    }

    /// Who wrote a value, and when; `None` where no stamp says it.
    pub(super) fn author(&self, at: usize) -> Option<&Author> {
        let WrittenValue { client, clock, .. } = &self.writings[at];
        let stamps = self.stamps.get(client)?;
        let newer = stamps.partition_point(|(stamped, _)| stamped <= clock);
        stamps.get(newer.checked_sub(1)?).map(|(_, author)| author)
    }

    fn at(&self, place: &Place) -> &[usize] {
        self.index.get(place).map_or(&[], |place| &self.values[*place])
    }

    fn place_of(&self, writing: &WrittenValue) -> Option<&Place> {
        match writing.spot {
            Whereabouts::Value(place) => self.places.get(place),
            Whereabouts::Inherited | Whereabouts::Stamp(_) | Whereabouts::Nowhere => None,
        }
    }
}
