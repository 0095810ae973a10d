//! The circle's document: the only code that knows Yrs.
//!
//! One root map per kind of record, flat keys `"<id>/<field>"` with primitive values, so that two devices
//! which create the same record at once lose nothing. Reading goes through a mirror ([`Facts`]); writing
//! compares first and stores only what differs. What comes before its predecessors waits unseen. Values
//! are cleared with `Null` and records with `deleted_at`: nothing is ever removed, so history stays whole.

mod author;
mod change;
mod circle_doc;
mod difference;
mod facts;
mod held;
mod history;
mod import;
mod mark;
mod outbox;
mod overruled;
mod pending;
mod plain;
mod schema;
mod snapshot;
mod write;

pub use author::{Author, STAMPS};
pub use change::{Change, DocError, Written};
pub use circle_doc::CircleDoc;
pub use difference::ToldSoFar;
pub use facts::{Facts, Fields, Place};
pub use history::{History, JournalEntry};
pub use import::{Conflict, Imported, covers, edits, import, import_update};
pub use outbox::{Enclosed, Outbox};
pub use plain::{circle_of_plain, plain};
pub use schema::SCHEMA;
pub use snapshot::{facts_of, from_snapshot, snapshot};
pub use yrs::Any as Value;
