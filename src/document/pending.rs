//! Updates that come before their time.
//!
//! A second message opened before the first holds changes whose predecessors are missing. Yrs 0.28 takes
//! such blocks in behind a hole. From then on its clock for that client stands at the hole, what lies
//! behind is cut from every difference that it encodes, and copies that took the same blocks in another
//! order can differ for good. So no hole ever reaches Yrs: what comes early waits here, and what is shown
//! depends on what is known alone, not on the order in which it came.

use super::change::DocError;
use super::held::{BlockRun, HeldBlocks, runs, without_holes};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::{Encode, Encoder, EncoderV1};
use yrs::{Doc, IdSet, Options, ReadTxn, Snapshot, StateVector, Transact, TransactionMut, Update, WriteTxn};

/// How many updates are merged at a time: Yrs sorts them anew for each block.
const FAN: usize = 8;

/// What waits for its predecessors.
#[derive(Clone, Default)]
pub(super) struct Pending {
    updates: Vec<Vec<u8>>,
    /// What is in `updates`; some of it may have arrived by now.
    held: HeldBlocks,
    /// How often anything was handed to Yrs.
    merges: usize,
}

/// An update that was decoded, and what it brings.
struct Incoming {
    bytes: Vec<u8>,
    update: Update,
    runs: Vec<BlockRun>,
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

    pub(super) fn merges(&self) -> usize {
        self.merges
    }

    /// `state` and what waits, as one update.
    pub(super) fn joined_with(&self, state: Vec<u8>) -> Vec<u8> {
        if self.is_empty() {
            return state;
        }
        merged(std::iter::once(state.as_slice()).chain(self.updates.iter().map(Vec::as_slice))).unwrap_or(state)
    }

    /// Takes `updates` in, and with them what waited for them. Returns whether anything new waits now.
    ///
    /// They are merged first and handed to Yrs at once: what a log holds costs in step with its length, in whatever
    /// order it comes. Only what has a hole before it is looked at one by one.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when one of them is none; nothing was taken in then.
    pub(super) fn take_in<'a>(
        &mut self,
        txn: &mut TransactionMut<'_>,
        updates: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<bool, DocError> {
        let offers = updates.into_iter().map(Incoming::decode).collect::<Result<Vec<_>, _>>()?;
        let waited = self.held.clone();
        let mut known = txn.state_vector();
        let mut rest = offers.into_iter();
        // The first of many is a whole state: the others bring little beside it.
        rest.next().map_or(Ok(()), |first| self.offer(txn, first))?;
        for left in self.offer_together(txn, rest.collect()) {
            self.offer(txn, left)?;
        }
        let fresh = if self.is_empty() { HeldBlocks::default() } else { self.held.clone() };
        while !self.is_empty() && txn.state_vector() != known {
            known = txn.state_vector();
            self.held = HeldBlocks::default();
            let waiting = std::mem::take(&mut self.updates);
            let offers = waiting.iter().filter_map(|update| Incoming::decode(update).ok()).collect();
            for left in self.offer_together(txn, offers) {
                // One that Yrs refuses now that all is there would stand in the way for ever.
                let _ = self.offer(txn, left);
            }
        }
        if self.is_empty() {
            self.held = HeldBlocks::default();
        }
        Ok(!fresh.beyond(&txn.state_vector()).is_within(&waited))
    }

    /// Hands all that has no hole before it to Yrs at once. Returns the rest.
    fn offer_together(&mut self, txn: &mut TransactionMut<'_>, offers: Vec<Incoming>) -> Vec<Incoming> {
        if offers.len() < 2 {
            return offers;
        }
        let known = txn.state_vector();
        let runs: Vec<_> = offers.iter().map(|offer| offer.runs.as_slice()).collect();
        let fits = without_holes(&runs, &known);
        let (mut blocks, mut together, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for (offer, fits) in offers.into_iter().zip(fits) {
            if !fits {
                left.push(offer);
                continue;
            }
            let deletions = deletions_alone(&offer.update);
            let is_known = offer.runs.iter().all(|run| run.is_known(&known));
            blocks.extend((!is_known).then(|| without_deletions(offer.update)));
            together.push((offer.bytes, deletions, offer.runs));
        }
        // What Yrs sets aside or refuses is looked at one by one afterwards.
        let is_taken = self.hand_over(txn, joined(blocks)).is_ok();
        let known = txn.state_vector();
        let mut deletions = Vec::new();
        for (bytes, deleted, runs) in together {
            if is_taken && runs.iter().all(|run| run.is_known(&known)) {
                deletions.extend(decode(&deleted));
            } else {
                left.extend(Incoming::decode(&bytes));
            }
        }
        if let Ok(Some(later)) = self.hand_over(txn, joined(deletions)) {
            self.keep(&known, later);
        }
        left
    }

    fn offer(&mut self, txn: &mut TransactionMut<'_>, offer: Incoming) -> Result<(), DocError> {
        let known = txn.state_vector();
        match fit(&offer.runs, &known) {
            Fit::Whole => self.apply(txn, offer.update)?,
            Fit::Partly => {
                let (now, later) = split(txn, &offer.bytes)?;
                self.apply(txn, decode(&now)?)?;
                self.keep(&txn.state_vector(), later);
            }
            Fit::Early => self.keep(&known, offer.bytes),
        }
        Ok(())
    }

    /// Hands `update` to Yrs, and takes back what it sets aside.
    ///
    /// Deletions go in after the blocks that they came with, or wait with them: the block that replaces a value
    /// may wait for a device's earlier changes, and until it is shown the value that it replaces must be.
    fn apply(&mut self, txn: &mut TransactionMut<'_>, update: Update) -> Result<(), DocError> {
        let deletions = deletions_alone(&update);
        match self.hand_over(txn, without_deletions(update))? {
            Some(later) => self.keep(&txn.state_vector(), merged([later.as_slice(), &deletions])?),
            None => {
                if let Some(later) = self.hand_over(txn, decode(&deletions)?)? {
                    self.keep(&txn.state_vector(), later);
                }
            }
        }
        Ok(())
    }

    /// Gives `update` to Yrs. Returns what of it Yrs set aside.
    fn hand_over(&mut self, txn: &mut TransactionMut<'_>, update: Update) -> Result<Option<Vec<u8>>, DocError> {
        if update.is_empty() {
            return Ok(None);
        }
        self.merges += 1;
        txn.apply_update(update).map_err(|error| DocError::Undecodable(error.to_string()))?;
        Ok(txn.prune_pending().map(|later| later.encode_v1()))
    }

    fn keep(&mut self, known: &StateVector, update: Vec<u8>) {
        let Ok(decoded) = decode(&update) else { return };
        let brought = HeldBlocks::of(&decoded, known);
        if !brought.is_within(&self.held) {
            self.held.add(brought);
            self.updates.push(update);
        }
    }
}

impl Incoming {
    fn decode(bytes: &[u8]) -> Result<Self, DocError> {
        let update = decode(bytes)?;
        Ok(Self { bytes: bytes.to_vec(), runs: runs(&update), update })
    }
}

/// The blocks of `update`.
fn without_deletions(update: Update) -> Update {
    let mut blocks = Update::new();
    // Yrs merges the blocks of two updates and leaves the other one's deletions out.
    blocks.merge(update);
    blocks
}

/// Several updates as one, a few at a time.
fn joined(mut updates: Vec<Update>) -> Update {
    while updates.len() > 1 {
        let mut rest = updates.into_iter();
        updates = std::iter::from_fn(|| {
            let some: Vec<_> = rest.by_ref().take(FAN).collect();
            (!some.is_empty()).then(|| Update::merge_updates(some))
        })
        .collect();
    }
    updates.pop().unwrap_or_default()
}

/// An update of no blocks, with the deletions of `update`.
fn deletions_alone(update: &Update) -> Vec<u8> {
    let mut alone = vec![0];
    alone.extend(update.delete_set().encode_v1());
    alone
}

/// Several updates as one.
pub(super) fn merged<'a>(updates: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, DocError> {
    Ok(joined(updates.into_iter().map(decode).collect::<Result<_, _>>()?).encode_v1())
}

/// Whether there is a hole before any of `runs`, which are sorted within each client.
fn fit(runs: &[BlockRun], vector: &StateVector) -> Fit {
    let (mut brings, mut jumps) = (false, false);
    let mut reach: Option<BlockRun> = None;
    for run in runs {
        let known = reach.filter(|last| last.client == run.client).map_or(0, |last| last.end);
        let known = known.max(vector.get(&run.client));
        jumps |= run.start > known;
        brings |= run.start <= known && run.end > known;
        reach = Some(BlockRun { end: known.max(run.end), ..*run });
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
