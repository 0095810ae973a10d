//! The domain: plain rules, each as a table of cases.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

mod support;

#[path = "domain/care.rs"]
mod care;
#[path = "domain/carrying.rs"]
mod carrying;
#[path = "domain/clock.rs"]
mod clock;
#[path = "domain/clocks.rs"]
mod clocks;
#[path = "domain/cycles.rs"]
mod cycles;
#[path = "domain/decisions.rs"]
mod decisions;
#[path = "domain/reading.rs"]
mod reading;
#[path = "domain/reminders.rs"]
mod reminders;
#[path = "domain/rhythm.rs"]
mod rhythm;
#[path = "domain/rhythm_changes.rs"]
mod rhythm_changes;
#[path = "domain/rota/mod.rs"]
mod rota;
#[path = "domain/session_news.rs"]
mod session_news;
#[path = "domain/sessions.rs"]
mod sessions;
#[path = "domain/time.rs"]
mod time;
