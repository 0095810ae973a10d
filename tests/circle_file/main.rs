//! The circle file: what goes out comes in again, and nothing else ever does.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod authors;
mod capacity;
mod damage;
mod feedback;
mod fixture;
mod hand_edits;
mod hostile;
mod invitation;
mod names;
mod private;
mod profile;
mod purpose;
mod round_trip;
mod sealed;
mod sealing;
mod season;

use peer_circle::document::CircleDoc;
use peer_circle::exchange::circle_file;
use serde_json::Value;

/// `doc` as the file that Ana exports.
fn export(doc: &CircleDoc) -> String {
    circle_file::write(doc, support::at("2026-11-23T19:05:54Z"), "Ana")
}

/// `file` with one thing changed.
fn with(file: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut json: Value = serde_json::from_str(file).expect("JSON");
    change(&mut json);
    serde_json::to_string_pretty(&json).expect("JSON")
}

/// The record of `kind` whose `field` is `is`, in the readable part of `file`.
fn record<'a>(file: &'a mut Value, kind: &str, field: &str, is: &str) -> &'a mut Value {
    let records = file["circle"][kind].as_array_mut().expect("records");
    records.iter_mut().find(|record| record[field] == is).expect("the record")
}
