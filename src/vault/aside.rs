//! Bytes that could not be read and that must make room: they are moved aside, not thrown away.
//!
//! A value under `peer-circle/set-aside/<circle>/<n>` is the key that the bytes were stored under, a
//! newline, and the bytes themselves:
//!
//! ```text
//! peer-circle/circle/k3x9/a
//! pc1 generation:4 plain 5 8 - 0123...
//! ```

use super::keys::{aside_prefix, keys_under};
use super::storage::{Storage, StorageError};

/// Moves the values under `keys` aside for `circle`: each is copied first and removed after. Returns
/// the new keys. Absent keys and keys that are set aside already are passed over.
///
/// For the person who, with the bytes downloaded, begins anew from a file where nothing can be read,
/// and for damaged updates once they were told of. `keys` may also name a small value such as the
/// index of circles, `circle` then being any label.
///
/// # Errors
/// [`StorageError::Full`] when a copy does not fit beside its original, or [`StorageError::Denied`].
/// Values not yet moved are where they were; calling again goes on.
pub fn set_aside(storage: &dyn Storage, circle: &str, keys: &[String]) -> Result<Vec<String>, StorageError> {
    let prefix = aside_prefix(circle);
    let mut moved = Vec::new();
    for key in keys.iter().filter(|key| !key.starts_with(&prefix)) {
        if let Some(to) = copy_aside(storage, circle, key)? {
            storage.remove(key)?;
            moved.push(to);
        }
    }
    Ok(moved)
}

/// Copies a value aside, unless the same copy is there from an attempt that did not finish. `None`
/// when there is nothing under `key`.
pub(super) fn copy_aside(storage: &dyn Storage, circle: &str, key: &str) -> Result<Option<String>, StorageError> {
    let Some(value) = storage.get(key)? else {
        return Ok(None);
    };
    let copy = format!("{key}\n{value}");
    let prefix = aside_prefix(circle);
    let taken = keys_under(storage, &prefix)?;
    for other in &taken {
        if storage.get(other)?.as_ref() == Some(&copy) {
            return Ok(Some(other.clone()));
        }
    }
    let numbers = taken.iter().filter_map(|key| key.strip_prefix(&prefix)?.parse::<u64>().ok());
    let number = numbers.max().map_or(0, |number| number.saturating_add(1));
    let to = format!("{prefix}{number}");
    storage.set(&to, &copy)?;
    if storage.get(&to)?.as_ref() != Some(&copy) {
        return Err(StorageError::Altered { key: to });
    }
    Ok(Some(to))
}
