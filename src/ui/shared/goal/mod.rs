//! What several pages show of a goal.

pub mod words;
