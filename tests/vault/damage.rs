//! Stored bytes that changed, were cut short or went away.

use peer_circle::vault::{
    Flaw, Loaded, MemoryStorage, Ready, Storage, WriteError, all_bytes, append, load, parse_log_key, set_aside,
    write_generation,
};
use proptest::prelude::*;

use crate::world::{
    A, B, CIRCLE, Set, begin, compact, contents, decode, encode, load_ready, log_keys, merged, storage_of, try_compact,
    used_circle,
};

/// Every way in which one character of a value changes, or its end goes missing.
fn damaged(value: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = value.chars().collect();
    let lengths = 0..chars.len();
    lengths.flat_map(move |at| {
        let flipped = (0..7).filter_map(|bit| char::from_u32(chars[at] as u32 ^ (1 << bit)));
        let others = [' ', '\n', '0', '-', ':', 'é', '\u{1F600}', '\u{FFFD}'];
        let replaced: Vec<String> = flipped
            .chain(others)
            .filter(|other| *other != chars[at])
            .map(|other| chars[..at].iter().chain([&other]).chain(&chars[at + 1..]).collect())
            .collect();
        let cut: String = chars[..at].iter().collect();
        replaced.into_iter().chain([cut])
    })
}

/// Opens the circle with each damaged form of the value under `key`; `expected` is still there, and
/// the one fault is named.
fn check(storage: &MemoryStorage, key: &str, expected: &Set) {
    let before = storage.get(key).expect("an answer").expect("a value");
    for value in damaged(&before) {
        storage.set(key, &value).expect("no limit");
        let ready = load_ready(storage);
        assert_eq!(merged(&ready), *expected, "{value}");
        let [fault] = ready.faults.as_slice() else {
            panic!("{:?} for {value}", ready.faults);
        };
        assert_eq!(fault.key, key);
        assert!(!matches!(fault.flaw, Flaw::Newer { .. } | Flaw::Missing), "{fault:?} for {value}");
        assert_eq!(storage.get(key), Ok(Some(value)), "loading changes nothing");
    }
    storage.set(key, &before).expect("no limit");
}

#[test]
fn one_damaged_generation_costs_nothing() {
    let (storage, state) = used_circle();
    let ready = load_ready(&storage);
    assert_eq!((ready.faults.len(), ready.older.is_some()), (0, true));
    for key in [A, B] {
        check(&storage, key, &state);
    }
}

#[test]
fn a_damaged_update_costs_that_update_alone() {
    let (storage, state) = used_circle();
    let held: Set = decode(&load_ready(&storage).newest);
    for key in log_keys(&storage) {
        let mut without = contents(&storage);
        without.remove(&key);
        let expected = merged(&load_ready(&storage_of(&without)));
        assert!(expected == state || !held.is_superset(&state));
        check(&storage, &key, &expected);
    }
}

#[test]
fn a_damaged_update_stays_where_it_is_and_can_be_set_aside() {
    let (storage, _) = used_circle();
    let key = append(&storage, CIRCLE, "t9", 0, b"ab").expect("no limit");
    storage.set(&key, "pc1 update plain 2 4 - 00").expect("no limit");
    for _ in 0..3 {
        compact(&storage);
    }
    assert_eq!(log_keys(&storage), [key.as_str()]);
    let to = set_aside(&storage, CIRCLE, std::slice::from_ref(&key)).expect("no limit");
    assert_eq!(to, ["peer-circle/set-aside/k3x9/0"]);
    let kept = storage.get(&to[0]).expect("an answer");
    assert_eq!(kept, Some(format!("{key}\npc1 update plain 2 4 - 00")));
    assert_eq!(load_ready(&storage).faults, []);
}

/// With these keys taken away or overwritten the circle is unreadable, and stays as it is.
fn check_unreadable(change: impl Fn(&MemoryStorage)) {
    let (storage, state) = used_circle();
    let known = load_ready(&storage).generation;
    change(&storage);
    let before = contents(&storage);
    let Loaded::Unreadable { faults, bytes } = load(&storage, CIRCLE).expect("an answer") else {
        panic!("readable: {before:?}");
    };
    assert!(faults.len() >= 2);
    assert_eq!(bytes, before.clone().into_iter().collect::<Vec<_>>());
    for includes in [None, Some(&known)] {
        let refused = write_generation(&storage, CIRCLE, &encode(&state), includes, &log_keys(&storage));
        assert!(matches!(refused, Err(WriteError::Unreadable { .. } | WriteError::Newer { .. })), "{refused:?}");
    }
    assert_eq!(contents(&storage), before);

    let keys: Vec<String> = bytes.iter().map(|(key, _)| key.clone()).collect();
    set_aside(&storage, CIRCLE, &keys).expect("no limit");
    assert_eq!(load(&storage, CIRCLE), Ok(Loaded::Empty));
    begin(&storage, &state);
    assert_eq!(merged(&load_ready(&storage)), state);
    let kept = all_bytes(&storage, CIRCLE).expect("an answer");
    for (key, value) in &before {
        assert!(kept.iter().any(|(_, copy)| *copy == format!("{key}\n{value}")), "{key} is gone");
    }
}

#[test]
fn without_a_sound_generation_a_circle_is_unreadable_and_untouched() {
    let change = |storage: &MemoryStorage, values: [Option<&str>; 2]| {
        for (key, value) in [A, B].into_iter().zip(values) {
            match value {
                Some(value) => storage.set(key, value).expect("no limit"),
                None => storage.remove(key).expect("no limit"),
            }
        }
    };
    check_unreadable(|storage| change(storage, [None, None]));
    check_unreadable(|storage| change(storage, [Some(""), None]));
    check_unreadable(|storage| change(storage, [Some("{}"), Some("null")]));
    check_unreadable(|storage| change(storage, [Some("pc3 x"), Some("pc1 generation:1")]));
    check_unreadable(|storage| {
        let update = storage.get(&log_keys(storage)[0]).expect("an answer");
        change(storage, [update.as_deref(), update.as_deref()]);
    });
}

#[test]
fn one_half_of_the_pair_missing_is_told_and_mended() {
    for key in [A, B] {
        let (storage, state) = used_circle();
        storage.remove(key).expect("no limit");
        let Ready { faults, older, .. } = load_ready(&storage);
        assert_eq!((faults[0].key.as_str(), &faults[0].flaw, older), (key, &Flaw::Missing, None));
        compact(&storage);
        let ready = load_ready(&storage);
        assert_eq!((ready.faults.len(), merged(&ready)), (0, state));
    }
}

#[test]
fn what_a_newer_version_wrote_is_never_overwritten() {
    let newer = "pc3 whatever comes then";
    for key in [A, B] {
        let (storage, mut state) = used_circle();
        storage.set(key, newer).expect("no limit");
        let before = contents(&storage);
        assert_eq!(load_ready(&storage).faults[0].flaw, Flaw::Newer { version: 3 });
        assert_eq!(merged(&load_ready(&storage)), state);
        let refused = try_compact(&storage);
        assert_eq!(refused, Err(WriteError::Newer { key: key.to_owned(), version: 3 }));
        assert_eq!(contents(&storage), before);
        append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([7777]))).expect("no limit");
        state.insert(7777);
        assert_eq!(merged(&load_ready(&storage)), state);
    }
    let (storage, state) = used_circle();
    let key = append(&storage, CIRCLE, "t8", 0, b"").expect("no limit");
    storage.set(&key, newer).expect("no limit");
    for _ in 0..3 {
        compact(&storage);
    }
    assert_eq!(storage.get(&key), Ok(Some(newer.to_owned())));
    assert_eq!(merged(&load_ready(&storage)), state);
}

#[test]
fn a_damaged_generation_is_copied_aside_once_before_it_is_overwritten() {
    for key in [A, B] {
        let (storage, state) = used_circle();
        storage.set(key, "pc1 gen\u{1F600}").expect("no limit");
        compact(&storage);
        let aside = storage.get("peer-circle/set-aside/k3x9/0").expect("an answer");
        assert_eq!(aside, Some(format!("{key}\npc1 gen\u{1F600}")));
        storage.set(key, "pc1 gen\u{1F600}").expect("no limit");
        compact(&storage);
        assert_eq!(storage.get("peer-circle/set-aside/k3x9/1"), Ok(None), "the same bytes are kept once");
        storage.set(key, "other").expect("no limit");
        compact(&storage);
        let aside = storage.get("peer-circle/set-aside/k3x9/1").expect("an answer");
        assert_eq!(aside, Some(format!("{key}\nother")));
        assert_eq!(merged(&load_ready(&storage)), state);
    }
}

proptest! {
    /// Junk under any key of the circle: no panic, and nothing but an answer.
    #[test]
    fn junk_never_panics(
        a in "(pc[0-9]{1,12} )?(generation:[0-9]{1,22} )?(plain|deflate)?[ 0-9-]{0,40}\\PC{0,9}\n?\\PC{0,9}",
        b in ".{0,40}",
        log in any::<String>(),
        name in "[ab/log%0-9A-F-]{0,20}",
    ) {
        let (storage, _) = used_circle();
        let key = format!("peer-circle/circle/k3x9/{name}");
        for (key, value) in [(A, &a), (B, &b), (&key, &log)] {
            storage.set(key, value).expect("no limit");
        }
        let before = contents(&storage);
        let _ = parse_log_key(&key);
        prop_assert!(load(&storage, CIRCLE) != Ok(Loaded::Empty));
        prop_assert_eq!(contents(&storage), before);
    }
}
