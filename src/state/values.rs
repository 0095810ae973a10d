//! A circle's values by themselves, kept for the next start.
//!
//! Reading a document of years takes longer than all the rest of a start. So the values of the open circle are kept
//! beside it whenever it has been calm for a moment or the tab goes out of sight, with a note of where it stood then.
//! If it still stands there, a start shows them at once, and reads the document when they are painted, or when somebody
//! changes something before that. The document has the last word: what differs is shown anew.

use super::app::{App, SaveState};
use super::losses::Losses;
use super::store::{DocumentSays, footing_text};
use crate::document::circle_of_plain;
use crate::domain::CircleId;
use crate::platform;
use crate::vault;
use leptos::prelude::*;
use std::pin::Pin;

/// How many milliseconds after the last change the values are kept.
const CALM: i32 = 2500;

impl App {
    /// Shows `circle` from `kept`, which was kept last, if it belongs to what is stored now. Returns how many of the
    /// notes beside the circle cannot be read; `None` if it belongs to something else.
    pub(super) fn show_kept(&self, circle: &CircleId, kept: &[u8]) -> Option<usize> {
        let footing = vault::footing(&*self.storage(), circle.as_str()).ok()??;
        let values = kept.strip_prefix(footing_text(circle, &footing).as_bytes())?;
        let shown = circle_of_plain(values)?;
        self.store.with_value(|store| store.borrow_mut().put_values(circle.clone(), values.to_vec()));
        Some(self.present_circle(circle, shown, false))
    }

    /// Opens what lies on the device: the circle that was open last by its values, where those were kept.
    pub(super) fn start_with_kept(self) -> Pin<Box<dyn Future<Output = Losses>>> {
        Box::pin(async move { self.open_last(platform::kept_values().await) })
    }

    /// [`Self::read_document`], once the first screen is painted. Returns what it found missing.
    pub(super) fn finish_start(self) -> Pin<Box<dyn Future<Output = Losses>>> {
        Box::pin(async move {
            platform::first_painted().await;
            self.read_document();
            self.store.with_value(|store| std::mem::take(&mut store.borrow_mut().losses))
        })
    }

    /// Reads the document of the open circle where only its values are shown. Returns whether that circle is open
    /// still: what cannot be read, or is gone by now, makes place for another one or none.
    pub(super) fn read_document(&self) -> bool {
        let open = self.open.get_untracked();
        let said = self.store.with_value(|store| {
            let mut store = store.borrow_mut();
            store.read_document();
            store.said.take()
        });
        if let (Some(said), Some(circle)) = (said, &open) {
            match said {
                DocumentSays::Same => {}
                DocumentSays::Other => self.show_again(circle),
                DocumentSays::Nothing => drop(self.open_circle(circle)),
            }
        }
        self.open.with_untracked(|now| *now == open) && self.store.with_value(|store| store.borrow().opened().is_some())
    }

    /// Shows what the document of the open `circle` says.
    fn show_again(&self, circle: &CircleId) {
        match self.with_doc(|doc| (doc.circle(), doc.is_newer())) {
            Some((Ok(shown), is_newer)) => {
                self.present_circle(circle, shown, is_newer);
                self.plan_values();
            }
            Some((Err(_), _)) | None => drop(self.open_circle(circle)),
        }
    }

    /// Notes that something has changed, and keeps the values once it is calm.
    pub(super) fn plan_values(&self) {
        // What the page calls not stored is stored nowhere.
        if self.save.with_untracked(|save| *save == SaveState::Memory) {
            return;
        }
        let unkept = self.count_unkept(|unkept| unkept.saturating_add(1));
        if unkept > 1 {
            return;
        }
        let app = *self;
        leptos::task::spawn_local(async move {
            let mut seen = unkept;
            loop {
                platform::sleep(CALM).await;
                let now = app.count_unkept(|unkept| unkept);
                if now == seen {
                    app.keep_values();
                }
                if now == seen || now == 0 {
                    return;
                }
                seen = now;
            }
        });
    }

    /// Forgets values that were kept of a circle which this device does not list.
    pub(super) fn forget_stray(&self, kept: &[u8]) {
        let circle = kept.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let is_listed = self.index.with_untracked(|index| index.circles.iter().any(|one| one.id.as_bytes() == circle));
        if !is_listed {
            leptos::task::spawn_local(platform::drop_values());
        }
    }

    /// Keeps the values of the open circle, where they have changed since they were kept.
    pub(super) fn keep_values(&self) {
        if self.count_unkept(|unkept| unkept) == 0 {
            return;
        }
        let values = self.store.try_with_value(|store| {
            let mut store = store.borrow_mut();
            store.unkept = 0;
            store.opened()?.values(&*store.storage)
        });
        if let Some(values) = values.flatten() {
            leptos::task::spawn_local(platform::keep_values(values));
        }
    }

    fn count_unkept(&self, count: impl FnOnce(u32) -> u32) -> u32 {
        let counted = self.store.try_with_value(|store| {
            let mut store = store.borrow_mut();
            store.unkept = count(store.unkept);
            store.unkept
        });
        counted.unwrap_or_default()
    }
}
