//! Files that are cut, bent, foreign or too new: an error that says what, or the same content.

use super::{export, with};
use crate::support::Device;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use peer_circle::document::snapshot;
use peer_circle::exchange::circle_file::{FileError, MAX_BYTES, MAX_HISTORY, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static FILE: LazyLock<String> = LazyLock::new(|| export(&Device::found(1, &["Ana", "Jörg"]).doc));

#[track_caller]
fn error(bytes: &[u8]) -> FileError {
    read(bytes, 77).err().expect("an error")
}

#[track_caller]
fn check(file: impl AsRef<[u8]>, expected: FileError) {
    assert_eq!(error(file.as_ref()), expected);
}

#[test]
fn what_is_not_there() {
    check("", FileError::Empty);
    check(" \r\n\t ", FileError::Empty);
    check("\u{feff}", FileError::Empty);
    check("\u{feff}\n", FileError::Empty);
}

#[test]
fn what_is_not_json() {
    check("hello", FileError::NotJson { line: 1, column: 1 });
    check("{\n  \"format\": nonsense\n}", FileError::NotJson { line: 2, column: 14 });
    check(b"PK\x03\x04 a zip file".as_slice(), FileError::NotJson { line: 1, column: 1 });
    check(b"{\"format\": \"\xff\xfe\"}".as_slice(), FileError::NotJson { line: 1, column: 13 });
    check(format!("{}x", *FILE), FileError::NotJson { line: FILE.lines().count() + 1, column: 1 });
    // UTF-16, as an editor may save it.
    let utf16: Vec<u8> = FILE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(error(&utf16), FileError::NotJson { line: 1, .. }));
    // Deeper than any circle, cheaply refused.
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = open.repeat(100_000);
        assert!(matches!(error(deep.as_bytes()), FileError::NotJson { line: 1, .. }));
        let closed = format!("{{\"format\":\"peer-circle\",\"x\":{deep}1{}}}", close.repeat(100_000));
        assert!(matches!(error(closed.as_bytes()), FileError::NotJson { line: 1, .. }));
    }
}

#[test]
fn what_is_of_another_program_or_version() {
    for other in
        [json!(null), json!(3), json!([]), json!({}), json!({ "format": 1 }), json!({ "format": "peer-circle-sealed" })]
    {
        check(other.to_string(), FileError::OtherProgram);
    }
    let version = |version: Value| with(&FILE, |json| json["version"] = version);
    check(version(json!(2)), FileError::Newer { found: 2, known: 1 });
    check(version(json!(u64::MAX)), FileError::Newer { found: u64::MAX, known: 1 });
    for wrong in [json!(0), json!(-1), json!("1"), json!(1.5), json!(null)] {
        check(version(wrong), FileError::Damaged("version"));
    }
}

#[test]
fn what_is_damaged_inside() {
    let history = |field: &str, value: Value| with(&FILE, |json| json["history"][field] = value);
    let damaged = |field: &'static str| FileError::Damaged(field);
    let json: Value = serde_json::from_str(&FILE).unwrap();
    let length = json["history"]["length"].as_u64().unwrap();
    let data = json["history"]["data"].as_str().unwrap();
    check(history("length", json!(length + 1)), damaged("history.length"));
    check(history("length", json!(length - 1)), damaged("history.data"));
    check(history("length", json!(0)), damaged("history.data"));
    check(history("length", json!(u64::MAX)), damaged("history.length"));
    check(history("length", json!(-5)), damaged("history"));
    check(history("length", json!("long")), damaged("history"));
    check(history("sha256", json!("0".repeat(64))), damaged("history.sha256"));
    check(history("sha256", json!("")), damaged("history.sha256"));
    check(history("sha256", json!(1)), damaged("history"));
    check(history("encoding", json!("yjs-update-v2+deflate+base64")), damaged("history.encoding"));
    check(history("encoding", Value::Null), damaged("history"));
    check(history("data", json!(format!("{data}!"))), damaged("history.data"));
    check(history("data", json!(&data[..data.len() / 8 * 4])), damaged("history.data"));
    check(history("data", json!("")), damaged("history.data"));
    check(history("data", json!(STANDARD.encode("no deflate at all"))), damaged("history.data"));
    check(with(&FILE, |json| json["history"] = Value::Null), damaged("history"));
    check(with(&FILE, |json| json["history"] = json!([])), damaged("history"));
}

#[test]
fn what_holds_no_circle() {
    check(r#"{"format":"peer-circle","version":1}"#, FileError::NoCircle);
    check(
        r#"{"format":"peer-circle","version":1,"circle":{"members":[{"id":"a","name":"Ana"}]}}"#,
        FileError::NoCircle,
    );
    check(with_history(&[0, 0]), FileError::NoCircle);
    check(with_history(b"no update"), FileError::Damaged("history.data"));
}

/// The file with other history whose length and checksum are right.
fn with_history(state: &[u8]) -> String {
    super::hostile::with_history(&FILE, state)
}

#[test]
fn what_inflates_to_more_than_it_says() {
    let bomb = STANDARD.encode(compress_to_vec(&vec![0; 8 << 20], 9));
    assert!(bomb.len() < 16 << 10, "a small file");
    let lie = |length: u64| {
        with(&FILE, |json| {
            json["history"]["length"] = json!(length);
            json["history"]["data"] = json!(bomb);
        })
    };
    check(lie(100), FileError::Damaged("history.data"));
    check(lie((8 << 20) - 1), FileError::Damaged("history.data"));
    check(lie(MAX_HISTORY as u64 + 1), FileError::Damaged("history.length"));
}

#[test]
fn what_is_too_large() {
    // Zero pages that nobody writes to are never given memory.
    let huge = vec![0_u8; MAX_BYTES + 1];
    check(&huge, FileError::TooLarge { bytes: MAX_BYTES + 1, max: MAX_BYTES });
}

#[test]
fn a_file_cut_anywhere_is_an_error() {
    let file = FILE.as_bytes();
    let complete = FILE.trim_end().len();
    for cut in 1..complete {
        let found = error(&file[..cut]);
        assert!(matches!(found, FileError::CutShort { .. }), "cut at {cut}: {found:?}");
    }
    for cut in complete..=file.len() {
        assert!(read(&file[..cut], 77).is_ok());
    }
    check(&file[..1], FileError::CutShort { line: 1 });
}

#[test]
fn a_file_with_a_hole_or_a_byte_too_many_is_never_other_content() {
    let file = FILE.as_bytes();
    for at in 0..file.len() {
        let hole = [&file[..at], &file[at + 1..]].concat();
        same_or_named(&hole);
        let extra = [&file[..at], b"0", &file[at..]].concat();
        same_or_named(&extra);
    }
}

/// Whether anything came of the bytes: an error, the same content, or the same with edits that are named.
fn same_or_named(bytes: &[u8]) {
    let Ok(back) = read(bytes, 77) else { return };
    let original = read(FILE.as_bytes(), 77).unwrap();
    if back.is_rebuilt {
        // `"history"` itself was bent into another word: a new circle of what the readable part says.
        assert!(!std::str::from_utf8(bytes).unwrap().contains("\"history\""));
        return;
    }
    assert_eq!(snapshot(&back.doc), snapshot(&original.doc));
    let readable = |bytes| serde_json::from_slice::<Value>(bytes).unwrap()["circle"].clone();
    if readable(bytes) == readable(FILE.as_bytes()) {
        assert_eq!(back.hand_edits, []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_are_never_other_content(flips in proptest::collection::vec((any::<usize>(), 0..8_u32), 1..4)) {
        let mut bytes = FILE.clone().into_bytes();
        let length = bytes.len();
        for (at, bit) in flips {
            bytes[at % length] ^= 1 << bit;
        }
        same_or_named(&bytes);
    }

    #[test]
    fn any_bytes_at_all_are_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes, 77).is_err());
    }
}

#[test]
fn the_history_is_what_it_says() {
    let json: Value = serde_json::from_str(&FILE).unwrap();
    let deflated = STANDARD.decode(json["history"]["data"].as_str().unwrap()).unwrap();
    let state = decompress_to_vec(&deflated).unwrap();
    assert_eq!(state.len() as u64, json["history"]["length"].as_u64().unwrap());
    assert!(read(with_history(&state).as_bytes(), 77).is_ok());
}
