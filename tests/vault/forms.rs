//! The forms of keys and values.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use peer_circle::vault::{
    Flaw, LogKey, MAX_RAW_BYTES, MemoryStorage, Small, Storage, append, load, parse_log_key, read_json, read_log_value,
    write_generation, write_json,
};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::world::{A, B, CIRCLE, load_ready};

/// A value put together by hand from the description of the form.
fn value(fields: &str, body: &str) -> String {
    value_of(1, fields, body)
}

fn value_of(version: u32, fields: &str, body: &str) -> String {
    let digest = Sha256::digest(format!("pc{version} {fields}\n{body}"));
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("pc{version} {fields} {}\n{body}", &hex[..32])
}

#[test]
fn version_1_opens_for_ever() {
    let update = "pc1 update plain 2 4 - 1633319d08bceb758c45f2fd86950082\naGk=";
    let generation = "pc1 generation:4 plain 5 8 t1:0:1633319d ab0fe69971cd025ded812be6a82e2de3\naGVsbG8=";
    assert_eq!(read_log_value(update), Ok(b"hi".to_vec()));
    let storage = MemoryStorage::new();
    storage.set(A, generation).expect("no limit");
    storage.set("peer-circle/circle/k3x9/log/t1-0000000000-1633319d", update).expect("no limit");
    let ready = load_ready(&storage);
    assert_eq!((ready.newest, ready.generation.number), (b"hello".to_vec(), 4));
    assert_eq!((ready.updates, ready.backlog.entries), (vec![b"hi".to_vec()], 0));
}

#[test]
fn version_2_opens_for_ever() {
    let generation = "pc2 generation:4 plain 5 5 t1:0:1633319d 4921980dcc3285467b23d584f16b9b13\n栲輛䇠";
    let storage = MemoryStorage::new();
    storage.set(B, generation).expect("no limit");
    storage.set(A, &value("generation:3 plain 5 8 -", "aGVsbG8=")).expect("no limit");
    let ready = load_ready(&storage);
    assert_eq!((ready.newest, ready.generation.number, ready.snapshot_chars), (b"hello".to_vec(), 4, 77));
    assert_eq!(ready.older, Some(b"hello".to_vec()), "an older generation in version 1");
    assert_eq!(read_log_value(&value_of(2, "update plain 2 2 -", "\u{6834}\u{7400}")), Ok(b"hi".to_vec()));
}

#[test]
fn generations_are_written_in_version_2_and_updates_in_version_1() {
    let storage = MemoryStorage::new();
    let written = write_generation(&storage, CIRCLE, b"hello", None, &[]).expect("no limit");
    let key = append(&storage, CIRCLE, "t1", 0, b"hi").expect("no limit");
    assert_eq!(key, "peer-circle/circle/k3x9/log/t1-0000000000-1633319d");
    assert_eq!(storage.get(&key), Ok(Some(value("update plain 2 4 -", "aGk="))));
    for (slot, number) in [(A, 1), (B, 2)] {
        let expected = value_of(2, &format!("generation:{number} plain 5 5 -"), "栲輛䇠");
        assert_eq!(written.chars, expected.chars().count());
        assert_eq!(storage.get(slot), Ok(Some(expected)));
    }
    let long = b"peer circle ".repeat(40);
    let key = append(&storage, CIRCLE, "t1", 0, &long).expect("no limit");
    let written = storage.get(&key).expect("an answer").expect("a value");
    assert!(written.starts_with("pc1 update deflate 480 ") && written.len() < 120, "{written}");
}

fn check_flaw(text: &str, flaw: Flaw) {
    assert_eq!(read_log_value(text), Err(flaw), "{text}");
}

#[test]
fn flaws_are_told_apart() {
    let malformed = |field| Flaw::Malformed { field };
    let sound = value("update plain 2 4 -", "aGk=");
    assert_eq!(read_log_value(&sound), Ok(b"hi".to_vec()));
    check_flaw("", Flaw::CutShort { found: 0, expected: None });
    check_flaw("pc1", Flaw::CutShort { found: 3, expected: None });
    check_flaw(&sound[..20], Flaw::CutShort { found: 16, expected: None });
    check_flaw(&sound[..sound.len() - 1], Flaw::CutShort { found: 3, expected: Some(4) });
    check_flaw("{\"a\":1}", Flaw::Foreign);
    check_flaw("pcx 1\n", Flaw::Foreign);
    check_flaw(&value("generation:1 plain 2 4 -", "aGk="), Flaw::Foreign);
    check_flaw("pc3 anything", Flaw::Newer { version: 3 });
    check_flaw("pc4294967295 \n", Flaw::Newer { version: u32::MAX });
    check_flaw(&sound.replacen("pc1", "pc3", 1), malformed("version"));
    check_flaw("pc0 \n", malformed("version"));
    check_flaw("pc1 \n", malformed("checksum"));
    check_flaw(&value("update plain 2 4", "aGk="), malformed("header"));
    check_flaw(&value("update plain 2 x -", "aGk="), malformed("body length"));
    check_flaw(&value("update plain x 4 -", "aGk="), malformed("raw length"));
    check_flaw(&value("update plain 3 4 -", "aGk="), malformed("raw length"));
    check_flaw(&value("update plain 2 4 -", "aG!="), malformed("base64"));
    check_flaw(&value("update zip 2 4 -", "aGk="), malformed("packing"));
    check_flaw(&value("update deflate 2 4 -", "////"), malformed("deflate"));
    check_flaw(&value("edit plain 2 4 -", "aGk="), malformed("kind"));
    for covered in ["", "t1", "t1:0", "t1:0:", "t1:x:00000000", "t1:0:0000000", "t1:0:000000é", "%:0:00000000"] {
        check_flaw(&value(&format!("update plain 2 4 {covered}"), "aGk="), malformed("covered updates"));
    }
}

#[test]
fn flaws_of_version_2_are_told_apart() {
    let malformed = |field| Flaw::Malformed { field };
    let sound = value_of(2, "update plain 2 2 -", "\u{6834}\u{7400}");
    check_flaw(&sound[..sound.len() - 3], Flaw::CutShort { found: 3, expected: Some(6) });
    check_flaw(&sound.replacen("pc2", "pc4", 1), malformed("version"));
    check_flaw(&value_of(2, "update plain 2 x -", "\u{6834}\u{7400}"), malformed("body length"));
    check_flaw(&value_of(2, "update plain 3 2 -", "\u{6834}\u{7400}"), malformed("raw length"));
    let dense = |length: usize, body: &str| {
        check_flaw(&value_of(2, &format!("update plain 2 {length} -"), body), malformed("dense text"));
    };
    dense(2, "\u{6834}\u{7401}");
    dense(2, "\u{6834}\u{33ff}");
    dense(2, "\u{b400}\u{7400}");
    dense(2, "\u{6834}\u{7400}\u{3400}");
    dense(2, "abcdef");
    dense(1, "\u{6834}\u{7400}");
    for length in [usize::MAX, usize::MAX / 8] {
        let cut = read_log_value(&value_of(2, &format!("update plain 2 {length} -"), "\u{6834}"));
        assert!(matches!(cut, Err(Flaw::CutShort { found: 3, .. })), "{cut:?}");
    }
}

#[test]
fn a_payload_is_never_inflated_past_its_stated_length() {
    let bomb = STANDARD.encode(compress_to_vec(&vec![0; 4 * 1024 * 1024], 9));
    let fields = |raw: u64| format!("update deflate {raw} {} -", bomb.len());
    check_flaw(&value(&fields(10), &bomb), Flaw::Malformed { field: "deflate" });
    for bytes in [MAX_RAW_BYTES as u64 + 1, u64::MAX] {
        check_flaw(&value(&fields(bytes), &bomb), Flaw::TooLarge { bytes });
    }
    assert_eq!(read_log_value(&value(&fields(4 * 1024 * 1024), &bomb)).map(|raw| raw.len()), Ok(4 * 1024 * 1024));
}

fn check_key(key: &str, expected: Option<(&str, &str, u32)>) {
    let expected = expected.map(|(circle, tab, seq)| {
        let (circle, tab, mark) = (circle.to_owned(), tab.to_owned(), "0a1b2c3d".to_owned());
        LogKey { circle, tab, seq, mark }
    });
    assert_eq!(parse_log_key(key), expected, "{key}");
}

#[test]
fn log_keys_are_parsed_strictly() {
    check_key("peer-circle/circle/k/log/t-1-0000000002-0a1b2c3d", Some(("k", "t-1", 2)));
    check_key("peer-circle/circle/a%2Fb/log/-4294967295-0a1b2c3d", Some(("a/b", "", u32::MAX)));
    for key in [
        "",
        "peer-circle/circle/k",
        "peer-circle/circle/k/a",
        "peer-circle/circle/k/log/t",
        "peer-circle/circle/k/log/t-0000000002",
        "peer-circle/circle/k/log/t-0000000002-",
        "peer-circle/circle/k/log/t-0000000002-0A1B2C3D",
        "peer-circle/circle/k/log/t-0000000002-0a1b2c3",
        "peer-circle/circle/k/log/t-0000000002-0a1b2cé",
        "peer-circle/circle/k/log/t-2-0a1b2c3d",
        "peer-circle/circle/k/log/t-00000000002-0a1b2c3d",
        "peer-circle/circle/k/log/t-+000000002-0a1b2c3d",
        "peer-circle/circle/k/log/t-9999999999-0a1b2c3d",
        "peer-circle/circle/k/log/x/t-0000000002-0a1b2c3d",
        "peer-circle/circle/%6B/log/t-0000000002-0a1b2c3d",
        "peer-circle/circle/%/log/t-0000000002-0a1b2c3d",
        "peer-circle/circle/%é/log/t-0000000002-0a1b2c3d",
        "peer-circle/circle/%FF/log/t-0000000002-0a1b2c3d",
        "peer-circle/set-aside/k/log/t-0000000002-0a1b2c3d",
    ] {
        check_key(key, None);
    }
}

#[test]
fn small_values_are_absent_ready_or_unreadable() {
    let storage = MemoryStorage::new();
    let read = || read_json::<Vec<u8>>(&storage, "peer-circle/index").expect("an answer");
    assert_eq!(read(), Small::Absent);
    write_json(&storage, "peer-circle/index", &[1, 2]).expect("no limit");
    assert_eq!(read(), Small::Ready(vec![1, 2]));
    for text in ["", "[1,2", "{}", "[300]", &"[".repeat(100_000)] {
        storage.set("peer-circle/index", text).expect("no limit");
        let Small::Unreadable { text: kept, reason } = read() else {
            panic!("{text} was read");
        };
        assert_eq!((kept.as_str(), reason.is_empty()), (text, false));
    }
    let full = MemoryStorage::with_capacity(30);
    write_json(&full, "peer-circle/index", &"short").expect("it fits");
    assert!(write_json(&full, "peer-circle/index", &"a longer text").is_err());
    assert_eq!(full.get("peer-circle/index"), Ok(Some("\"short\"".to_owned())));
}

proptest! {
    #[test]
    fn any_bytes_come_back(
        state in proptest::collection::vec(any::<u8>(), 0..2000),
        zeros in 0..2000_usize,
        circle in any::<String>(),
        tab in any::<String>(),
    ) {
        let storage = MemoryStorage::new();
        let bytes = [state, vec![0; zeros]].concat();
        write_generation(&storage, &circle, &bytes, None, &[]).expect("no limit");
        let key = append(&storage, &circle, &tab, 7, &bytes).expect("no limit");
        let log = parse_log_key(&key).expect("a log key");
        prop_assert_eq!((&log.circle, &log.tab, log.seq), (&circle, &tab, 7));
        let text = storage.get(&key).expect("an answer").expect("a value");
        prop_assert_eq!(read_log_value(&text), Ok(bytes.clone()));
        let peer_circle::vault::Loaded::Ready(ready) = load(&storage, &circle).expect("an answer") else {
            panic!("not ready");
        };
        prop_assert_eq!(ready.older.as_ref(), Some(&bytes));
        prop_assert!(ready.parts().all(|part| part == bytes));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert!(read_log_value(&text).is_err());
    }
}
