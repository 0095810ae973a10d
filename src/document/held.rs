//! Sets of blocks: what updates bring, and how far a document reaches once it has them.

use crate::domain::Arrange;
use std::collections::HashMap;
use yrs::block::ClientID;
use yrs::{ID, IdSet, StateVector, Update};

/// Blocks, and deletions of blocks.
#[derive(Clone, Default)]
pub(super) struct HeldBlocks {
    blocks: IdSet,
    deletions: IdSet,
}

impl HeldBlocks {
    /// What `update` has beyond `vector`.
    pub(super) fn of(update: &Update, vector: &StateVector) -> Self {
        let mut held = Self::default();
        add_beyond(&mut held.blocks, vector, &update.insertions(true));
        add_beyond(&mut held.deletions, vector, update.delete_set());
        held
    }

    /// What is left of it beyond `vector`.
    pub(super) fn beyond(&self, vector: &StateVector) -> Self {
        let mut held = Self::default();
        add_beyond(&mut held.blocks, vector, &self.blocks);
        add_beyond(&mut held.deletions, vector, &self.deletions);
        held
    }

    pub(super) fn add(&mut self, other: Self) {
        self.blocks.merge_with(other.blocks);
        self.deletions.merge_with(other.deletions);
    }

    pub(super) fn is_within(&self, other: &Self) -> bool {
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

/// A run of one client's blocks: the first clock, and the one after the last.
#[derive(Clone, Copy)]
pub(super) struct BlockRun {
    pub(super) client: ClientID,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl BlockRun {
    /// Whether a document that knows `vector` has all of it.
    pub(super) fn is_known(&self, vector: &StateVector) -> bool {
        self.end <= vector.get(&self.client)
    }
}

/// The blocks that `update` brings.
pub(super) fn runs(update: &Update) -> Vec<BlockRun> {
    let mut runs = Vec::new();
    for (client, ranges) in update.insertions(true).iter() {
        runs.extend(ranges.iter().map(|range| BlockRun { client: *client, start: range.start, end: range.end }));
    }
    runs
}

/// Which of several updates, each given by its runs, a document that knows `vector` can take in together so that no
/// client's blocks have a hole.
pub(super) fn without_holes(updates: &[&[BlockRun]], vector: &StateVector) -> Vec<bool> {
    let mut fits = vec![true; updates.len()];
    loop {
        let fitting = updates.iter().zip(&fits).filter(|(_, fits)| **fits);
        let reach = reach(fitting.flat_map(|(runs, _)| *runs), vector);
        let reaches = |run: &BlockRun| reach.get(&run.client).is_some_and(|end| run.end <= *end);
        let mut is_settled = true;
        for (runs, fits) in updates.iter().zip(&mut fits).filter(|(_, fits)| **fits) {
            *fits = runs.iter().all(reaches);
            is_settled &= *fits;
        }
        if is_settled {
            return fits;
        }
    }
}

/// The first clock of each client that is missing once `runs` are added to `vector`.
fn reach<'a>(runs: impl Iterator<Item = &'a BlockRun>, vector: &StateVector) -> HashMap<ClientID, u32> {
    let mut sorted: Vec<_> = runs.collect();
    sorted.arrange_by(|a, b| (a.client, a.start).cmp(&(b.client, b.start)));
    let mut reach = HashMap::new();
    for run in sorted {
        let end = reach.entry(run.client).or_insert_with(|| vector.get(&run.client));
        if run.start <= *end {
            *end = run.end.max(*end);
        }
    }
    reach
}
