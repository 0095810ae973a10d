//! What several pages show of the roles, and ask of the rota.

mod card;
pub mod turns;
pub mod words;

pub use card::RoleCard;
