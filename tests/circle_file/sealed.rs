//! The sealed file's envelope: what is wrong with it is told before a passphrase is asked for.

use super::with;
use peer_circle::exchange::circle_file::{FileError, MAX_BYTES};
use peer_circle::exchange::sealed_file::{
    ITERATIONS, SealFault, SealHeader, SealedFile, Strength, packed, read, unpacked, write,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const HEADER: SealHeader = SealHeader { iterations: ITERATIONS, salt: [7; 16], nonce: [9; 12] };

fn sealed() -> SealedFile {
    SealedFile { header: HEADER, data: (0..200).collect() }
}

#[track_caller]
fn check(file: impl AsRef<[u8]>, expected: impl Into<SealFault>) {
    assert_eq!(read(file.as_ref()), Err(expected.into()));
}

/// The file with one member changed.
fn changed(member: &str, value: Value) -> String {
    with(&write(&sealed()), |json| json[member] = value)
}

/// The same by somebody who makes the header's checksum fit again.
fn forged(member: &str, value: Value) -> String {
    with(&changed(member, value), |json| {
        let members = ["format", "version", "content", "kdf", "iterations", "salt", "cipher", "nonce"];
        let words = members.map(|name| json[name].as_str().map_or_else(|| json[name].to_string(), str::to_owned));
        let sum = Sha256::digest(words.join(" ").as_bytes());
        json["header_sha256"] = json!(sum.iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    })
}

#[test]
fn what_is_written_is_read() {
    assert_eq!(read(write(&sealed()).as_bytes()), Ok(sealed()));
    assert_eq!(read(format!("\u{feff}{}", write(&sealed())).as_bytes()), Ok(sealed()));
    assert_eq!(
        HEADER.additional(),
        "peer-circle-sealed 1 circle-file+deflate PBKDF2-SHA-256 600000 BwcHBwcHBwcHBwcHBwcHBw== AES-256-GCM CQkJCQkJCQkJCQkJ"
    );
}

#[test]
fn what_is_no_sealed_file() {
    check("", FileError::Empty);
    check("{", FileError::CutShort { line: 1 });
    check("hello", FileError::NotJson { line: 1, column: 1 });
    check("{}", FileError::OtherProgram);
    check(changed("format", json!("peer-circle")), FileError::OtherProgram);
    check(changed("version", json!(2)), FileError::Newer { found: 2, known: 1 });
    check(vec![b' '; MAX_BYTES + 1], FileError::TooLarge { bytes: MAX_BYTES + 1, max: MAX_BYTES });
}

#[test]
fn a_changed_header_is_told() {
    for (member, value) in [
        ("version", json!(0)),
        ("version", json!("1")),
        ("content", json!("circle-file")),
        ("kdf", json!("scrypt")),
        ("iterations", json!(100_000)),
        ("iterations", json!("600000")),
        ("iterations", json!(1)),
        ("salt", json!("")),
        ("salt", json!(null)),
        ("cipher", json!("AES-128-GCM")),
        ("nonce", json!("CQkJCQkJCQkJCQkK")),
        ("header_sha256", json!("")),
    ] {
        check(changed(member, value), SealFault::Header);
    }
    // Where the checksum fits, the header must still be one of this version.
    for (member, value) in [
        ("version", json!(0)),
        ("kdf", json!("scrypt")),
        ("content", json!("circle-file")),
        ("cipher", json!("none")),
        ("salt", json!("BwcH")),
        ("salt", json!("BwcHBwcHBwcHBwcHBwcHBx==")),
        ("nonce", json!("CQkJCQkJCQkJCQkJCQ==")),
        ("iterations", json!(-600_000)),
        ("iterations", json!(600_000.0)),
    ] {
        check(forged(member, value), SealFault::Header);
    }
}

#[test]
fn rounds_are_few_enough_and_many_enough() {
    for rounds in [0, 1, 99_999, 2_000_001, u64::MAX] {
        check(forged("iterations", json!(rounds)), SealFault::Iterations(rounds));
    }
    for rounds in [100_000, 2_000_000] {
        let header = SealHeader { iterations: rounds, ..HEADER };
        assert_eq!(read(forged("iterations", json!(rounds)).as_bytes()).unwrap().header, header);
    }
}

#[test]
fn changed_content_is_told() {
    let short = write(&SealedFile { data: (0..150).collect(), ..sealed() });
    let data = serde_json::from_str::<Value>(&short).unwrap()["data"].take();
    check(changed("data", data), SealFault::Short { found: 150, length: 200 });
    check(changed("data", json!("")), SealFault::Short { found: 0, length: 200 });
    check(changed("length", json!(199)), SealFault::Content);
    check(changed("length", json!("200")), SealFault::Content);
    check(changed("sha256", json!("00")), SealFault::Content);
    check(changed("data", json!("?")), SealFault::Content);
    check(changed("data", json!(null)), SealFault::Short { found: 0, length: 200 });
}

/// Which of its lines the byte at `at` is in.
fn line_at(file: &str, at: usize) -> &str {
    let start = file[..at].rfind('\n').map_or(0, |before| before + 1);
    file[start..].lines().next().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_cut_file_is_told(cut in any::<prop::sample::Index>()) {
        let file = write(&sealed());
        let cut = cut.index(file.trim_end().len());
        let fault = read(&file.as_bytes()[..cut]);
        match fault {
            Err(SealFault::File(FileError::Empty)) => prop_assert_eq!(cut, 0),
            fault => prop_assert!(matches!(fault, Err(SealFault::File(FileError::CutShort { .. }))), "{fault:?}"),
        }
    }

    #[test]
    fn a_changed_byte_is_told_by_the_right_word(at in any::<prop::sample::Index>(), other in any::<u8>()) {
        let file = write(&sealed());
        let at = at.index(file.len());
        let mut bytes = file.clone().into_bytes();
        prop_assume!(bytes[at] != other);
        bytes[at] = other;
        let line = line_at(&file, at);
        match read(&bytes) {
            // Between the values: white space, or a checksum that says nothing else.
            Ok(read) => prop_assert_eq!(read, sealed()),
            Err(SealFault::Header) => {
                prop_assert!(!["\"length", "\"sha256", "\"data"].iter().any(|name| line.contains(name)), "{line}");
            }
            Err(SealFault::Content | SealFault::Short { .. }) => {
                prop_assert!(["\"length", "\"sha256", "\"data"].iter().any(|name| line.contains(name)), "{line}");
            }
            Err(SealFault::File(FileError::OtherProgram)) => prop_assert!(line.contains("\"format"), "{line}"),
            Err(SealFault::File(FileError::Newer { .. })) => prop_assert!(line.contains("\"version"), "{line}"),
            Err(SealFault::File(FileError::NotJson { .. } | FileError::CutShort { .. })) => {
                prop_assert!(serde_json::from_slice::<Value>(&bytes).is_err());
            }
            Err(other) => prop_assert!(false, "{line}: {other:?}"),
        }
    }

    #[test]
    fn what_is_packed_comes_out(text in any::<String>()) {
        prop_assert_eq!(unpacked(&packed(&text)).unwrap(), text.into_bytes());
    }

    #[test]
    fn any_bytes_at_all_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).is_err());
        // What was sealed is not made of stuff that panics.
        let _ = unpacked(&bytes);
    }
}

#[test]
fn what_inflates_without_end_is_refused() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; MAX_BYTES + 1], 6);
    assert_eq!(unpacked(&bomb), Err(SealFault::Content));
}

#[test]
fn passphrases_by_their_looks() {
    let check = |passphrase: &str, expected: Strength| assert_eq!(Strength::of(passphrase), expected, "{passphrase}");
    check("", Strength::Weak);
    check("rowing", Strength::Weak);
    check("aaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak);
    check("rowing 1234", Strength::Fair);
    check("noun river lamp copper", Strength::Good);
    check("नदी दीपक ताँबा पहाड़ सितारा", Strength::Good);
}

/// A file that was sealed once: it must open for ever. `tests/web` opens it with its passphrase.
#[test]
fn a_file_of_version_1_is_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1.sealed.json");
    let bytes = std::fs::read(path).unwrap();
    let file = read(&bytes).unwrap();
    assert_eq!(file.header.iterations, 600_000);
    assert_eq!(write(&file).into_bytes(), bytes);
}
