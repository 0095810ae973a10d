//! The toy circle that the vault's tests store: a grow-only set of numbers, and shelves that break.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use peer_circle::vault::{
    Compacted, Loaded, MemoryShelf, Ready, Shelf, ShelfError, WriteError, append, load, parse_log_key, write_generation,
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
    ready.parts().flat_map(decode).collect()
}

pub fn load_ready(shelf: &dyn Shelf) -> Ready {
    match load(shelf, CIRCLE).expect("the shelf answers") {
        Loaded::Ready(ready) => ready,
        other => panic!("not ready but {other:?}"),
    }
}

/// All of a shelf, to compare and to copy.
pub fn contents(shelf: &dyn Shelf) -> BTreeMap<String, String> {
    let keys = shelf.keys().expect("the shelf answers");
    keys.into_iter()
        .map(|key| {
            let value = shelf.get(&key).expect("the shelf answers");
            (key, value.expect("a listed key"))
        })
        .collect()
}

pub fn shelf_of(contents: &BTreeMap<String, String>) -> MemoryShelf {
    let shelf = MemoryShelf::new();
    for (key, value) in contents {
        shelf.set(key, value).expect("no limit");
    }
    shelf
}

/// How a [`Failing`] shelf breaks.
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

/// A shelf that breaks at one of its writes; `set` and `remove` count as writes.
#[derive(Debug)]
pub struct Failing {
    pub inner: MemoryShelf,
    failure: Failure,
    writes_left: Cell<usize>,
    pub is_dead: Cell<bool>,
    pub has_failed: Cell<bool>,
}

impl Failing {
    pub fn new(failure: Failure, at_write: usize) -> Self {
        Self {
            inner: MemoryShelf::new(),
            failure,
            writes_left: Cell::new(at_write),
            is_dead: Cell::new(false),
            has_failed: Cell::new(false),
        }
    }

    fn alive(&self, key: &str) -> Result<(), ShelfError> {
        if self.is_dead.get() {
            let reason = "the page is gone".to_owned();
            return Err(ShelfError::Denied { key: key.to_owned(), reason });
        }
        Ok(())
    }

    fn write(&self, key: &str, is_set: bool, act: impl Fn() -> Result<(), ShelfError>) -> Result<(), ShelfError> {
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
            Failure::FullOnce | Failure::FullFromThen => Err(ShelfError::Full { key: key.to_owned(), chars: 1 }),
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

impl Shelf for Failing {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.alive(key)?;
        self.inner.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.write(key, true, || self.inner.set(key, value))
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.write(key, false, || self.inner.remove(key))
    }
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.alive("")?;
        self.inner.keys()
    }
}

/// A shelf that keeps something else than it was given, under the keys named.
#[derive(Debug, Default)]
pub struct Lying {
    pub inner: MemoryShelf,
    pub about: RefCell<Vec<String>>,
}

impl Shelf for Lying {
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        let is_lie = self.about.borrow().iter().any(|about| about == key);
        let kept = if is_lie { &value[..value.len() / 2] } else { value };
        self.inner.set(key, kept)
    }
    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.inner.keys()
    }
}

/// A circle with two generations and a log that both headers list a part of, and its whole state.
pub fn used_circle() -> (MemoryShelf, Set) {
    let shelf = MemoryShelf::new();
    let mut state: Set = (0..200).collect();
    begin(&shelf, &state);
    for number in 1000..1012 {
        if number % 4 == 3 {
            compact(&shelf);
        }
        let tab = if number % 3 == 0 { "t1" } else { "t2" };
        append(&shelf, CIRCLE, tab, 0, &encode(&Set::from([number]))).expect("no limit");
        state.insert(number);
    }
    (shelf, state)
}

pub fn begin(shelf: &dyn Shelf, state: &Set) {
    let done = write_generation(shelf, CIRCLE, &encode(state), None, &[]).expect("the first write");
    assert_eq!(done.trouble, None);
}

/// Load, apply, write: what a tab does under its lock.
pub fn try_compact(shelf: &dyn Shelf) -> Result<Compacted, WriteError> {
    let ready = load_ready(shelf);
    write_generation(shelf, CIRCLE, &encode(&merged(&ready)), Some(&ready.generation), &ready.log_keys)
}

pub fn compact(shelf: &dyn Shelf) -> Compacted {
    let done = try_compact(shelf).expect("a generation");
    assert_eq!(done.trouble, None);
    done
}

pub fn log_keys(shelf: &dyn Shelf) -> Vec<String> {
    contents(shelf).into_keys().filter(|key| parse_log_key(key).is_some()).collect()
}
