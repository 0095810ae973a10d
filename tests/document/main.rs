//! The document: what is written, what a merge keeps, and that every copy arrives at the same circle.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod authors;
mod difference;
mod foreign;
mod histories;
mod merging;
mod opening;
mod outbox;
mod pending;
mod plain;
mod sessions;
mod turns;
mod writing;
