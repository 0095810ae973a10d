//! The vault: how a circle's bytes are kept on the device, so that nothing is ever lost.
//!
//! A circle is stored as two *generations* of its whole state and a *log* of updates. An edit appends
//! one key to the log; now and then the whole state is written over the older generation. The bytes
//! are opaque here: all that is asked of them is that updates commute and may be applied twice.
//!
//! ```text
//! load ─▶ Empty ──────▶ write_generation(state, None)              begin
//!      ├▶ Ready ──────▶ apply parts ─▶ append(update)…             edit
//!      │                └▶ should_compact? lock ─▶ load ─▶ apply ─▶ write_generation(state, Some)
//!      └▶ Unreadable ─▶ download bytes ─▶ set_aside or erase ─▶ begin from a file
//! ```
//!
//! What can be relied on:
//! - An update is safe when [`append`] returned `Ok`; a state when [`write_generation`] did.
//! - Either generation may be damaged or gone: the other one and the log are the complete state (how:
//!   `generation.rs`). A damaged update costs that update alone.
//! - A call that fails, or a page killed at any point, leaves all earlier bytes in place.
//! - Bytes that cannot be read are copied aside before anything takes their place; [`erase`] alone
//!   deletes them. What a newer version of the app wrote is not overwritten at all.
//! - No value whatever makes a function panic, or allocate more than [`MAX_RAW_BYTES`].
//!
//! The forms of keys and values are described in `keys.rs`, `envelope.rs`, `dense.rs` and `aside.rs`.

mod aside;
mod covered;
mod dense;
mod envelope;
mod fault;
mod footing;
mod generation;
mod keys;
mod load;
mod log;
mod slots;
mod small;
mod storage;
mod usage;

pub use aside::set_aside;
pub use envelope::MAX_RAW_BYTES;
pub use fault::{Fault, Flaw};
pub use footing::{Footing, footing};
pub use generation::{Compacted, WriteError, write_generation};
pub use keys::{LogKey, parse_log_key};
pub use load::{Backlog, Loaded, Ready, all_bytes, load};
pub use log::{append, log_value, read_log_value};
pub use slots::Generation;
pub use small::{Small, read_json, write_json};
pub use storage::{MemoryStorage, Storage, StorageError};
pub use usage::{CircleUsage, Usage, erase, should_compact, usage};
