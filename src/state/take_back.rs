//! Taking back what was just taken in.
//!
//! What a copy brings is appended to the circle's log like every change. As long as it is there and in no generation, the
//! log without it is the circle as it was before, so that it is taken out again and the circle read anew. What was written
//! meanwhile stays.

use super::app::App;
use super::sending::sending_key;
use super::source::TakenIn;
use crate::vault;
use leptos::prelude::*;

/// Where other tabs are told that a circle is to be read anew; the value is its id.
pub(super) const REREAD_KEY: &str = "peer-circle/reread";

impl App {
    /// Runs `take`, and remembers what it appends to the log of the open circle.
    pub(super) fn remembering<T>(&self, take: impl FnOnce() -> T) -> T {
        let sending = self.sending.get_untracked();
        self.record(Some(Vec::new()));
        let taken = take();
        let keys = self.record(None).unwrap_or_default();
        let circle = self.open.get_untracked().filter(|_| !keys.is_empty());
        let remembered = circle.map(|circle| TakenIn { circle, keys, sending });
        self.store.with_value(|store| store.borrow_mut().taken = remembered);
        taken
    }

    fn record(&self, keys: Option<Vec<String>>) -> Option<Vec<String>> {
        self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            let open = store.open()?;
            std::mem::replace(&mut open.appended, keys)
        })
    }

    /// Takes back what was taken in last. Returns whether it could: not where the log was folded into a generation by now,
    /// or another circle is open.
    pub(super) fn take_back_taken(&self) -> bool {
        let Some(TakenIn { circle, keys, sending }) = self.store.with_value(|store| store.borrow_mut().taken.take())
        else {
            return false;
        };
        let storage = self.storage();
        let is_there = |key: &String| matches!(storage.get(key), Ok(Some(_)));
        if self.open.with_untracked(|open| open.as_ref() != Some(&circle)) || !keys.iter().all(is_there) {
            return false;
        }
        if keys.iter().any(|key| storage.remove(key).is_err()) {
            return false;
        }
        self.forget_copies(&keys);
        // What others have of this device is asked anew by the next copy that comes in.
        let _ = vault::write_json(&*storage, &sending_key(&circle), &sending);
        self.open_circle(&circle);
        // Other tabs have it in memory and would write it again. A value that is the same is no news to them.
        let _ = storage.remove(REREAD_KEY);
        let _ = storage.set(REREAD_KEY, circle.as_str());
        true
    }

    /// Reads `circle` anew where it is open: another tab took something back.
    pub(super) fn reread(&self, circle: &str) {
        if let Some(id) = self.open.get_untracked().filter(|id| id.as_str() == circle) {
            self.open_circle(&id);
        }
    }
}
