//! The vault: nothing that was acknowledged is ever lost, whatever happens to the stored bytes.

mod damage;
mod footing;
mod forms;
mod frozen;
mod history;
mod room;
mod world;
mod writing;
