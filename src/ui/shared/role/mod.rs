//! What several pages show of the roles, and ask of the rota.

mod card;
mod card_words;
mod moved;
pub mod turns;
pub mod usual;
pub mod words;

pub use card::RoleCard;
pub use moved::{MovedLine, look, moved};
