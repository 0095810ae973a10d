//! What other tabs of the device wrote.

use super::app::{App, Phase, SaveState};
use super::index::read_index;
use super::index::{INDEX_KEY, Removed};
use super::preferences::{PREFERENCES_KEY, Preferences};
use super::sending::sending_key;
use super::take_back::REREAD_KEY;
use crate::document::Change;
use crate::platform::{self, StorageChange};
use crate::vault::{self, Loaded, Small};
use leptos::prelude::*;

impl App {
    /// Takes in what another tab wrote.
    pub(super) fn hear(&self, change: &StorageChange) {
        let Some(key) = &change.key else {
            // The storage was cleared: what is on screen is all there is, so store it anew.
            self.store_anew();
            return;
        };
        match key.as_str() {
            INDEX_KEY => self.reread_index(),
            PREFERENCES_KEY => self.reread_preferences(),
            REREAD_KEY => self.reread(change.value.as_deref().unwrap_or_default()),
            key if self.open.with_untracked(|open| open.as_ref().is_some_and(|id| sending_key(id) == key)) => {
                self.read_sending();
            }
            key if self.hear_note(key, change.value.as_deref()) => {}
            key => {
                if let (Some(log), Some(value)) = (vault::parse_log_key(key), &change.value)
                    && self.open.with_untracked(|open| open.as_ref().is_some_and(|id| id.as_str() == log.circle))
                    && let Ok(update) = vault::read_log_value(value)
                {
                    self.merge_stored(&log.circle, key, &update);
                }
            }
        }
    }

    /// Merges an update of `circle`, which is open, that another tab stored under `key`.
    fn merge_stored(&self, circle: &str, key: &str, update: &[u8]) {
        self.read_document();
        let changes = self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            // Reading it may have found that it is gone, and that another one is open now.
            Some(store.open().filter(|open| open.id.as_str() == circle)?.hear(key, update))
        });
        if let Some(changes) = changes {
            self.show_heard(&changes);
        }
    }

    /// Shows what came from elsewhere, and keeps the values on the footing that they have by now.
    fn show_heard(&self, changes: &[Change]) {
        if !changes.is_empty() {
            self.tick();
            self.show_changes(changes);
        }
        self.plan_values();
    }

    fn reread_preferences(&self) {
        if let Ok(Small::Ready(preferences)) = vault::read_json::<Preferences>(&*self.storage(), PREFERENCES_KEY) {
            self.preferences.set(preferences);
            platform::apply_theme(preferences.theme);
        }
    }

    fn reread_index(&self) {
        let index = read_index(&*self.storage());
        let is_gone = self.open.with_untracked(|open| {
            open.as_ref().is_some_and(|id| !index.entries(Removed::No).any(|entry| entry.id == id.as_str()))
        });
        self.index.set(index);
        if is_gone && let Some(id) = self.open.get_untracked() {
            self.remove_circle(&id);
        } else if self.phase.get_untracked() == Phase::WhoAreYou && self.me.get_untracked().is_some() {
            self.phase.set(Phase::Ready);
        }
    }

    /// Reads the storage once more, after a sleep in which events were not delivered.
    pub(super) fn catch_up(&self) {
        self.reread_preferences();
        let Some(id) = self.open.get_untracked() else { return };
        if self.read_document()
            && let Ok(Loaded::Ready(ready)) = vault::load(&*self.storage(), id.as_str())
        {
            let changes = self.store.with_value(|store| {
                let mut store = store.borrow_mut();
                let open = store.open()?;
                Some(open.catch_up(&ready).unwrap_or_else(|_| open.catch_up_in_part(&ready)))
            });
            self.show_heard(&changes.unwrap_or_default());
        }
        self.reread_index();
        self.hear_notes();
        self.read_sending();
    }

    /// Writes the open circle as a first generation again, after somebody cleared the storage.
    fn store_anew(&self) {
        let storage = self.storage();
        let Some(entry) = self.entry.get_untracked() else { return };
        let state = self.store.with_value(|store| store.borrow_mut().open().map(|open| open.doc.state()));
        if let Some(state) = state
            && vault::write_generation(&*storage, &entry.id, &state, None, &[]).is_ok()
        {
            self.change_index(|index| {
                index.circles.retain(|other| other.id != entry.id);
                index.circles.push(entry);
            });
            if let Err(error) = self.store_notes() {
                self.save.set(SaveState::Failed(error));
            }
            let sending = self.sending.get_untracked();
            self.change_sending(|stored, _| *stored = sending);
        }
    }
}
