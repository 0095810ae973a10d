//! Starting up, and opening, beginning, removing circles.

use super::app::{App, Phase, SaveState, blank};
use super::desk::{Desk, OpenDoc};
use super::index::{
    CircleEntry, INDEX_KEY, Index, KEEP_REMOVED_DAYS, MERGING_KEY, PREFERENCES_KEY, Preferences, Removed,
    TAB_CIRCLE_KEY,
};
use crate::document::CircleDoc;
use crate::domain::{Circle, CircleId, Context, DAY, MemberId, Refusal, Rhythm, Timestamp, ZoneId, begin};
use crate::platform::{self, BrowserShelf, BrowserZones, NotLoaded, TabShelf, Theme};
use crate::vault::{self, Loaded, MemoryShelf, Shelf, ShelfError, Small, WriteError};
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
        let (shelf, save): (Rc<dyn Shelf>, _) = match BrowserShelf::open() {
            Ok(shelf) => (Rc::new(shelf), SaveState::Saved),
            Err(_) => (Rc::new(MemoryShelf::new()), SaveState::Memory),
        };
        let app = Self::with_desk(Desk::new(shelf));
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
        let (app, shelf) = (self, self.shelf());
        if let Ok(Small::Ready(preferences)) = vault::read_json::<Preferences>(&*shelf, PREFERENCES_KEY) {
            app.preferences.set(preferences);
            platform::apply_theme(preferences.theme);
        }
        app.index.set(read_index(&*shelf));
        app.purge(&*shelf);
        let mut losses = Losses { stopped_by: shelf.get(MERGING_KEY).ok().flatten(), ..Losses::default() };
        // The mark has done its work; a shelf that refuses to drop it tells the same story again.
        let _ = shelf.remove(MERGING_KEY);
        if let Some(id) = app.index.with_untracked(last_open) {
            let found = app.open_circle(&id);
            losses.unreadable_edits = found.unreadable_edits;
            losses.spare_copy = found.spare_copy;
        }
        losses
    }

    pub(super) fn shelf(&self) -> Rc<dyn Shelf> {
        self.desk.with_value(|desk| Rc::clone(&desk.borrow().shelf))
    }

    /// Opens a circle of this device, in place of the one that is open.
    pub fn open_circle(&self, id: &CircleId) -> Losses {
        let shelf = self.shelf();
        let mut losses = Losses::default();
        match vault::load(&*shelf, id.as_str()) {
            Ok(Loaded::Ready(ready)) => {
                losses.unreadable_edits = ready.faults.iter().filter(|fault| fault.key.contains("/log/")).count();
                losses.spare_copy = ready.faults.len() > losses.unreadable_edits;
                let opened = OpenDoc::from_ready(id.clone(), &ready).and_then(|open| Ok((open.doc.circle()?, open)));
                match opened {
                    Ok((circle, open)) => self.show(open, circle),
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

    /// Puts an opened document on the screen.
    fn show(&self, open: OpenDoc, circle: Circle) {
        let id = open.id.clone();
        if open.doc.is_newer() {
            self.save.set(SaveState::ReadOnly);
        } else if self.save.get_untracked() == SaveState::ReadOnly {
            self.save.set(SaveState::Saved);
        }
        self.desk.with_value(|desk| desk.borrow_mut().doc = Some(open));
        TabShelf::set(TAB_CIRCLE_KEY, id.as_str());
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
            self.phase.set(if knows_me { Phase::Ready } else { Phase::WhoAreYou });
        });
    }

    fn show_unreadable(&self, id: &CircleId, faults: Vec<vault::Fault>) {
        let bytes = vault::all_bytes(&*self.shelf(), id.as_str()).unwrap_or_default();
        let name =
            self.index.with_untracked(|index| index.entry(id).map(|entry| entry.name.clone())).unwrap_or_default();
        self.close();
        self.open.set(Some(id.clone()));
        self.phase.set(Phase::Unreadable { name, faults, bytes });
    }

    fn close(&self) {
        self.desk.with_value(|desk| desk.borrow_mut().doc = None);
        batch(|| {
            self.circle.set(blank());
            self.open.set(None);
        });
    }

    /// Opens any other circle, or the first screen when there is none.
    fn show_nothing(&self) {
        self.close();
        match self.index.with_untracked(last_open) {
            Some(next) => drop(self.open_circle(&next)),
            None => self.phase.set(Phase::FirstRun),
        }
    }

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

    /// Stores a circle that began just now and shows it.
    pub(super) fn keep_new(&self, circle: &Circle, me: &MemberId, is_demo: bool) -> Result<(), WriteError> {
        let doc = CircleDoc::begin(platform::random_u32(), circle);
        let entry = CircleEntry {
            id: circle.about.id.as_str().to_owned(),
            name: circle.about.name.clone(),
            me: Some(me.as_str().to_owned()),
            is_demo,
            exported_at: None,
            removed_at: None,
        };
        self.keep(entry, doc)
    }

    /// Stores a document that this device did not have, lists it and shows it.
    pub(super) fn keep(&self, entry: CircleEntry, doc: CircleDoc) -> Result<(), WriteError> {
        let shelf = self.shelf();
        let open = OpenDoc::begin(&*shelf, entry.circle_id(), doc)?;
        self.change_index(|index| {
            index.circles.retain(|other| other.id != entry.id);
            index.circles.push(entry);
        });
        if let Ok(circle) = open.doc.circle() {
            self.show(open, circle);
        }
        Ok(())
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
            TabShelf::set(TAB_CIRCLE_KEY, "");
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
    /// [`ShelfError`] when the storage refuses; the circle stays listed then.
    pub fn erase_circle(&self, id: &CircleId) -> Result<(), ShelfError> {
        vault::erase(&*self.shelf(), id.as_str())?;
        self.change_index(|index| index.circles.retain(|entry| entry.id != id.as_str()));
        if self.open.with_untracked(|open| open.as_ref() == Some(id)) {
            self.show_nothing();
        }
        Ok(())
    }

    /// Erases what was removed so long ago that nobody will ask for it.
    fn purge(&self, shelf: &dyn Shelf) {
        let limit = platform::now().plus(-KEEP_REMOVED_DAYS * DAY).millis();
        let old: Vec<_> = self.index.with_untracked(|index| {
            let removed = index.entries(Removed::Yes).filter(|entry| entry.removed_at.is_some_and(|at| at < limit));
            removed.map(CircleEntry::circle_id).collect()
        });
        for id in old {
            if vault::erase(shelf, id.as_str()).is_ok() {
                self.change_index(|index| index.circles.retain(|entry| entry.id != id.as_str()));
            }
        }
    }

    /// Changes the index as it is stored now, so that what another tab wrote stays.
    pub(super) fn change_index(&self, change: impl FnOnce(&mut Index)) {
        let shelf = self.shelf();
        let mut index = match vault::read_json::<Index>(&*shelf, INDEX_KEY) {
            Ok(Small::Ready(index)) => index,
            _ => self.index.get_untracked(),
        };
        change(&mut index);
        if let Err(error) = vault::write_json(&*shelf, INDEX_KEY, &index) {
            self.save.set(SaveState::Failed(error));
        }
        if self.index.with_untracked(|known| *known != index) {
            self.index.set(index);
        }
    }

    /// Chooses light or dark.
    pub fn set_theme(&self, theme: Theme) {
        self.change_preferences(|preferences| preferences.theme = theme);
        platform::apply_theme(theme);
    }

    pub(super) fn change_preferences(&self, change: impl FnOnce(&mut Preferences)) {
        // As stored now: what another tab chose meanwhile stays.
        let stored = vault::read_json::<Preferences>(&*self.shelf(), PREFERENCES_KEY);
        let mut preferences = match stored {
            Ok(Small::Ready(stored)) => stored,
            _ => self.preferences.get_untracked(),
        };
        change(&mut preferences);
        self.preferences.set(preferences);
        if let Err(error) = vault::write_json(&*self.shelf(), PREFERENCES_KEY, &preferences) {
            self.save.set(SaveState::Failed(error));
        }
    }

    /// What takes up room on this device.
    pub fn usage(&self) -> Option<vault::Usage> {
        vault::usage(&*self.shelf()).ok()
    }

    /// A zone for a new circle: the device's.
    pub fn here(&self) -> ZoneId {
        platform::device_zone()
    }
}

/// The index as stored; where it is missing or unreadable, one made from the circles that are there.
pub(super) fn read_index(shelf: &dyn Shelf) -> Index {
    match vault::read_json::<Index>(shelf, INDEX_KEY) {
        Ok(Small::Ready(index)) => index,
        Ok(Small::Unreadable { .. }) => {
            // Kept beside the new one; if even that fails, the text stays where it is until the next write.
            let _ = vault::set_aside(shelf, "index", &[INDEX_KEY.to_owned()]);
            rebuilt(shelf)
        }
        Ok(Small::Absent) => rebuilt(shelf),
        Err(_) => Index::default(),
    }
}

fn rebuilt(shelf: &dyn Shelf) -> Index {
    let Ok(usage) = vault::usage(shelf) else {
        return Index::default();
    };
    let ids: Vec<_> =
        usage.circles.into_iter().filter(|(_, used)| used.generations + used.log > 0).map(|(id, _)| id).collect();
    let circles = ids.into_iter().map(|id| {
        let name = match vault::load(shelf, &id) {
            Ok(Loaded::Ready(ready)) => {
                let doc = CircleDoc::open(0, ready.parts()).ok();
                doc.and_then(|doc| doc.circle().ok()).map(|circle| circle.about.name)
            }
            _ => None,
        };
        let name = name.unwrap_or_else(|| id.clone());
        CircleEntry { id, name, me: None, is_demo: false, exported_at: None, removed_at: None }
    });
    Index { circles: circles.collect(), current: None }
}

/// The circle to open: this tab's, else the one opened last, else any.
fn last_open(index: &Index) -> Option<CircleId> {
    let is_there = |id: &String| index.entries(Removed::No).any(|entry| &entry.id == id);
    let own = TabShelf::get(TAB_CIRCLE_KEY).filter(is_there);
    let last = index.current.clone().filter(is_there);
    own.or(last)
        .or_else(|| index.entries(Removed::No).next().map(|entry| entry.id.clone()))
        .map(|id| CircleId::new(&id))
}

/// When the newest circle file of an entry was made, for "backed up 2 days ago".
pub(super) fn note_export(app: &App, at: Timestamp) {
    let Some(id) = app.open.get_untracked() else { return };
    app.change_index(|index| {
        if let Some(entry) = index.entry_mut(&id) {
            entry.exported_at = Some(at.millis());
        }
    });
}
