//! Files that come in.

use super::app::{App, Phase, Undo};
use super::gain::{FileImport, ImportError, ImportGain, ImportReport};
use super::index::{CircleEntry, MERGING_KEY};
use super::sending::{Sending, sending_key};
use super::store::OpenDoc;
use crate::document::{self, Imported, Place, Value};
use crate::domain::{Circle, CircleId, news};
use crate::exchange::circle_file::{self, CircleFile, FileError};
use crate::exchange::note_file::{self, NoteFile};
use crate::exchange::sealed_file::{self, SealFault};
use crate::platform::{self, PickedFile};
use crate::vault::{self, Loaded, Small, StorageError, WriteError};
use leptos::prelude::*;
use std::rc::Rc;

impl App {
    /// Takes files in, one after the other.
    pub(super) fn take(&self, files: Vec<PickedFile>) -> Vec<FileImport> {
        files.into_iter().map(|file| FileImport { result: self.receive_one(&file), file: file.name }).collect()
    }

    fn receive_one(&self, file: &PickedFile) -> Result<ImportReport, ImportError> {
        let Some(bytes) = &file.bytes else {
            return Err(if file.size > circle_file::MAX_BYTES {
                FileError::TooLarge { bytes: file.size, max: circle_file::MAX_BYTES }.into()
            } else {
                ImportError::Unreadable
            });
        };
        let storage = self.storage();
        // Yrs may stop the app on crafted bytes: the next start then knows why, and nothing was written.
        let marked = storage.set(MERGING_KEY, &file.name);
        let read = circle_file::read(bytes, platform::random_u32());
        let taken = match read {
            Err(FileError::OtherProgram) => match note_file::read(bytes) {
                Err(FileError::OtherProgram) => match sealed_file::read(bytes) {
                    Err(SealFault::File(FileError::OtherProgram)) => self.take_arrival(bytes),
                    Err(fault) => Err(ImportError::Sealed(fault)),
                    Ok(sealed) => Err(ImportError::Locked(sealed)),
                },
                read => read.map_err(Into::into).and_then(|note| self.take_in_note(note)),
            },
            read => read.map_err(ImportError::from).and_then(|read| self.take_in(read)),
        };
        if marked.is_ok() {
            let _ = storage.remove(MERGING_KEY);
        }
        taken
    }

    /// Takes a note for two in, where who holds the device is one of them.
    fn take_in_note(&self, file: NoteFile) -> Result<ImportReport, ImportError> {
        let (id, name) = (file.circle.clone(), file.circle_name.clone());
        let entry = self.index.with_untracked(|index| index.entry(&id).cloned());
        let me = entry.as_ref().and_then(CircleEntry::member);
        let note = &file.note.note;
        if me.is_none_or(|me| note.from != me && note.to != me) {
            return Err(ImportError::NoteForOthers { circle: name, is_here: entry.is_some() });
        }
        let storage = self.storage();
        let aside = || match vault::load(&*storage, id.as_str()) {
            Ok(Loaded::Ready(ready)) => {
                OpenDoc::from_ready(id.clone(), &ready).map(|open| open.doc).map_err(|_| FileError::NoCircle)
            }
            _ => Err(FileError::NoCircle),
        };
        let (before, after) = self.take_note(file, aside).map_err(not_stored)??;
        let news = news(&before, &after);
        let gain = match news.is_empty() {
            true => ImportGain::NothingNew,
            false => ImportGain::Merged { news, conflicts: Vec::new(), hand_edits: Vec::new() },
        };
        Ok(ImportReport { circle: id, after, gain })
    }

    fn take_in(&self, file: CircleFile) -> Result<ImportReport, ImportError> {
        let inside = file.doc.circle().map_err(|_| FileError::NoCircle)?;
        let id = inside.about.id.clone();
        if file.doc.is_newer() {
            return Err(ImportError::NewerCircle);
        }
        let is_listed = self.index.with_untracked(|index| index.entry(&id).is_some());
        match is_listed {
            true if self.is_unreadable(&id) => self.replace_unreadable(file, inside),
            true if self.is_open(&id) => self.merge_here(&file, id),
            true => self.merge_aside(&file, id),
            false => self.keep_arrived(file, inside, None),
        }
    }

    fn is_open(&self, id: &CircleId) -> bool {
        self.open.with_untracked(|open| open.as_ref() == Some(id))
    }

    fn is_unreadable(&self, id: &CircleId) -> bool {
        matches!(vault::load(&*self.storage(), id.as_str()), Ok(Loaded::Unreadable { .. } | Loaded::Empty))
    }

    /// Begins the circle anew from a member's copy; what could not be read is set aside, not thrown away.
    fn replace_unreadable(&self, file: CircleFile, inside: Circle) -> Result<ImportReport, ImportError> {
        let storage = self.storage();
        let id = &inside.about.id;
        let stored = vault::all_bytes(&*storage, id.as_str()).map_err(not_stored)?;
        let keys: Vec<_> = stored.into_iter().map(|(key, _)| key).collect();
        vault::set_aside(&*storage, id.as_str(), &keys).map_err(not_stored)?;
        let me = self.index.with_untracked(|index| index.entry(id).and_then(|entry| entry.me.clone()));
        self.keep_arrived(file, inside, me)
    }

    /// Keeps a circle that came in. It is shown unless the person is at work in another one.
    fn keep_arrived(&self, file: CircleFile, inside: Circle, me: Option<String>) -> Result<ImportReport, ImportError> {
        let (id, is_rebuilt) = (inside.about.id.clone(), file.is_rebuilt);
        let name = inside.about.name.clone();
        let entry = CircleEntry { id: id.to_string(), name, me, is_demo: false, sent_at: None, removed_at: None };
        let open = self.keep_apart(entry, file.doc).map_err(ImportError::NotStored)?;
        if self.is_open(&id) || !self.is_at_work() {
            self.show(open, inside.clone());
        }
        leptos::task::spawn_local(platform::ask_to_persist());
        Ok(ImportReport { circle: id, after: inside, gain: ImportGain::NewCircle { is_rebuilt } })
    }

    /// Whether a real circle is open, which no file may take off the screen.
    fn is_at_work(&self) -> bool {
        let is_demo = self.entry.with_untracked(|entry| entry.as_ref().is_some_and(|entry| entry.is_demo));
        !is_demo && self.phase.with_untracked(|phase| *phase == Phase::Ready)
    }

    /// Merges a file into the circle that is open.
    fn merge_here(&self, file: &CircleFile, id: CircleId) -> Result<ImportReport, ImportError> {
        let before = self.circle.get_untracked();
        let imported = self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            let open = store.doc.as_mut().ok_or(FileError::NoCircle)?;
            brought(open, file)
        })?;
        self.settle(imported.written.clone());
        self.change_sending(|sending, doc| sending.unsent.receive(doc.facts(), file.doc.facts()));
        let after = self.circle.get_untracked();
        let gain = self.with_doc(|doc| ImportGain::of(&before, &after, imported, doc.facts(), file));
        Ok(ImportReport { circle: id, after, gain: gain.unwrap_or(ImportGain::NothingNew) })
    }

    /// Merges a file into a circle of this device that is not open; it is shown only where none is.
    fn merge_aside(&self, file: &CircleFile, id: CircleId) -> Result<ImportReport, ImportError> {
        let (storage, tab) = self.store.with_value(|store| {
            let store = store.borrow();
            (Rc::clone(&store.storage), store.tab.clone())
        });
        let Loaded::Ready(ready) = vault::load(&*storage, id.as_str()).map_err(not_stored)? else {
            return Err(FileError::NoCircle.into());
        };
        let damaged = |_| FileError::Damaged("history");
        let mut open = OpenDoc::from_ready(id.clone(), &ready).map_err(damaged)?;
        let before = open.doc.circle().map_err(damaged)?;
        let imported = brought(&mut open, file)?;
        if let Some(written) = &imported.written {
            open.append(&*storage, &tab, written.update.clone()).map_err(not_stored)?;
        }
        if let Ok(Small::Ready(mut sending)) = vault::read_json::<Sending>(&*storage, &sending_key(&id)) {
            sending.unsent.receive(open.doc.facts(), file.doc.facts());
            // What stays listed although others have it is sent once more.
            let _ = vault::write_json(&*storage, &sending_key(&id), &sending);
        }
        let after = open.doc.circle().map_err(damaged)?;
        let name = after.about.name.clone();
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(&id) {
                entry.name = name;
                entry.removed_at = None;
            }
        });
        let gain = ImportGain::of(&before, &after, imported, open.doc.facts(), file);
        if !self.is_at_work() {
            self.show(open, after.clone());
        }
        Ok(ImportReport { circle: id, after, gain })
    }

    /// Writes `values` into `circle` as the newest ones: the other side of a conflict, or edits made by hand.
    /// `None` where another circle is open by now.
    pub fn choose_values(&self, circle: &CircleId, values: Vec<(Place, Value)>) -> Option<Undo> {
        if !self.is_open(circle) {
            return None;
        }
        let written =
            self.store.with_value(|store| store.borrow_mut().doc.as_mut().and_then(|open| open.doc.write(values)));
        Some(self.settle_own(written))
    }
}

/// Merges what `file` has. A file that has lost its history brings its readable part, as edits made by hand.
fn brought(open: &mut OpenDoc, file: &CircleFile) -> Result<Imported, FileError> {
    if file.is_rebuilt {
        return Ok(Imported::default());
    }
    document::import(&mut open.doc, &file.doc).map_err(|_| FileError::Damaged("history"))
}

fn not_stored(error: StorageError) -> ImportError {
    ImportError::NotStored(WriteError::Storage(error))
}
