//! Reminders: what is worth a notification is shown once on this device, whichever of its tabs finds it first.

use super::app::{App, Phase};
use crate::domain::{Circle, MemberId, Reminder, reminders, rota, waiting_for};
use crate::platform::{self, BrowserZones, Note, Notices};
use crate::vault::{self, Small};
use leptos::prelude::*;

/// Where the keys of what was shown lie: a list of `"<circle> <key>"`, oldest first.
const REMINDED_KEY: &str = "peer-circle/reminded";
/// The lock under which that list is read and written.
const LOCK: &str = "peer-circle/reminded";
/// How many are remembered: weeks of them, for several circles.
const MOST: usize = 100;

/// Makes a notification of a reminder of this circle; words are made in `ui::text`.
pub type ReminderWords = fn(&Circle, &Reminder) -> Note;

impl App {
    /// Turns reminders on or off for this device.
    pub fn set_reminders(&self, is_on: bool) {
        self.change_preferences(|preferences| preferences.reminders = is_on);
        if !is_on {
            leptos::task::spawn_local(platform::set_badge(0));
        }
    }

    /// Sets the badge and, unless the page is in front anyway, shows what was not shown yet.
    pub(super) fn remind_now(&self, words: ReminderWords) {
        if !self.preferences.with_untracked(|preferences| preferences.reminders) {
            return;
        }
        if platform::notices() != Notices::Allowed {
            // Leave was taken back in the browser's own settings.
            leptos::task::spawn_local(platform::set_badge(0));
            return;
        }
        let me = self.me.get_untracked().filter(|_| self.phase.with_untracked(|phase| *phase == Phase::Ready));
        let (notes, waiting) = me.map(|me| self.due_notes(&me, words)).unwrap_or_default();
        let app = *self;
        leptos::task::spawn_local(async move {
            platform::set_badge(waiting).await;
            if !notes.is_empty() && !platform::is_in_front() {
                platform::with_lock(LOCK, app.show_new(notes)).await;
            }
        });
    }

    /// What is worth showing now, by its key, and how much waits.
    fn due_notes(&self, me: &MemberId, words: ReminderWords) -> (Vec<(String, Note)>, usize) {
        let (now, cycle) = (platform::now(), self.cycle.get_untracked());
        self.circle.with_untracked(|circle| {
            let rota = rota(circle, &BrowserZones, cycle, &circle.skips());
            let found = reminders(circle, Some(&rota), &BrowserZones, now, me);
            let keyed =
                |reminder: Reminder| (format!("{} {}", circle.about.id, reminder.key()), words(circle, &reminder));
            let waiting = waiting_for(circle, Some(&rota), &BrowserZones, now, me);
            (found.into_iter().map(keyed).collect(), waiting)
        })
    }

    /// Shows those of `notes` that no tab of this device has shown. The caller holds the lock.
    async fn show_new(self, notes: Vec<(String, Note)>) {
        let Some(shelf) = self.desk.try_with_value(|desk| desk.borrow().shelf.clone()) else { return };
        // A list that cannot be read costs a second notification at most.
        let mut shown = match vault::read_json::<Vec<String>>(&*shelf, REMINDED_KEY) {
            Ok(Small::Ready(shown)) => shown,
            _ => Vec::new(),
        };
        let fresh: Vec<_> = notes.into_iter().filter(|(key, _)| !shown.contains(key)).collect();
        if fresh.is_empty() {
            return;
        }
        shown.extend(fresh.iter().map(|(key, _)| key.clone()));
        shown.drain(..shown.len().saturating_sub(MOST));
        // What cannot be remembered would come back twice a minute.
        if vault::write_json(&*shelf, REMINDED_KEY, &shown).is_ok() {
            for (_, note) in fresh {
                platform::notify(&note).await;
            }
        }
    }
}
