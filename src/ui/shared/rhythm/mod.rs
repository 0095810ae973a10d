//! What several pages show of the rhythm.

pub mod events;
mod weekly;
pub mod words;

pub use weekly::{weekday_options, weekly_time, zone_options};
