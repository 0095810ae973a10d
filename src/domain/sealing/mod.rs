//! Notes for two that travel in the circle's file, sealed (design 5.4).
//!
//! Each device of a member has a key pair, of which the circle knows the public half. Whoever gives a note for two, or
//! answers one, seals a copy of it for each device of the other one and for their own other devices. Everybody carries
//! these copies on; only the device that one was sealed for can open it.
//!
//! What is in sight of the whole circle: that there is a note, between whom, when it changed, and about how long it is.
//! The circle's file has no signatures: whoever forges a key under somebody's name gets what is sealed for that member
//! from then on. Sealing keeps notes from being read by whoever gets the file, not from members who tamper with it.

mod command;
mod plan;

use crate::domain::entity::entity;
use crate::domain::feedback::FeedbackId;
use crate::domain::ids::{id, random_id};
use crate::domain::member::MemberId;
use crate::domain::time::Timestamp;
use sha2::{Digest, Sha256};

pub use command::Command;
pub(in crate::domain) use command::decide;
pub use plan::{ToOpen, ToSeal, sealed_devices, to_open, to_seal};

id! {
    /// One device of a member, in one circle.
    DeviceId;
    /// One sealed copy of a note: `SHA-256(<note>\n<device that sealed it>\n<device that opens it>)`, 60 bits of it.
    SealedNoteId;
}

/// The public half of a device's key pair.
#[derive(Clone, PartialEq, Debug)]
pub struct DeviceKey {
    /// The device.
    pub id: DeviceId,
    /// Who holds it.
    pub member: MemberId,
    /// A point of P-256, uncompressed, in base64.
    pub key: String,
    /// When it was made.
    pub since: Timestamp,
}

entity!(DeviceKey by id: DeviceId, of member);

/// A copy of a note for two that one device alone can open. Only the device that sealed it ever changes it.
#[derive(Clone, PartialEq, Debug)]
pub struct SealedNote {
    /// Its id.
    pub id: SealedNoteId,
    /// The device that sealed it.
    pub by: DeviceId,
    /// The device that can open it.
    pub to: DeviceId,
    /// When the part of the note changed that belongs to the sealer: the giver's words, or the receiver's answer.
    pub at: Timestamp,
    /// The sealed bytes in base64; empty where it was withdrawn.
    pub data: String,
}

entity!(SealedNote by id: SealedNoteId);

impl SealedNote {
    /// The id of the copy of `note` that `by` seals for `to`. It tells nothing of the note's own id.
    pub fn id_of(note: &FeedbackId, by: &DeviceId, to: &DeviceId) -> SealedNoteId {
        let digest = Sha256::digest(format!("{note}\n{by}\n{to}"));
        let bits = digest.iter().take(8).fold(0, |bits: u64, byte| bits << 8 | u64::from(*byte));
        SealedNoteId::new(&random_id(&mut || bits))
    }
}
