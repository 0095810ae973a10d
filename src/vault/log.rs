//! The log: one key for each update, so that an edit costs its own size and not the document's.

use super::covered::Covered;
use super::envelope::{Envelope, MAX_RAW_BYTES, What, open, seal};
use super::fault::{Fault, Flaw};
use super::keys::{KeyPart, LogKey, log_key, place};
use super::storage::{Storage, StorageError, utf16_len};

/// Stores one update under a key of its own and returns the key. The update is safe once this
/// returns `Ok`.
///
/// `tab` names the writer and `seq` counts its updates, for order and for people: updates are told
/// apart by their content too, so that nothing depends on either being unique. A key in use is never
/// overwritten: if it holds this very update, it is stored already, else the next number is taken.
/// The circle's first write must be a generation: [`super::load`] calls a log without any generation
/// unreadable.
///
/// # Errors
/// [`StorageError::Full`] or [`StorageError::Denied`]: the update is not stored, all else is as before.
pub fn append(storage: &dyn Storage, circle: &str, tab: &str, seq: u32, update: &[u8]) -> Result<String, StorageError> {
    let (value, checksum) = seal(What::Update, &Covered::default(), update);
    let mut seq = seq;
    loop {
        let key = log_key(circle, tab, seq, &checksum);
        check_size(&key, update)?;
        match storage.get(&key)? {
            None => {
                storage.set(&key, &value)?;
                return Ok(key);
            }
            Some(stored) if stored == value => return Ok(key),
            Some(_) => {}
        }
        seq = seq.checked_add(1).ok_or_else(|| {
            let reason = "the tab has used up its numbers".to_owned();
            StorageError::Denied { key, reason }
        })?;
    }
}

/// The value that [`append`] stores for `update`.
pub fn log_value(update: &[u8]) -> String {
    seal(What::Update, &Covered::default(), update).0
}

/// The update in a value of the log, for the `storage` event by which another tab's edit arrives.
///
/// # Errors
/// The [`Flaw`] that [`super::load`] would report for it.
pub fn read_log_value(value: &str) -> Result<Vec<u8>, Flaw> {
    open_update(value).map(|envelope| envelope.payload)
}

/// A sound update in the storage.
pub(super) struct LogEntry {
    pub(super) key: String,
    pub(super) log: LogKey,
    pub(super) payload: Vec<u8>,
    /// Length of the value in UTF-16 code units.
    pub(super) chars: usize,
}

/// The sound ones of the updates that `keys` names, in that order; a fault is noted for the others,
/// and for keys that are nothing at all. Keys that have gone since they were listed are left out.
pub(super) fn read_entries(
    storage: &dyn Storage,
    circle: &str,
    keys: &[String],
    faults: &mut Vec<Fault>,
) -> Result<Vec<LogEntry>, StorageError> {
    let mut entries = Vec::new();
    for key in keys {
        let read = match place(key) {
            Some((of, KeyPart::Log(log))) if of == circle => read_entry(storage, key, log)?,
            Some((of, KeyPart::Slot(_))) if of == circle => None,
            _ => Some(Err(Flaw::UnknownKey)),
        };
        match read {
            Some(Ok(entry)) => entries.push(entry),
            Some(Err(flaw)) => faults.push(Fault { key: key.clone(), flaw }),
            None => {}
        }
    }
    Ok(entries)
}

fn read_entry(storage: &dyn Storage, key: &str, log: LogKey) -> Result<Option<Result<LogEntry, Flaw>>, StorageError> {
    let Some(value) = storage.get(key)? else {
        return Ok(None);
    };
    Ok(Some(match open_update(&value) {
        // Another update than the key was made for.
        Ok(envelope) if !envelope.checksum.starts_with(&log.mark) => Err(Flaw::Foreign),
        Ok(envelope) => Ok(LogEntry { key: key.to_owned(), log, payload: envelope.payload, chars: utf16_len(&value) }),
        Err(flaw) => Err(flaw),
    }))
}

fn open_update(value: &str) -> Result<Envelope, Flaw> {
    let envelope = open(value)?;
    match envelope.what {
        What::Update => Ok(envelope),
        What::Generation(_) => Err(Flaw::Foreign),
    }
}

/// Nothing is written that could not be read again.
pub(super) fn check_size(key: &str, payload: &[u8]) -> Result<(), StorageError> {
    if payload.len() <= MAX_RAW_BYTES {
        return Ok(());
    }
    Err(StorageError::Full { key: key.to_owned(), chars: payload.len() })
}
