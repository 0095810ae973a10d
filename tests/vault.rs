//! The vault: nothing that was acknowledged is ever lost, whatever happens to the stored bytes.

#[path = "vault/damage.rs"]
mod damage;
#[path = "vault/forms.rs"]
mod forms;
#[path = "vault/history.rs"]
mod history;
#[path = "vault/room.rs"]
mod room;
#[path = "vault/world.rs"]
mod world;
#[path = "vault/writing.rs"]
mod writing;
