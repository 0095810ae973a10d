//! Reminders: what is worth a notification is shown once on this device, whichever of its tabs finds it first.

use super::app::{App, Phase};
use crate::domain::{Circle, MemberId, Present, Reminder, reminders, rota, waiting_for};
use crate::platform::{self, BrowserZones, Notices, SystemNote};
use crate::vault::{self, Small};
use leptos::prelude::*;

/// Where the marks of what was shown lie, oldest first.
const REMINDED_KEY: &str = "peer-circle/reminded";
/// The lock under which that list is read and written.
const LOCK: &str = "peer-circle/reminded";
/// How many are remembered: weeks of them, for several circles.
const MOST: usize = 100;

/// Makes a notification of a reminder of this circle; words are made in `ui::text`.
pub type ReminderWords = fn(&Circle, &Reminder) -> SystemNote;

impl App {
    /// Turns reminders on or off for this device.
    pub fn set_reminders(&self, is_on: bool) {
        self.change_preferences(|preferences| preferences.reminders = is_on);
        if !is_on {
            leptos::task::spawn_local(platform::set_badge(0));
        }
    }

    /// Sets the badge and, unless the page is in front anyway, shows what was not shown yet.
    pub fn remind_now(&self, words: ReminderWords) {
        if !self.preferences.with_untracked(|preferences| preferences.reminders) {
            return;
        }
        if platform::notices() != Notices::Allowed {
            // Leave was taken back in the browser's own settings.
            leptos::task::spawn_local(platform::set_badge(0));
            return;
        }
        let me = self.me.get_untracked().filter(|_| {
            self.left.get_untracked().is_none() && self.phase.with_untracked(|phase| *phase == Phase::Ready)
        });
        let is_in_front = platform::is_in_front();
        let words = (!is_in_front).then_some(words);
        let (notes, waiting) = me.map(|me| self.due_notes(&me, words)).unwrap_or_default();
        let app = *self;
        leptos::task::spawn_local(async move {
            platform::set_badge(waiting).await;
            if !notes.is_empty() {
                platform::with_lock(LOCK, app.show_new(notes)).await;
            }
        });
    }

    /// What is worth showing now, where there are words for it, and how much waits.
    fn due_notes(&self, me: &MemberId, words: Option<ReminderWords>) -> (Vec<SystemNote>, usize) {
        let (now, cycle) = (platform::now(), self.cycle.get_untracked());
        self.circle.with_untracked(|circle| {
            let rota = rota(circle, &BrowserZones, cycle, &circle.skips());
            let present = Present { circle, zones: &BrowserZones, now };
            let waiting = waiting_for(present, Some(&rota), me);
            let Some(words) = words else { return (Vec::new(), waiting) };
            let found = reminders(present, Some(&rota), me);
            (found.iter().map(|reminder| words(circle, reminder)).collect(), waiting)
        })
    }

    /// Shows those of `notes` that no tab of this device has shown. The caller holds the lock.
    async fn show_new(self, notes: Vec<SystemNote>) {
        let Some(storage) = self.store.try_with_value(|store| store.borrow().storage.clone()) else { return };
        // A list that cannot be read costs a second notification at most.
        let mut shown = match vault::read_json::<Vec<String>>(&*storage, REMINDED_KEY) {
            Ok(Small::Ready(shown)) => shown,
            _ => Vec::new(),
        };
        let fresh: Vec<_> = notes.into_iter().filter(|note| !shown.contains(&note.mark)).collect();
        if fresh.is_empty() {
            return;
        }
        shown.extend(fresh.iter().map(|note| note.mark.clone()));
        shown.drain(..shown.len().saturating_sub(MOST));
        // What cannot be remembered would come back twice a minute.
        if vault::write_json(&*storage, REMINDED_KEY, &shown).is_err() {
            return;
        }
        let mut refused = Vec::new();
        for note in fresh {
            if !platform::notify(&note).await {
                refused.push(note.mark);
            }
        }
        // What the browser did not take, as on Android before the worker is there, is tried again later.
        if !refused.is_empty() {
            shown.retain(|mark| !refused.contains(mark));
            let _ = vault::write_json(&*storage, REMINDED_KEY, &shown);
        }
    }
}
