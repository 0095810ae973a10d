//! Opening a circle: empty, ready or unreadable.

use super::fault::Fault;
use super::keys::{aside_prefix, circle_prefix, keys_under};
use super::log::{LogEntry, read_entries};
use super::slots::{Generation, Held, Pair, Ranked};
use super::storage::{Storage, StorageError};

/// What the storage has of a circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded {
    /// Nothing at all: a circle can be begun here.
    Empty,
    /// Everything that was ever acknowledged, possibly with faults to tell of.
    Ready(Ready),
    /// Something is stored, but no generation can be read. Nothing has been changed, and
    /// [`super::write_generation`] refuses to write until the bytes are set aside or erased.
    Unreadable {
        /// What is wrong with each value.
        faults: Vec<Fault>,
        /// Every key and value of the circle as stored, to be offered as a download.
        bytes: Vec<(String, String)>,
    },
}

/// A circle that can be opened: apply all that is [`Ready::needed`] and the state is complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// The state in the newest sound generation. With `updates` it is complete.
    pub newest: Vec<u8>,
    /// The state in the other generation, when it is sound too: contained in `newest`.
    pub older: Option<Vec<u8>>,
    /// The sound updates of the log, ordered by tab and number.
    pub updates: Vec<Vec<u8>>,
    /// The keys of `updates`, in their order.
    pub log_keys: Vec<String>,
    /// Which generation `newest` is; [`super::write_generation`] asks for it.
    pub generation: Generation,
    /// Length of the newest generation's value, in UTF-16 code units.
    pub snapshot_chars: usize,
    /// The part of the log that no generation holds yet.
    pub backlog: Backlog,
    /// Values that were not used. A missing generation or a damaged one costs nothing yet; a damaged
    /// update is lost unless another member has it.
    pub faults: Vec<Fault>,
}

/// Updates appended since the newest generation was written; see [`super::should_compact`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// How many.
    pub entries: usize,
    /// Length of their values, in UTF-16 code units.
    pub chars: usize,
}

impl Ready {
    /// What makes the state complete: the newest generation and the updates, which have all that the older one has.
    pub fn needed(&self) -> impl Iterator<Item = &[u8]> {
        std::iter::once(&self.newest).chain(&self.updates).map(Vec::as_slice)
    }

    /// All that was read, in the best order to apply it: newest generation, older one, updates.
    pub fn parts(&self) -> impl Iterator<Item = &[u8]> {
        std::iter::once(&self.newest).chain(&self.older).chain(&self.updates).map(Vec::as_slice)
    }
}

/// Reads a circle; changes nothing. Needs no lock: what another tab clears from the log meanwhile is
/// in the generations that are read after it.
///
/// # Errors
/// [`StorageError::Denied`] when the storage throws. That is no statement about the circle.
pub fn load(storage: &dyn Storage, circle: &str) -> Result<Loaded, StorageError> {
    let keys = keys_under(storage, &circle_prefix(circle))?;
    if keys.is_empty() {
        return Ok(Loaded::Empty);
    }
    let mut log_faults = Vec::new();
    // The log before the generations: an update that another tab clears after this point is already
    // here, one that it cleared before is held by whatever generations we find next.
    let entries = read_entries(storage, circle, &keys, &mut log_faults)?;
    let pair = Pair::read(storage, circle)?;
    let mut faults = pair.faults(circle);
    faults.append(&mut log_faults);
    match pair.ranked() {
        Some(ranked) => Ok(Loaded::Ready(ready(ranked, entries, faults))),
        None => Ok(Loaded::Unreadable { faults, bytes: all_bytes(storage, circle)? }),
    }
}

fn ready(ranked: Ranked, entries: Vec<LogEntry>, faults: Vec<Fault>) -> Ready {
    let (newest, older) = match ranked.other {
        Held::Sound(older) => (ranked.newest, Some(older)),
        Held::Absent | Held::Faulty(_) => (ranked.newest, None),
    };
    let mut backlog = Backlog::default();
    for entry in &entries {
        let held = [Some(&newest), older.as_ref()].into_iter().flatten();
        let mut lists = held.map(|sound| &sound.covered);
        if !lists.any(|list| list.holds(&entry.log)) {
            backlog.entries += 1;
            backlog.chars += entry.chars;
        }
    }
    let (log_keys, updates) = entries.into_iter().map(|entry| (entry.key, entry.payload)).unzip();
    Ready {
        newest: newest.payload,
        older: older.map(|older| older.payload),
        updates,
        log_keys,
        generation: newest.generation,
        snapshot_chars: newest.chars,
        backlog,
        faults,
    }
}

/// Every key and value of the circle as stored, sorted by key, what was set aside for it included:
/// what a person takes away before giving a circle up, or for someone to mend.
///
/// # Errors
/// [`StorageError::Denied`] when the storage throws.
pub fn all_bytes(storage: &dyn Storage, circle: &str) -> Result<Vec<(String, String)>, StorageError> {
    let mut keys = keys_under(storage, &circle_prefix(circle))?;
    keys.append(&mut keys_under(storage, &aside_prefix(circle))?);
    let mut bytes = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = storage.get(&key)? {
            bytes.push((key, value));
        }
    }
    Ok(bytes)
}
