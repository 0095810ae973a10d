//! The one writer.

use super::app::{App, SaveState, Undo};
use crate::document::{Author, Change, CircleDoc, Written};
use crate::domain::{Command, Context, Record, Refusal, decide, part_private};
use crate::platform::{self, BrowserZones};
use crate::vault::{self, Loaded};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// How many milliseconds after an edit a log that has grown is folded.
const CALM: i32 = 1000;

impl App {
    /// Carries `command` out: checks it against the circle's rules, stores what differs, shows it.
    ///
    /// # Errors
    /// [`Refusal`] when the rules say no; nothing has changed then.
    pub fn dispatch(&self, command: impl Into<Command>) -> Result<Undo, Refusal> {
        self.carry_out(command.into())
    }

    fn carry_out(&self, command: Command) -> Result<Undo, Refusal> {
        self.tick();
        if !self.read_document() {
            return Err(Refusal::Gone("circle"));
        }
        let (records, private) = part_private(self.decide(command)?);
        let written = self.written_by_me(|doc| doc.put(&records));
        let undo = self.settle_own(written);
        Ok(Undo { notes: Arc::new(self.keep_private(private)), ..undo })
    }

    fn decide(&self, command: Command) -> Result<Vec<Record>, Refusal> {
        let me = self.me.get_untracked();
        let mut entropy = platform::random_u64;
        let mut ctx = Context { now: platform::now(), me: me.as_ref(), zones: &BrowserZones, entropy: &mut entropy };
        self.circle.with_untracked(|circle| decide(circle, command, &mut ctx))
    }

    /// Takes back what a command changed, where nobody has changed it since.
    pub fn undo(&self, undo: &Undo) {
        let written = self.written_by_me(|doc| doc.undo(&undo.changes));
        self.settle_own(written);
        self.undo_private(&undo.notes);
        self.ask_who_again();
    }

    /// Has `write` change the open document as the member who holds this device. Whatever a person changes here passes
    /// through this.
    pub(super) fn written_by_me(&self, write: impl FnOnce(&mut CircleDoc) -> Option<Written>) -> Option<Written> {
        let author = self.me.get_untracked().map(|member| Author { member, at: platform::now() });
        self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            let doc = &mut store.open().filter(|open| !open.doc.is_newer())?.doc;
            if let Some(author) = author {
                doc.sign(author);
            }
            write(doc)
        })
    }

    /// [`Self::settle`] for what was changed on this device, which others do not have yet.
    pub(super) fn settle_own(&self, written: Option<Written>) -> Undo {
        let undo = self.settle(written);
        if !undo.changes.is_empty() {
            self.change_sending(|sending, doc| {
                sending.unsent.note(doc.facts(), &undo.changes);
                if let Some(told) = &mut sending.told {
                    told.note(doc.client());
                }
            });
        }
        undo
    }

    /// Shows and stores what was written into the document.
    pub(super) fn settle(&self, written: Option<Written>) -> Undo {
        let Some(Written { update, changes }) = written else {
            return Undo::of(Vec::new());
        };
        self.persist(update);
        self.show_changes(&changes);
        Undo::of(changes)
    }

    /// Brings the circle's signal up to date with `changes` of the document.
    pub(super) fn show_changes(&self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        self.store.with_value(|store| {
            if let Some(open) = store.borrow().opened() {
                self.circle.update(|circle| open.doc.refresh(circle, changes));
            }
        });
    }

    /// Appends an update to the log, and says so where that fails.
    pub(super) fn persist(&self, update: Vec<u8>) {
        let next = self.store.with_value(|store| {
            let store = store.borrow();
            store.opened().map(|open| open.next(&store.tab))
        });
        if let Some(next) = &next {
            self.keep_copy(next, &update);
        }
        let stored = self.store.with_value(|store| {
            let store = &mut *store.borrow_mut();
            let (storage, tab) = (Rc::clone(&store.storage), store.tab.clone());
            store.open().map(|open| open.append(&*storage, &tab, update))
        });
        match stored {
            Some(Ok(())) => self.note_saved(),
            Some(Err(error)) => self.save.set(SaveState::Failed(error)),
            None => {}
        }
        self.plan_values();
        self.compact_if_due();
    }

    /// What found no room before is stored by now, unless notes for two still wait.
    fn note_saved(&self) {
        let is_failed = matches!(self.save.get_untracked(), SaveState::Failed(_));
        if is_failed && !self.lacks_notes() {
            self.save.set(SaveState::Saved);
        }
    }

    /// Tries once more to store what found no room.
    pub fn retry_save(&self) {
        let retried = self.store.with_value(|store| {
            let store = &mut *store.borrow_mut();
            let (storage, tab) = (Rc::clone(&store.storage), store.tab.clone());
            store.open().filter(|open| open.has_unsaved()).map(|open| open.retry(&*storage, &tab))
        });
        let notes = self.lacks_notes().then(|| self.store_notes());
        match (retried, notes) {
            (Some(Err(error)), _) | (_, Some(Err(error))) => self.save.set(SaveState::Failed(error)),
            (None, None) => {}
            (Some(Ok(())) | None, Some(Ok(())) | None) => {
                self.note_saved();
                self.plan_values();
            }
        }
    }

    /// Folds the log into a new generation when it has grown, one tab at a time.
    fn compact_if_due(&self) {
        let due = self.store.with_value(|store| {
            let store = store.borrow();
            store.opened().filter(|open| open.wants_compaction()).map(|open| open.id.clone())
        });
        let Some(id) = due else { return };
        let app = *self;
        leptos::task::spawn_local(async move {
            // It takes as long as the whole circle is large: the screen shows the edit first.
            platform::sleep(CALM).await;
            let name = format!("peer-circle/{id}");
            platform::with_lock(&name, async move {
                let caught_up = app.store.try_with_value(|store| {
                    let store = &mut *store.borrow_mut();
                    let storage = Rc::clone(&store.storage);
                    let open = store.open().filter(|open| open.id == id && open.wants_compaction())?;
                    // Where nothing can be read, or not all of it, every edit is in the log all the same.
                    let Ok(Loaded::Ready(ready)) = vault::load(&*storage, id.as_str()) else { return None };
                    let changes = open.catch_up(&ready).ok()?;
                    // One that fails is tried again after the next edit.
                    let _ = open.compact(&*storage, &ready);
                    Some(changes)
                });
                if let Some(changes) = caught_up.flatten() {
                    app.show_changes(&changes);
                    app.plan_values();
                }
            })
            .await;
        });
    }
}
