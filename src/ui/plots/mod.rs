//! Pictures, each with its content in words.

mod credits;
mod fit_ring;
mod goal_line;
mod lanes;
mod ring;

pub use credits::{CreditBars, CreditRow};
pub use fit_ring::{FitArc, FitRing};
pub use goal_line::{GoalLine, LinePoint};
pub use lanes::{Lane, LaneWords, Lanes};
pub use ring::Ring;
