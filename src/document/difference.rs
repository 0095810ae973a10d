//! What this copy has beyond what others were told, as small as it can be said: for a message.

use super::change::DocError;
use super::circle_doc::CircleDoc;
use super::held::runs;
use super::pending::decode;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ReadTxn, StateVector, Transact, Update};

/// How far a device has told others what it knows.
///
/// Others were told what the copy knew when something was last sent. What was written on this device since then is told apart
/// from what came in, since those who wrote the latter send it themselves.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToldSoFar {
    /// A state vector, v1, in base64.
    knows: String,
    /// The client ids under which this device has written since.
    own: Vec<u32>,
}

impl ToldSoFar {
    /// All of `doc`.
    pub fn everything(doc: &CircleDoc) -> Self {
        Self { knows: STANDARD.encode(doc.knows()), own: Vec::new() }
    }

    /// Notes that something was written under the client id `client`.
    pub fn note(&mut self, client: u32) {
        if !self.own.contains(&client) {
            self.own.push(client);
        }
    }

    /// Notes the client ids under which `update` was written.
    pub fn note_all(&mut self, update: &[u8]) {
        // Yrs wrote it just now; ids here have 32 bits.
        for run in decode(update).iter().flat_map(runs) {
            self.note(run.client.get() as u32);
        }
    }

    /// The same, where what `earlier` has noted was written after this was told.
    pub fn after(mut self, earlier: Option<&Self>, doc: &CircleDoc) -> Self {
        let (told, now) = (self.vector(), doc.vector());
        let is_beyond = |own: &u32| now.iter().any(|(id, clock)| id.get() == u64::from(*own) && *clock > told.get(id));
        let written = earlier.iter().flat_map(|earlier| earlier.own.iter().copied()).filter(is_beyond);
        self.own.extend(written);
        self
    }

    /// A vector that cannot be read tells nothing: everything is sent once more.
    fn vector(&self) -> StateVector {
        let bytes = STANDARD.decode(&self.knows).unwrap_or_default();
        StateVector::decode_v1(&bytes).unwrap_or_default()
    }

    /// What others know of `doc`, as far as this device can say: everything but its own changes since.
    pub(super) fn known_of(&self, doc: &CircleDoc) -> StateVector {
        let told = self.vector();
        let known = |client: u64, clock: u32, told: u32| if self.is_own(client) { told } else { clock };
        let all = doc.vector();
        let all = all.iter().map(|(client, clock)| (*client, known(client.get(), *clock, told.get(client))));
        all.filter(|(_, clock)| *clock > 0).collect()
    }

    fn is_own(&self, client: u64) -> bool {
        self.own.iter().any(|own| u64::from(*own) == client)
    }
}

impl CircleDoc {
    /// The changes that others were not told, whoever wrote them, as a Yjs update, v1; `None` where there are none. What
    /// waits for earlier changes is not in it.
    ///
    /// Deletions are left out. Nothing is ever removed from a circle's maps, so all that Yjs counts as deleted are
    /// values that a later one replaced, and taking in the later one says so by itself.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when Yrs does not read what it wrote.
    pub fn difference(&self, told: &ToldSoFar) -> Result<Option<Vec<u8>>, DocError> {
        self.beyond(&told.vector())
    }

    /// The part of [`Self::difference`] that was written on this device.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when Yrs does not read what it wrote.
    pub fn own_difference(&self, told: &ToldSoFar) -> Result<Option<Vec<u8>>, DocError> {
        self.beyond(&told.known_of(self))
    }

    /// Whether something that others were told is not in this copy.
    pub fn lacks(&self, told: &ToldSoFar) -> bool {
        let vector = self.vector();
        told.vector().iter().any(|(client, clock)| vector.get(client) < *clock)
    }

    fn beyond(&self, vector: &StateVector) -> Result<Option<Vec<u8>>, DocError> {
        let mut blocks = Update::new();
        // Yrs merges the blocks of two updates and leaves the other one's deletions out.
        blocks.merge(decode(&self.yrs().transact().encode_diff_v1(vector))?);
        Ok((!blocks.is_empty()).then(|| blocks.encode_v1()))
    }

    /// The client id under which this document writes.
    pub fn client(&self) -> u32 {
        // It was given as one of 32 bits.
        self.yrs().client_id().get() as u32
    }
}
