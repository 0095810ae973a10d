//! What takes the space, when to compact, and how to be rid of a circle.

use std::collections::BTreeMap;

use super::keys::{KeyPart, aside_prefix, circle_prefix, keys_under, place};
use super::storage::{Storage, StorageError, chars_of};

/// So many updates make opening slow: each is a read of its own.
const MAX_LOG_ENTRIES: usize = 200;
/// The log may reach an eighth of the snapshot, but at least and at most so many characters. Since
/// updates stay until two generations hold them, the log takes up to twice that.
const LOG_CHARS: (usize, usize) = (8 * 1024, 64 * 1024);

/// What a storage holds, in UTF-16 code units of keys and values, the unit of a browser's quota.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// Everything, other programs at the same origin included.
    pub total: usize,
    /// The part of each circle, by its id.
    pub circles: BTreeMap<String, CircleUsage>,
    /// What belongs to no circle.
    pub other: usize,
}

/// What one circle takes, in UTF-16 code units of keys and values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CircleUsage {
    /// Both generations.
    pub generations: usize,
    /// The log of updates, and keys of the circle that this version does not know.
    pub log: usize,
    /// Bytes that could not be read and are kept.
    pub set_aside: usize,
}

impl CircleUsage {
    /// All of it.
    pub fn total(&self) -> usize {
        self.generations + self.log + self.set_aside
    }
}

/// Measures the storage. Reads every value: for the screen that shows it, not for every edit.
///
/// # Errors
/// [`StorageError::Denied`] when the storage throws.
pub fn usage(storage: &dyn Storage) -> Result<Usage, StorageError> {
    let mut usage = Usage::default();
    for key in storage.keys()? {
        let Some(value) = storage.get(&key)? else {
            continue;
        };
        let chars = chars_of(&key, &value);
        usage.total += chars;
        let Some((circle, part)) = place(&key) else {
            usage.other += chars;
            continue;
        };
        let circle = usage.circles.entry(circle).or_default();
        match part {
            KeyPart::Slot(_) => circle.generations += chars,
            KeyPart::Log(_) | KeyPart::Unknown => circle.log += chars,
            KeyPart::Aside => circle.set_aside += chars,
        }
    }
    Ok(usage)
}

/// Whether it is time for [`super::write_generation`]. `log_entries` and `log_chars` count what was
/// appended since the newest generation ([`super::Backlog`], plus the edits since loading), not the
/// updates that stay for safety's sake; `snapshot_chars` is the newest generation's length. Lengths
/// in UTF-16 code units.
///
/// Compacting costs as much as the snapshot is long, so a long snapshot bears a longer log.
pub fn should_compact(log_entries: usize, log_chars: usize, snapshot_chars: usize) -> bool {
    let (least, most) = LOG_CHARS;
    log_entries >= MAX_LOG_ENTRIES || log_chars >= (snapshot_chars / 8).clamp(least, most)
}

/// Removes everything of a circle, what was set aside for it included. For a person who has said so.
///
/// The generations go last: cut off in the middle, the circle still opens and can be erased again.
///
/// # Errors
/// [`StorageError::Denied`] when the storage throws; what was not reached is still there.
pub fn erase(storage: &dyn Storage, circle: &str) -> Result<(), StorageError> {
    let mut keys = keys_under(storage, &circle_prefix(circle))?;
    keys.append(&mut keys_under(storage, &aside_prefix(circle))?);
    // Backwards: set-aside, log, then b and a.
    keys.iter().rev().try_for_each(|key| storage.remove(key))
}
