//! What the vault asks of the storage below it.
//!
//! It is the string map that localStorage is, so that the vault can be tried natively against a
//! storage that fills up, refuses or dies in the middle.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// A map of strings that survives the page: localStorage in the app, [`MemoryStorage`] in memory mode
/// and in tests.
///
/// Each `set` and `remove` happens completely or not at all: a `set` that fails leaves the earlier
/// value under its key, as `Storage.setItem` does.
pub trait Storage {
    /// The value under `key`, or `None` when there is none.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// The first line of the value under `key`, where it would be a waste to read all of it.
    fn first_line(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.get(key)?.map(|value| value.lines().next().unwrap_or_default().to_owned()))
    }
    /// Stores `value` under `key`, in place of what was there.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Removes `key`; removing an absent key is no error.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// Every key of the storage, in any order, those of other programs included.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// Why the storage did not do as asked. What was stored before is still there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The quota is used up, or the bytes are more than [`super::MAX_RAW_BYTES`].
    #[error("no room for the {chars} characters of {key}")]
    Full {
        /// The key that was to be written.
        key: String,
        /// UTF-16 code units of the key and its value together.
        chars: usize,
    },
    /// The storage threw for another reason than its quota: private mode, a policy, a closed profile.
    #[error("the storage refused {key:?}: {reason}")]
    Denied {
        /// The key that was asked for; empty when the whole storage refused.
        key: String,
        /// What the storage said, for a log or a report.
        reason: String,
    },
    /// A value that was just written was read back as another one.
    #[error("the storage kept something else under {key} than it was given")]
    Altered {
        /// The key that was written.
        key: String,
    },
}

/// In memory: for the time when the browser's storage cannot be used, and for tests.
#[derive(Debug, Clone, Default)]
pub struct MemoryStorage {
    values: RefCell<BTreeMap<String, String>>,
    capacity: Option<usize>,
}

impl MemoryStorage {
    /// An empty one that never fills up.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty one that holds at most `capacity` UTF-16 code units, keys and values counted
    /// together, as Chromium and Firefox count their quota (5,242,880 of these units; `dense.rs` has what was measured).
    pub fn with_capacity(capacity: usize) -> Self {
        Self { capacity: Some(capacity), ..Self::default() }
    }
}

impl Storage for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let mut values = self.values.borrow_mut();
        if let Some(capacity) = self.capacity {
            let others: usize =
                values.iter().filter(|(other, _)| other.as_str() != key).map(|(key, value)| chars_of(key, value)).sum();
            let chars = chars_of(key, value);
            if others.saturating_add(chars) > capacity {
                let key = key.to_owned();
                return Err(StorageError::Full { key, chars });
            }
        }
        values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }
}

/// What an entry takes of the quota, in UTF-16 code units.
pub(super) fn chars_of(key: &str, value: &str) -> usize {
    utf16_len(key) + utf16_len(value)
}

pub(super) fn utf16_len(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}
