//! What a device has to seal, and what it has to open. Both are read off the circle: nothing of it is remembered.

use super::{DeviceId, DeviceKey, SealedNote, SealedNoteId};
use crate::domain::feedback::PrivateNote;
use crate::domain::member::MemberId;
use crate::domain::records::Circle;
use crate::domain::time::Timestamp;

/// A copy that is to be sealed.
#[derive(Clone, PartialEq, Debug)]
pub struct ToSeal {
    /// The note.
    pub note: PrivateNote,
    /// For which device.
    pub to: DeviceKey,
    /// The copy's id.
    pub id: SealedNoteId,
    /// When the part changed that belongs to the sealer.
    pub at: Timestamp,
}

/// A copy that is to be opened.
#[derive(Clone, PartialEq, Debug)]
pub struct ToOpen {
    /// The copy.
    pub copy: SealedNote,
    /// The device that sealed it.
    pub by: DeviceKey,
}

impl ToOpen {
    /// Whether `note` is what such a copy may hold for the device `own`: it has the note's id, and the two are those
    /// who hold the devices.
    pub fn fits(&self, note: &PrivateNote, own: &DeviceKey) -> bool {
        let is_one = |member: &MemberId| *member == note.note.from || *member == note.note.to;
        let is_named = SealedNote::id_of(note.id(), &self.by.id, &own.id) == self.copy.id;
        is_named && is_one(&self.by.member) && is_one(&own.member)
    }
}

/// When the part of `note` changed that belongs to `member`; `None` where they have none yet.
fn part_at(note: &PrivateNote, member: &MemberId) -> Option<Timestamp> {
    if note.note.from == *member {
        Some(note.worded_at)
    } else if note.note.to == *member {
        note.answered_at
    } else {
        None
    }
}

/// Who holds the device of `note`'s two other than `member`.
fn other<'a>(note: &'a PrivateNote, member: &MemberId) -> &'a MemberId {
    if note.note.from == *member { &note.note.to } else { &note.note.from }
}

fn devices_of<'a>(circle: &'a Circle, member: &'a MemberId) -> impl Iterator<Item = &'a DeviceKey> {
    circle.devices.values().map(|device| &**device).filter(move |device| device.member == *member)
}

/// The copy of `note` that `by` sealed for `to`, if there is one.
fn copy_of<'a>(circle: &'a Circle, note: &PrivateNote, by: &DeviceId, to: &DeviceId) -> Option<&'a SealedNote> {
    circle.sealed_notes.get(&SealedNote::id_of(note.id(), by, to)).map(|copy| &**copy)
}

/// Whether the device `to` can open a copy of what `member`, who has any number of devices, last did to `note`. One of
/// theirs that has sealed it itself needs none.
fn is_sealed(circle: &Circle, note: &PrivateNote, member: &MemberId, to: &DeviceKey, at: Timestamp) -> bool {
    let is_newest = |copy: Option<&SealedNote>| copy.is_some_and(|copy| copy.at == at && !copy.data.is_empty());
    devices_of(circle, member).any(|device| {
        is_newest(copy_of(circle, note, &device.id, &to.id))
            || (to.member == *member && is_newest(copy_of(circle, note, &to.id, &device.id)))
    })
}

/// What the device `own` has to seal of `notes`: its holder's part of each, for every device of the two that cannot
/// open the newest of it. A note that was taken back before it ever left is not sealed at all.
pub fn to_seal(circle: &Circle, notes: &[PrivateNote], own: &DeviceKey) -> Vec<ToSeal> {
    let mut found = Vec::new();
    for note in notes {
        let Some(at) = part_at(note, &own.member) else { continue };
        let targets = devices_of(circle, &own.member).chain(devices_of(circle, other(note, &own.member)));
        for to in targets.filter(|to| to.id != own.id && !is_sealed(circle, note, &own.member, to, at)) {
            let id = SealedNote::id_of(note.id(), &own.id, &to.id);
            if note.note.deleted_at.is_none() || circle.sealed_notes.get(&id).is_some() {
                found.push(ToSeal { note: note.clone(), to: to.clone(), id, at });
            }
        }
    }
    found
}

/// The copies for the device `own` that hold more than is known of `notes`.
pub fn to_open(circle: &Circle, notes: &[PrivateNote], own: &DeviceKey) -> Vec<ToOpen> {
    let is_known = |copy: &SealedNote, by: &DeviceKey| {
        let mut known = notes.iter().filter(|note| SealedNote::id_of(note.id(), &by.id, &own.id) == copy.id);
        known.any(|note| part_at(note, &by.member).is_some_and(|at| at >= copy.at))
    };
    let for_own = circle.sealed_notes.values().filter(|copy| copy.to == own.id && !copy.data.is_empty());
    let sealed = for_own.filter_map(|copy| Some((&**copy, &**circle.devices.get(&copy.by)?)));
    let new = sealed.filter(|(copy, by)| !is_known(copy, by));
    new.map(|(copy, by)| ToOpen { copy: copy.clone(), by: by.clone() }).collect()
}

/// How many devices of the other one of the two can open the newest of `note` by `me`.
pub fn sealed_devices(circle: &Circle, note: &PrivateNote, me: &MemberId) -> usize {
    let Some(at) = part_at(note, me) else { return 0 };
    devices_of(circle, other(note, me)).filter(|to| is_sealed(circle, note, me, to, at)).count()
}
