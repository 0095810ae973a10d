//! The pair of generations, as it is in the storage.

use super::covered::Covered;
use super::envelope::{What, open};
use super::fault::{Fault, Flaw};
use super::keys::{Slot, slot_key};
use super::storage::{Storage, StorageError, utf16_len};

/// The identity of one generation: two with the same number that were written at different times,
/// after damage or after the circle was erased and begun again, are told apart by the checksum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generation {
    /// Counts up from 1 with each one written.
    pub number: u64,
    /// The checksum in its header, 32 hex digits.
    pub checksum: String,
}

/// A generation that was read and found sound.
#[derive(Debug, Clone)]
pub(super) struct Sound {
    pub(super) generation: Generation,
    pub(super) covered: Covered,
    pub(super) payload: Vec<u8>,
    /// Length of the value in UTF-16 code units.
    pub(super) chars: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Held {
    Absent,
    Sound(Sound),
    Faulty(Flaw),
}

/// What is in both slots.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) a: Held,
    pub(super) b: Held,
}

/// The slot of the newest sound generation with what it holds, and what the other slot holds.
pub(super) struct Ranked {
    pub(super) newest: Sound,
    pub(super) other_slot: Slot,
    pub(super) other: Held,
}

impl Pair {
    pub(super) fn read(storage: &dyn Storage, circle: &str) -> Result<Self, StorageError> {
        Ok(Self { a: read_slot(storage, circle, Slot::A)?, b: read_slot(storage, circle, Slot::B)? })
    }

    /// What is wrong with the pair, a missing half included.
    pub(super) fn faults(&self, circle: &str) -> Vec<Fault> {
        let slots = [(Slot::A, &self.a), (Slot::B, &self.b)];
        let flaws = slots.into_iter().filter_map(|(slot, held)| match held {
            Held::Sound(_) => None,
            Held::Absent => Some((slot, Flaw::Missing)),
            Held::Faulty(flaw) => Some((slot, flaw.clone())),
        });
        flaws.map(|(slot, flaw)| Fault { key: slot_key(circle, slot), flaw }).collect()
    }

    /// The newest first; `None` when neither is sound.
    pub(super) fn ranked(self) -> Option<Ranked> {
        let (newest, other_slot, other) = match (self.a, self.b) {
            (Held::Sound(a), Held::Sound(b)) if b.generation.number > a.generation.number => {
                (b, Slot::A, Held::Sound(a))
            }
            (Held::Sound(a), other) => (a, Slot::B, other),
            (other, Held::Sound(b)) => (b, Slot::A, other),
            (_, _) => return None,
        };
        Some(Ranked { newest, other_slot, other })
    }
}

fn read_slot(storage: &dyn Storage, circle: &str, slot: Slot) -> Result<Held, StorageError> {
    let Some(value) = storage.get(&slot_key(circle, slot))? else {
        return Ok(Held::Absent);
    };
    let envelope = match open(&value) {
        Ok(envelope) => envelope,
        Err(flaw) => return Ok(Held::Faulty(flaw)),
    };
    let What::Generation(number) = envelope.what else {
        return Ok(Held::Faulty(Flaw::Foreign));
    };
    Ok(Held::Sound(Sound {
        generation: Generation { number, checksum: envelope.checksum },
        covered: envelope.covered,
        payload: envelope.payload,
        chars: utf16_len(&value),
    }))
}
