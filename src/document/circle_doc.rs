//! One circle's document: a Yrs document with flat keys, and its values mirrored for reading.

use super::author::{Author, Pen, STAMPS};
use super::change::{Change, DocError, Written};
use super::facts::{Facts, Place};
use super::pending::{Pending, merged};
use super::plain::CircleReading;
use super::schema::{SCHEMA, from_fields};
use crate::domain::{Arrange, Circle, Kind, gathered};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use yrs::block::ClientID;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Any, Doc, Map, MapRef, Observable, Options, Out, ReadTxn, StateVector, Transact};

/// A circle that can be read, changed and merged.
///
/// History is kept whole (no garbage collection): it is the journal, and the base that a three-way
/// comparison needs.
pub struct CircleDoc {
    doc: Doc,
    roots: [MapRef; Kind::ALL.len()],
    stamps: MapRef,
    pen: Pen,
    facts: Facts,
    touched: Rc<RefCell<Vec<Place>>>,
    pending: Pending,
}

impl CircleDoc {
    /// An empty document. `client` must be fresh for each tab and start: never stored, never reused.
    pub fn empty(client: u32) -> Self {
        let doc = Self::unwatched(client);
        doc.watch();
        doc
    }

    fn unwatched(client: u32) -> Self {
        let mut options = Options::with_client_id(ClientID::new(u64::from(client)));
        options.skip_gc = true;
        let doc = Doc::with_options(options);
        let roots = Kind::ALL.map(|kind| doc.get_or_insert_map(kind.name()));
        let stamps = doc.get_or_insert_map(STAMPS);
        let (facts, touched, pending) = (Facts::default(), Rc::default(), Pending::default());
        Self { doc, roots, stamps, pen: Pen::default(), facts, touched, pending }
    }

    /// A new document that holds `circle`.
    pub fn begin(client: u32, circle: &Circle) -> Self {
        Self::empty(client).holding(circle)
    }

    /// The same, with all of `circle`.
    pub fn holding(mut self, circle: &Circle) -> Self {
        let records = circle.records();
        // One transaction per hundred records keeps each update small enough to decode step by step.
        for chunk in records.chunks(100) {
            self.put(chunk);
        }
        self
    }

    /// Opens a document from updates in any order, repetition allowed.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when an update is none.
    pub fn open<'a>(client: u32, updates: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, DocError> {
        let mut doc = Self::unwatched(client);
        {
            let mut txn = doc.doc.transact_mut();
            doc.pending.take_in(&mut txn, updates)?;
        }
        doc.mirror();
        doc.watch();
        Ok(doc)
    }

    /// Reads all values once, after opening.
    fn mirror(&mut self) {
        let txn = self.doc.transact();
        for (kind, root) in Kind::ALL.into_iter().zip(&self.roots) {
            let values = root.iter(&txn).filter_map(|(key, value)| match value {
                Out::Any(any) => Some((Arc::from(key), any)),
                _ => None,
            });
            self.facts.set_all(kind, values);
        }
    }

    /// Notes every key that a transaction touches from now on.
    fn watch(&self) {
        for (kind, root) in Kind::ALL.into_iter().zip(&self.roots) {
            let touched = Rc::clone(&self.touched);
            root.observe("mirror", move |txn, event| {
                let keys = event.keys(txn).keys().map(|key| Place { kind, key: Arc::clone(key) });
                touched.borrow_mut().extend(keys);
            });
        }
    }

    /// Brings the mirror up to date with what the last transaction touched.
    fn take_changes(&mut self) -> Vec<Change> {
        let mut touched = std::mem::take(&mut *self.touched.borrow_mut());
        touched.arrange();
        touched.dedup();
        let txn = self.doc.transact();
        let mut changes = Vec::new();
        for place in touched {
            let after = match self.roots[place.kind as usize].get(&txn, &place.key) {
                Some(Out::Any(any)) => any,
                _ => Any::Null,
            };
            let before = self.facts.get(&place).cloned().unwrap_or(Any::Null);
            if before == after {
                continue;
            }
            self.facts.set(place.kind, Arc::clone(&place.key), after.clone());
            changes.push(Change { place, before, after });
        }
        changes
    }

    /// Says who writes from now on, and when that is: it is stamped ahead of what they write.
    pub fn sign(&mut self, author: Author) {
        self.pen.hand_to(author);
    }

    /// Inserts `values` in one transaction. All that is written here passes through this.
    pub(super) fn insert(&mut self, values: Vec<(Place, Any)>) -> Written {
        let update = {
            let mut txn = self.doc.transact_mut();
            if let Some((key, stamp)) = self.pen.stamp() {
                self.stamps.insert(&mut txn, key, stamp);
            }
            for (Place { kind, key }, value) in values {
                self.roots[kind as usize].insert(&mut txn, key, value);
            }
            txn.encode_update_v1()
        };
        Written { update, changes: self.take_changes() }
    }

    /// Merges an update of the same circle; `None` when it brings nothing new.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when the bytes are no update; the document is as it was then.
    pub fn merge(&mut self, update: &[u8]) -> Result<Option<Written>, DocError> {
        self.merge_all([update])
    }

    /// Merges updates of the same circle as if they were one; `None` when they bring nothing new.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when any of them is none; the document is as it was then.
    pub fn merge_all<'a>(
        &mut self,
        updates: impl IntoIterator<Item = &'a [u8], IntoIter: Clone>,
    ) -> Result<Option<Written>, DocError> {
        let updates = updates.into_iter();
        let (update, is_news) = {
            let mut txn = self.doc.transact_mut();
            let more_waits = self.pending.take_in(&mut txn, updates.clone())?;
            let taken = txn.encode_update_v1();
            // An update of no blocks and no deletions is two zero counts.
            let is_news = more_waits || taken.as_slice() != [0, 0];
            (if more_waits { merged(updates)? } else { taken }, is_news)
        };
        let changes = self.take_changes();
        Ok(is_news.then_some(Written { update, changes }))
    }

    /// How often anything was handed to Yrs: what opening and merging cost, beside the length of what came in.
    pub fn merges(&self) -> usize {
        self.pending.merges()
    }

    /// The circle as plain values.
    ///
    /// # Errors
    /// [`DocError::NoCircle`] when the document has no record of the circle itself.
    pub fn circle(&self) -> Result<Circle, DocError> {
        self.read(Kind::ALL).ok_or(DocError::NoCircle)
    }

    /// The circle with its records of `kinds`, its own one first.
    fn read(&self, kinds: impl IntoIterator<Item = Kind>) -> Option<Circle> {
        let mut reading = CircleReading::default();
        for kind in kinds {
            self.facts.records(kind).iter().for_each(|fields| reading.take(kind, fields));
        }
        reading.0
    }

    /// Carries `changes` over into `circle`, which was read from this document before them.
    pub fn refresh(&self, circle: &mut Circle, changes: &[Change]) {
        let ids: BTreeSet<_> = gathered(changes.iter().map(|change| (change.place.kind, change.place.id())));
        for (kind, id) in ids {
            match kind {
                Kind::About => circle.about = self.read([kind]).map_or_else(|| circle.about.clone(), |own| own.about),
                _ => match from_fields(kind, &self.facts.record(kind, id)) {
                    Some(record) => circle.put(record),
                    None => circle.forget(kind, id),
                },
            }
        }
    }

    /// All values of the kinds that this version knows.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The newest schema that wrote this document.
    pub fn schema(&self) -> i64 {
        let schemas = self.facts.records(Kind::About);
        let newest = schemas.iter().filter_map(|fields| match fields.get("schema") {
            Some(Any::Number(yrs::Number::Int(schema))) => Some(*schema),
            _ => None,
        });
        newest.max().unwrap_or(SCHEMA)
    }

    /// Whether a newer version of the app wrote it, so that this one must not.
    pub fn is_newer(&self) -> bool {
        self.schema() > SCHEMA
    }

    /// The whole history as a Yjs update, v1.
    pub fn state(&self) -> Vec<u8> {
        self.pending.joined_with(self.doc.transact().encode_state_as_update_v1(&StateVector::default()))
    }

    /// What of the history is not known to a copy that knows `knows` ([`Self::knows`]), and what waits.
    ///
    /// # Errors
    /// [`DocError::Undecodable`] when `knows` is no state vector.
    pub fn state_since(&self, knows: &[u8]) -> Result<Vec<u8>, DocError> {
        let vector = StateVector::decode_v1(knows).map_err(|e| DocError::Undecodable(e.to_string()))?;
        Ok(self.pending.joined_with(self.doc.transact().encode_state_as_update_v1(&vector)))
    }

    /// How many changes this copy has taken in: the same wherever the same is known, and more after every
    /// change, be it an edit, an undo or a merge that brought something.
    pub fn change_count(&self) -> u32 {
        let vector = self.vector();
        vector.iter().fold(0, |sum: u32, (_, clock)| sum.saturating_add(*clock))
    }

    /// What this copy knows: an encoded Yjs state vector, v1.
    pub fn knows(&self) -> Vec<u8> {
        self.vector().encode_v1()
    }

    /// Whether changes wait for earlier ones that never arrived. They are kept and passed on, not shown.
    pub fn has_gaps(&self) -> bool {
        !self.pending.is_empty()
    }

    pub(super) fn vector(&self) -> StateVector {
        self.doc.transact().state_vector()
    }

    pub(super) fn yrs(&self) -> &Doc {
        &self.doc
    }
}
