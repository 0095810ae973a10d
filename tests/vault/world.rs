//! The toy circle that the vault's tests store: a grow-only set of numbers, and shelves that break.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use peer_circle::vault::{
    Compacted, Loaded, MemoryStorage, Ready, Storage, StorageError, WriteError, append, load, parse_log_key,
    write_generation,
};

pub type Set = BTreeSet<u16>;

pub const CIRCLE: &str = "k3x9";
pub const A: &str = "peer-circle/circle/k3x9/a";
pub const B: &str = "peer-circle/circle/k3x9/b";

pub fn encode(set: &Set) -> Vec<u8> {
    set.iter().flat_map(|number| number.to_le_bytes()).collect()
}

pub fn decode(bytes: &[u8]) -> Set {
    let (pairs, rest) = bytes.as_chunks::<2>();
    assert!(rest.is_empty(), "half a number in {bytes:?}");
    pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect()
}

pub fn merged(ready: &Ready) -> Set {
    ready.needed().flat_map(decode).collect()
}

pub fn load_ready(storage: &dyn Storage) -> Ready {
    match load(storage, CIRCLE).expect("the storage answers") {
        Loaded::Ready(ready) => ready,
        other => panic!("not ready but {other:?}"),
    }
}

/// All of a storage, to compare and to copy.
pub fn contents(storage: &dyn Storage) -> BTreeMap<String, String> {
    let keys = storage.keys().expect("the storage answers");
    keys.into_iter()
        .map(|key| {
            let value = storage.get(&key).expect("the storage answers");
            (key, value.expect("a listed key"))
        })
        .collect()
}

pub fn storage_of(contents: &BTreeMap<String, String>) -> MemoryStorage {
    let storage = MemoryStorage::new();
    for (key, value) in contents {
        storage.set(key, value).expect("no limit");
    }
    storage
}

/// How a [`Failing`] storage breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// One write fails for lack of room; later ones succeed.
    FullOnce,
    /// From that write on every `set` fails for lack of room; removing goes on.
    FullFromThen,
    /// The page dies before that write: nothing later happens.
    Crash,
    /// The write happens, and then the page dies: its caller never hears of it.
    CrashAfter,
}

/// A storage that breaks at one of its writes; `set` and `remove` count as writes.
#[derive(Debug)]
pub struct Failing {
    pub inner: MemoryStorage,
    failure: Failure,
    writes_left: Cell<usize>,
    pub is_dead: Cell<bool>,
    pub has_failed: Cell<bool>,
}

impl Failing {
    pub fn new(failure: Failure, at_write: usize) -> Self {
        Self {
            inner: MemoryStorage::new(),
            failure,
            writes_left: Cell::new(at_write),
            is_dead: Cell::new(false),
            has_failed: Cell::new(false),
        }
    }

    fn alive(&self, key: &str) -> Result<(), StorageError> {
        if self.is_dead.get() {
            let reason = "the page is gone".to_owned();
            return Err(StorageError::Denied { key: key.to_owned(), reason });
        }
        Ok(())
    }

    fn write(&self, key: &str, is_set: bool, act: impl Fn() -> Result<(), StorageError>) -> Result<(), StorageError> {
        self.alive(key)?;
        let left = self.writes_left.get();
        self.writes_left.set(left.saturating_sub(1));
        if left > 0 {
            return act();
        }
        if self.has_failed.get() && self.failure == Failure::FullOnce {
            return act();
        }
        if !is_set && matches!(self.failure, Failure::FullOnce | Failure::FullFromThen) {
            return act();
        }
        self.has_failed.set(true);
        match self.failure {
            Failure::FullOnce | Failure::FullFromThen => Err(StorageError::Full { key: key.to_owned(), chars: 1 }),
            Failure::Crash => {
                self.is_dead.set(true);
                self.alive(key)
            }
            Failure::CrashAfter => {
                act()?;
                self.is_dead.set(true);
                self.alive(key)
            }
        }
    }
}

impl Storage for Failing {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.alive(key)?;
        self.inner.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.write(key, true, || self.inner.set(key, value))
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(key, false, || self.inner.remove(key))
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.alive("")?;
        self.inner.keys()
    }
}

/// A storage that keeps something else than it was given, under the keys named.
#[derive(Debug, Default)]
pub struct Lying {
    pub inner: MemoryStorage,
    pub about: RefCell<Vec<String>>,
}

impl Storage for Lying {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let is_lie = self.about.borrow().iter().any(|about| about == key);
        let kept = if is_lie { &value[..value.floor_char_boundary(value.len() / 2)] } else { value };
        self.inner.set(key, kept)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }
}

/// A circle with two generations and a log that both headers list a part of, and its whole state.
pub fn used_circle() -> (MemoryStorage, Set) {
    let storage = MemoryStorage::new();
    let mut state: Set = (0..200).collect();
    begin(&storage, &state);
    for number in 1000..1012 {
        if number % 4 == 3 {
            compact(&storage);
        }
        let tab = if number % 3 == 0 { "t1" } else { "t2" };
        append(&storage, CIRCLE, tab, 0, &encode(&Set::from([number]))).expect("no limit");
        state.insert(number);
    }
    (storage, state)
}

pub fn begin(storage: &dyn Storage, state: &Set) {
    let done = write_generation(storage, CIRCLE, &encode(state), None, &[]).expect("the first write");
    assert_eq!(done.trouble, None);
}

/// Load, apply, write: what a tab does under its lock.
pub fn try_compact(storage: &dyn Storage) -> Result<Compacted, WriteError> {
    let ready = load_ready(storage);
    write_generation(storage, CIRCLE, &encode(&merged(&ready)), Some(&ready.generation), &ready.log_keys)
}

pub fn compact(storage: &dyn Storage) -> Compacted {
    let done = try_compact(storage).expect("a generation");
    assert_eq!(done.trouble, None);
    done
}

pub fn log_keys(storage: &dyn Storage) -> Vec<String> {
    contents(storage).into_keys().filter(|key| parse_log_key(key).is_some()).collect()
}
