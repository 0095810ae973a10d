//! Hostile bytes behind a right checksum: Yrs 0.28 refuses most with an error and panics on some. In the
//! page a panic is a trap; what keeps it from costing data is the mark in storage before decoding, tested
//! where that mark is made. Here: nothing worse than a panic comes of it, and how often.

use super::{export, with};
use crate::support::{Device, Seeded, grown, sample_circle};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use peer_circle::document::{CircleDoc, snapshot};
use peer_circle::exchange::circle_file::read;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

/// `file` with the history `state`, its length and checksum right.
pub(super) fn with_history(file: &str, state: &[u8]) -> String {
    with(file, |json| {
        json["history"]["length"] = json!(state.len());
        json["history"]["sha256"] =
            json!(Sha256::digest(state).iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        json["history"]["data"] = json!(STANDARD.encode(compress_to_vec(state, 6)));
    })
}

/// What came of some hostile states.
#[derive(Default, Debug)]
struct Tally {
    read: usize,
    refused: usize,
    panicked: usize,
}

impl Tally {
    fn of(states: impl IntoIterator<Item = Vec<u8>>) -> Self {
        Self::behind(&[], states)
    }

    /// Each state is opened after what is `sound`, as a log is.
    fn behind(sound: &[Vec<u8>], states: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let mut tally = Self::default();
        for state in states {
            let used = || {
                let doc = CircleDoc::open(77, sound.iter().chain([&state]).map(Vec::as_slice)).ok()?;
                // What was read must also bear being used.
                let _ = (snapshot(&doc), doc.circle().is_ok(), doc.state(), doc.has_gaps());
                Some(())
            };
            match catch_unwind(AssertUnwindSafe(used)) {
                Ok(Some(())) => tally.read += 1,
                Ok(None) => tally.refused += 1,
                Err(_) => tally.panicked += 1,
            }
        }
        tally
    }

    fn total(&self) -> usize {
        self.read + self.refused + self.panicked
    }
}

fn small() -> Vec<u8> {
    Device::found(1, &["Ana", "Ben"]).doc.state()
}

/// `count` bent copies of `state`: bytes replaced, pushed up to the largest, cut out, doubled, or parts of it
/// laid over others.
fn mutated(state: &[u8], count: usize, seed: u64) -> impl Iterator<Item = Vec<u8>> {
    let mut dice = Seeded(seed);
    (0..count).map(move |_| {
        let mut bytes = state.to_vec();
        for _ in 0..=dice.below(3) {
            let (at, other) = (dice.below(bytes.len()), dice.below(bytes.len()));
            let length = 1 + dice.below(12);
            let part = at..bytes.len().min(at + length);
            let other = other..bytes.len().min(other + length);
            match dice.below(6) {
                0 | 1 => bytes[at] = dice.bits() as u8,
                2 => bytes[part].fill([0xff, 0x7f, 0x80, 0][dice.below(4)]),
                3 => drop(bytes.drain(part.start.max(1)..part.end.max(1))),
                4 => bytes.extend_from_within(part),
                _ => drop(bytes.splice(part, state[other.start.min(state.len())..other.end.min(state.len())].to_vec())),
            }
        }
        bytes
    })
}

#[test]
fn a_history_cut_anywhere_is_refused_without_a_panic() {
    let state = small();
    let tally = Tally::of((1..state.len()).map(|cut| state[..cut].to_vec()));
    assert_eq!(tally.panicked, 0, "{tally:?}");
    assert_eq!(tally.refused, tally.total(), "{tally:?}");
}

#[test]
fn a_mutated_history_is_no_worse_than_a_rare_panic() {
    let tally = Tally::of(mutated(&small(), 3000, 5));
    assert!(tally.panicked * 10 < tally.total(), "{tally:?}");
}

#[test]
fn a_mutated_update_among_sound_ones_is_no_worse_than_a_rare_panic() {
    let (log, update) = log();
    let tally = Tally::behind(&log, mutated(&update, 3000, 8));
    assert!(tally.panicked * 10 < tally.total(), "{tally:?}");
}

/// A state with some updates after it, and one more.
fn log() -> (Vec<Vec<u8>>, Vec<u8>) {
    let mut updates = grown(1, 3, 4).updates;
    let last = updates.split_off(updates.len() - 40);
    let state = CircleDoc::open(1, updates.iter().map(Vec::as_slice)).expect("sound updates").state();
    let mut log = vec![state];
    log.extend(last);
    let update = log.remove(20);
    (log, update)
}

#[test]
fn a_mutated_history_in_a_file_reads_or_is_an_error() {
    let file = export(&Device::found(1, &["Ana", "Ben"]).doc);
    for state in mutated(&small(), 300, 6) {
        let file = with_history(&file, &state);
        let _ = catch_unwind(|| read(file.as_bytes(), 77).map(|back| back.doc.circle().is_ok()));
    }
}

#[test]
#[ignore = "prints how often Yrs panics; run with --nocapture"]
fn how_often_yrs_panics() {
    static PLACES: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(String::new, ToString::to_string);
        *PLACES.lock().expect("nobody panics here").entry(place).or_default() += 1;
    }));
    let large = CircleDoc::begin(1, &sample_circle(1, 6, 10)).state();
    for (name, state, count) in [("small", small(), 100_000), ("six people, ten weeks", large, 20_000)] {
        println!(
            "{name}, {} bytes, bent in one to three places: {:?}",
            state.len(),
            Tally::of(mutated(&state, count, 7))
        );
    }
    let (log, update) = log();
    println!("an update in a log: {:?}", Tally::behind(&log, mutated(&update, 50_000, 9)));
    println!("where: {:#?}", PLACES.lock().expect("nobody panics here"));
}
