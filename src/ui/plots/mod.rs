//! Pictures, each with its content in words.

mod goal_line;
mod ring;

pub use goal_line::{GoalLine, LinePoint};
pub use ring::Ring;
