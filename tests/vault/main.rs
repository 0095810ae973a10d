//! The vault: nothing that was acknowledged is ever lost, whatever happens to the stored bytes.

mod damage;
mod forms;
mod frozen;
mod history;
mod room;
mod standing;
mod world;
mod writing;
