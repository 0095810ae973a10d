//! What several pages show of a circle as a whole.

mod start_form;
pub mod words;

pub use start_form::StartForm;
