//! What a change of the document wrote, and what can be wrong with bytes that should be one.

use super::facts::Place;
use yrs::Any;

/// One value before and after.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// Its place.
    pub place: Place,
    /// The value before it.
    pub before: Any,
    /// The value after it.
    pub after: Any,
}

/// What a change of the document wrote.
#[derive(Clone, PartialEq, Debug)]
pub struct Written {
    /// A Yjs update, v1: what storage appends and other devices merge. What waits for earlier changes is
    /// in it too, although it shows no change yet.
    pub update: Vec<u8>,
    /// Value by value, at places that this version knows.
    pub changes: Vec<Change>,
}

/// Bytes that are no update of a document.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DocError {
    /// The bytes cannot be decoded.
    #[error("not a document update: {0}")]
    Undecodable(String),
    /// Everything was decoded, but there is no circle in it.
    #[error("the document holds no circle")]
    NoCircle,
}
