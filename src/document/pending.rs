//! Updates that come before their time.
//!
//! A second message opened before the first holds changes whose predecessors are missing. Yrs 0.28 takes
//! such blocks in behind a hole. From then on its clock for that client stands at the hole, what lies
//! behind is cut from every difference that it encodes, and copies that took the same blocks in another
//! order can differ for good. So no hole ever reaches Yrs: what comes early waits here, and what is shown
//! depends on what is known alone, not on the order in which it came.

use super::change::DocError;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::{Encode, Encoder, EncoderV1};
use yrs::{Doc, ID, IdSet, Options, ReadTxn, Snapshot, StateVector, Transact, TransactionMut, Update, WriteTxn};

/// What waits for its predecessors.
#[derive(Clone, Default)]
pub(super) struct Pending {
    updates: Vec<Vec<u8>>,
}

/// How an update relates to what a document knows.
enum Fit {
    /// Nothing is missing before any of it.
    Whole,
    /// It brings something, and something that must wait.
    Partly,
    /// All that it brings must wait.
    Early,
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.updates.is_empty()
    }

    /// `state` and what waits, as one update.
    pub(super) fn joined_with(&self, state: Vec<u8>) -> Vec<u8> {
        if self.is_empty() {
            return state;
        }
        merged(std::iter::once(&state).chain(&self.updates)).unwrap_or(state)
    }

    /// Takes `update` in, and with it what waited for it. Returns whether anything new waits now.
    pub(super) fn take_in(&mut self, txn: &mut TransactionMut<'_>, update: &[u8]) -> Result<bool, DocError> {
        let before = self.held(txn);
        self.offer(txn, update.to_vec())?;
        while !self.is_empty() {
            let known = txn.state_vector();
            for update in std::mem::take(&mut self.updates) {
                // One that Yrs refuses now that all is there would stand in the way for ever.
                let _ = self.offer(txn, update);
            }
            if txn.state_vector() == known {
                break;
            }
        }
        Ok(!self.held(txn).is_within(&before))
    }

    fn offer(&mut self, txn: &mut TransactionMut<'_>, update: Vec<u8>) -> Result<(), DocError> {
        let decoded = decode(&update)?;
        match fit(&decoded, &txn.state_vector()) {
            Fit::Whole => self.apply(txn, decoded)?,
            Fit::Partly => {
                let (now, later) = split(txn, &update)?;
                self.apply(txn, decode(&now)?)?;
                self.keep(txn, later);
            }
            Fit::Early => self.keep(txn, update),
        }
        Ok(())
    }

    /// Hands `update` to Yrs, and takes back what it sets aside.
    ///
    /// Deletions go in after the blocks that they came with, or wait with them: the block that replaces a value
    /// may wait for a device's earlier changes, and until it is shown the value that it replaces must be.
    fn apply(&mut self, txn: &mut TransactionMut<'_>, update: Update) -> Result<(), DocError> {
        let deletions = deletions_alone(&update);
        let mut blocks = Update::new();
        // Yrs merges the blocks of two updates and leaves the other one's deletions out.
        blocks.merge(update);
        match hand_over(txn, blocks)? {
            Some(later) => self.keep(txn, merged([&later, &deletions])?),
            None => {
                if let Some(later) = hand_over(txn, decode(&deletions)?)? {
                    self.keep(txn, later);
                }
            }
        }
        Ok(())
    }

    fn keep(&mut self, txn: &TransactionMut<'_>, update: Vec<u8>) {
        if !HeldBlocks::by([&update], &txn.state_vector()).is_within(&self.held(txn)) {
            self.updates.push(update);
        }
    }

    fn held(&self, txn: &TransactionMut<'_>) -> HeldBlocks {
        HeldBlocks::by(&self.updates, &txn.state_vector())
    }
}

/// Gives `update` to Yrs. Returns what of it Yrs set aside.
fn hand_over(txn: &mut TransactionMut<'_>, update: Update) -> Result<Option<Vec<u8>>, DocError> {
    txn.apply_update(update).map_err(|error| DocError::Undecodable(error.to_string()))?;
    Ok(txn.prune_pending().map(|later| later.encode_v1()))
}

/// An update of no blocks, with the deletions of `update`.
fn deletions_alone(update: &Update) -> Vec<u8> {
    let mut alone = vec![0];
    alone.extend(update.delete_set().encode_v1());
    alone
}

/// Several updates as one.
fn merged<'a>(updates: impl IntoIterator<Item = &'a Vec<u8>>) -> Result<Vec<u8>, DocError> {
    yrs::merge_updates_v1(updates).map_err(|error| DocError::Undecodable(error.to_string()))
}

/// Blocks, and deletions of blocks, that a document does not know.
#[derive(Default)]
struct HeldBlocks {
    blocks: IdSet,
    deletions: IdSet,
}

impl HeldBlocks {
    /// What `updates` hold beyond `vector`.
    fn by<'a>(updates: impl IntoIterator<Item = &'a Vec<u8>>, vector: &StateVector) -> Self {
        let mut held = Self::default();
        for update in updates.into_iter().filter_map(|update| decode(update).ok()) {
            add_beyond(&mut held.blocks, vector, &update.insertions(true));
            add_beyond(&mut held.deletions, vector, update.delete_set());
        }
        held
    }

    fn is_within(&self, other: &Self) -> bool {
        let is_part = |part: &IdSet, whole: &IdSet| part.diff(whole).iter().all(|(_, ranges)| ranges.is_empty());
        is_part(&self.blocks, &other.blocks) && is_part(&self.deletions, &other.deletions)
    }
}

fn add_beyond(to: &mut IdSet, vector: &StateVector, from: &IdSet) {
    for (client, ranges) in from.iter() {
        for range in ranges.iter() {
            let start = range.start.max(vector.get(client));
            if start < range.end {
                to.insert(ID::new(*client, start), range.end - start);
            }
        }
    }
}

fn fit(update: &Update, vector: &StateVector) -> Fit {
    let (mut brings, mut jumps) = (false, false);
    for (client, ranges) in update.insertions(true).iter() {
        let mut known = vector.get(client);
        for range in ranges.iter() {
            jumps |= range.start > known;
            brings |= range.start <= known && range.end > known;
            known = known.max(range.end);
        }
    }
    match (brings, jumps) {
        (_, false) => Fit::Whole,
        (true, true) => Fit::Partly,
        (false, true) => Fit::Early,
    }
}

/// What of `update` fits without a hole, and the rest. A copy of the document tries it.
fn split(txn: &TransactionMut<'_>, update: &[u8]) -> Result<(Vec<u8>, Vec<u8>), DocError> {
    let trial = Doc::with_options(Options { skip_gc: true, ..Options::default() });
    let mut trial_txn = trial.transact_mut();
    for part in [&txn.encode_state_as_update_v1(&StateVector::default()), update] {
        trial_txn.apply_update(decode(part)?).map_err(|error| DocError::Undecodable(error.to_string()))?;
    }
    let vector: StateVector = trial_txn
        .state_vector()
        .iter()
        .map(|(client, clock)| (*client, *clock))
        .filter(|(_, clock)| *clock > 0)
        .collect();
    let later = yrs::diff_updates_v1(update, &vector.encode_v1());
    let mut encoder = EncoderV1::new();
    let now = trial_txn.encode_state_from_snapshot(&Snapshot::new(vector, IdSet::new()), &mut encoder);
    now.and(later.map_err(Into::into))
        .map_or_else(|error| Err(DocError::Undecodable(error.to_string())), |later| Ok((encoder.to_vec(), later)))
}

pub(super) fn decode(update: &[u8]) -> Result<Update, DocError> {
    Update::decode_v1(update).map_err(|error| DocError::Undecodable(error.to_string()))
}
