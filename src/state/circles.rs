//! Beginning, keeping and removing circles.

use super::app::{App, Phase, SaveState};
use super::drafts::draft_prefix;
use super::index::{CircleEntry, INDEX_KEY, Index, KEEP_REMOVED_DAYS, Removed, TAB_CIRCLE_KEY};
use super::notes::notes_prefix;
use super::open::StartError;
use super::sealing::keys_prefix;
use super::sending::sending_key;
use super::store::OpenDoc;
use crate::document::{Author, CircleDoc};
use crate::domain::{Circle, CircleId, Context, DAY, MemberId, Rhythm, ZoneId, begin};
use crate::platform::{self, BrowserZones, TabStorage};
use crate::vault::{self, Small, Storage, StorageError, WriteError};

impl App {
    /// Begins a circle of `people`, the first of whom holds this device.
    ///
    /// # Errors
    /// [`StartError`]; nothing is stored then.
    pub fn begin_circle(&self, name: &str, people: &[String], rhythm: Rhythm, weeks: u8) -> Result<(), StartError> {
        let mut entropy = platform::random_u64;
        let mut ctx = Context { now: platform::now(), me: None, zones: &BrowserZones, entropy: &mut entropy };
        let (circle, founder) = begin(name, people, rhythm, weeks, &mut ctx)?;
        self.keep_new(&circle, &founder, false)?;
        leptos::task::spawn_local(platform::ask_to_persist());
        Ok(())
    }

    /// Changes the index as it is stored now, so that what another tab wrote stays.
    pub(super) fn change_index(&self, change: impl FnOnce(&mut Index)) {
        let storage = self.storage();
        let mut index = match vault::read_json::<Index>(&*storage, INDEX_KEY) {
            Ok(Small::Ready(index)) => index,
            _ => self.index.get_untracked(),
        };
        change(&mut index);
        if let Err(error) = vault::write_json(&*storage, INDEX_KEY, &index) {
            self.save.set(SaveState::Failed(error));
        }
        if self.index.with_untracked(|known| *known != index) {
            self.index.set(index);
        }
    }

    /// Stores a circle that began just now and shows it.
    pub(super) fn keep_new(&self, circle: &Circle, me: &MemberId, is_demo: bool) -> Result<(), WriteError> {
        let mut doc = CircleDoc::empty(platform::random_u32());
        // Nobody wrote what is made up.
        if !is_demo {
            doc.sign(Author { member: me.clone(), at: platform::now() });
        }
        let doc = doc.holding(circle);
        let entry = CircleEntry {
            id: circle.about.id.as_str().to_owned(),
            name: circle.about.name.clone(),
            me: Some(me.as_str().to_owned()),
            is_demo,
            sent_at: None,
            removed_at: None,
        };
        self.keep(entry, doc)?;
        self.note_all_unsent();
        Ok(())
    }

    /// Stores a document that this device did not have, lists it and shows it.
    fn keep(&self, entry: CircleEntry, doc: CircleDoc) -> Result<(), WriteError> {
        let open = self.keep_apart(entry, doc)?;
        if let Ok(circle) = open.doc.circle() {
            self.show(open, circle);
        }
        Ok(())
    }

    /// Stores a document that this device did not have, and lists it.
    pub(super) fn keep_apart(&self, entry: CircleEntry, doc: CircleDoc) -> Result<OpenDoc, WriteError> {
        let storage = self.storage();
        let open = OpenDoc::begin(&*storage, entry.circle_id(), doc)?;
        self.change_index(|index| {
            index.circles.retain(|other| other.id != entry.id);
            index.circles.push(entry);
        });
        Ok(open)
    }

    /// Says who holds this device.
    pub fn i_am(&self, member: &MemberId) {
        let Some(id) = self.open.get_untracked() else { return };
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(&id) {
                entry.me = Some(member.as_str().to_owned());
            }
        });
        self.phase.set(Phase::Ready);
    }

    /// Asks who holds this device where that member's joining was taken back.
    pub(super) fn ask_who_again(&self) {
        let is_known = self.circle.with_untracked(|circle| {
            self.me.with_untracked(|me| me.as_ref().is_none_or(|me| circle.members.contains_key(me)))
        });
        let Some(id) = self.open.get_untracked().filter(|_| !is_known) else { return };
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(&id) {
                entry.me = None;
            }
        });
        self.phase.set(Phase::WhoAreYou);
    }

    /// Takes the open circle off this device; for a while it can be brought back.
    pub fn remove_circle(&self, id: &CircleId) {
        let now = platform::now();
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(id) {
                entry.removed_at = Some(now.millis());
            }
            if index.current.as_deref() == Some(id.as_str()) {
                index.current = None;
            }
        });
        if self.open.with_untracked(|open| open.as_ref() == Some(id)) {
            TabStorage::set(TAB_CIRCLE_KEY, "");
            self.show_nothing();
        }
    }

    /// Brings a removed circle back and opens it.
    pub fn restore_circle(&self, id: &CircleId) {
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(id) {
                entry.removed_at = None;
            }
        });
        self.open_circle(id);
    }

    /// Erases every byte of a circle from this device.
    ///
    /// # Errors
    /// [`StorageError`] when the storage refuses; the circle stays listed then.
    pub fn erase_circle(&self, id: &CircleId) -> Result<(), StorageError> {
        let storage = self.storage();
        vault::erase(&*storage, id.as_str())?;
        erase_beside(&*storage, id)?;
        self.forget_all_copies(id);
        self.change_index(|index| index.circles.retain(|entry| entry.id != id.as_str()));
        if self.open.with_untracked(|open| open.as_ref() == Some(id)) {
            self.show_nothing();
        }
        Ok(())
    }

    /// Erases what was removed so long ago that nobody will ask for it.
    pub(super) fn purge(&self, storage: &dyn Storage) {
        let limit = platform::now().plus(-KEEP_REMOVED_DAYS * DAY).millis();
        let old: Vec<_> = self.index.with_untracked(|index| {
            let removed = index.entries(Removed::Yes).filter(|entry| entry.removed_at.is_some_and(|at| at < limit));
            removed.map(CircleEntry::circle_id).collect()
        });
        for id in old {
            if vault::erase(storage, id.as_str()).and_then(|()| erase_beside(storage, &id)).is_ok() {
                self.forget_all_copies(&id);
                self.change_index(|index| index.circles.retain(|entry| entry.id != id.as_str()));
            }
        }
    }

    /// What takes up room on this device.
    pub fn usage(&self) -> Option<vault::Usage> {
        vault::usage(&*self.storage()).ok()
    }

    /// A zone for a new circle: the device's, where it has one.
    pub fn here(&self) -> Option<ZoneId> {
        platform::device_zone()
    }
}

/// Erases what is stored of a circle outside the vault: half-written forms, notes for two, keys, and what waits to be sent.
fn erase_beside(storage: &dyn Storage, id: &CircleId) -> Result<(), StorageError> {
    let prefixes = [draft_prefix(id.as_str()), notes_prefix(id), keys_prefix(id)];
    let sending = sending_key(id);
    let is_beside = |key: &String| *key == sending || prefixes.iter().any(|prefix| key.starts_with(prefix));
    let keys = storage.keys()?.into_iter().filter(is_beside);
    keys.into_iter().try_for_each(|key| storage.remove(&key))
}
