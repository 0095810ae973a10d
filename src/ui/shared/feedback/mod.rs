//! What several pages show of feedback: the dialog in which it is given, and what waits for somebody.

mod card;
mod give;
pub mod words;

pub use card::FeedbackCard;
pub use give::{GiveSheet, Giving};
