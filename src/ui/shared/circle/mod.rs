//! What several pages show of a circle as a whole.

mod start_form;
pub mod words;
mod zone_field;

pub use start_form::{StartForm, is_start_begun};
