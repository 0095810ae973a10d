//! Values of the circle's document, as people read them: what each is called, what it says, who wrote it and when.

mod earlier;
mod told;
pub mod words;

pub use earlier::earlier_versions;
pub use told::{told_author, told_title, told_value};
