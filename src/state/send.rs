//! The file that goes out, and what of this device's changes was not sent yet.

use super::app::App;
use super::index::CircleEntry;
use super::memo::Memo;
use super::sending::{PeerCopy, SavedFile, Sending, sending_key};
use crate::document::{CircleDoc, Enclosed, Outbox, ToldSoFar};
use crate::domain::{ZoneId, ZoneRules, written_since};
use crate::exchange::calendar::{self, CalendarOrder, CalendarWords, TakenBack};
use crate::exchange::circle_file;
use crate::exchange::file_name::circle_stem;
use crate::exchange::update_message::{self, UpdateMessage};
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
    pub(super) tells: ToldSoFar,
}

/// An update message on its way out.
#[derive(Clone, Debug)]
pub struct OutgoingUpdate {
    /// The link that carries it.
    pub link: String,
    holds: Enclosed,
    tells: ToldSoFar,
}

/// Whose changes a message carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Those made on this device since it last sent something.
    Own,
    /// What came in since then as well: for whoever gathers.
    All,
}

/// The longest link that is still sent as a message, in characters; a file takes over from there.
const LONGEST_LINK: usize = 9_000;
/// A link of this many characters reaches others whole by any messenger or mail.
const SAFE_LINK: usize = 1_990;

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
            OutgoingFile { stem, text: circle_file::write(doc, now, &by), holds, tells: ToldSoFar::everything(doc) }
        })
    }

    /// This device's changes as a message; `None` where nobody has the circle yet, there is nothing to tell, or it is too
    /// much for one. Where all that is new fits into a short link, what came from others goes along: somebody may lack it.
    pub fn outgoing_update(&self, reach: Reach) -> Option<OutgoingUpdate> {
        let all = self.update_link(Reach::All);
        match reach {
            Reach::Own if all.as_ref().is_none_or(|all| all.link.len() > SAFE_LINK) => self.update_link(Reach::Own),
            Reach::Own | Reach::All => all,
        }
    }

    fn update_link(&self, reach: Reach) -> Option<OutgoingUpdate> {
        let (now, me) = (platform::now(), self.me.get_untracked()?);
        let sending = self.sending.get_untracked();
        let told = sending.told.as_ref()?;
        let (circle, circle_name, sender_name) = self.circle.with_untracked(|circle| {
            let name = circle.name_of(&me).unwrap_or_default().to_owned();
            (circle.about.id.clone(), circle.about.name.clone(), name)
        });
        self.with_doc(|doc| {
            let update = match reach {
                Reach::Own => doc.own_difference(told),
                Reach::All => doc.difference(told),
            };
            let (update, heard) = (update.ok()??, sending.newest());
            let message = UpdateMessage { circle, circle_name, sender: me, sender_name, at: now, heard, update };
            let link = update_message::link(&platform::address_of(&platform::base_path()), &message)?;
            let (holds, tells) = (sending.unsent.enclosed(doc.facts()), ToldSoFar::everything(doc));
            (link.len() <= LONGEST_LINK).then_some(OutgoingUpdate { link, holds, tells })
        })?
    }

    /// Whether more has come in since this device last sent something than it would send by itself.
    pub fn can_pass_on(&self) -> bool {
        self.sending.with(|sending| {
            let told = sending.told.as_ref()?;
            self.with_doc(|doc| Some(doc.difference(told).ok()? != doc.own_difference(told).ok()?))?
        }) == Some(true)
    }

    /// What is known of the others' copies, in the order of the roster.
    pub fn peer_copies(&self) -> Memo<Vec<PeerCopy>> {
        let app = *self;
        Memo::new(move |_| {
            let others =
                app.circle.with(|circle| circle.roster().into_iter().map(|m| m.id.clone()).collect::<Vec<_>>());
            let others = app.me.with(|me| others.into_iter().filter(|id| Some(id) != me.as_ref()).collect::<Vec<_>>());
            app.sending.with(|sending| others.iter().map(|id| sending.copy_of(id)).collect())
        })
    }

    /// Who sent changes that wait for earlier ones, by name.
    pub fn lacking(&self) -> Memo<Vec<String>> {
        let sending = self.sending;
        Memo::new(move |_| sending.with(|sending| sending.lacks.clone()))
    }

    /// The file that was saved on this device and has not been sent, as far as the app knows.
    pub fn saved_file(&self) -> Memo<Option<SavedFile>> {
        let sending = self.sending;
        Memo::new(move |_| sending.with(|sending| sending.saved.clone()))
    }

    /// Notes that the browser was asked to save `file` as `name`. It is not sent by that.
    pub fn note_file_saved(&self, file: &OutgoingFile, name: &str) {
        self.note_handed_out(name, &file.holds, &file.tells);
    }

    /// Notes that `update` was copied, or handed to another app. It is not sent by that.
    pub fn note_update_handed_out(&self, update: &OutgoingUpdate) {
        self.note_handed_out("", &update.holds, &update.tells);
    }

    fn note_handed_out(&self, name: &str, holds: &Enclosed, tells: &ToldSoFar) {
        let (at, name, holds) = (platform::now().millis(), name.to_owned(), holds.clone());
        let saved = SavedFile { name, at, holds, tells: Some(tells.clone()) };
        self.change_sending(|sending, _| sending.saved = Some(saved));
    }

    /// Notes that `file` has left this device.
    pub fn note_sent(&self, file: &OutgoingFile) {
        self.confirm(&file.holds, Some(&file.tells));
    }

    /// Notes that `update` has left this device.
    pub fn note_update_sent(&self, update: &OutgoingUpdate) {
        self.confirm(&update.holds, Some(&update.tells));
    }

    /// Notes that what was handed out last has left this device.
    pub fn confirm_saved(&self) {
        if let Some(saved) = self.sending.with_untracked(|sending| sending.saved.clone()) {
            self.confirm(&saved.holds, saved.tells.as_ref());
        }
    }

    fn confirm(&self, holds: &Enclosed, tells: Option<&ToldSoFar>) {
        self.change_sending(|sending, doc| {
            sending.unsent.confirm(doc.facts(), holds);
            sending.saved = None;
            if let Some(tells) = tells {
                sending.told = Some(tells.clone().after(sending.told.as_ref(), doc));
            }
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
        Sending { unsent, ..Sending::default() }
    }

    /// Notes that nobody else has the open circle yet.
    pub(super) fn note_all_unsent(&self) {
        self.change_sending(|sending, doc| {
            *sending = Sending { unsent: Outbox::all(doc.facts()), ..Sending::default() };
        });
    }

    /// The open circle's clocks as a calendar file; `url` leads back to the app.
    pub fn calendar(&self, words: CalendarWords, url: String) -> Option<String> {
        let (sequence, taken_back) = self.with_doc(|doc| (doc.change_count(), TakenBack::of(doc.facts())))?;
        let order = CalendarOrder { words, url, now: platform::now(), sequence, taken_back };
        Some(self.circle.with_untracked(|circle| calendar::calendar(circle, &BrowserZones, &order)))
    }

    /// What `read` finds in the open circle's document. It must not come back here.
    pub(super) fn with_doc<T>(&self, read: impl FnOnce(&CircleDoc) -> T) -> Option<T> {
        self.store.with_value(|store| store.borrow_mut().read_document());
        self.store.with_value(|store| store.borrow().opened().map(|open| read(&open.doc)))
    }
}
