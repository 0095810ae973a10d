//! Records by id.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

/// Records by id, sorted by it. They are shared, so that a copy of the whole circle costs a pointer each.
///
/// A sorted vector: a circle of twelve people has some ten thousand records after ten years, documents are
/// read in the order of ids, and a tree's code would be compiled anew for each kind of record.
#[derive(Clone, PartialEq)]
pub struct Table<K, V>(Vec<(K, Arc<V>)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Table<K, V> {
    fn place(&self, id: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(id))
    }

    /// The record with this id.
    pub fn get(&self, id: &K) -> Option<&Arc<V>> {
        self.place(id).ok().map(|place| &self.0[place].1)
    }

    /// The record with this id, to be changed.
    pub fn get_mut(&mut self, id: &K) -> Option<&mut Arc<V>> {
        self.place(id).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether there is one.
    pub fn contains_key(&self, id: &K) -> bool {
        self.place(id).is_ok()
    }

    /// Puts `record` in the place of the one with this id.
    pub fn insert(&mut self, id: K, record: Arc<V>) {
        match self.place(&id) {
            Ok(place) => self.0[place].1 = record,
            Err(place) => self.0.insert(place, (id, record)),
        }
    }

    /// Takes the record with this id out.
    pub fn remove(&mut self, id: &K) {
        if let Ok(place) = self.place(id) {
            self.0.remove(place);
        }
    }

    /// All records with their ids, by id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &Arc<V>)> {
        self.0.iter().map(|(id, record)| (id, record))
    }

    /// All ids, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(id, _)| id)
    }

    /// All records, by id.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Arc<V>> {
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

impl<K: Ord, V> Index<&K> for Table<K, V> {
    type Output = Arc<V>;

    /// The record with this id, for who knows that there is one.
    fn index(&self, id: &K) -> &Arc<V> {
        self.get(id).expect("the caller knows that the record is there")
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|(id, record)| (id, record))).finish()
    }
}
