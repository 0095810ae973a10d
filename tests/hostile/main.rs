//! Whatever is opened: no bytes make an importer panic, hang, or take much memory.
//!
//! A few hundred bent inputs for each importer belong to every test. As many as you like:
//!
//! ```sh
//! CARGO_PROFILE_DEV_OPT_LEVEL=2 PEER_CIRCLE_HOSTILE_RUNS=1000000 \
//!     cargo test -p peer-circle --no-default-features --test hostile -- --nocapture
//! ```
//!
//! The seeds are the files of `tests/fixtures`. An input is made of a number alone, so that a failure, which names the
//! importer and the number, can be looked at again: `PEER_CIRCLE_HOSTILE_FIRST=<number>` begins there.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod bend;
mod importers;

use bend::bent;
use importers::{IMPORTERS, Importer};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// What all inputs together may add to the memory that the process holds at most, in KiB.
const MEMORY: usize = 64 * 1024;
/// No input takes this long, however slow the machine.
const HANG: Duration = Duration::from_secs(20);

fn number(variable: &str, or: u64) -> u64 {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(or)
}

#[test]
fn no_bytes_make_an_importer_panic_hang_or_swell() {
    let (first, count) = (number("PEER_CIRCLE_HOSTILE_FIRST", 0), number("PEER_CIRCLE_HOSTILE_RUNS", 300));
    for importer in IMPORTERS {
        check(importer, first..first + count);
    }
}

fn check(importer: &Importer, numbers: std::ops::Range<u64>) {
    let seeds = (importer.seeds)();
    assert!(!seeds.is_empty(), "{} has no seeds", importer.name);
    seeds.iter().for_each(|seed| (importer.read)(seed));
    let before = most_memory();
    let (mut slowest, mut slow) = (Duration::ZERO, 0);
    for number in numbers.clone() {
        let input = bent(&seeds, number);
        let begun = Instant::now();
        let read = catch_unwind(AssertUnwindSafe(|| (importer.read)(&input)));
        let took = begun.elapsed();
        assert!(read.is_ok(), "{} panics at number {number}", importer.name);
        assert!(took < HANG, "{} hangs at number {number}: {took:?}", importer.name);
        if took > slowest {
            (slowest, slow) = (took, number);
        }
    }
    let more = most_memory().saturating_sub(before);
    println!(
        "{}: {} inputs; the slowest, number {slow}, took {:.1} ms; {} MiB more",
        importer.name,
        numbers.count(),
        slowest.as_secs_f64() * 1000.0,
        more / 1024
    );
    assert!(more <= MEMORY, "{} takes {more} KiB", importer.name);
}

/// The most memory that this process ever held, in KiB; nothing where the system does not say.
fn most_memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
