//! How long it takes to take in a year of another member's changes, beside Yjs doing the same in the same browser.
//! `cargo xtask bench` writes the files that are included here, builds it as the release is built, and reads the line
//! that it prints. No test: it asserts nothing about time.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a bench may stop where it stands")]

use js_sys::{Function, Uint8Array};
use peer_circle::document::CircleDoc;
use peer_circle::platform;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What twelve members of two years know who lack a member's last year.
const STATE: &[u8] = include_bytes!("../../target/merging/state.bin");
/// That year.
const YEAR: &[u8] = include_bytes!("../../target/merging/year.bin");
/// Yjs, as an expression.
const YJS: &str = include_str!("../../target/merging/yjs.js");

/// How often each is measured, in turns.
const ROUNDS: usize = 25;

/// Milliseconds that Yjs takes, keeping its history as we do.
const MEASURED: &str = "
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, state);
    const start = performance.now();
    Y.applyUpdate(doc, year);
    return performance.now() - start;";

#[wasm_bindgen_test]
fn a_year_of_another_member() {
    let yjs = Function::new_no_args(&format!("return {YJS}")).call0(&JsValue::NULL).unwrap();
    let in_yjs = Function::new_with_args("Y, state, year", MEASURED);
    let (state, year) = (Uint8Array::from(STATE), Uint8Array::from(YEAR));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(in_yjs.call3(&JsValue::NULL, &yjs, &state, &year).unwrap().as_f64().unwrap());
        let mut doc = CircleDoc::open(1, [STATE]).unwrap();
        let start = platform::stopwatch();
        let written = doc.merge(YEAR).unwrap().unwrap();
        ours.push(platform::stopwatch() - start);
        assert!(!doc.has_gaps() && written.changes.len() > 1000);
    }
    let (ours, theirs) = (middle(ours), middle(theirs));
    console_log!(
        "bench: a year of another member's changes, {} kB, into 12 members and 104 weeks: {ours:.2} ms, Yjs {theirs:.2} ms: ratio {:.2}",
        YEAR.len() / 1000,
        ours / theirs
    );
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
