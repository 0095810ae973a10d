//! What several pages show of a goal.

#[cfg(page)]
mod line;
#[cfg(page)]
mod measure;
pub mod words;

#[cfg(page)]
pub use line::points_drawn;
#[cfg(page)]
pub use measure::{MeasureEntries, MeasureFields};
