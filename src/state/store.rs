//! What lies behind the signals: the document and its storage.

use super::source::{Looked, TakenIn};
use crate::document::{Change, CircleDoc, DocError, Place, Value};
use crate::domain::CircleId;
use crate::platform;
use crate::vault::{self, Backlog, Generation, Ready, Storage, StorageError, WriteError};
use std::rc::Rc;

/// The open document, and how it is kept.
pub(super) struct Store {
    pub(super) storage: Rc<dyn Storage>,
    /// Names this tab in log keys and is fresh at each start.
    pub(super) tab: String,
    pub(super) doc: Option<OpenDoc>,
    /// What came in and is only looked at.
    pub(super) looked: Vec<Looked>,
    /// What was chosen where it is in conflict with what is here, to be written once it is taken in.
    pub(super) choices: Vec<(CircleId, Vec<(Place, Value)>)>,
    /// What was taken in last, as long as it can be taken back.
    pub(super) taken: Option<TakenIn>,
}

/// A document and where it stands in the vault.
pub(super) struct OpenDoc {
    pub(super) id: CircleId,
    pub(super) doc: CircleDoc,
    pub(super) generation: Option<Generation>,
    pub(super) snapshot_chars: usize,
    pub(super) backlog: Backlog,
    seq: u32,
    /// Updates that found no room yet.
    unsaved: Vec<Vec<u8>>,
    /// The keys that were appended to the log, while somebody wants to know.
    pub(super) appended: Option<Vec<String>>,
}

/// Which of a tab's updates one is.
pub(super) struct Appended {
    pub(super) circle: String,
    pub(super) tab: String,
    pub(super) seq: u32,
}

impl Store {
    pub(super) fn new(storage: Rc<dyn Storage>) -> Self {
        Self {
            storage,
            tab: format!("{:08x}", platform::random_u32()),
            doc: None,
            looked: Vec::new(),
            choices: Vec::new(),
            taken: None,
        }
    }
}

impl OpenDoc {
    /// Opens what the vault has.
    pub(super) fn from_ready(id: CircleId, ready: &Ready) -> Result<Self, DocError> {
        let doc = CircleDoc::open(platform::random_u32(), ready.parts())?;
        Ok(Self {
            id,
            doc,
            generation: Some(ready.generation.clone()),
            snapshot_chars: ready.snapshot_chars,
            backlog: ready.backlog,
            seq: 0,
            unsaved: Vec::new(),
            appended: None,
        })
    }

    /// Stores a new circle's first generation.
    pub(super) fn begin(storage: &dyn Storage, id: CircleId, doc: CircleDoc) -> Result<Self, WriteError> {
        let state = doc.state();
        let compacted = vault::write_generation(storage, id.as_str(), &state, None, &[])?;
        Ok(Self {
            id,
            doc,
            generation: Some(compacted.generation),
            snapshot_chars: compacted.chars,
            backlog: Backlog::default(),
            seq: 0,
            unsaved: Vec::new(),
            appended: None,
        })
    }

    /// What `tab` will append next.
    pub(super) fn next(&self, tab: &str) -> Appended {
        let seq = (self.unsaved.len() as u32).saturating_add(self.seq);
        Appended { circle: self.id.as_str().to_owned(), tab: tab.to_owned(), seq }
    }

    /// Appends `update` to the log, with whatever found no room before.
    pub(super) fn append(&mut self, storage: &dyn Storage, tab: &str, update: Vec<u8>) -> Result<(), StorageError> {
        self.unsaved.push(update);
        self.retry(storage, tab)
    }

    /// Tries again to store what found no room.
    pub(super) fn retry(&mut self, storage: &dyn Storage, tab: &str) -> Result<(), StorageError> {
        while let Some(update) = self.unsaved.first() {
            let key = vault::append(storage, self.id.as_str(), tab, self.seq, update)?;
            if let Some(appended) = &mut self.appended {
                appended.push(key);
            }
            self.seq += 1;
            self.backlog.entries += 1;
            self.backlog.chars += update.len() * 2;
            self.unsaved.remove(0);
        }
        Ok(())
    }

    pub(super) fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    pub(super) fn wants_compaction(&self) -> bool {
        vault::should_compact(self.backlog.entries, self.backlog.chars, self.snapshot_chars)
    }

    /// Takes in what the vault has by now, all at once. Returns what changed by it.
    ///
    /// # Errors
    /// [`DocError`] when a part of it is no update; nothing was taken in then.
    pub(super) fn catch_up(&mut self, ready: &Ready) -> Result<Vec<Change>, DocError> {
        let parts: Vec<_> = ready.parts().collect();
        let written = self.doc.merge_all(parts)?;
        self.backlog = ready.backlog;
        Ok(written.map_or_else(Vec::new, |written| written.changes))
    }

    /// Writes a new generation of everything that `ready` and this tab know, [`Self::catch_up`] done. The caller holds
    /// the circle's lock since `ready` was loaded.
    pub(super) fn compact(&mut self, storage: &dyn Storage, ready: &Ready) -> Result<(), WriteError> {
        let state = self.doc.state();
        let written =
            vault::write_generation(storage, self.id.as_str(), &state, Some(&ready.generation), &ready.log_keys)?;
        self.generation = Some(written.generation);
        self.snapshot_chars = written.chars;
        self.backlog = Backlog::default();
        Ok(())
    }
}
