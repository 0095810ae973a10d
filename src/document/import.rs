//! Taking another copy of the circle in: additive, reported, with conflicts named.

use super::author::Author;
use super::change::{Change, DocError, Written};
use super::circle_doc::CircleDoc;
use super::facts::{Facts, Place, is_empty};
use super::history::History;
use crate::domain::Kind;
use std::sync::Arc;
use yrs::updates::encoder::{Encoder, EncoderV1};
use yrs::{Any, IdSet, ReadTxn, Snapshot, StateVector, Transact};

/// Both copies changed the same value since they last knew of each other.
#[derive(Clone, PartialEq, Debug)]
pub struct Conflict {
    /// Where.
    pub place: Place,
    /// What both knew.
    pub base: Any,
    /// What stood here.
    pub ours: Any,
    /// What stood in the other copy.
    pub theirs: Any,
    /// Who wrote `ours`, and about when; `None` where that was not kept.
    pub our_author: Option<Author>,
    /// Who wrote `theirs`.
    pub their_author: Option<Author>,
}

/// What came of taking a copy in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Imported {
    /// What was written; `None` when the copy brought nothing new.
    pub written: Option<Written>,
    /// What both had changed. The same side won on every device; the other value can be chosen instead.
    pub conflicts: Vec<Conflict>,
    /// What this copy knew before.
    pub(super) knew: StateVector,
}

/// Merges `theirs` into `ours`. Nothing is taken from absence: what `theirs` does not know stays.
///
/// # Errors
/// [`DocError`] when the other copy cannot be encoded or applied; `ours` is as it was then.
pub fn import(ours: &mut CircleDoc, theirs: &CircleDoc) -> Result<Imported, DocError> {
    let (knew, mut conflicts) = (ours.vector(), conflicts(ours, theirs)?);
    let Some(written) = ours.merge(&theirs.state_since(&ours.knows())?)? else { return Ok(Imported::default()) };
    sign(&mut conflicts, ours, &knew, &theirs.vector());
    Ok(Imported { written: Some(written), conflicts, knew })
}

/// Whether `ours` has everything that `theirs` has, so that it can take its place.
pub fn covers(ours: &CircleDoc, theirs: &CircleDoc) -> bool {
    let own = ours.vector();
    theirs.vector().iter().all(|(client, clock)| own.get(client) >= *clock)
}

/// Merges `update`, a [`CircleDoc::difference`]. Each value in it names the one that it replaced, which shows what its
/// writer did not know.
///
/// # Errors
/// [`DocError`] when the update cannot be applied; `ours` is as it was then.
pub fn import_update(ours: &mut CircleDoc, update: &[u8]) -> Result<Imported, DocError> {
    let knew = ours.vector();
    // What waits is merged along with it.
    let may_differ = ours.has_gaps() || History::read(update).is_ok_and(|history| history.touches(ours.facts()));
    let Some(written) = ours.merge(update)? else { return Ok(Imported::default()) };
    // What cannot be read tells nothing.
    let history = may_differ.then(|| History::of(ours).ok()).flatten();
    let conflicts = history.map_or_else(Vec::new, |history| history.conflicts_since(&knew));
    Ok(Imported { written: Some(written), conflicts, knew })
}

/// Says of each conflict who wrote its values, as `doc` knows it once both copies are in it.
fn sign(conflicts: &mut [Conflict], doc: &CircleDoc, ours: &StateVector, theirs: &StateVector) {
    if conflicts.is_empty() {
        return;
    }
    let Ok(history) = History::of(doc) else { return };
    let author = |place: &Place, knows: &StateVector| -> Option<Author> {
        history.author(history.newest_known(place, knows)?).cloned()
    };
    for conflict in conflicts {
        conflict.our_author = author(&conflict.place, ours);
        conflict.their_author = author(&conflict.place, theirs);
    }
}

/// Values that differ between the two copies and from what both knew.
fn conflicts(ours: &CircleDoc, theirs: &CircleDoc) -> Result<Vec<Conflict>, DocError> {
    let (our_vector, their_vector) = (ours.vector(), theirs.vector());
    let common = common(&our_vector, &their_vector);
    if common == our_vector || common == their_vector {
        return Ok(Vec::new());
    }
    let base = at(ours, common)?;
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for (key, their_value) in theirs.facts().of(kind) {
            let place = Place { kind, key: Arc::clone(key) };
            let our_value = ours.facts().get(&place).unwrap_or(&Any::Null);
            let base_value = base.facts().get(&place).unwrap_or(&Any::Null);
            if differ(our_value, their_value) && differ(base_value, their_value) && differ(base_value, our_value) {
                let (base, ours, theirs) = (base_value.clone(), our_value.clone(), their_value.clone());
                found.push(Conflict { place, base, ours, theirs, our_author: None, their_author: None });
            }
        }
    }
    Ok(found)
}

pub(super) fn differ(a: &Any, b: &Any) -> bool {
    a != b && !(is_empty(a) && is_empty(b))
}

/// What both copies knew: of each client the smaller clock.
fn common(a: &StateVector, b: &StateVector) -> StateVector {
    a.iter().map(|(client, clock)| (*client, (*clock).min(b.get(client)))).filter(|(_, clock)| *clock > 0).collect()
}

/// `doc` as it was when it knew only `vector`. Values are replaced, never removed, so that the blocks up
/// to there say all.
fn at(doc: &CircleDoc, vector: StateVector) -> Result<CircleDoc, DocError> {
    let snapshot = Snapshot::new(vector, IdSet::new());
    let mut encoder = EncoderV1::new();
    let txn = doc.yrs().transact();
    let encoded = txn.encode_state_from_snapshot(&snapshot, &mut encoder);
    encoded.map_err(|e| DocError::Undecodable(e.to_string()))?;
    CircleDoc::open(0, [encoder.to_vec().as_slice()])
}

/// Whether two numbers are the same but for the last digit: reading JSON may round it.
fn is_rounded(a: &Any, b: &Any) -> bool {
    let (Any::Number(a), Any::Number(b)) = (a, b) else { return false };
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-14 * a.abs(),
        _ => false,
    }
}

/// Which values `edited` has otherwise than `original`, leaving out what it lacks: edits made by hand.
pub fn edits(original: &Facts, edited: &Facts) -> Vec<Change> {
    let mut found = Vec::new();
    for kind in Kind::ALL {
        for (key, value) in edited.of(kind) {
            let place = Place { kind, key: Arc::clone(key) };
            let before = original.get(&place).unwrap_or(&Any::Null);
            if differ(before, value) && !is_rounded(before, value) {
                found.push(Change { before: before.clone(), after: value.clone(), place });
            }
        }
    }
    found
}
