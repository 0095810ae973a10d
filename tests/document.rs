//! The document: what is written, what a merge keeps, and that every copy arrives at the same circle.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

mod support;

#[path = "document/foreign.rs"]
mod foreign;
#[path = "document/histories.rs"]
mod histories;
#[path = "document/merging.rs"]
mod merging;
#[path = "document/sessions.rs"]
mod sessions;
#[path = "document/turns.rs"]
mod turns;
#[path = "document/writing.rs"]
mod writing;
