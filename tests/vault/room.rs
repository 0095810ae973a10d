//! Room: a storage that fills up, what takes the space, and when to compact.

use peer_circle::vault::{
    CircleUsage, Loaded, MemoryStorage, Storage, StorageError, WriteError, append, erase, load, should_compact, usage,
    write_generation,
};

use crate::world::{
    A, CIRCLE, Set, begin, contents, encode, load_ready, log_keys, merged, storage_of, try_compact, used_circle,
};

/// Edits and compactions on a storage of that capacity: each failure leaves every earlier byte.
fn check_capacity(capacity: usize) -> usize {
    let storage = MemoryStorage::with_capacity(capacity);
    let mut stored = Set::new();
    let mut failures = 0;
    let first = write_generation(&storage, CIRCLE, &encode(&stored), None, &[]);
    if let Err(error) = first {
        assert!(matches!(error, WriteError::Storage(StorageError::Full { .. })), "{error}");
        assert_eq!(load(&storage, CIRCLE), Ok(Loaded::Empty));
        return 1;
    }
    for number in 0..30 {
        let before = contents(&storage);
        match append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([number]))) {
            Ok(_) => {
                stored.insert(number);
            }
            Err(error) => {
                assert!(matches!(error, StorageError::Full { .. }), "{error}");
                assert_eq!(contents(&storage), before);
                failures += 1;
            }
        }
        if number % 5 == 0 {
            let before = contents(&storage);
            match try_compact(&storage) {
                Ok(_) => {}
                Err(WriteError::Storage(StorageError::Full { .. })) => {
                    assert_eq!(contents(&storage), before);
                    failures += 1;
                }
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(merged(&load_ready(&storage)), stored);
    }
    failures
}

#[test]
fn a_full_storage_keeps_everything_earlier() {
    let failures: Vec<usize> = (0..4000).step_by(7).map(check_capacity).collect();
    assert!(failures[0] > 0 && failures.contains(&0), "both ends are reached");
    assert!(failures.iter().any(|failures| *failures > 5), "and the middle");
}

#[test]
fn without_room_for_the_copy_a_damaged_generation_is_not_touched() {
    let (used, state) = used_circle();
    used.set(A, &"junk".repeat(100)).expect("no limit");
    let total = usage(&used).expect("an answer").total;
    for spare in [0, 100, 400] {
        let storage = MemoryStorage::with_capacity(total + spare);
        for (key, value) in contents(&used) {
            storage.set(&key, &value).expect("it fits");
        }
        let refused = try_compact(&storage);
        assert!(matches!(refused, Err(WriteError::Storage(StorageError::Full { .. }))), "{refused:?}");
        assert_eq!(contents(&storage), contents(&used));
        assert_eq!(merged(&load_ready(&storage)), state);
    }
}

#[test]
fn usage_counts_every_unit_once_and_erasing_takes_one_circle() {
    let (storage, _) = used_circle();
    let other_circle = "k3x9/a";
    write_generation(&storage, other_circle, b"other", None, &[]).expect("no limit");
    append(&storage, other_circle, "t", 0, b"more").expect("no limit");
    storage.set("peer-circle/set-aside/k3x9/0", "\u{1F600}é").expect("no limit");
    storage.set("another program", "1234").expect("no limit");
    storage.set("peer-circle/circle/%6B3x9/a", "not our spelling").expect("no limit");
    storage.set("peer-circle/prefs", "{}").expect("no limit");
    let now = usage(&storage).expect("an answer");
    let all = contents(&storage);
    let units: usize = all.iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum();
    let circles: usize = now.circles.values().map(CircleUsage::total).sum();
    assert_eq!((now.total, circles + now.other), (units, units));
    assert_eq!(now.other, "another program1234peer-circle/prefs{}peer-circle/circle/%6B3x9/anot our spelling".len());
    assert_eq!(now.circles[CIRCLE].set_aside, "peer-circle/set-aside/k3x9/0".len() + 3);
    assert_eq!(now.circles.len(), 2);

    let others: Vec<&String> = all.keys().filter(|key| !key.contains("/k3x9/")).collect();
    erase(&storage, CIRCLE).expect("no limit");
    assert_eq!(contents(&storage).keys().collect::<Vec<_>>(), others);
    assert_eq!(load(&storage, CIRCLE), Ok(Loaded::Empty));
    assert!(matches!(load(&storage, other_circle), Ok(Loaded::Ready(_))));
}

#[test]
fn the_capacity_counts_a_replaced_value_once() {
    let storage = MemoryStorage::with_capacity(10);
    storage.set("k", "123456789").expect("it fits");
    storage.set("k", "abcdefghi").expect("in its place");
    let refused = storage.set("k", "abcdefghij");
    assert_eq!(refused, Err(StorageError::Full { key: "k".to_owned(), chars: 11 }));
    assert_eq!(storage.get("k"), Ok(Some("abcdefghi".to_owned())));
    storage.remove("k").expect("no limit");
    storage.set("é", "\u{1F600}2345678").expect("nine and one");
}

fn check_due(log_entries: usize, log_chars: usize, snapshot_chars: usize, expected: bool) {
    let due = should_compact(log_entries, log_chars, snapshot_chars);
    assert_eq!(due, expected, "{log_entries} entries, {log_chars} of {snapshot_chars}");
}

#[test]
fn compaction_is_due_in_proportion() {
    check_due(0, 0, 0, false);
    check_due(199, 8_191, 0, false);
    check_due(200, 0, 0, true);
    check_due(1, 8_192, 0, true);
    check_due(1, 12_499, 100_000, false);
    check_due(1, 12_500, 100_000, true);
    check_due(1, 65_535, usize::MAX, false);
    check_due(1, 65_536, usize::MAX, true);
}

#[test]
fn following_the_policy_does_not_compact_at_every_edit() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    let mut compactions = 0;
    for number in 0..1000 {
        append(&storage, CIRCLE, "t1", u32::from(number), &encode(&Set::from([number]))).expect("no limit");
        let ready = load_ready(&storage_of(&contents(&storage)));
        if should_compact(ready.backlog.entries, ready.backlog.chars, ready.snapshot_chars) {
            try_compact(&storage).expect("no limit");
            compactions += 1;
        }
    }
    assert!((5..=12).contains(&compactions), "{compactions} compactions");
    assert!(log_keys(&storage).len() <= 400);
}
