//! Random histories of two tabs, with a failure at every write: no acknowledged edit is ever lost.

use std::collections::BTreeMap;

use peer_circle::vault::{Generation, Loaded, Storage, WriteError, append, load, parse_log_key, write_generation};
use proptest::prelude::*;

use crate::world::{A, B, CIRCLE, Failing, Failure, Set, contents, encode, merged, storage_of};

/// A step of a history; `usize` says which of the two tabs takes it.
#[derive(Debug, Clone)]
pub enum Step {
    Edit(usize),
    /// Load, apply, write, as the contract says; the other tab edits so often in between.
    Compact(usize, u8),
    /// Write without loading first, as a tab that slept would.
    CompactBlindly(usize),
    /// Apply what the other tab has written, as on a `storage` event.
    Hear(usize),
    Restart(usize),
    /// Damage one generation, when both are sound.
    Damage(Slot, Damage),
}

#[derive(Debug, Clone, Copy)]
pub enum Slot {
    A,
    B,
}

#[derive(Debug, Clone, Copy)]
pub enum Damage {
    Gone,
    CutShort(usize),
    Flipped(usize),
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let tab = 0..2_usize;
    let slot = prop_oneof![Just(Slot::A), Just(Slot::B)];
    let damage = prop_oneof![
        Just(Damage::Gone),
        any::<usize>().prop_map(Damage::CutShort),
        any::<usize>().prop_map(Damage::Flipped),
    ];
    let step = prop_oneof![
        6 => tab.clone().prop_map(Step::Edit),
        3 => (tab.clone(), 0..3_u8).prop_map(|(tab, edits)| Step::Compact(tab, edits)),
        2 => tab.clone().prop_map(Step::CompactBlindly),
        1 => tab.clone().prop_map(Step::Hear),
        1 => tab.prop_map(Step::Restart),
        1 => (slot, damage).prop_map(|(slot, damage)| Step::Damage(slot, damage)),
    ];
    proptest::collection::vec(step, 1..30)
}

#[derive(Debug, Default)]
struct Tab {
    state: Set,
    includes: Option<Generation>,
    known: Vec<String>,
    starts: usize,
}

/// Two tabs on one storage, and the record of what was acknowledged to them.
struct Run<'a> {
    storage: &'a Failing,
    tabs: [Tab; 2],
    is_name_shared: bool,
    next: u16,
    /// Must survive the loss of either generation.
    acknowledged: Set,
    /// Written with a whole state but never appended: in one generation until the next is written.
    held_once: Set,
}

impl Run<'_> {
    fn take(&mut self, step: &Step) {
        match step {
            Step::Edit(tab) => self.edit(*tab),
            Step::Compact(tab, edits) => self.compact(*tab, *edits),
            Step::CompactBlindly(tab) => self.write(*tab),
            Step::Hear(tab) => self.hear(*tab),
            Step::Restart(tab) => {
                let starts = self.tabs[*tab].starts + 1;
                self.tabs[*tab] = Tab { starts, ..Tab::default() };
                self.hear(*tab);
            }
            Step::Damage(slot, damage) => self.damage(*slot, *damage),
        }
    }

    fn edit(&mut self, index: usize) {
        self.next += 1;
        let edit = Set::from([self.next]);
        let tab = &mut self.tabs[index];
        let name = if self.is_name_shared { "tab".to_owned() } else { format!("tab/{index}:{}", tab.starts) };
        // What an edit changes is in the tab's memory whether or not it could be stored.
        tab.state.extend(&edit);
        if tab.includes.is_none() {
            return;
        }
        if let Ok(key) = append(self.storage, CIRCLE, &name, 0, &encode(&edit)) {
            let log = parse_log_key(&key).expect("a key of the log");
            assert_eq!((log.circle.as_str(), log.tab), (CIRCLE, name));
            tab.known.push(key);
            self.acknowledged.extend(edit);
        }
    }

    fn hear(&mut self, index: usize) {
        if let Ok(Loaded::Ready(ready)) = load(self.storage, CIRCLE) {
            let tab = &mut self.tabs[index];
            tab.state.extend(merged(&ready));
            tab.includes = Some(ready.generation);
            tab.known = ready.log_keys;
        }
    }

    fn compact(&mut self, index: usize, edits: u8) {
        self.hear(index);
        for _ in 0..edits {
            self.edit(1 - index);
        }
        self.write(index);
    }

    fn write(&mut self, index: usize) {
        let tab = &mut self.tabs[index];
        let state = encode(&tab.state);
        match write_generation(self.storage, CIRCLE, &state, tab.includes.as_ref(), &tab.known) {
            Ok(done) => {
                let is_first = tab.includes.replace(done.generation).is_none();
                tab.known.retain(|key| !done.cleared.contains(key));
                // Whatever one generation held, two hold now.
                self.acknowledged.append(&mut self.held_once);
                if is_first {
                    self.acknowledged.extend(&tab.state);
                }
                self.held_once = tab.state.difference(&self.acknowledged).copied().collect();
            }
            Err(WriteError::Storage(_)) => assert!(self.storage.has_failed.get()),
            Err(WriteError::Stale { known, found }) => assert_ne!(known, found),
            Err(error) => panic!("{error}"),
        }
    }

    fn damage(&mut self, slot: Slot, damage: Damage) {
        if let Ok(Loaded::Ready(ready)) = load(self.storage, CIRCLE)
            && ready.older.is_some()
        {
            let key = match slot {
                Slot::A => A,
                Slot::B => B,
            };
            harm(&self.storage.inner, key, damage);
            self.held_once.clear();
        }
    }

    /// Everything acknowledged is in the storage, also if a further generation goes.
    fn check(&self) {
        let now = contents(&self.storage.inner);
        self.check_complete(&now, "as it is");
        if let Ok(Loaded::Ready(ready)) = load(&storage_of(&now), CIRCLE) {
            assert!(self.held_once.is_subset(&merged(&ready)));
        }
        let is_paired = match load(&storage_of(&now), CIRCLE) {
            Ok(Loaded::Ready(ready)) => ready.older.is_some(),
            _ => false,
        };
        for key in [A, B] {
            if is_paired {
                let mut without = now.clone();
                without.remove(key);
                self.check_complete(&without, key);
            }
        }
    }

    fn check_complete(&self, stored: &BTreeMap<String, String>, lost: &str) {
        match load(&storage_of(stored), CIRCLE).expect("the storage answers") {
            Loaded::Ready(ready) => {
                let missing: Vec<_> = self.acknowledged.difference(&merged(&ready)).copied().collect();
                assert!(missing.is_empty(), "{missing:?} lost, {lost}: {stored:#?}");
                let newest: Set = std::iter::once(&ready.newest)
                    .chain(&ready.updates)
                    .flat_map(|part| crate::world::decode(part))
                    .collect();
                assert!(self.acknowledged.is_subset(&newest), "the older one was needed");
                let is_slot = |key: &str| key == A || key == B;
                assert!(ready.faults.iter().all(|fault| is_slot(&fault.key)), "{:?}", ready.faults);
            }
            Loaded::Empty => assert!(self.acknowledged.is_empty(), "empty, {lost}"),
            unreadable => panic!("{unreadable:?}, {lost}"),
        }
    }
}

pub fn harm(storage: &dyn Storage, key: &str, damage: Damage) {
    let value = storage.get(key).expect("the storage answers").expect("a value");
    let at = |position: usize| position % value.len();
    match damage {
        Damage::Gone => storage.remove(key),
        Damage::CutShort(position) => storage.set(key, &value[..value.floor_char_boundary(at(position))]),
        Damage::Flipped(position) => {
            let mut bytes = value.clone().into_bytes();
            bytes[at(position)] ^= 1;
            storage.set(key, &String::from_utf8(bytes).expect("ASCII"))
        }
    }
    .expect("no limit");
}

/// Runs a history against a storage that breaks at one write, and says whether it came to that. Until
/// then all is as in the run without failure, and need not be checked again.
fn check(steps: &[Step], is_name_shared: bool, failure: Failure, at_write: usize) -> bool {
    let storage = Failing::new(failure, at_write);
    let tabs = [Tab::default(), Tab::default()];
    let mut run =
        Run { storage: &storage, tabs, is_name_shared, next: 0, acknowledged: Set::new(), held_once: Set::new() };
    run.write(0);
    run.hear(1);
    for step in steps {
        run.take(step);
        if storage.has_failed.get() || at_write == NEVER {
            run.check();
        }
        if storage.is_dead.get() {
            break;
        }
    }
    storage.has_failed.get()
}

const NEVER: usize = usize::MAX;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_acknowledged_edit_is_lost(steps in steps(), is_name_shared in any::<bool>()) {
        let failures = [Failure::FullOnce, Failure::FullFromThen, Failure::Crash, Failure::CrashAfter];
        prop_assert!(!check(&steps, is_name_shared, Failure::Crash, NEVER));
        for failure in failures {
            let mut at_write = 0;
            while check(&steps, is_name_shared, failure, at_write) {
                at_write += 1;
            }
        }
    }
}
