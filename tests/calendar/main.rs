//! The calendar file: what other calendars make of it, and that it is well formed.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod changes;
mod form;
mod meaning;
mod reading;
mod zones;
