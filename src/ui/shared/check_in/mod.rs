//! What several pages show of a check-in: its state in a word, and what was said.

mod said;
mod state_tag;
pub mod words;

pub use said::said;
pub use state_tag::state_tag;
