//! What a circle weighs: it grows in step with what it holds, and no faster.

use super::export;
use crate::support::sample_circle;
use miniz_oxide::deflate::compress_to_vec;
use peer_circle::document::CircleDoc;
use peer_circle::exchange::circle_file::read;
use std::time::Instant;

#[test]
fn bytes_grow_in_step_with_weeks() {
    let bytes = |weeks| CircleDoc::begin(1, &sample_circle(1, 6, weeks)).state().len();
    let (year, two) = (bytes(26), bytes(52));
    assert!(two * 100 < year * 205, "{year} → {two}");
}

#[test]
#[ignore = "prints sizes and times; run with --release --nocapture"]
fn sizes_and_times() {
    println!("weeks   commitments      state   deflated       file    open ms   circle ms   read ms");
    for weeks in [26, 52, 104, 260, 520] {
        let circle = sample_circle(1, 12, weeks);
        let doc = CircleDoc::begin(1, &circle);
        let state = doc.state();
        let file = export(&doc);
        let deflated = compress_to_vec(&state, 8).len();
        let open = best(|| CircleDoc::open(2, [state.as_slice()]).expect("sound"));
        let opened = CircleDoc::open(2, [state.as_slice()]).expect("sound");
        let reading = best(|| opened.circle().expect("a circle"));
        let file_in = best(|| read(file.as_bytes(), 3).expect("a file"));
        println!(
            "{weeks:5} {:13} {:10} {deflated:10} {:10} {open:10.1} {reading:11.1} {file_in:9.1}",
            circle.commitments.len(),
            state.len(),
            file.len(),
        );
    }
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
