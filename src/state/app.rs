//! The signals.

use super::index::{CircleEntry, Index};
use super::memo::Memo;
use super::preferences::Preferences;
use super::sending::Sending;
use super::signal::{ReadSignal, RwSignal};
use super::store::Store;
use crate::document::Change;
use crate::domain::{
    About, Circle, CircleId, Cycle, Day, Member, MemberId, NoteChange, Present, PrivateNote, Timestamp, Unsent,
    ZoneRules, unsent,
};
use crate::platform::{self, BrowserZones};
use crate::vault::{Fault, StorageError};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What the page shows.
#[derive(Clone, PartialEq, Debug)]
pub enum Phase {
    /// There is no circle on this device.
    FirstRun,
    /// A circle is open, but nobody has said who holds the device.
    WhoAreYou,
    /// A circle is open.
    Ready,
    /// What is stored of the circle cannot be read. Its bytes are kept.
    Unreadable {
        /// The circle's name, as far as the index knows it.
        name: String,
        /// What is wrong with which value.
        faults: Vec<Fault>,
        /// Every stored key and value.
        bytes: Vec<(String, String)>,
    },
}

/// Whether what is on screen is also stored.
#[derive(Clone, PartialEq, Debug)]
pub enum SaveState {
    /// Yes.
    Saved,
    /// The last edits are only in this tab.
    Failed(StorageError),
    /// The browser stores nothing here: all is in this tab.
    Memory,
    /// A newer app wrote this circle: it can be read and exported, not changed.
    ReadOnly,
}

/// Changes that can be taken back.
#[derive(Clone, Debug)]
pub struct Undo {
    /// What changed in the circle's document.
    pub(super) changes: Arc<Vec<Change>>,
    /// What changed beside it.
    pub(super) notes: Arc<Vec<NoteChange>>,
}

impl Undo {
    /// Takes `changes` of the document back.
    pub(super) fn of(changes: Vec<Change>) -> Self {
        Self { changes: Arc::new(changes), notes: Arc::new(Vec::new()) }
    }
}

/// Takes something back. Owned by the notice itself, since the page that made it may be gone by then.
pub type TakeBack = Arc<dyn Fn() + Send + Sync>;

/// A short word to the person, with a way back where there is one.
#[derive(Clone)]
pub struct Notice {
    /// Stands for this notice alone, also where another one has the same words.
    pub number: u32,
    /// What happened.
    pub text: String,
    /// How to take it back.
    pub undo: Option<TakeBack>,
}

/// Everything the screens read, as signals; `Copy`, handed down as context.
#[derive(Clone, Copy)]
pub struct App {
    pub(super) store: StoredValue<Rc<RefCell<Store>>, LocalStorage>,
    pub(super) index: RwSignal<Index>,
    pub(super) phase: RwSignal<Phase>,
    pub(super) circle: RwSignal<Circle>,
    pub(super) open: RwSignal<Option<CircleId>>,
    pub(super) now: RwSignal<Timestamp>,
    pub(super) save: RwSignal<SaveState>,
    pub(super) notice: RwSignal<Option<Notice>>,
    /// How many notices there were.
    notices: StoredValue<u32>,
    pub(super) preferences: RwSignal<Preferences>,
    pub(super) sending: RwSignal<Sending>,
    pub(super) notes: RwSignal<Vec<PrivateNote>>,
    /// Who holds this device.
    pub me: Memo<Option<MemberId>>,
    /// When who holds this device left the circle.
    pub left: Memo<Option<Timestamp>>,
    /// The running cycle.
    pub cycle: Memo<Cycle>,
    /// What of this device's changes was not sent to the others yet; nothing in the demo.
    pub unsent: Memo<Unsent>,
    /// The entry of the open circle in the index.
    pub entry: Memo<Option<CircleEntry>>,
}

impl App {
    pub(super) fn with_store(store: Store) -> Self {
        let now = RwSignal::new(platform::now());
        let index = RwSignal::new(Index::default());
        let open = RwSignal::new(None::<CircleId>);
        let circle = RwSignal::new(blank());
        let entry = Memo::new(move |_| open.with(|id| index.with(|index| index.entry(id.as_ref()?).cloned())));
        let me = Memo::new(move |_| entry.with(|entry| entry.as_ref().and_then(CircleEntry::member)));
        let sending = RwSignal::new(Sending::default());
        Self {
            store: StoredValue::new_local(Rc::new(RefCell::new(store))),
            index,
            phase: RwSignal::new(Phase::FirstRun),
            circle,
            open,
            now,
            save: RwSignal::new(SaveState::Saved),
            notice: RwSignal::new(None),
            notices: StoredValue::new(0),
            preferences: RwSignal::new(Preferences::default()),
            sending,
            notes: RwSignal::new(Vec::new()),
            unsent: Memo::new(move |_| {
                if entry.with(|entry| entry.as_ref().is_none_or(|entry| entry.is_demo)) {
                    return Unsent::default();
                }
                sending.with(|sending| circle.with_untracked(|circle| unsent(circle, sending.unsent.records())))
            }),
            me,
            left: Memo::new(move |_| circle.with(|circle| me.with(|me| circle.left_at(me.as_ref()?)))),
            cycle: Memo::new(move |_| circle.with(|circle| circle.rhythm.cycle_at(&BrowserZones, now.get()))),
            entry,
        }
    }

    /// The circle, as a signal.
    pub fn circle(&self) -> ReadSignal<Circle> {
        self.circle.read_only()
    }

    /// The circles of this device.
    pub fn index(&self) -> ReadSignal<Index> {
        self.index.read_only()
    }

    /// What the page shows.
    pub fn phase(&self) -> ReadSignal<Phase> {
        self.phase.read_only()
    }

    /// Today by this device's calendar, tracked.
    pub fn today(&self) -> Day {
        self.day_of(self.now.get())
    }

    /// The day of `at` by this device's calendar.
    pub fn day_of(&self, at: Timestamp) -> Day {
        platform::device_zone().map_or_else(|| at.at_offset(0), |zone| BrowserZones.local(&zone, at)).date()
    }

    /// The present instant, twice a minute.
    pub fn now(&self) -> ReadSignal<Timestamp> {
        self.now.read_only()
    }

    /// Whether everything is stored.
    pub fn save_state(&self) -> ReadSignal<SaveState> {
        self.save.read_only()
    }

    /// `circle` at the present instant, tracked: what the domain's questions are asked of.
    pub fn present<'a>(&self, circle: &'a Circle) -> Present<'a> {
        Present { circle, zones: &BrowserZones, now: self.now.get() }
    }

    /// The same, untracked: for what a person has just done.
    pub fn present_now<'a>(&self, circle: &'a Circle) -> Present<'a> {
        Present { circle, zones: &BrowserZones, now: platform::now() }
    }

    /// The newest notice.
    pub fn notice(&self) -> ReadSignal<Option<Notice>> {
        self.notice.read_only()
    }

    /// What was chosen for this device.
    pub fn preferences(&self) -> ReadSignal<Preferences> {
        self.preferences.read_only()
    }

    /// The person who holds this device, out of `circle`.
    pub fn my_member<'a>(&self, circle: &'a Circle) -> Option<&'a Member> {
        self.me.with(|me| circle.members.get(me.as_ref()?).map(|member| &**member))
    }

    /// Says `text`, offering `undo`.
    pub fn say(&self, text: impl Into<String>, undo: Option<TakeBack>) {
        // Goes on while no notice is shown: a number stands for one notice alone.
        let number = self.notices.try_update_value(|notices| {
            *notices += 1;
            *notices
        });
        let number = number.unwrap_or_default();
        self.notice.set(Some(Notice { number, text: text.into(), undo }));
    }

    /// Takes the notice away.
    pub fn hush(&self) {
        self.notice.set(None);
    }

    /// Moves the page's clock on to the present.
    pub(super) fn tick(&self) {
        self.now.set(platform::now());
    }
}

/// Stands in the circle's signal while none is open.
pub(super) fn blank() -> Circle {
    Circle::new(About {
        id: CircleId::new(""),
        name: String::new(),
        purpose: String::new(),
        created_at: Timestamp::default(),
    })
}
