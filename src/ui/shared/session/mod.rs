//! What other pages show of a session.

mod card;
pub mod words;

pub use card::SessionCard;
