//! What lies behind the signals: the document and its storage.

use super::losses::Losses;
use super::source::{Looked, TakenIn};
use crate::document::{Change, CircleDoc, DocError, Place, Value, plain};
use crate::domain::CircleId;
use crate::platform;
use crate::vault::{self, Backlog, Fault, Footing, Generation, Loaded, Ready, Storage, StorageError, WriteError};
use std::rc::Rc;

/// The open document, and how it is kept.
pub(super) struct Store {
    pub(super) storage: Rc<dyn Storage>,
    /// Names this tab in log keys and is fresh at each start.
    pub(super) tab: String,
    /// The open circle's document, where it was read.
    doc: Option<OpenDoc>,
    /// The open circle's values, where its document was not read yet.
    unread: Option<UnreadDocument>,
    /// What the document turned out to say that was read after its values were shown.
    pub(super) said: Option<DocumentSays>,
    /// What reading it found missing.
    pub(super) losses: Losses,
    /// How often something has changed since the values were kept for the next start.
    pub(super) unkept: u32,
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
    /// The keys of the updates that lie in the log, as far as this tab knows; all of them are in `doc`.
    log_keys: Vec<String>,
}

/// A circle whose values are on the screen, and whose document lies behind them still unread.
struct UnreadDocument {
    id: CircleId,
    values: Vec<u8>,
}

/// What a document turns out to say that was read after its values were shown.
pub(super) enum DocumentSays {
    /// The same as they do.
    Same,
    /// Something else, which counts.
    Other,
    /// Nothing: it cannot be read, or is gone by now.
    Nothing,
}

/// What the vault has of a circle, read.
pub(super) enum FoundCircle {
    /// It can be read, perhaps not all of it.
    Ready(Box<OpenDoc>, Losses),
    /// It cannot be read.
    Unreadable(Vec<Fault>),
    /// Nothing is stored of it.
    Nothing,
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
            unread: None,
            said: None,
            losses: Losses::default(),
            unkept: 0,
            looked: Vec::new(),
            choices: Vec::new(),
            taken: None,
        }
    }

    /// The open circle's document. Read first where only its values are known.
    pub(super) fn open(&mut self) -> Option<&mut OpenDoc> {
        self.read_document();
        self.doc.as_mut()
    }

    /// The open circle's document, where it was read.
    pub(super) fn opened(&self) -> Option<&OpenDoc> {
        self.doc.as_ref()
    }

    /// Opens `doc`, or nothing, in place of what is open.
    pub(super) fn put(&mut self, doc: Option<OpenDoc>) {
        (self.doc, self.unread, self.said) = (doc, None, None);
    }

    /// Opens the circle that has `values`, and leaves its document unread.
    pub(super) fn put_values(&mut self, id: CircleId, values: Vec<u8>) {
        self.put(None);
        self.unread = Some(UnreadDocument { id, values });
    }

    /// Reads the document behind values that are shown, where that was not done.
    pub(super) fn read_document(&mut self) {
        let Some(UnreadDocument { id, values }) = self.unread.take() else { return };
        self.said = Some(match OpenDoc::find(&*self.storage, &id) {
            Ok(FoundCircle::Ready(open, losses)) => {
                let is_same = plain(open.doc.facts()) == values;
                (self.doc, self.losses) = (Some(*open), losses);
                if is_same { DocumentSays::Same } else { DocumentSays::Other }
            }
            Ok(FoundCircle::Unreadable(_) | FoundCircle::Nothing) | Err(_) => DocumentSays::Nothing,
        });
    }
}

impl OpenDoc {
    /// Opens what the vault has of the circle `id`.
    ///
    /// # Errors
    /// [`StorageError::Denied`] when the storage throws.
    pub(super) fn find(storage: &dyn Storage, id: &CircleId) -> Result<FoundCircle, StorageError> {
        let ready = match vault::load(storage, id.as_str())? {
            Loaded::Ready(ready) => ready,
            Loaded::Unreadable { faults, .. } => return Ok(FoundCircle::Unreadable(faults)),
            Loaded::Empty => return Ok(FoundCircle::Nothing),
        };
        let unreadable_edits = ready.faults.iter().filter(|fault| fault.key.contains("/log/")).count();
        let losses =
            Losses { unreadable_edits, spare_copy: ready.faults.len() > unreadable_edits, ..Losses::default() };
        Ok(match Self::from_ready(id.clone(), &ready) {
            Ok(open) => FoundCircle::Ready(Box::new(open), losses),
            Err(_) => FoundCircle::Unreadable(ready.faults),
        })
    }

    /// Opens what was read from the vault.
    pub(super) fn from_ready(id: CircleId, ready: &Ready) -> Result<Self, DocError> {
        let doc = CircleDoc::open(platform::random_u32(), ready.needed())?;
        Ok(Self {
            id,
            doc,
            generation: Some(ready.generation.clone()),
            snapshot_chars: ready.snapshot_chars,
            backlog: ready.backlog,
            seq: 0,
            unsaved: Vec::new(),
            appended: None,
            log_keys: ready.log_keys.clone(),
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
            log_keys: Vec::new(),
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
                appended.push(key.clone());
            }
            self.log_keys.push(key);
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

    /// Merges an update that another tab stored under `key`. Returns what changed by it.
    pub(super) fn hear(&mut self, key: &str, update: &[u8]) -> Vec<Change> {
        self.backlog.entries += 1;
        let Ok(written) = self.doc.merge(update) else { return Vec::new() };
        if !self.log_keys.iter().any(|known| known == key) {
            self.log_keys.push(key.to_owned());
        }
        written.map_or_else(Vec::new, |written| written.changes)
    }

    /// The circle's values for the next start, after a text that says what they are of; `None` where something is
    /// stored that is not in them, or something is in them that is not stored.
    pub(super) fn values(&self, storage: &dyn Storage) -> Option<Vec<u8>> {
        let footing = vault::footing(storage, self.id.as_str()).ok()??;
        let is_stored = self.generation.as_ref() == Some(&footing.generation)
            && self.log_keys.len() == footing.log_keys.len()
            && self.log_keys.iter().all(|key| footing.log_keys.contains(key));
        (is_stored && self.unsaved.is_empty() && !self.doc.is_newer()).then(|| {
            let mut values = footing_text(&self.id, &footing).into_bytes();
            values.append(&mut plain(self.doc.facts()));
            values
        })
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
        self.log_keys.clone_from(&ready.log_keys);
        self.generation = Some(ready.generation.clone());
        Ok(written.map_or_else(Vec::new, |written| written.changes))
    }

    /// The same where a part is no update: takes in what is one.
    pub(super) fn catch_up_in_part(&mut self, ready: &Ready) -> Vec<Change> {
        let written = ready.parts().filter_map(|part| self.doc.merge(part).ok().flatten());
        written.flat_map(|written| written.changes).collect()
    }

    /// Writes a new generation of everything that `ready` and this tab know, [`Self::catch_up`] done. The caller holds
    /// the circle's lock since `ready` was loaded.
    pub(super) fn compact(&mut self, storage: &dyn Storage, ready: &Ready) -> Result<(), WriteError> {
        let state = self.doc.state();
        let written =
            vault::write_generation(storage, self.id.as_str(), &state, Some(&ready.generation), &ready.log_keys)?;
        self.log_keys.retain(|key| !written.cleared.contains(key));
        self.generation = Some(written.generation);
        self.snapshot_chars = written.chars;
        self.backlog = Backlog::default();
        Ok(())
    }
}

/// What stands before the values of the circle `id`, kept where it stood so.
pub(super) fn footing_text(id: &CircleId, footing: &Footing) -> String {
    format!("{id}\n{}\n", footing.to_text())
}
