//! Notes for two: kept beside the circle's document, each under a key of its own, and sent sealed in the circle's file (`sealing`), or
//! by a file of their own.
//!
//! `peer-circle/notes/<circle>/<note>` holds what [`note_file`] writes, with its checksum. What cannot be read stays
//! where it is; it is set aside before anything else takes its place.

use super::app::{App, SaveState};
use super::memo::Memo;
use crate::document::CircleDoc;
use crate::domain::{
    Circle, CircleId, Feedback, FeedbackId, Kind, MemberId, NoteChange, PrivateNote, Record, Timestamp, ZoneId,
    ZoneRules,
};
use crate::exchange::circle_file::FileError;
use crate::exchange::file_name::circle_stem;
use crate::exchange::note_file::{self, NoteFile, NoteHead};
use crate::platform::{self, BrowserZones};
use crate::vault::{self, Storage, StorageError};

/// Where the keys of notes begin; the circle's id and the note's follow.
const NOTES: &str = "peer-circle/notes/";

/// Where the keys of the notes of `circle` begin.
pub(super) fn notes_prefix(circle: &CircleId) -> String {
    format!("{NOTES}{circle}/")
}

/// What is stored of the notes of a circle, and how many of them cannot be read.
fn stored(storage: &dyn Storage, circle: &CircleId) -> (Vec<PrivateNote>, usize) {
    let prefix = notes_prefix(circle);
    let keys = storage.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix));
    let (mut notes, mut unreadable) = (Vec::new(), 0);
    for key in keys {
        match storage.get(&key).ok().flatten().map(|text| note_file::read(text.as_bytes())) {
            Some(Ok(file)) => notes.push(file.note),
            Some(Err(_)) => unreadable += 1,
            None => {}
        }
    }
    (notes, unreadable)
}

/// Stores `note` over what is there of it, with whatever is newer there. Returns what is stored now.
fn keep(storage: &dyn Storage, circle: (&CircleId, &str), note: &PrivateNote) -> Result<PrivateNote, StorageError> {
    let key = format!("{}{}", notes_prefix(circle.0), note.id());
    let merged = match storage.get(&key)?.map(|text| note_file::read(text.as_bytes())) {
        Some(Ok(file)) => note.merged(&file.note),
        Some(Err(_)) => {
            vault::set_aside(storage, circle.0.as_str(), std::slice::from_ref(&key))?;
            note.clone()
        }
        None => note.clone(),
    };
    write(storage, circle, &merged)?;
    Ok(merged)
}

/// [`keep`], for whoever has the newest of it.
fn merge(storage: &dyn Storage, circle: (&CircleId, &str), note: &PrivateNote) -> Result<(), StorageError> {
    keep(storage, circle, note).map(drop)
}

/// A way to store a note.
type StoreNote = fn(&dyn Storage, (&CircleId, &str), &PrivateNote) -> Result<(), StorageError>;

/// Stores `note` in place of what is there of it, in one step.
fn write(storage: &dyn Storage, circle: (&CircleId, &str), note: &PrivateNote) -> Result<(), StorageError> {
    let (from, to) = ((note.note.from.as_str(), ""), (note.note.to.as_str(), ""));
    let head = NoteHead { circle: (circle.0.as_str(), circle.1), from, to, sent_at: note.sent_at };
    storage.set(&format!("{}{}", notes_prefix(circle.0), note.id()), &note_file::write(note, head))
}

/// A note's file on its way out.
#[derive(Clone, Debug)]
pub struct OutgoingNote {
    /// Its name without the extension.
    pub stem: String,
    /// Its content.
    pub text: String,
    id: FeedbackId,
    changed_at: Timestamp,
}

impl App {
    /// Reads the notes of the open circle, and shows them in it. Returns how many cannot be read.
    pub(super) fn read_notes(&self) -> usize {
        let Some(id) = self.open.get_untracked() else { return 0 };
        let (notes, unreadable) = stored(&*self.storage(), &id);
        self.circle.update(|circle| show_all(circle, &notes));
        self.notes.set(notes);
        unreadable
    }

    /// Keeps what became of notes by a command, and shows it.
    pub(super) fn keep_private(&self, notes: Vec<Feedback>) -> Vec<NoteChange> {
        let now = platform::now();
        let change = |note: Feedback| {
            let before = self.note_called(&note.id);
            NoteChange { after: PrivateNote::after(before.as_ref(), note, now), before }
        };
        let changes: Vec<_> = notes.into_iter().map(change).collect();
        for change in &changes {
            self.keep_note(change.after.clone(), merge);
        }
        changes
    }

    /// Takes back what a command did to notes, where nobody has changed them since.
    pub(super) fn undo_private(&self, changes: &[NoteChange]) {
        for NoteChange { before, after } in changes {
            if self.note_called(after.id()).as_ref() != Some(after) {
                continue;
            }
            match before {
                Some(before) => self.keep_note(before.clone(), write),
                None => {
                    self.forget_note(after.id());
                    self.withdraw_seals(after.id());
                }
            }
        }
    }

    fn note_called(&self, id: &FeedbackId) -> Option<PrivateNote> {
        self.notes.with_untracked(|notes| notes.iter().find(|note| note.id() == id).cloned())
    }

    /// Stores `note` by `store` and shows it; says so where it was not stored.
    fn keep_note(&self, note: PrivateNote, store: StoreNote) {
        let Some(id) = self.open.get_untracked() else { return };
        let name = self.circle.with_untracked(|circle| circle.about.name.clone());
        if let Err(error) = store(&*self.storage(), (&id, &name), &note) {
            self.save.set(SaveState::Failed(error));
        }
        self.show_note(note);
    }

    fn show_note(&self, note: PrivateNote) {
        self.circle.update(|circle| circle.put(Record::Feedback(note.note.clone())));
        self.notes.update(|notes| {
            notes.retain(|other| other.id() != note.id());
            notes.push(note);
        });
    }

    fn forget_note(&self, id: &FeedbackId) {
        let Some(circle) = self.open.get_untracked() else { return };
        let _ = self.storage().remove(&format!("{}{id}", notes_prefix(&circle)));
        self.circle.update(|circle| circle.forget(Kind::Feedback, id.as_str()));
        self.notes.update(|notes| notes.retain(|note| note.id() != id));
    }

    /// Takes in what another tab stored or removed under `key`; whether it is one of the open circle's notes.
    pub(super) fn hear_note(&self, key: &str, value: Option<&str>) -> bool {
        let Some(id) = self.open.get_untracked() else { return false };
        let Some(note) = key.strip_prefix(&notes_prefix(&id)) else { return false };
        match value.map(|text| note_file::read(text.as_bytes())) {
            Some(Ok(file)) => self.show_note(file.note),
            Some(Err(_)) => {}
            None => {
                self.circle.update(|circle| circle.forget(Kind::Feedback, note));
                self.notes.update(|notes| notes.retain(|one| one.id().as_str() != note));
            }
        }
        true
    }

    /// Takes in what other tabs stored of the notes, after a sleep in which they were not heard.
    pub(super) fn hear_notes(&self) {
        let Some(id) = self.open.get_untracked() else { return };
        for note in stored(&*self.storage(), &id).0 {
            self.show_note(note);
        }
    }

    /// Whether a note that is on the screen is not stored as it is there.
    pub(super) fn lacks_notes(&self) -> bool {
        let (Some(id), false) = (self.open.get_untracked(), self.notes.with_untracked(Vec::is_empty)) else {
            return false;
        };
        let (there, _) = stored(&*self.storage(), &id);
        self.notes.with_untracked(|notes| notes.iter().any(|note| !there.contains(note)))
    }

    /// Stores every note of the open circle that the storage lacks, as after it was full or was cleared.
    pub(super) fn store_notes(&self) -> Result<(), StorageError> {
        let Some(id) = self.open.get_untracked() else { return Ok(()) };
        let name = self.circle.with_untracked(|circle| circle.about.name.clone());
        let storage = self.storage();
        let (there, _) = stored(&*storage, &id);
        let notes = self.notes.get_untracked();
        notes.iter().filter(|note| !there.contains(note)).try_for_each(|note| merge(&*storage, (&id, &name), note))
    }

    /// The notes for two by the device's holder whose newest words the other one was not sent yet, and that do not
    /// travel sealed in the circle's file either.
    pub fn unsent_notes(&self) -> Memo<Vec<FeedbackId>> {
        let (app, notes, me) = (*self, self.notes, self.me);
        Memo::new(move |_| {
            let me = me.get();
            let is_mine =
                |note: &&PrivateNote| [&note.note.from, &note.note.to].into_iter().any(|one| Some(one) == me.as_ref());
            notes.with(|notes| {
                let waits = |note: &&PrivateNote| {
                    note.is_unsent() && note.note.deleted_at.is_none() && app.sealed_for(note.id()) == 0
                };
                notes.iter().filter(is_mine).filter(waits).map(|note| note.id().clone()).collect()
            })
        })
    }

    /// Whether the note called `id` is one for two that has left this device; tracked.
    pub fn has_note_left(&self, id: &FeedbackId) -> bool {
        self.notes.with(|notes| notes.iter().any(|note| note.id() == id && note.sent_at.is_some()))
    }

    /// The file of the note called `id`, to the other one of the two.
    pub fn outgoing_note(&self, id: &FeedbackId) -> Option<OutgoingNote> {
        let (note, me, now) = (self.note_called(id)?, self.me.get_untracked()?, platform::now());
        let to = if note.note.from == me { &note.note.to } else { &note.note.from };
        let today = BrowserZones.local(&platform::device_zone().unwrap_or_else(ZoneId::utc), now).date();
        self.circle.with_untracked(|circle| {
            let name = |id: &MemberId| circle.name_of(id).unwrap_or_default().to_owned();
            let (from_name, to_name) = (name(&me), name(to));
            let head = NoteHead {
                circle: (circle.about.id.as_str(), &circle.about.name),
                from: (me.as_str(), &from_name),
                to: (to.as_str(), &to_name),
                sent_at: Some(now),
            };
            let stem = circle_stem(circle, Some(&me), today);
            let text = note_file::write(&note, head);
            Some(OutgoingNote { stem, text, id: id.clone(), changed_at: note.changed_at() })
        })
    }

    /// Notes that `file` has left this device.
    pub fn note_note_sent(&self, file: &OutgoingNote) {
        if let Some(note) = self.note_called(&file.id) {
            self.keep_note(PrivateNote { sent_at: Some(file.changed_at), ..note }, merge);
        }
    }

    /// Takes a note in that came by its file, into the circle `id`. Returns that circle before and after.
    pub(super) fn take_note(
        &self,
        file: NoteFile,
        aside: impl FnOnce() -> Result<CircleDoc, FileError>,
    ) -> Result<Result<(Circle, Circle), FileError>, StorageError> {
        // What the sender sent is nothing that this device sent.
        let note = PrivateNote { sent_at: None, ..file.note };
        if self.open.with_untracked(|open| open.as_ref() == Some(&file.circle)) {
            let before = self.circle.get_untracked();
            let merged = received(self.note_called(note.id()).as_ref(), &note);
            let kept = keep(&*self.storage(), (&file.circle, &file.circle_name), &merged)?;
            self.show_note(kept);
            return Ok(Ok((before, self.circle.get_untracked())));
        }
        let doc = match aside().and_then(|doc| doc.circle().map_err(|_| FileError::NoCircle)) {
            Ok(circle) => circle,
            Err(error) => return Ok(Err(error)),
        };
        let storage = self.storage();
        let (notes, _) = stored(&*storage, &file.circle);
        let mut before = doc;
        show_all(&mut before, &notes);
        let own = notes.iter().find(|own| own.id() == note.id());
        let merged = received(own, &note);
        let kept = keep(&*storage, (&file.circle, &file.circle_name), &merged)?;
        let mut after = before.clone();
        after.put(Record::Feedback(kept.note));
        Ok(Ok((before, after)))
    }
}

/// What this device knows after `note` came from the other one of the two, who has it as it came.
fn received(own: Option<&PrivateNote>, note: &PrivateNote) -> PrivateNote {
    let merged = own.map_or_else(|| note.clone(), |own| own.merged(note));
    if merged.note == note.note { PrivateNote { sent_at: Some(merged.changed_at()), ..merged } } else { merged }
}

fn show_all(circle: &mut Circle, notes: &[PrivateNote]) {
    for note in notes {
        circle.put(Record::Feedback(note.note.clone()));
    }
}
