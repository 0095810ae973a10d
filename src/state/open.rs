//! Starting up, and opening circles.

use super::app::{App, Phase, SaveState, blank};
use super::index::{CircleEntry, Index, MERGING_KEY, Removed, TAB_CIRCLE_KEY, read_index};
use super::losses::Losses;
use super::preferences::{PREFERENCES_KEY, Preferences};
use super::store::{FoundCircle, OpenDoc, Store};
use crate::domain::{Circle, CircleId, Refusal};
use crate::platform::{self, BrowserStorage, NotLoaded, TabStorage};
use crate::vault::{self, MemoryStorage, Small, Storage, WriteError};
use leptos::prelude::*;
use std::rc::Rc;

/// Why a circle was not begun.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum StartError {
    /// The circle's rules refuse what was filled in.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The device did not store it.
    #[error(transparent)]
    NotStored(#[from] WriteError),
    /// The code for it could not be fetched.
    #[error(transparent)]
    NotLoaded(#[from] NotLoaded),
}

impl App {
    /// The app on this device, with nothing opened yet.
    pub fn unopened() -> Self {
        let (storage, save): (Rc<dyn Storage>, _) = match BrowserStorage::open() {
            Ok(storage) => (Rc::new(storage), SaveState::Saved),
            Err(_) => (Rc::new(MemoryStorage::new()), SaveState::Memory),
        };
        let app = Self::with_store(Store::new(storage));
        app.save.set(save);
        app
    }

    /// The app with everything opened at once.
    pub fn start() -> (Self, Losses) {
        let app = Self::unopened();
        let losses = app.open_last(None);
        (app, losses)
    }

    /// Opens what lies in the device's storage, and the circle that was open last. If `kept` has the values of what is
    /// stored of it, they are shown, and its document is read later.
    pub(super) fn open_last(&self, kept: Option<Vec<u8>>) -> Losses {
        let (app, storage) = (self, self.storage());
        if let Ok(Small::Ready(preferences)) = vault::read_json::<Preferences>(&*storage, PREFERENCES_KEY) {
            app.preferences.set(preferences);
            platform::apply_theme(preferences.theme);
        }
        app.index.set(read_index(&*storage));
        app.purge(&*storage);
        let mut losses = Losses { stopped_by: storage.get(MERGING_KEY).ok().flatten(), ..Losses::default() };
        // The mark has done its work; a storage that refuses to drop it tells the same story again.
        let _ = storage.remove(MERGING_KEY);
        kept.iter().for_each(|kept| app.forget_stray(kept));
        let last = app.index.with_untracked(last_open);
        if let Some(id) = last {
            match kept.and_then(|kept| app.show_kept(&id, &kept)) {
                Some(unreadable) => losses.unreadable_edits += unreadable,
                None => losses.add(app.open_circle(&id)),
            }
        }
        losses
    }

    pub(super) fn storage(&self) -> Rc<dyn Storage> {
        self.store.with_value(|store| Rc::clone(&store.borrow().storage))
    }

    /// Opens a circle of this device, in place of the one that is open.
    pub fn open_circle(&self, id: &CircleId) -> Losses {
        match OpenDoc::find(&*self.storage(), id) {
            Ok(FoundCircle::Ready(open, mut losses)) => match open.doc.circle() {
                Ok(circle) => {
                    losses.unreadable_edits += self.show(*open, circle);
                    return losses;
                }
                Err(_) => self.show_unreadable(id, Vec::new()),
            },
            Ok(FoundCircle::Unreadable(faults)) => self.show_unreadable(id, faults),
            Ok(FoundCircle::Nothing) => {
                // Listed, but nothing is stored: another tab erased it.
                self.change_index(|index| index.circles.retain(|entry| entry.id != id.as_str()));
                self.show_nothing();
            }
            Err(error) => {
                self.save.set(SaveState::Failed(error));
                self.show_nothing();
            }
        }
        Losses::default()
    }

    /// Puts an opened document on the screen. Returns how many of the notes beside it cannot be read.
    pub(super) fn show(&self, open: OpenDoc, circle: Circle) -> usize {
        let (id, is_newer) = (open.id.clone(), open.doc.is_newer());
        self.store.with_value(|store| store.borrow_mut().put(Some(open)));
        let unreadable = self.present_circle(&id, circle, is_newer);
        self.plan_values();
        unreadable
    }

    /// Puts an opened circle on the screen, to be read alone where a newer app wrote it. Returns how many of the notes
    /// beside it cannot be read.
    pub(super) fn present_circle(&self, id: &CircleId, circle: Circle, is_newer: bool) -> usize {
        if is_newer {
            self.save.set(SaveState::ReadOnly);
        } else if self.save.get_untracked() == SaveState::ReadOnly {
            self.save.set(SaveState::Saved);
        }
        TabStorage::set(TAB_CIRCLE_KEY, id.as_str());
        let name = circle.about.name.clone();
        self.change_index(|index| {
            index.current = Some(id.as_str().to_owned());
            if let Some(entry) = index.entry_mut(id) {
                entry.name = name;
            }
        });
        let knows_me = self.index.with_untracked(|index| {
            index.entry(id).and_then(CircleEntry::member).is_some_and(|me| circle.members.contains_key(&me))
        });
        self.tick();
        batch(|| {
            self.circle.set(circle);
            self.open.set(Some(id.clone()));
            let unreadable = self.read_notes();
            self.read_sending();
            self.phase.set(if knows_me { Phase::Ready } else { Phase::WhoAreYou });
            unreadable
        })
    }

    fn show_unreadable(&self, id: &CircleId, faults: Vec<vault::Fault>) {
        let bytes = vault::all_bytes(&*self.storage(), id.as_str()).unwrap_or_default();
        let name =
            self.index.with_untracked(|index| index.entry(id).map(|entry| entry.name.clone())).unwrap_or_default();
        self.close();
        self.open.set(Some(id.clone()));
        self.phase.set(Phase::Unreadable { name, faults, bytes });
    }

    fn close(&self) {
        self.store.with_value(|store| store.borrow_mut().put(None));
        batch(|| {
            self.circle.set(blank());
            self.notes.set(Vec::new());
            self.open.set(None);
        });
    }

    /// Opens any other circle, or the first screen when there is none.
    pub(super) fn show_nothing(&self) {
        self.close();
        match self.index.with_untracked(last_open) {
            Some(next) => drop(self.open_circle(&next)),
            None => self.phase.set(Phase::FirstRun),
        }
    }
}

/// The circle to open: this tab's, else the one opened last, else any.
fn last_open(index: &Index) -> Option<CircleId> {
    let is_there = |id: &String| index.entries(Removed::No).any(|entry| &entry.id == id);
    let own = TabStorage::get(TAB_CIRCLE_KEY).filter(is_there);
    let last = index.current.clone().filter(is_there);
    own.or(last)
        .or_else(|| index.entries(Removed::No).next().map(|entry| entry.id.clone()))
        .map(|id| CircleId::new(&id))
}
