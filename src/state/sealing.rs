//! Notes for two in the circle's file: this device's key, what it seals, what it opens.
//!
//! `peer-circle/keys/<circle>/<member>` holds the key pair of this device. It lies in the clear beside the notes, which
//! are in the clear as well: who can read one can read the other, so that a key which cannot be read out (in
//! IndexedDB) would protect nothing and could be lost by itself.

#![allow(unsafe_code)]

use super::app::{App, Phase, SaveState};
use super::effect::Effect;
use super::gain::{FileImport, ImportGain, ImportReport, ImportStage};
use super::memo::Memo;
use crate::domain::{
    Circle, CircleId, DeviceId, DeviceKey, FeedbackId, MemberId, PrivateNote, SealedNote, ToOpen, ToSeal, news,
    random_id, sealed_devices, sealing, to_open, to_seal,
};
use crate::exchange::circle_file::FileError;
use crate::exchange::note_file::NoteFile;
use crate::exchange::sealed_note;
use crate::platform::{self, CipherError, KeyPair, SealingPair, part};
use crate::vault::{self, Small};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::pin::Pin;

/// How many milliseconds after a start the circle is looked after: its first screen comes before that.
const SOON: u64 = 800;

type Tend = fn(App) -> Pin<Box<dyn Future<Output = ()>>>;

part!(load_tend in whole: Tend = tend);

fn tend(app: App) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(app.tend_seals())
}

/// Looks after keys and sealed notes from now on: whenever a circle is opened, a note changes, or somebody's key or
/// sealed note comes in.
pub fn run_sealing(app: App) {
    let mark = Memo::new(move |_| app.seal_mark());
    Effect::new(move |was_open: Option<bool>| {
        let is_open = mark.with(Option::is_some);
        if is_open {
            let wait = if was_open == Some(true) { 0 } else { SOON };
            platform::after(wait, move || leptos::task::spawn_local(look_after(app)));
        }
        is_open
    });
}

/// [`App::tend_seals`], wherever its code is.
async fn look_after(app: App) {
    // Without a connection it is done after the next start.
    if let Ok(tend) = load_tend().await {
        tend(app).await;
    }
}

/// Where the keys of circles begin; the circle's id and the member's follow.
const KEYS: &str = "peer-circle/keys/";

/// Where the keys of `circle` begin.
pub(super) fn keys_prefix(circle: &CircleId) -> String {
    format!("{KEYS}{circle}/")
}

/// A key pair as it is stored, in base64.
#[derive(Clone, Serialize, Deserialize)]
struct StoredKey {
    device: String,
    public: String,
    private: String,
}

impl StoredKey {
    fn new(device: String, pair: &KeyPair) -> Self {
        Self { device, public: STANDARD.encode(&pair.public), private: STANDARD.encode(&pair.private) }
    }

    fn pair(&self) -> Option<KeyPair> {
        let half = |text: &str| STANDARD.decode(text).ok();
        Some(KeyPair { public: half(&self.public)?, private: half(&self.private)? })
    }
}

/// This device, ready to seal and to open.
struct OwnKey {
    circle: CircleId,
    key: DeviceKey,
    pair: KeyPair,
}

impl App {
    /// Seals what is to be sealed and opens what came in, one tab at a time. Does nothing where there is nothing to do
    /// it with: no circle, nobody who holds the device, the demo, a browser that keeps nothing or has no cryptography.
    pub async fn tend_seals(self) {
        let Some(circle) = self.sealing_circle() else { return };
        platform::with_lock(&format!("{KEYS}{circle}"), async move {
            // What failed is done the next time: a note that is not sealed is shown as one that waits.
            let _ = self.tend(circle).await;
        })
        .await;
    }

    /// Changes whenever there may be something to seal or to open; `None` while nobody is at work in a circle.
    fn seal_mark(&self) -> Option<(CircleId, MemberId, [i64; 3])> {
        let (circle, me) = (self.open.get()?, self.me.get()?);
        let notes =
            self.notes.with(|notes| notes.iter().map(|note| note.changed_at().millis()).fold(0, i64::wrapping_add));
        let (devices, copies) = self.circle.with(|circle| {
            let copies = circle.sealed_notes.values().map(|copy| copy.at.millis());
            (circle.devices.len() as i64, copies.fold(0, i64::wrapping_add))
        });
        Some((circle, me, [notes, devices, copies]))
    }

    /// Opens the notes that came in with files, and tells them with what else came in.
    pub(super) async fn open_seals_of(self, mut imports: Vec<FileImport>) -> Vec<FileImport> {
        let before = self.circle.get_untracked();
        let is_open =
            |report: &&mut ImportReport| report.circle == before.about.id && report.stage == ImportStage::Taken;
        let Some(report) = imports.iter_mut().filter_map(|import| import.result.as_mut().ok()).rfind(is_open) else {
            return imports;
        };
        look_after(self).await;
        report.after = self.circle.get_untracked();
        let opened = news(&before, &report.after);
        match &mut report.gain {
            ImportGain::Merged { news, .. } => news.extend(opened),
            gain @ ImportGain::NothingNew if !opened.is_empty() => {
                *gain = ImportGain::Merged { news: opened, conflicts: Vec::new(), hand_edits: Vec::new() };
            }
            _ => {}
        }
        imports
    }

    /// The circle in which this device seals.
    fn sealing_circle(&self) -> Option<CircleId> {
        let entry = self.entry.get_untracked()?;
        let is_ready = self.phase.with_untracked(|phase| *phase == Phase::Ready) && !entry.is_demo;
        // A key that lasts as long as the tab would have others seal for a device that is gone.
        let is_kept = !matches!(self.save.get_untracked(), SaveState::Memory | SaveState::ReadOnly);
        (is_ready && is_kept && platform::can_seal()).then(|| entry.circle_id())
    }

    async fn tend(self, circle: CircleId) -> Result<(), CipherError> {
        let Some(own) = self.own_key(circle).await? else { return Ok(()) };
        let opening = self.planned(&own, to_open);
        for open in opening {
            self.open_sealed(&own, open).await;
        }
        let mut sealed = Vec::new();
        for seal in self.planned(&own, to_seal) {
            // A key that is none keeps nobody else from getting their copy.
            let Ok(copy) = sealed_copy(&own, &seal).await else { continue };
            // What was undone or changed meanwhile is not put into the circle.
            if self.notes.with_untracked(|notes| notes.contains(&seal.note)) {
                sealed.push(copy);
            }
        }
        if !sealed.is_empty() && self.is_still(&own) {
            let _ = self.dispatch(sealing::Command::Seal(sealed));
        }
        Ok(())
    }

    fn planned<T>(&self, own: &OwnKey, plan: fn(&Circle, &[PrivateNote], &DeviceKey) -> Vec<T>) -> Vec<T> {
        let found =
            self.circle.with_untracked(|circle| self.notes.with_untracked(|notes| plan(circle, notes, &own.key)));
        if self.is_still(own) { found } else { Vec::new() }
    }

    /// Whether the same person has the same circle open.
    fn is_still(&self, own: &OwnKey) -> bool {
        self.open.with_untracked(|open| open.as_ref() == Some(&own.circle))
            && self.me.with_untracked(|me| me.as_ref() == Some(&own.key.member))
    }

    /// The key of this device, which the circle knows; it is made where there is none.
    async fn own_key(&self, circle: CircleId) -> Result<Option<OwnKey>, CipherError> {
        let Some(member) = self.me.get_untracked() else { return Ok(None) };
        let stored = match self.stored_key(&circle, &member) {
            Some(stored) => stored,
            None => {
                let pair = KeyPair::generate().await?;
                let stored = StoredKey::new(random_id(&mut platform::random_u64), &pair);
                // A key that is not kept would leave copies that nobody can open.
                let key = format!("{}{member}", keys_prefix(&circle));
                vault::write_json(&*self.storage(), &key, &stored).map_err(|_| CipherError::Refused)?;
                stored
            }
        };
        let Some(pair) = stored.pair() else { return Ok(None) };
        let device = DeviceId::new(&stored.device);
        let is_here = self.open.with_untracked(|open| open.as_ref() == Some(&circle));
        if !is_here || self.me.with_untracked(|me| me.as_ref() != Some(&member)) {
            return Ok(None);
        }
        let announced = self.dispatch(sealing::Command::Announce { device: device.clone(), key: stored.public });
        let known = self.circle.with_untracked(|all| all.devices.get(&device).map(|key| (**key).clone()));
        Ok(announced.ok().and(known).map(|key| OwnKey { circle, key, pair }))
    }

    fn stored_key(&self, circle: &CircleId, member: &MemberId) -> Option<StoredKey> {
        let key = format!("{}{member}", keys_prefix(circle));
        match vault::read_json(&*self.storage(), &key) {
            Ok(Small::Ready(stored)) => Some(stored),
            _ => None,
        }
    }

    /// Takes in what a copy holds, as if it had come by the note's own file. What does not open is passed over.
    async fn open_sealed(&self, own: &OwnKey, open: ToOpen) {
        let about = sealed_note::about(&own.circle, &open.copy.id, &open.by, &own.key);
        let (Ok(other), Ok(data)) = (STANDARD.decode(&open.by.key), STANDARD.decode(&open.copy.data)) else { return };
        let pair = SealingPair { own: &own.pair, other: &other, about: &about };
        let Ok(content) = pair.open(&data).await else { return };
        let note = sealed_note::unpacked(&content);
        let Some(note) = note.ok().filter(|note| open.fits(note, &own.key) && self.is_still(own)) else { return };
        let circle_name = self.circle.with_untracked(|circle| circle.about.name.clone());
        let file = NoteFile { circle: own.circle.clone(), circle_name, note };
        // The circle is open: nothing is read from elsewhere. What is not stored is opened again the next time.
        let _ = self.take_note(file, || Err(FileError::NoCircle));
    }

    /// Withdraws what this device sealed of a note that was undone.
    pub(super) fn withdraw_seals(&self, note: &FeedbackId) {
        let (Some(circle), Some(me)) = (self.open.get_untracked(), self.me.get_untracked()) else { return };
        if let Some(stored) = self.stored_key(&circle, &me) {
            let device = DeviceId::new(&stored.device);
            // Refused where the person has left: then nothing of theirs is sealed any more.
            let _ = self.dispatch(sealing::Command::Withdraw { device, note: note.clone() });
        }
    }

    /// How many devices of the other one of the two can open the newest words of this device's holder in the note
    /// called `id`, out of the circle's file; tracked.
    pub fn sealed_for(&self, id: &FeedbackId) -> usize {
        let Some(me) = self.me.get() else { return 0 };
        let count = |circle: &Circle| {
            let of_note = |notes: &Vec<_>| {
                let note = notes.iter().find(|note: &&PrivateNote| note.id() == id);
                note.map_or(0, |note| sealed_devices(circle, note, &me))
            };
            self.notes.with(of_note)
        };
        self.circle.with(count)
    }

    /// Whether a device of `member` has told the circle its key; tracked.
    pub fn has_key(&self, member: &MemberId) -> bool {
        self.circle.with(|circle| circle.devices.values().any(|device| device.member == *member))
    }
}

async fn sealed_copy(own: &OwnKey, seal: &ToSeal) -> Result<SealedNote, CipherError> {
    let about = sealed_note::about(&own.circle, &seal.id, &own.key, &seal.to);
    let other = STANDARD.decode(&seal.to.key).map_err(|_| CipherError::WrongKey)?;
    let pair = SealingPair { own: &own.pair, other: &other, about: &about };
    let data = STANDARD.encode(pair.seal(&sealed_note::packed(&seal.note)).await?);
    Ok(SealedNote { id: seal.id.clone(), by: own.key.id.clone(), to: seal.to.id.clone(), at: seal.at, data })
}
