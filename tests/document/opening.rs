//! A log as it really grows: opened at once, in work that does not grow with the square of its length.

use crate::support::{Seeded, grown, open, sample_circle};
use peer_circle::document::{CircleDoc, circle_of_plain, plain, snapshot};
use peer_circle::domain::Circle;
use std::time::Instant;

fn slices(updates: &[Vec<u8>]) -> Vec<&[u8]> {
    updates.iter().map(Vec::as_slice).collect()
}

fn shuffled(updates: &[Vec<u8>]) -> Vec<&[u8]> {
    let (mut order, mut dice) = (slices(updates), Seeded(3));
    (1..order.len()).rev().for_each(|last| order.swap(last, dice.below(last + 1)));
    order
}

#[test]
fn a_grown_history_is_the_circle_that_it_was_made_of() {
    let grown = grown(1, 5, 20);
    let doc = CircleDoc::open(2, slices(&grown.updates)).unwrap();
    assert!(!doc.has_gaps());
    assert_eq!(doc.circle(), CircleDoc::begin(3, &sample_circle(1, 5, 20)).circle());
    assert!(
        grown.clients * 2 > 5 * 20 && grown.updates.len() > grown.clients * 2,
        "it has not grown as it really does"
    );
}

#[test]
fn a_grown_history_is_written_as_a_device_writes() {
    let grown = grown(1, 3, 4);
    let (last, before) = grown.updates.split_last().unwrap();
    let known = CircleDoc::open(2, slices(before)).unwrap();
    let whole = CircleDoc::open(2, slices(&grown.updates)).unwrap();
    // The client's number stands after two counts of one byte each.
    let client = last[2..7].iter().zip(0..).map(|(byte, nth)| u32::from(byte & 0x7f) << (7 * nth)).sum();
    let mut device = open(client, &known.state());
    let changed: Vec<_> = peer_circle::document::edits(known.facts(), whole.facts());
    let written = device.write(changed.into_iter().map(|change| (change.place, change.after)).collect()).unwrap();
    assert_eq!(snapshot(&device), snapshot(&whole));
    assert_eq!(written.update.len(), last.len());
}

#[test]
fn a_log_of_ten_thousand_updates_is_handed_over_at_once() {
    let grown = grown(1, 12, 90);
    assert!(grown.updates.len() >= 10_000, "{}", grown.updates.len());
    let straight = CircleDoc::open(2, slices(&grown.updates)).unwrap();
    let in_any_order = CircleDoc::open(3, shuffled(&grown.updates)).unwrap();
    for doc in [&straight, &in_any_order] {
        assert!(!doc.has_gaps());
        assert!(doc.merges() <= 6, "{} hand-overs", doc.merges());
    }
    assert!(snapshot(&straight) == snapshot(&in_any_order));
    // What a tab does after a sleep: everything is there already.
    let mut awake = straight;
    assert_eq!(awake.merge_all(slices(&grown.updates)), Ok(None));
    assert!(awake.merges() <= 10, "{} hand-overs", awake.merges());
}

#[test]
fn only_what_has_a_hole_is_looked_at_one_by_one() {
    let grown = grown(1, 6, 30);
    let missing = grown.updates.len() / 2;
    let mut updates = slices(&grown.updates);
    let first = updates.remove(missing);
    let mut doc = CircleDoc::open(2, updates).unwrap();
    assert!(doc.has_gaps());
    let careful = doc.merges();
    assert!(careful * 4 < grown.updates.len(), "{careful} hand-overs for {} updates", grown.updates.len());
    doc.merge(first).unwrap().expect("what waited comes in");
    assert!(!doc.has_gaps());
    assert!(doc.merges() - careful <= 6, "{} hand-overs", doc.merges() - careful);
    assert!(snapshot(&doc) == snapshot(&CircleDoc::open(3, slices(&grown.updates)).unwrap()));
}

#[test]
fn taken_in_together_or_one_by_one_it_is_the_same() {
    let grown = grown(4, 3, 6);
    let mut one_by_one = open(2, &CircleDoc::empty(1).state());
    for update in shuffled(&grown.updates) {
        one_by_one.merge(update).unwrap();
    }
    let together = CircleDoc::open(3, slices(&grown.updates)).unwrap();
    assert_eq!(snapshot(&one_by_one), snapshot(&together));
    assert_eq!(one_by_one.change_count(), together.change_count());
    assert_eq!(one_by_one.has_gaps(), together.has_gaps());
}

/// Run by `cargo xtask bench`.
#[test]
#[ignore = "prints times"]
fn speed_of_opening() {
    let log = grown(1, 12, 90).updates;
    let log = &log[..10_000];
    println!(
        "bench: a log of 10,000 updates opens in {:.1} ms at best",
        best(|| CircleDoc::open(2, slices(log)).unwrap())
    );
    let doc = |weeks| CircleDoc::open(2, slices(&grown(1, 12, weeks).updates)).unwrap();
    let (year, ten) = (doc(52), doc(520));
    let bytes = |of: fn(&CircleDoc) -> Vec<u8>| (of(&year), of(&ten));
    let of_document = |state: &[u8]| open(2, state).circle().unwrap();
    tell("opens from its document", bytes(CircleDoc::state), of_document);
    // What a start waits for, and what `cargo xtask bench` holds to its limit.
    tell("opens from its values", bytes(|doc| plain(doc.facts())), |values| circle_of_plain(values).unwrap());
}

/// Prints how long `open` takes for the bytes of a year, and for those of ten.
fn tell(what: &str, (year, ten): (Vec<u8>, Vec<u8>), open: impl Fn(&[u8]) -> Circle) {
    let (short, long) = (best(|| open(&year)), best(|| open(&ten)));
    println!(
        "bench: 12 members: a year {what} in {short:.1} ms, ten years in {long:.1} ms: ratio {:.1} in time, {:.1} in bytes",
        long / short,
        ten.len() as f64 / year.len() as f64
    );
}

/// The shortest of five runs, in milliseconds.
fn best<T>(mut run: impl FnMut() -> T) -> f64 {
    let times = (0..5).map(|_| {
        let begun = Instant::now();
        let made = run();
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        drop(made);
        took
    });
    times.fold(f64::INFINITY, f64::min)
}
