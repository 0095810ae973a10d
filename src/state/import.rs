//! Files that come in, and the file that goes out.

use super::app::{App, Undo};
use super::circles::note_export;
use super::index::{CircleEntry, MERGING_KEY};
use crate::document::{self, Change, Conflict, Place, Value, Written};
use crate::domain::{CircleId, Kind, News, news};
use crate::exchange::calendar::{self, CalendarOrder, CalendarWords};
use crate::exchange::circle_file::{self, CircleFile, FileError};
use crate::platform::{self, BrowserZones, NotLoaded, PickedFile};
use crate::vault::{self, Loaded, StorageError, WriteError};
use leptos::prelude::*;

/// A file and what came of it.
#[derive(Clone, Debug)]
pub struct FileImport {
    /// The file's name.
    pub file: String,
    /// What it brought, or why it was not taken.
    pub result: Result<ImportReport, ImportError>,
}

/// Why a file was not taken. Nothing on the device has changed.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is not one, or is damaged.
    #[error(transparent)]
    File(#[from] FileError),
    /// The browser did not hand its content over.
    #[error("the browser could not read the file")]
    Unreadable,
    /// The circle inside was written by a newer app.
    #[error("the circle inside is newer than this app")]
    NewerCircle,
    /// The device did not store it.
    #[error("not stored")]
    NotStored(WriteError),
    /// The code for it could not be fetched.
    #[error(transparent)]
    NotLoaded(NotLoaded),
}

/// What a file brought.
#[derive(Clone, Debug)]
pub enum ImportReport {
    /// A circle that was not on this device.
    NewCircle {
        /// Its name.
        name: String,
        /// Whether it was made anew from the readable part alone.
        is_rebuilt: bool,
    },
    /// News of a circle that is here.
    Merged {
        /// The circle's name.
        name: String,
        /// What came in.
        news: Vec<News>,
        /// What both sides had changed.
        conflicts: Vec<ConflictChoice>,
        /// Values that somebody changed in the file by hand, not taken in yet.
        hand_edits: Vec<Change>,
    },
    /// Nothing that this device did not know; nothing was written.
    NothingNew {
        /// The circle's name.
        name: String,
    },
}

/// A conflict with what stands now.
#[derive(Clone, PartialEq, Debug)]
pub struct ConflictChoice {
    /// Both values, and the one both knew before.
    pub conflict: Conflict,
    /// What stands after the merge, the same on every device.
    pub standing: Value,
}

impl ConflictChoice {
    /// The value that does not stand.
    pub fn other(&self) -> &Value {
        if self.standing == self.conflict.ours { &self.conflict.theirs } else { &self.conflict.ours }
    }
}

impl App {
    /// The open circle as the text of a circle file.
    pub fn export(&self) -> Option<String> {
        let now = platform::now();
        let by = self.circle.with_untracked(|circle| self.my_name(circle));
        self.store.with_value(|store| store.borrow().doc.as_ref().map(|open| circle_file::write(&open.doc, now, &by)))
    }

    /// The open circle's clocks as a calendar file; `url` leads back to the app.
    pub fn calendar(&self, words: CalendarWords, url: String) -> Option<String> {
        let sequence =
            self.store.with_value(|store| store.borrow().doc.as_ref().map(|open| open.doc.change_count()))?;
        let order = CalendarOrder { words, url, now: platform::now(), sequence };
        Some(self.circle.with_untracked(|circle| calendar::calendar(circle, &BrowserZones, &order)))
    }

    fn my_name(&self, circle: &crate::domain::Circle) -> String {
        let me = self.me.get_untracked();
        me.and_then(|me| circle.name_of(&me).map(str::to_owned)).unwrap_or_default()
    }

    /// Notes that the circle's file was made just now.
    pub fn note_export(&self) {
        note_export(self, platform::now());
    }

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
        let taken = read.map_err(ImportError::from).and_then(|read| self.take_in(read));
        if marked.is_ok() {
            let _ = storage.remove(MERGING_KEY);
        }
        taken
    }

    fn take_in(&self, file: CircleFile) -> Result<ImportReport, ImportError> {
        let circle = file.doc.circle().map_err(|_| FileError::NoCircle)?;
        let (id, name) = (circle.about.id.clone(), circle.about.name.clone());
        if file.doc.is_newer() {
            return Err(ImportError::NewerCircle);
        }
        let known = self.index.with_untracked(|index| index.entry(&id).cloned());
        match known {
            Some(_) if self.is_unreadable(&id) => self.replace_unreadable(file, &id, name),
            Some(entry) if !file.is_rebuilt => {
                if entry.removed_at.is_some() {
                    self.restore_circle(&id);
                } else if self.open.with_untracked(|open| open.as_ref() != Some(&id)) {
                    self.open_circle(&id);
                }
                self.merge_file(&file, name)
            }
            _ => self.keep_arrived(file, id, name),
        }
    }

    fn is_unreadable(&self, id: &CircleId) -> bool {
        matches!(vault::load(&*self.storage(), id.as_str()), Ok(Loaded::Unreadable { .. } | Loaded::Empty))
    }

    /// Begins the circle anew from a member's copy; what could not be read is set aside, not thrown away.
    fn replace_unreadable(&self, file: CircleFile, id: &CircleId, name: String) -> Result<ImportReport, ImportError> {
        let storage = self.storage();
        let not_stored = |error: StorageError| ImportError::NotStored(WriteError::Storage(error));
        let stored = vault::all_bytes(&*storage, id.as_str()).map_err(not_stored)?;
        let keys: Vec<_> = stored.into_iter().map(|(key, _)| key).collect();
        vault::set_aside(&*storage, id.as_str(), &keys).map_err(not_stored)?;
        let me = self.index.with_untracked(|index| index.entry(id).and_then(|entry| entry.me.clone()));
        let is_rebuilt = file.is_rebuilt;
        let entry = CircleEntry {
            id: id.to_string(),
            name: name.clone(),
            me,
            is_demo: false,
            exported_at: None,
            removed_at: None,
        };
        self.keep(entry, file.doc).map_err(ImportError::NotStored)?;
        Ok(ImportReport::NewCircle { name, is_rebuilt })
    }

    fn keep_arrived(&self, file: CircleFile, id: CircleId, name: String) -> Result<ImportReport, ImportError> {
        let is_known = self.index.with_untracked(|index| index.entry(&id).is_some());
        if is_known {
            // Only the readable part of a circle that is here: take its values as edits by hand.
            return self.offer_edits(&file, &id, name);
        }
        let is_rebuilt = file.is_rebuilt;
        let entry = CircleEntry {
            id: id.to_string(),
            name: name.clone(),
            me: None,
            is_demo: false,
            exported_at: None,
            removed_at: None,
        };
        self.keep(entry, file.doc).map_err(ImportError::NotStored)?;
        leptos::task::spawn_local(platform::ask_to_persist());
        Ok(ImportReport::NewCircle { name, is_rebuilt })
    }

    fn offer_edits(&self, file: &CircleFile, id: &CircleId, name: String) -> Result<ImportReport, ImportError> {
        self.open_circle(id);
        let edits = self.store.with_value(|store| {
            let store = store.borrow();
            store.doc.as_ref().map(|open| document::edits(open.doc.facts(), file.doc.facts()))
        });
        match edits.filter(|edits| !edits.is_empty()) {
            Some(hand_edits) => Ok(ImportReport::Merged { name, news: Vec::new(), conflicts: Vec::new(), hand_edits }),
            None => Ok(ImportReport::NothingNew { name }),
        }
    }

    fn merge_file(&self, file: &CircleFile, name: String) -> Result<ImportReport, ImportError> {
        let before = self.circle.get_untracked();
        let imported = self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            store.doc.as_mut().map(|open| document::import(&mut open.doc, &file.doc))
        });
        let imported = imported.ok_or(FileError::NoCircle)?.map_err(|_| FileError::Damaged("history"))?;
        let is_new = imported.written.is_some();
        self.settle(imported.written);
        let conflicts: Vec<_> = imported.conflicts.into_iter().map(|conflict| self.choice(conflict)).collect();
        let hand_edits = file.hand_edits.clone();
        if !is_new && hand_edits.is_empty() {
            return Ok(ImportReport::NothingNew { name });
        }
        let news = self.circle.with_untracked(|after| news(&before, after));
        Ok(ImportReport::Merged { name, news, conflicts, hand_edits })
    }

    fn choice(&self, conflict: Conflict) -> ConflictChoice {
        let standing = self.store.with_value(|store| {
            let store = store.borrow();
            store.doc.as_ref().and_then(|open| open.doc.facts().get(&conflict.place).cloned())
        });
        ConflictChoice { standing: standing.unwrap_or(Value::Null), conflict }
    }

    /// Writes `values` as the newest ones: the other side of a conflict, or edits made by hand.
    pub fn choose_values(&self, values: Vec<(Place, Value)>) -> Undo {
        let written: Option<Written> =
            self.store.with_value(|store| store.borrow_mut().doc.as_mut().and_then(|open| open.doc.write(values)));
        self.settle(written)
    }

    /// Whose record `place` belongs to, and what that record is about, for naming a conflict.
    pub fn subject_of(&self, place: &Place) -> (Option<String>, String) {
        self.circle.with_untracked(|circle| {
            let named = |id: &crate::domain::MemberId| circle.name_of(id).map(str::to_owned);
            match place.kind {
                Kind::Member => (named(&crate::domain::MemberId::new(place.id())), String::new()),
                Kind::Goal => {
                    let goal = circle.goals.get(&crate::domain::GoalId::new(place.id()));
                    (goal.and_then(|goal| named(&goal.owner)), goal.map(|goal| goal.title.clone()).unwrap_or_default())
                }
                Kind::Commitment => {
                    let found = circle.commitments.get(&crate::domain::CommitmentId::new(place.id()));
                    (found.and_then(|c| named(&c.owner)), found.map(|c| c.text.clone()).unwrap_or_default())
                }
                Kind::CheckIn => {
                    let check_in = circle.check_ins.get(&crate::domain::CheckInId::new(place.id()));
                    (check_in.and_then(|check_in| named(&check_in.member)), String::new())
                }
                Kind::About
                | Kind::Rhythm
                | Kind::Week
                | Kind::Session
                | Kind::Digest
                | Kind::Season
                | Kind::Progress
                | Kind::Role => (None, String::new()),
                Kind::AgendaItem => {
                    let item = circle.agenda.get(&crate::domain::AgendaId::new(place.id()));
                    let owner = item.and_then(|item| item.owner.as_ref()).and_then(named);
                    (owner, item.map(|item| item.title.clone()).unwrap_or_default())
                }
                Kind::Decision => {
                    let decision = circle.decisions.get(&crate::domain::DecisionId::new(place.id()));
                    (None, decision.map(|decision| decision.text.clone()).unwrap_or_default())
                }
                Kind::Absence => {
                    let absence = circle.absences.get(&crate::domain::AbsenceId::new(place.id()));
                    (absence.and_then(|absence| named(&absence.member)), String::new())
                }
                Kind::Override => {
                    let found = circle.overrides.get(&crate::domain::OverrideId::new(place.id()));
                    (found.and_then(|one| named(&one.by)), String::new())
                }
            }
        })
    }
}
