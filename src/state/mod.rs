//! The open circle as signals, and the one way to change it.
//!
//! [`App`] is a bundle of signals, handed down as context. Everything that changes a circle goes through
//! [`App::dispatch`]; everything that comes from elsewhere (a file, another tab, this device's storage)
//! enters by merging. No DOM here.

mod app;
mod arrived;
mod bring;
mod choose;
mod circles;
mod dispatch;
mod drafts;
mod effect;
mod engine;
mod gain;
mod import;
mod index;
mod journal;
mod kept_person;
mod link;
mod look;
mod losses;
mod memo;
mod notes;
mod open;
mod preferences;
mod remind;
mod seal;
mod sealing;
mod second_copy;
mod send;
mod sending;
mod signal;
mod source;
mod store;
mod stored;
mod tabs;
mod take_back;
mod update;
mod values;

pub use app::{App, Notice, Phase, SaveState, TakeBack, Undo};
pub use drafts::{Draft, Heard};
pub use effect::Effect;
pub use engine::run_tabs;
pub use gain::{ConflictChoice, FileImport, ImportError, ImportGain, ImportReport, ImportStage};
pub use index::{CircleEntry, Index, Removed};
pub use kept_person::KeptPerson;
pub use link::{LinkError, LinkOutcome};
pub use losses::Losses;
pub use memo::Memo;
pub use notes::OutgoingNote;
pub use open::StartError;
pub use preferences::Preferences;
pub use seal::{LockedFile, SealError};
pub use sealing::run_sealing;
pub use send::{OutgoingFile, OutgoingUpdate, Reach};
pub use sending::{PeerCopy, SavedFile};
pub use signal::{ReadSignal, RwSignal};
pub use stored::StoredValue;
pub use update::{Newer, run_updates};
