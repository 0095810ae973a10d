//! Pictures, each with its content in words.

mod credits;
mod goal_line;
mod ring;

pub use credits::{CreditBars, CreditRow};
pub use goal_line::{GoalLine, LinePoint};
pub use ring::Ring;
