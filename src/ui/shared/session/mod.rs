//! What other pages show of a session.

mod card;

pub use card::SessionCard;
