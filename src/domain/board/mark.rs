//! How a commitment stands in one cycle.

use crate::domain::commitment::{Commitment, Outcome};
use crate::domain::rhythm::Cycle;

/// How a commitment stands in one cycle: one that was carried out of it has no other outcome there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoardMark {
    /// It waits for an outcome.
    Open,
    /// It ended with this outcome.
    Ended(Outcome),
    /// It was carried over into a later cycle.
    Carried,
}

impl BoardMark {
    /// All of them, in the order in which a filter offers them.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Ended(Outcome::Kept),
        Self::Ended(Outcome::Partial),
        Self::Ended(Outcome::Missed),
        Self::Carried,
        Self::Ended(Outcome::Renegotiated),
        Self::Ended(Outcome::Dropped),
    ];

    /// Returns how `commitment` stands in `cycle`.
    pub fn of(commitment: &Commitment, cycle: Cycle) -> Self {
        if commitment.carried.contains_key(&cycle) {
            return Self::Carried;
        }
        commitment.outcome.map_or(Self::Open, Self::Ended)
    }

    /// The name that stands for it in addresses and styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ended(outcome) => outcome.key(),
            Self::Carried => "carried",
        }
    }

    /// The mark that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.key() == key)
    }
}
