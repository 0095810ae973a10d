//! What an offered record is known by, so that a second import finds it.

use crate::domain::circle::CircleId;
use crate::domain::ids::random_id;
use crate::domain::records::Kind;
use sha2::{Digest, Sha256};

/// What an offered record is known by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Identity {
    /// The record's own id, as this app wrote it.
    Id(String),
    /// What stays the same of the row in its text: an id of another program, or words, day and owner. Rows of a text
    /// that are alike in that differ in a number at its end.
    Key(String),
}

impl Identity {
    /// The id of the record of `kind` in `circle`: the same on every device and at every import.
    ///
    /// Of a key it is made by SHA-256; 60 bits of it have the form of every other id.
    pub(super) fn id_in(&self, circle: &CircleId, kind: Kind) -> String {
        match self {
            Self::Id(id) => id.clone(),
            Self::Key(key) => {
                let digest = Sha256::digest(format!("{circle}\n{}\n{key}", kind.name()));
                let bits = digest.iter().take(8).fold(0, |bits: u64, byte| bits << 8 | u64::from(*byte));
                random_id(&mut || bits)
            }
        }
    }
}
