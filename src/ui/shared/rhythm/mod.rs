//! What several pages show of the rhythm.

mod card;
pub mod events;
mod weekly;
pub mod words;

pub use card::RhythmCard;
pub use weekly::{weekday_options, weekly_time, zone_options};
