//! The calendar file: what other calendars make of it, and that it is well formed.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

mod support;

#[path = "calendar/changes.rs"]
mod changes;
#[path = "calendar/form.rs"]
mod form;
#[path = "calendar/meaning.rs"]
mod meaning;
#[path = "calendar/reading.rs"]
mod reading;
#[path = "calendar/zones.rs"]
mod zones;
