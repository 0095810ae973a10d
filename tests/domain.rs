//! The domain: plain rules, each as a table of cases.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

mod support;

#[path = "domain/carrying.rs"]
mod carrying;
#[path = "domain/cycles.rs"]
mod cycles;
#[path = "domain/decisions.rs"]
mod decisions;
#[path = "domain/reading.rs"]
mod reading;
#[path = "domain/rota/mod.rs"]
mod rota;
#[path = "domain/time.rs"]
mod time;
