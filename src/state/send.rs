//! The file that goes out, and what of this device's changes was not sent yet.

use super::app::App;
use super::index::CircleEntry;
use super::memo::Memo;
use super::sending::{SavedFile, Sending, sending_key};
use crate::document::{CircleDoc, Enclosed, Outbox};
use crate::domain::{ZoneId, ZoneRules, written_since};
use crate::exchange::calendar::{self, CalendarOrder, CalendarWords, TakenBack};
use crate::exchange::circle_file;
use crate::exchange::file_name::circle_stem;
use crate::platform::{self, BrowserZones};
use crate::vault::{self, Small};
use leptos::prelude::*;

/// A circle file on its way out.
#[derive(Clone, Debug)]
pub struct OutgoingFile {
    /// Its name without the extension.
    pub stem: String,
    /// Its content.
    pub text: String,
    pub(super) holds: Enclosed,
}

impl App {
    /// The open circle as a file to be sent.
    pub fn outgoing(&self) -> Option<OutgoingFile> {
        let now = platform::now();
        let me = self.me.get_untracked();
        let today = BrowserZones.local(&platform::device_zone().unwrap_or_else(ZoneId::utc), now).date();
        let (stem, by) = self.circle.with_untracked(|circle| {
            let by = me.as_ref().and_then(|me| circle.name_of(me)).unwrap_or_default().to_owned();
            (circle_stem(circle, me.as_ref(), today), by)
        });
        self.with_doc(|doc| {
            let holds = self.sending.with_untracked(|sending| sending.unsent.enclosed(doc.facts()));
            OutgoingFile { stem, text: circle_file::write(doc, now, &by), holds }
        })
    }

    /// The file that was saved on this device and has not been sent, as far as the app knows.
    pub fn saved_file(&self) -> Memo<Option<SavedFile>> {
        let sending = self.sending;
        Memo::new(move |_| sending.with(|sending| sending.saved.clone()))
    }

    /// Notes that the browser was asked to save `file` as `name`. It is not sent by that.
    pub fn note_file_saved(&self, file: &OutgoingFile, name: &str) {
        let at = platform::now().millis();
        let saved = SavedFile { name: name.to_owned(), at, holds: file.holds.clone() };
        self.change_sending(|sending, _| sending.saved = Some(saved));
    }

    /// Notes that `file` has left this device.
    pub fn note_sent(&self, file: &OutgoingFile) {
        self.confirm(&file.holds);
    }

    /// Notes that the file which was saved last has left this device.
    pub fn confirm_saved(&self) {
        if let Some(saved) = self.sending.with_untracked(|sending| sending.saved.clone()) {
            self.confirm(&saved.holds);
        }
    }

    fn confirm(&self, holds: &Enclosed) {
        self.change_sending(|sending, doc| {
            sending.unsent.confirm(doc.facts(), holds);
            sending.saved = None;
        });
        let Some(id) = self.open.get_untracked() else { return };
        self.change_index(|index| {
            if let Some(entry) = index.entry_mut(&id) {
                entry.sent_at = Some(platform::now().millis());
            }
        });
    }

    /// Changes what waits, as it is stored now, so that what another tab wrote stays.
    pub(super) fn change_sending(&self, change: impl FnOnce(&mut Sending, &CircleDoc)) {
        let Some(id) = self.open.get_untracked() else { return };
        let (storage, key) = (self.storage(), sending_key(&id));
        let stored = match vault::read_json::<Sending>(&*storage, &key) {
            Ok(Small::Ready(sending)) => sending,
            _ => self.sending.get_untracked(),
        };
        let mut sending = stored.clone();
        if self.with_doc(|doc| change(&mut sending, doc)).is_none() {
            return;
        }
        if sending != stored {
            // A refusal costs a reminder after the next start; the edits themselves are in the log.
            let _ = vault::write_json(&*storage, &key, &sending);
        }
        if self.sending.with_untracked(|known| *known != sending) {
            self.sending.set(sending);
        }
    }

    /// Reads what waits of the open circle, as this or another tab wrote it.
    pub(super) fn read_sending(&self) {
        let Some(id) = self.open.get_untracked() else { return };
        let sending = match vault::read_json::<Sending>(&*self.storage(), &sending_key(&id)) {
            Ok(Small::Ready(sending)) => sending,
            _ => self.estimated(),
        };
        if self.sending.with_untracked(|known| *known != sending) {
            self.sending.set(sending);
        }
    }

    /// What waits where that was not kept, as by earlier versions of the app.
    fn estimated(&self) -> Sending {
        let Some(me) = self.me.get_untracked() else { return Sending::default() };
        let since = self.entry.with_untracked(|entry| entry.as_ref().and_then(CircleEntry::sent));
        let records = self.circle.with_untracked(|circle| written_since(circle, &me, since));
        let unsent = Outbox::of(records.iter().map(|(kind, id)| (*kind, id.as_str())));
        Sending { unsent, saved: None }
    }

    /// Notes that nobody else has the open circle yet.
    pub(super) fn note_all_unsent(&self) {
        self.change_sending(|sending, doc| *sending = Sending { unsent: Outbox::all(doc.facts()), saved: None });
    }

    /// The open circle's clocks as a calendar file; `url` leads back to the app.
    pub fn calendar(&self, words: CalendarWords, url: String) -> Option<String> {
        let (sequence, taken_back) = self.with_doc(|doc| (doc.change_count(), TakenBack::of(doc.facts())))?;
        let order = CalendarOrder { words, url, now: platform::now(), sequence, taken_back };
        Some(self.circle.with_untracked(|circle| calendar::calendar(circle, &BrowserZones, &order)))
    }

    pub(super) fn with_doc<T>(&self, read: impl FnOnce(&CircleDoc) -> T) -> Option<T> {
        self.store.with_value(|store| store.borrow().doc.as_ref().map(|open| read(&open.doc)))
    }
}
