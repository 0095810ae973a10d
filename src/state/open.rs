//! Starting up, and opening circles.

use super::app::{App, Phase, SaveState, blank};
use super::index::{CircleEntry, Index, MERGING_KEY, Removed, TAB_CIRCLE_KEY, read_index};
use super::preferences::{PREFERENCES_KEY, Preferences};
use super::store::{OpenDoc, Store};
use crate::domain::{Circle, CircleId, Refusal};
use crate::platform::{self, BrowserStorage, NotLoaded, TabStorage};
use crate::vault::{self, Loaded, MemoryStorage, Small, Storage, WriteError};
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

/// What the start found missing or damaged, to be told once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Losses {
    /// The file that was being opened when the app stopped last time.
    pub stopped_by: Option<String>,
    /// Stored edits of the open circle that cannot be read.
    pub unreadable_edits: usize,
    /// A generation that cannot be read; the other one had everything.
    pub spare_copy: bool,
}

impl App {
    /// The app on this device, with nothing opened yet.
    pub fn asleep() -> Self {
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
        let app = Self::asleep();
        let losses = app.wake();
        (app, losses)
    }

    /// Opens what lies in the device's storage, and the circle that was open last.
    pub(super) fn wake(&self) -> Losses {
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
        if let Some(id) = app.index.with_untracked(last_open) {
            let found = app.open_circle(&id);
            losses.unreadable_edits = found.unreadable_edits;
            losses.spare_copy = found.spare_copy;
        }
        losses
    }

    pub(super) fn storage(&self) -> Rc<dyn Storage> {
        self.store.with_value(|store| Rc::clone(&store.borrow().storage))
    }

    /// Opens a circle of this device, in place of the one that is open.
    pub fn open_circle(&self, id: &CircleId) -> Losses {
        let storage = self.storage();
        let mut losses = Losses::default();
        match vault::load(&*storage, id.as_str()) {
            Ok(Loaded::Ready(ready)) => {
                losses.unreadable_edits = ready.faults.iter().filter(|fault| fault.key.contains("/log/")).count();
                losses.spare_copy = ready.faults.len() > losses.unreadable_edits;
                let opened = OpenDoc::from_ready(id.clone(), &ready).and_then(|open| Ok((open.doc.circle()?, open)));
                match opened {
                    Ok((circle, open)) => losses.unreadable_edits += self.show(open, circle),
                    Err(_) => self.show_unreadable(id, ready.faults),
                }
            }
            Ok(Loaded::Unreadable { faults, .. }) => self.show_unreadable(id, faults),
            Ok(Loaded::Empty) => {
                // Listed, but nothing is stored: another tab erased it.
                self.change_index(|index| index.circles.retain(|entry| entry.id != id.as_str()));
                self.show_nothing();
            }
            Err(error) => {
                self.save.set(SaveState::Failed(error));
                self.show_nothing();
            }
        }
        losses
    }

    /// Puts an opened document on the screen. Returns how many of the notes beside it cannot be read.
    pub(super) fn show(&self, open: OpenDoc, circle: Circle) -> usize {
        let id = open.id.clone();
        if open.doc.is_newer() {
            self.save.set(SaveState::ReadOnly);
        } else if self.save.get_untracked() == SaveState::ReadOnly {
            self.save.set(SaveState::Saved);
        }
        self.store.with_value(|store| store.borrow_mut().doc = Some(open));
        TabStorage::set(TAB_CIRCLE_KEY, id.as_str());
        let name = circle.about.name.clone();
        self.change_index(|index| {
            index.current = Some(id.as_str().to_owned());
            if let Some(entry) = index.entry_mut(&id) {
                entry.name = name;
            }
        });
        let knows_me = self.index.with_untracked(|index| {
            index.entry(&id).and_then(CircleEntry::member).is_some_and(|me| circle.members.contains_key(&me))
        });
        self.tick();
        batch(|| {
            self.circle.set(circle);
            self.open.set(Some(id));
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
        self.store.with_value(|store| store.borrow_mut().doc = None);
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
