//! Records by id.

use crate::domain::entity::{Collection, Entity};
use std::fmt;
use std::ops::Index;
use std::sync::Arc;

/// Records by id, sorted by it. They are shared, so that a copy of the whole circle costs a pointer each.
///
/// A sorted vector: a circle of twelve people has some ten thousand records after ten years, documents are
/// read in the order of ids, and a tree's code would be compiled anew for each kind of record.
#[derive(Clone)]
pub struct Table<E: Entity>(Vec<(E::Id, Arc<E>)>);

/// What two copies of a circle share is not compared again.
impl<E: Entity + PartialEq> PartialEq for Table<E> {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.values().zip(other.values());
        self.len() == other.len() && pairs.all(|(one, other)| Arc::ptr_eq(one, other) || one == other)
    }
}

impl<E: Entity> Default for Table<E> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<E: Entity> Table<E> {
    fn place(&self, id: &E::Id) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(id))
    }

    /// The record with this id.
    pub fn get(&self, id: &E::Id) -> Option<&Arc<E>> {
        self.place(id).ok().map(|place| &self.0[place].1)
    }

    /// The record with this id, to be changed.
    pub fn get_mut(&mut self, id: &E::Id) -> Option<&mut Arc<E>> {
        self.place(id).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether there is one.
    pub fn contains_key(&self, id: &E::Id) -> bool {
        self.place(id).is_ok()
    }

    /// All records with their ids, by id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&E::Id, &Arc<E>)> {
        self.0.iter().map(|(id, record)| (id, record))
    }

    /// All ids, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &E::Id> {
        self.0.iter().map(|(id, _)| id)
    }

    /// All records, by id.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Arc<E>> {
        self.0.iter().map(|(_, record)| record)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<E: Entity> Collection<E> for Table<E> {
    fn put(&mut self, record: E) {
        let id = record.id();
        match self.place(&id) {
            Ok(place) => self.0[place].1 = Arc::new(record),
            Err(place) => self.0.insert(place, (id, Arc::new(record))),
        }
    }

    fn forget(&mut self, id: &E::Id) {
        if let Ok(place) = self.place(id) {
            self.0.remove(place);
        }
    }

    fn find(&self, id: &E::Id) -> Option<&E> {
        self.get(id).map(|record| &**record)
    }

    fn records(&self) -> impl Iterator<Item = &E> {
        self.values().map(|record| &**record)
    }
}

impl<E: Entity> Index<&E::Id> for Table<E> {
    type Output = Arc<E>;

    /// Returns the record with this id.
    ///
    /// # Panics
    /// Where there is none: the caller knows that it is there.
    fn index(&self, id: &E::Id) -> &Arc<E> {
        self.get(id).expect("the caller knows that the record is there")
    }
}

impl<E: Entity + fmt::Debug> fmt::Debug for Table<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|(id, record)| (id, record))).finish()
    }
}
