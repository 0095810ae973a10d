//! How long the rota takes in a browser: `cargo xtask bench` builds it as the release is built and reads the
//! line that it prints. No test: it asserts nothing about time.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a bench may stop where it stands")]

use peer_circle::domain::{
    Command, Context, MemberId, Record, Rhythm, RoleDraft, Sample, Timestamp, ZoneId, decide, role, rota, sample,
};
use peer_circle::platform::{self, BrowserZones};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// How often it is measured; the least and the middle are told.
const ROUNDS: usize = 40;

#[wasm_bindgen_test]
fn rota_of_two_years() {
    let now = Timestamp::parse("2026-11-24T12:00:00Z").unwrap();
    let rhythm = Rhythm { zone: ZoneId::new("Europe/Lisbon"), ..Rhythm::default() };
    let wanted = Sample { seed: 1, name: "Northlight".to_owned(), members: 12, weeks: 104, now, rhythm };
    let mut circle = sample(&wanted, &BrowserZones);
    let me: MemberId = circle.roster()[0].id.clone();
    for name in ["Time keeper", "Host"] {
        let mut entropy = platform::random_u64;
        // As old as the circle, so that all five take part in every week.
        let begun = circle.about.created_at;
        let mut ctx = Context { now: begun, me: Some(&me), zones: &BrowserZones, entropy: &mut entropy };
        let draft = RoleDraft { name: name.to_owned(), ..RoleDraft::default() };
        let records: Vec<Record> = decide(&circle, Command::from(role::Command::Add(draft)), &mut ctx).unwrap();
        records.into_iter().for_each(|record| circle.put(record));
    }
    let through = circle.rhythm.cycle_at(&BrowserZones, now);
    let skips = circle.skips();
    let mut times: Vec<f64> =
        (0..ROUNDS).map(|_| measured(|| rota(&circle, &BrowserZones, through, &skips).last())).collect();
    times.sort_by(f64::total_cmp);
    let turns = rota(&circle, &BrowserZones, through, &skips).turns(through).len();
    console_log!(
        "bench: rota of 12 members, 104 weeks, {turns} roles: {:.2} ms at best, {:.2} ms in the middle",
        times[0],
        times[ROUNDS / 2]
    );
}

fn measured<T>(work: impl FnOnce() -> T) -> f64 {
    let start = platform::stopwatch();
    std::hint::black_box(work());
    platform::stopwatch() - start
}
