//! Appending and compacting, by one tab and by several.

use peer_circle::vault::{
    Fault, Flaw, Generation, Loaded, MemoryStorage, Storage, StorageError, WriteError, append, erase, load, set_aside,
    write_generation,
};

use crate::world::{
    A, B, CIRCLE, Failing, Failure, Lying, Set, begin, compact, contents, decode, encode, load_ready, log_keys, merged,
    storage_of, try_compact, used_circle,
};

#[test]
fn a_circle_begins_with_both_generations() {
    let storage = MemoryStorage::new();
    assert_eq!(load(&storage, CIRCLE), Ok(Loaded::Empty));
    begin(&storage, &Set::from([1, 2]));
    let ready = load_ready(&storage);
    assert_eq!(ready.generation.number, 2);
    assert_eq!(ready.older, Some(ready.newest));
    assert_eq!(ready.faults, []);
}

#[test]
fn a_used_key_is_never_overwritten() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    let append = |seq, number| append(&storage, CIRCLE, "t1", seq, &encode(&Set::from([number])));
    let keys: Vec<String> = (0..5).map(|number| append(3, number).expect("no limit")).collect();
    assert_eq!(log_keys(&storage).len(), 5);
    assert_eq!(append(3, 4), Ok(keys[4].clone()), "stored already");
    storage.set(&keys[4], "damaged").expect("no limit");
    let other = append(3, 4).expect("no limit");
    assert_eq!(other, keys[4].replace("-0000000003-", "-0000000004-"));
    assert_eq!(storage.get(&keys[4]), Ok(Some("damaged".to_owned())));
    assert_eq!(merged(&load_ready(&storage)), Set::from([0, 1, 2, 3, 4]));

    let last = append(u32::MAX, 9).expect("the last number");
    storage.set(&last, "damaged").expect("no limit");
    let refused = append(u32::MAX, 9);
    assert!(matches!(refused, Err(StorageError::Denied { .. })), "{refused:?}");
}

#[test]
fn an_update_under_the_key_of_another_is_a_fault() {
    let (storage, _) = used_circle();
    let [one, other] =
        [8001, 8002].map(|number| append(&storage, CIRCLE, "t7", 0, &encode(&Set::from([number]))).expect("no limit"));
    let value = storage.get(&other).expect("an answer").expect("a value");
    storage.set(&one, &value).expect("no limit");
    let fault = Fault { key: one, flaw: Flaw::Foreign };
    assert_eq!(load_ready(&storage).faults, [fault]);
}

#[test]
fn an_update_is_cleared_when_two_generations_hold_it() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    let key = append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([9]))).expect("no limit");
    assert_eq!(load_ready(&storage).backlog.entries, 1);
    assert_eq!(compact(&storage).cleared, [""; 0]);
    assert_eq!((log_keys(&storage), load_ready(&storage).backlog.entries), (vec![key.clone()], 0));
    assert_eq!(compact(&storage).cleared, [key]);
    let ready = load_ready(&storage);
    assert_eq!((ready.log_keys.len(), decode(&ready.newest)), (0, Set::from([9])));
    assert_eq!(ready.older, Some(ready.newest));
}

#[test]
fn a_damaged_update_is_not_cleared_even_when_both_generations_hold_it() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    let key = append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([9]))).expect("no limit");
    compact(&storage);
    storage.set(&key, "damaged").expect("no limit");
    assert_eq!(compact(&storage).cleared, [""; 0]);
    assert_eq!(storage.get(&key), Ok(Some("damaged".to_owned())));
    assert_eq!(merged(&load_ready(&storage)), Set::from([9]));
}

#[test]
fn the_header_and_the_log_stay_small() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    for round in 0..8_u32 {
        for number in 0..200_u16 {
            let tab = ["tab-one", "tab-two"][usize::from(number % 2)];
            let seq = round * 100 + u32::from(number / 2);
            append(&storage, CIRCLE, tab, seq, &encode(&Set::from([number]))).expect("no limit");
        }
        compact(&storage);
        assert!(log_keys(&storage).len() <= 400);
        for value in [A, B].map(|key| storage.get(key).expect("an answer").expect("a value")) {
            let header = value.lines().next().expect("a header").len();
            assert!(header < 1800, "{header} characters for 200 updates");
        }
    }
}

#[test]
fn only_what_is_listed_is_cleared() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    let mine = append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([1]))).expect("no limit");
    let ready = load_ready(&storage);
    let theirs = append(&storage, CIRCLE, "t2", 0, &encode(&Set::from([2]))).expect("no limit");
    let foreign = append(&storage, "other", "t1", 0, &encode(&Set::from([3]))).expect("no limit");
    let listed = [mine, foreign, A.to_owned(), "prefs".to_owned()];
    let state = encode(&merged(&ready));
    let first = write_generation(&storage, CIRCLE, &state, Some(&ready.generation), &listed).expect("no limit");
    let second = write_generation(&storage, CIRCLE, &state, Some(&first.generation), &listed).expect("no limit");
    assert_eq!(second.cleared, listed[..1]);
    assert_eq!(log_keys(&storage), [theirs, listed[1].clone()]);
    assert_eq!(merged(&load_ready(&storage)), Set::from([1, 2]));
}

#[test]
fn a_number_that_comes_back_is_another_update() {
    let storage = MemoryStorage::new();
    begin(&storage, &Set::new());
    append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([1]))).expect("no limit");
    compact(&storage);
    compact(&storage);
    append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([2]))).expect("no limit");
    // The newest generation goes; the older one's header lists number 0 of t1.
    storage.remove(B).expect("no limit");
    let stale = load_ready(&storage);
    assert_eq!((stale.generation.number, stale.backlog.entries), (3, 1));
    let state = encode(&Set::from([1]));
    write_generation(&storage, CIRCLE, &state, Some(&stale.generation), &[]).expect("no limit");
    assert_eq!(merged(&load_ready(&storage)), Set::from([1, 2]));
}

#[test]
fn a_tab_that_slept_cannot_take_the_others_work_away() {
    let (storage, state) = used_circle();
    let slept = load_ready(&storage);
    append(&storage, CIRCLE, "t2", 0, &encode(&Set::from([5000]))).expect("no limit");
    compact(&storage);
    compact(&storage);
    let before = contents(&storage);
    for includes in [Some(&slept.generation), None] {
        let refused = write_generation(&storage, CIRCLE, &encode(&state), includes, &slept.log_keys);
        let found = Some(load_ready(&storage).generation);
        assert_eq!(refused, Err(WriteError::Stale { known: includes.cloned(), found }));
    }
    assert_eq!(contents(&storage), before);

    // The circle is erased and begun again: the same number, yet another generation.
    erase(&storage, CIRCLE).expect("no limit");
    let gone = write_generation(&storage, CIRCLE, b"", Some(&slept.generation), &[]);
    assert_eq!(gone, Err(WriteError::Stale { known: Some(slept.generation), found: None }));
    begin(&storage, &Set::from([1]));
    let other = Generation { number: 2, checksum: "0".repeat(32) };
    assert!(matches!(write_generation(&storage, CIRCLE, b"", Some(&other), &[]), Err(WriteError::Stale { .. })));
}

#[test]
fn a_storage_that_keeps_something_else_is_noticed() {
    let (used, state) = used_circle();
    for key in [A, B] {
        let storage = Lying { inner: storage_of(&contents(&used)), about: vec![key.to_owned()].into() };
        let log = log_keys(&storage);
        let results = [try_compact(&storage), try_compact(&storage)];
        let altered = Err(WriteError::Storage(StorageError::Altered { key: key.to_owned() }));
        assert!(results.contains(&altered), "{results:?}");
        assert_eq!(merged(&load_ready(&storage)), state);
        assert!(log_keys(&storage).iter().all(|key| log.contains(key)));
    }
    let storage = Lying { inner: storage_of(&contents(&used)), ..Lying::default() };
    storage.set(A, "junk").expect("no limit");
    storage.about.replace(vec!["peer-circle/set-aside/k3x9/0".to_owned()]);
    assert!(matches!(try_compact(&storage), Err(WriteError::Storage(StorageError::Altered { .. }))));
    assert_eq!(storage.get(A), Ok(Some("junk".to_owned())), "no copy, no overwriting");
}

/// Runs `act` on a copy of `used`, dying at each write in turn; `check` judges what is then stored.
fn check_deaths(used: &MemoryStorage, act: impl Fn(&dyn Storage) -> bool, check: impl Fn(&MemoryStorage)) {
    for failure in [Failure::Crash, Failure::CrashAfter, Failure::FullOnce] {
        for at_write in 0.. {
            let mut storage = Failing::new(failure, at_write);
            storage.inner = storage_of(&contents(used));
            let is_done = act(&storage);
            check(&storage.inner);
            if !storage.has_failed.get() {
                assert!(is_done);
                break;
            }
        }
    }
}

#[test]
fn moving_aside_and_compacting_can_die_anywhere() {
    let (used, state) = used_circle();
    used.set(B, "junk").expect("no limit");
    let complete = |storage: &MemoryStorage| assert_eq!(merged(&load_ready(storage)), state);
    let is_junk_kept = |storage: &MemoryStorage| contents(storage).values().any(|value| value.ends_with("junk"));
    check_deaths(
        &used,
        |storage| load_and_write(storage),
        |storage| {
            complete(storage);
            assert!(is_junk_kept(storage));
        },
    );

    let before = contents(&used);
    let all: Vec<String> = before.keys().cloned().collect();
    check_deaths(
        &used,
        |storage| set_aside(storage, CIRCLE, &all).is_ok(),
        |storage| {
            let now = contents(storage);
            for (key, value) in &before {
                let copy = format!("{key}\n{value}");
                assert!(now.get(key) == Some(value) || now.values().any(|other| *other == copy), "{key} is gone");
            }
        },
    );

    check_deaths(
        &used,
        |storage| erase(storage, CIRCLE).is_ok(),
        |storage| {
            assert!(matches!(load(storage, CIRCLE), Ok(Loaded::Ready(_) | Loaded::Empty)));
        },
    );
}

fn load_and_write(storage: &dyn Storage) -> bool {
    let done = try_compact(storage);
    matches!(done, Ok(compacted) if compacted.trouble.is_none())
}
