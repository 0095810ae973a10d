//! Files that come in.

use super::app::{App, Phase, Undo};
use super::gain::{FileImport, ImportError, ImportGain, ImportReport, ImportStage};
use super::index::{CircleEntry, MERGING_KEY};
use super::look::Trials;
use super::sending::sending_key;
use super::source::{Looked, Source};
use super::store::OpenDoc;
use crate::document::{Place, ToldSoFar, Value};
use crate::domain::{Circle, CircleId, news};
use crate::exchange::circle_file::{self, CircleFile, FileError};
use crate::exchange::note_file::{self, NoteFile};
use crate::exchange::sealed_file::{self, SealFault};
use crate::exchange::update_message::{self, MessageError, UpdateMessage};
use crate::platform::{self, PickedFile};
use crate::vault::{self, Loaded, StorageError, WriteError};
use leptos::prelude::*;
use std::rc::Rc;

impl App {
    /// Looks at files, one after the other. What brings something to a circle of this device waits for
    /// [`Self::take_looked`]; a circle that is new here and what lies beside circles is kept at once.
    pub(super) fn look(&self, files: Vec<PickedFile>) -> Vec<FileImport> {
        let mut trials = Trials::default();
        files.into_iter().flat_map(|file| self.look_at_file(file, &mut trials)).collect()
    }

    /// Takes in what was looked at.
    pub(super) fn take_looked(&self) -> Vec<FileImport> {
        let (looked, choices) = self.store.with_value(|store| {
            let store = &mut *store.borrow_mut();
            (std::mem::take(&mut store.looked), std::mem::take(&mut store.choices))
        });
        let take = |Looked { name, circle, source }: Looked| {
            let result = self.marked(&name, || self.take_source(&source, &circle));
            FileImport { file: name, result }
        };
        self.remembering(|| {
            let mut taken: Vec<_> = looked.into_iter().map(take).collect();
            for (circle, values) in choices {
                if self.choose_values(&circle, values.clone()).is_some() {
                    taken.iter_mut().for_each(|import| import.choose(&circle, &values));
                }
            }
            taken
        })
    }

    fn look_at_file(&self, file: PickedFile, trials: &mut Trials) -> Vec<FileImport> {
        let PickedFile { name, size, bytes } = file;
        let Some(bytes) = bytes else {
            let error = match size > circle_file::MAX_BYTES {
                true => FileError::TooLarge { bytes: size, max: circle_file::MAX_BYTES }.into(),
                false => ImportError::Unreadable,
            };
            return vec![FileImport { file: name, result: Err(error) }];
        };
        self.marked(&name, || match messages_in(&bytes) {
            Some(messages) => {
                messages.into_iter().map(|message| self.look_at_message(message, &name, trials)).collect()
            }
            None => vec![FileImport { result: self.look_at_bytes(&name, &bytes, trials), file: name.clone() }],
        })
    }

    /// Runs `take` under a mark: Yrs may stop the app on crafted bytes, and then the next start knows why.
    fn marked<T>(&self, name: &str, take: impl FnOnce() -> T) -> T {
        let storage = self.storage();
        let marked = storage.set(MERGING_KEY, name);
        let taken = take();
        if marked.is_ok() {
            let _ = storage.remove(MERGING_KEY);
        }
        taken
    }

    fn look_at_message(
        &self,
        message: Result<UpdateMessage, MessageError>,
        name: &str,
        trials: &mut Trials,
    ) -> FileImport {
        let message = match message {
            Ok(message) => message,
            Err(error) => return FileImport { file: name.to_owned(), result: Err(error.into()) },
        };
        let (name, circle) = (message.sender_name.clone(), message.circle.clone());
        let result = if self.is_listed(&circle) && !self.is_unreadable(&circle) {
            self.look_at(Looked { name: name.clone(), circle, source: Source::Message(message) }, trials)
        } else {
            Err(ImportError::UpdateElsewhere { circle: message.circle_name, sender: message.sender_name })
        };
        FileImport { file: name, result }
    }

    fn look_at_bytes(&self, name: &str, bytes: &[u8], trials: &mut Trials) -> Result<ImportReport, ImportError> {
        let file = match circle_file::read(bytes, platform::random_u32()) {
            Err(FileError::OtherProgram) => {
                return match note_file::read(bytes) {
                    Err(FileError::OtherProgram) => match sealed_file::read(bytes) {
                        Err(SealFault::File(FileError::OtherProgram)) => self.take_arrival(bytes),
                        Err(fault) => Err(ImportError::Sealed(fault)),
                        Ok(sealed) => Err(ImportError::Locked(sealed)),
                    },
                    read => read.map_err(Into::into).and_then(|note| self.take_in_note(note)),
                };
            }
            read => read?,
        };
        let inside = file.doc.circle().map_err(|_| FileError::NoCircle)?;
        let circle = inside.about.id.clone();
        if file.doc.is_newer() {
            return Err(ImportError::NewerCircle);
        }
        match self.is_listed(&circle) {
            true if self.is_unreadable(&circle) => self.replace_unreadable(file, inside),
            true => {
                self.look_at(Looked { name: name.to_owned(), circle, source: Source::File(Box::new(file)) }, trials)
            }
            false => self.keep_arrived(file, inside, None),
        }
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
        Ok(ImportReport { circle: id, after, gain, stage: ImportStage::Taken, lacks: None })
    }

    /// Takes a source in, into a circle of this device.
    pub(super) fn take_source(&self, source: &Source, circle: &CircleId) -> Result<ImportReport, ImportError> {
        if self.is_open(circle) { self.merge_here(source, circle) } else { self.merge_aside(source, circle) }
    }

    fn is_listed(&self, id: &CircleId) -> bool {
        self.index.with_untracked(|index| index.entry(id).is_some())
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
        // Whoever made the file has all that is in it, and so has everybody who takes in what they send.
        let mut sending = self.sending_of(&id);
        sending.told = Some(ToldSoFar::everything(&file.doc));
        let maker = inside.members.values().find(|member| member.name == file.exported_by);
        if let (Some(maker), Some(at)) = (maker, file.exported_at) {
            sending.hear(&maker.id, at, None);
        }
        let entry = CircleEntry { id: id.to_string(), name, me, is_demo: false, sent_at: None, removed_at: None };
        let open = self.keep_apart(entry, file.doc).map_err(ImportError::NotStored)?;
        // Without it the next thing that is sent is a whole file.
        let _ = vault::write_json(&*self.storage(), &sending_key(&id), &sending);
        if self.is_open(&id) || !self.is_at_work() {
            self.show(open, inside.clone());
        }
        leptos::task::spawn_local(platform::ask_to_persist());
        let gain = ImportGain::NewCircle { is_rebuilt };
        Ok(ImportReport { circle: id, after: inside, gain, stage: ImportStage::Taken, lacks: None })
    }

    /// Whether a real circle is open, which no file may take off the screen.
    fn is_at_work(&self) -> bool {
        let is_demo = self.entry.with_untracked(|entry| entry.as_ref().is_some_and(|entry| entry.is_demo));
        !is_demo && self.phase.with_untracked(|phase| *phase == Phase::Ready)
    }

    /// Merges a source into the circle that is open.
    fn merge_here(&self, source: &Source, id: &CircleId) -> Result<ImportReport, ImportError> {
        let before = self.circle.get_untracked();
        let imported = self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            let open = store.open().ok_or(FileError::NoCircle)?;
            source.merge_into(&mut open.doc)
        })?;
        self.settle(imported.written.clone());
        let (after, me) = (self.circle.get_untracked(), self.me.get_untracked());
        self.change_sending(|sending, doc| source.note(sending, doc, &after, me.as_ref()));
        let gained = self.with_doc(|doc| {
            let hand_edits = source.hand_edits(doc.facts());
            (ImportGain::of(&before, &after, imported, (doc, me.as_ref()), hand_edits), source.lacks(doc))
        });
        let (gain, lacks) = gained.unwrap_or((ImportGain::NothingNew, None));
        Ok(ImportReport { circle: id.clone(), after, gain, stage: ImportStage::Taken, lacks })
    }

    /// Merges a source into a circle of this device that is not open; it is shown only where none is.
    fn merge_aside(&self, source: &Source, id: &CircleId) -> Result<ImportReport, ImportError> {
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
        let mut sending = self.sending_of(id);
        let imported = source.merge_into(&mut open.doc)?;
        if let Some(written) = &imported.written {
            open.append(&*storage, &tab, written.update.clone()).map_err(not_stored)?;
        }
        let after = open.doc.circle().map_err(damaged)?;
        let me = self.index.with_untracked(|index| index.entry(id).and_then(CircleEntry::member));
        source.note(&mut sending, &open.doc, &after, me.as_ref());
        // Where nothing was kept so far, what waits is estimated when the circle is opened.
        if matches!(storage.get(&sending_key(id)), Ok(Some(_))) {
            // What stays listed although others have it is sent once more.
            let _ = vault::write_json(&*storage, &sending_key(id), &sending);
        }
        let name = after.about.name.clone();
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(id) {
                entry.name = name;
                entry.removed_at = None;
            }
        });
        let (hand_edits, lacks) = (source.hand_edits(open.doc.facts()), source.lacks(&open.doc));
        let gain = ImportGain::of(&before, &after, imported, (&open.doc, me.as_ref()), hand_edits);
        if !self.is_at_work() {
            self.show(open, after.clone());
        }
        Ok(ImportReport { circle: id.clone(), after, gain, stage: ImportStage::Taken, lacks })
    }

    /// Writes `values` into `circle` as the newest ones: the other side of a conflict, or edits made by hand.
    /// `None` where another circle is open by now.
    pub fn choose_values(&self, circle: &CircleId, values: Vec<(Place, Value)>) -> Option<Undo> {
        if !self.is_open(circle) {
            return None;
        }
        let written = self.written_by_me(|doc| doc.write(values));
        Some(self.settle_own(written))
    }
}

/// The update messages in `bytes`, where they are a text that has some: one message, or a chat. A circle's file is none,
/// whatever people wrote in it.
fn messages_in(bytes: &[u8]) -> Option<Vec<Result<UpdateMessage, MessageError>>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let is_text = !text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    (is_text && update_message::is_in(text)).then(|| update_message::read(text))
}

fn not_stored(error: StorageError) -> ImportError {
    ImportError::NotStored(WriteError::Storage(error))
}
