//! Pictures, each with its content in words.

mod credits;
mod fit_ring;
mod flow_grid;
mod goal_line;
mod keep_line;
mod lanes;
mod numbers;
mod ring;
mod week_picture;
mod weeks_map;

pub use credits::{CreditBars, CreditRow};
pub use fit_ring::{FitArc, FitRing};
pub use flow_grid::{FlowData, FlowGrid, FlowWords};
pub use goal_line::{GoalLine, LinePoint};
pub use keep_line::{KeepLine, KeepPoint, KeepWords};
pub use lanes::{Lane, LaneWords, Lanes};
pub use numbers::{Numbers, numbers};
pub use ring::Ring;
pub use week_picture::{PictureData, WeekPicture};
pub use weeks_map::{MapCell, MapRow, MapWords, WeeksMap};
