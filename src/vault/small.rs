//! Small values in plain JSON: the index of circles, preferences, drafts.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::storage::{Storage, StorageError};

/// What the storage has under a key that should hold JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Small<T> {
    /// Nothing is stored.
    Absent,
    /// The value.
    Ready(T),
    /// Something is stored that is not a `T`. Set it aside ([`super::set_aside`]) before writing.
    Unreadable {
        /// The text as stored.
        text: String,
        /// What the JSON reader said, for a log or a report.
        reason: String,
    },
}

/// Reads a small value such as `peer-circle/prefs` holding `{"theme":"dark"}`.
///
/// # Errors
/// [`StorageError::Denied`] when the storage throws. Text that cannot be read is no error but
/// [`Small::Unreadable`].
pub fn read_json<T: DeserializeOwned>(storage: &dyn Storage, key: &str) -> Result<Small<T>, StorageError> {
    let Some(text) = storage.get(key)? else {
        return Ok(Small::Absent);
    };
    Ok(match serde_json::from_str(&text) {
        Ok(value) => Small::Ready(value),
        Err(error) => Small::Unreadable { reason: error.to_string(), text },
    })
}

/// Writes a small value as JSON, in place of what was there.
///
/// # Errors
/// [`StorageError::Full`] or [`StorageError::Denied`], the latter also for a value that has no JSON form
/// (a map whose keys are not strings). The earlier text is still there.
pub fn write_json<T: Serialize>(storage: &dyn Storage, key: &str, value: &T) -> Result<(), StorageError> {
    let text = serde_json::to_string(value)
        .map_err(|error| StorageError::Denied { key: key.to_owned(), reason: error.to_string() })?;
    storage.set(key, &text)
}
