//! Writing a whole state in place of the older generation.
//!
//! The rule that nothing is lost: **each sound generation, with the log, is the complete state**.
//!
//! A generation's header lists the updates that were in the log and in its state when it was written.
//! Writing n + 1 over n − 1 clears from the log only what the header of n lists, n having been read
//! and found sound. Afterwards n needs none of the cleared updates, and n + 1 contains n. So an update
//! stays until two generations hold it, and either of them may be lost. The new header leaves out what
//! is being cleared: a header is never longer than one round of the log.

use super::aside::copy_aside;
use super::covered::Covered;
use super::envelope::{What, seal};
use super::fault::{Fault, Flaw};
use super::keys::{Slot, circle_prefix, keys_under, parse_log_key, slot_key};
use super::log::{check_size, read_entries};
use super::slots::{Generation, Held, Pair, Ranked, Sound};
use super::storage::{Storage, StorageError, utf16_len};

/// What [`write_generation`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compacted {
    /// The generation that is now the newest.
    pub generation: Generation,
    /// Length of its value, in UTF-16 code units.
    pub chars: usize,
    /// The keys that were cleared from the log, each held by two generations.
    pub cleared: Vec<String>,
    /// A later step that failed: the second copy of a first generation, or clearing the log. The
    /// state is stored all the same, and the next generation makes up for it.
    pub trouble: Option<StorageError>,
}

/// Why no generation was written. All that was stored before is still there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The storage is full, refused, or kept something else.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The storage has another generation than the one that the state contains: another tab wrote, or
    /// erased, meanwhile. Load, apply, and write again.
    #[error("the state contains {known:?}, the storage has {found:?}")]
    Stale {
        /// The generation that the caller's state contains.
        known: Option<Generation>,
        /// The newest sound one in the storage.
        found: Option<Generation>,
    },
    /// A newer version of the app has written one of the generations: this version only appends.
    #[error("{key} is in format {version} of a newer version of the app")]
    Newer {
        /// The key of that generation.
        key: String,
        /// Its format's version.
        version: u32,
    },
    /// [`super::load`] says unreadable. Set the circle's values aside, or erase it, before writing.
    #[error("the circle's stored values cannot be read: {faults:?}")]
    Unreadable {
        /// What is wrong with the generations.
        faults: Vec<Fault>,
    },
}

/// Writes the whole state, in place of the older, missing or damaged generation, and clears from the
/// log what two generations now hold. A damaged value is copied aside first. The first generation of
/// a circle is written into both slots.
///
/// - `includes`: the generation that `state` contains, as the last [`super::load`] or
///   `write_generation` told; `None` to begin a circle. A tab that slept while others wrote is thus
///   stopped before it takes their work away.
/// - `covered`: the keys of updates that `state` contains. All other updates stay, those appended
///   meanwhile among them; keys that are gone, or not this circle's, are passed over.
///
/// What is in `state` but was never appended (an edit whose [`append`](super::append) found no room) is
/// in this generation alone until the next is written: append it again now, or write once more.
///
/// Hold the circle's lock from the load on that made `state` until this returns, so that no two tabs
/// write generations at once; appending needs no lock.
///
/// # Errors
/// [`WriteError`]; nothing that was stored is lost by any of them.
pub fn write_generation(
    storage: &dyn Storage,
    circle: &str,
    state: &[u8],
    includes: Option<&Generation>,
    covered: &[String],
) -> Result<Compacted, WriteError> {
    check_size(&slot_key(circle, Slot::A), state)?;
    let pair = Pair::read(storage, circle)?;
    let faults = pair.faults(circle);
    refuse_newer(&faults)?;
    let ranked = pair.ranked();
    let found = ranked.as_ref().map(|ranked| &ranked.newest.generation);
    if found.is_none() && !keys_under(storage, &circle_prefix(circle))?.is_empty() {
        return Err(WriteError::Unreadable { faults });
    }
    if found != includes {
        return Err(WriteError::Stale { known: includes.cloned(), found: found.cloned() });
    }
    let compacted = match ranked {
        Some(ranked) => write_over(storage, circle, state, ranked, covered)?,
        None => write_first(storage, circle, state)?,
    };
    Ok(compacted)
}

fn refuse_newer(faults: &[Fault]) -> Result<(), WriteError> {
    for fault in faults {
        if let Flaw::Newer { version } = fault.flaw {
            let key = fault.key.clone();
            return Err(WriteError::Newer { key, version });
        }
    }
    Ok(())
}

/// Both slots at once: until there are two, damage to the only one would cost everything.
fn write_first(storage: &dyn Storage, circle: &str, state: &[u8]) -> Result<Compacted, StorageError> {
    let none = Covered::default();
    let first = store(storage, circle, Slot::A, 1, state, &none)?;
    let ((generation, chars), trouble) = match store(storage, circle, Slot::B, 2, state, &none) {
        Ok(second) => (second, None),
        Err(error) => (first, Some(error)),
    };
    Ok(Compacted { generation, chars, cleared: Vec::new(), trouble })
}

fn write_over(
    storage: &dyn Storage,
    circle: &str,
    state: &[u8],
    ranked: Ranked,
    covered: &[String],
) -> Result<Compacted, StorageError> {
    let Ranked { newest, other_slot, other } = ranked;
    if let Held::Faulty(_) = other {
        copy_aside(storage, circle, &slot_key(circle, other_slot))?;
    }
    let listed = list_covered(storage, circle, covered, &newest)?;
    let number = newest.generation.number.saturating_add(1);
    let (generation, chars) = store(storage, circle, other_slot, number, state, &listed)?;
    let (cleared, trouble) = clear_held(storage, circle, &newest);
    Ok(Compacted { generation, chars, cleared, trouble })
}

/// The updates to list in the new header: sound, of this circle, and not about to be cleared.
fn list_covered(
    storage: &dyn Storage,
    circle: &str,
    covered: &[String],
    kept: &Sound,
) -> Result<Covered, StorageError> {
    let is_ours = |key: &String| parse_log_key(key).is_some_and(|log| log.circle == circle);
    let keys: Vec<String> = covered.iter().filter(|key| is_ours(key)).cloned().collect();
    let mut list = Covered::default();
    // An update that cannot be read is not listed, and so is never cleared.
    for entry in read_entries(storage, circle, &keys, &mut Vec::new())? {
        if !kept.covered.holds(&entry.log) {
            list.insert(entry.log);
        }
    }
    Ok(list)
}

/// Writes a generation. Returns it with the length of its value in UTF-16 code units.
fn store(
    storage: &dyn Storage,
    circle: &str,
    slot: Slot,
    number: u64,
    state: &[u8],
    covered: &Covered,
) -> Result<(Generation, usize), StorageError> {
    let key = slot_key(circle, slot);
    let (value, checksum) = seal(What::Generation(number), covered, state);
    storage.set(&key, &value)?;
    if storage.get(&key)?.as_ref() != Some(&value) {
        return Err(StorageError::Altered { key });
    }
    Ok((Generation { number, checksum }, utf16_len(&value)))
}

/// Removes from the log what `kept`, and the generation just written, both hold.
fn clear_held(storage: &dyn Storage, circle: &str, kept: &Sound) -> (Vec<String>, Option<StorageError>) {
    let mut cleared = Vec::new();
    for key in kept.covered.keys(circle) {
        match clear_one(storage, circle, &key) {
            Ok(true) => cleared.push(key),
            Ok(false) => {}
            Err(error) => return (cleared, Some(error)),
        }
    }
    (cleared, None)
}

/// Removes an update if it is there and sound: what cannot be read is not for us to delete.
fn clear_one(storage: &dyn Storage, circle: &str, key: &String) -> Result<bool, StorageError> {
    let found = read_entries(storage, circle, std::slice::from_ref(key), &mut Vec::new())?;
    if found.is_empty() {
        return Ok(false);
    }
    storage.remove(key)?;
    Ok(true)
}
