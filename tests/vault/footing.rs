//! Where a circle stands: the same as long as the same is stored, another with whatever is written or taken away.

use crate::world::{A, B, CIRCLE, Set, begin, compact, encode, load_ready, used_circle};
use peer_circle::vault::{Footing, MemoryStorage, Storage, append, footing};

fn stands(storage: &MemoryStorage) -> Footing {
    footing(storage, CIRCLE).expect("an answer").expect("a generation")
}

#[test]
fn it_is_what_reading_all_finds() {
    let (storage, _) = used_circle();
    let (ready, footing) = (load_ready(&storage), stands(&storage));
    assert_eq!(footing.generation, ready.generation);
    assert_eq!(footing.log_keys, ready.log_keys);
    assert!(!footing.log_keys.is_empty());
}

#[test]
fn each_change_makes_another_text() {
    let storage = MemoryStorage::new();
    assert_eq!(footing(&storage, CIRCLE), Ok(None));
    begin(&storage, &Set::from([1]));
    let mut seen = vec![stands(&storage).to_text()];
    let mut note = |storage: &MemoryStorage| {
        let text = stands(storage).to_text();
        assert!(!seen.contains(&text), "{text} again");
        seen.push(text);
    };
    let one = append(&storage, CIRCLE, "t1", 0, &encode(&Set::from([2]))).expect("no limit");
    note(&storage);
    append(&storage, CIRCLE, "t2", 0, &encode(&Set::from([3]))).expect("no limit");
    note(&storage);
    storage.remove(&one).expect("no limit");
    note(&storage);
    compact(&storage);
    note(&storage);
    // Without the newest generation, it is what it was before.
    storage.remove(A).expect("no limit");
    assert_eq!(stands(&storage).to_text(), seen[3]);
}

#[test]
fn a_generation_that_does_not_say_what_it_is_stands_nowhere() {
    for damaged in ["", "pc", "pc2 update plain 2 4 - 1633319d", "pc9 generation:4 x", "\n", "pc2 generation:x a"] {
        let (storage, _) = used_circle();
        storage.set(B, damaged).expect("no limit");
        assert_eq!(footing(&storage, CIRCLE), Ok(None), "{damaged:?}");
    }
}
