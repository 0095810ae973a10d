//! What several pages show of the exchange: sending what is new, pasting what came, and how far all are in step.

mod in_step;
mod paste;
mod send;
pub mod words;

pub use in_step::{Arrived, InStep};
pub use paste::Paste;
pub use send::{Handed, SendNew, can_send_at_once, save_file, send_at_once, share_whole};
