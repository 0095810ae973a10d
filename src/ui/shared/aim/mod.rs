//! What several pages show of the circle's shared aim.

mod line;
mod standing;
mod words;

pub use line::AimLine;
pub use standing::AimStanding;
