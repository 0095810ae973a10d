//! What several pages show of profiles: the questions, one at a time, and what is said so far.

mod buttons;
mod forms;
mod grid;
mod hours;
mod questions;
mod skills;
mod summary;
mod whose;
pub mod words;

pub use questions::Questions;
pub use summary::answer_list;
pub use whose::{CircleWords, Whose};
