//! The case of the bench that merges beside Yjs (`tests/web/merging.rs`), written where the bench includes it from.

use crate::node;
use crate::support::grown;
use peer_circle::document::CircleDoc;
use std::fs;
use std::path::Path;

const YEAR: i64 = 52 * 7 * 24 * 60 * 60 * 1000;

/// What twelve members of two years know who lack a member's last year, and that year as one update.
fn case() -> (Vec<u8>, Vec<u8>) {
    let history = grown(1, 12, 104);
    let end = history.signed.last().unwrap().0;
    let member = &history.signed[history.signed.len() - 1].1;
    let parted = history.updates.iter().zip(&history.signed);
    let (last, known): (Vec<_>, Vec<_>) = parted.partition(|(_, (at, who))| who == member && *at > end - YEAR);
    let known = CircleDoc::open(1, known.into_iter().map(|(update, _)| update.as_slice())).unwrap();
    assert!(!known.has_gaps(), "somebody has changed what the member wrote");
    let mut whole = CircleDoc::open(2, [known.state().as_slice()]).unwrap();
    whole.merge_all(last.iter().map(|(update, _)| update.as_slice()).collect::<Vec<_>>()).unwrap().unwrap();
    (known.state(), whole.state_since(&known.knows()).unwrap())
}

#[test]
#[ignore = "writes the case of `cargo xtask bench`"]
fn case_of_merging() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/merging");
    fs::create_dir_all(&folder).unwrap();
    let (state, year) = case();
    fs::write(folder.join("state.bin"), state).unwrap();
    fs::write(folder.join("year.bin"), year).unwrap();
    fs::write(folder.join("yjs.js"), node("bundle.cjs", &[]).expect("Yjs")).unwrap();
}
