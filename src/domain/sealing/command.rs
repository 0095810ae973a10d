//! What a device does about keys and sealed notes, by itself.

use super::{DeviceId, DeviceKey, SealedNote};
use crate::domain::context::Context;
use crate::domain::feedback::FeedbackId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::Refusal;

/// What can be done about sealing.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Tells the circle the public key of this device.
    Announce { device: DeviceId, key: String },
    /// Puts copies that this device sealed into the circle.
    Seal(Vec<SealedNote>),
    /// Withdraws what this device sealed of a note.
    Withdraw { device: DeviceId, note: FeedbackId },
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let me = ctx.me()?;
    let is_mine = |id: &DeviceId| circle.devices.get(id).is_none_or(|device| device.member == me);
    match command {
        Command::Announce { device, .. } if !is_mine(&device) => Err(Refusal::SomebodyElses),
        Command::Announce { device, key } => {
            let is_known = circle.devices.get(&device).is_some_and(|known| known.key == key);
            let record = DeviceKey { id: device, member: me, key, since: ctx.now };
            Ok(if is_known { Vec::new() } else { vec![Record::DeviceKey(record)] })
        }
        Command::Seal(notes) if notes.iter().all(|note| is_mine(&note.by)) => {
            Ok(notes.into_iter().map(Record::SealedNote).collect())
        }
        Command::Withdraw { device, note } if is_mine(&device) => {
            let ids = circle.devices.values().map(|to| SealedNote::id_of(&note, &device, &to.id));
            let there = ids.filter_map(|id| circle.sealed_notes.get(&id)).filter(|copy| !copy.data.is_empty());
            Ok(there.map(|copy| Record::SealedNote(SealedNote { data: String::new(), ..(**copy).clone() })).collect())
        }
        Command::Seal(_) | Command::Withdraw { .. } => Err(Refusal::SomebodyElses),
    }
}
