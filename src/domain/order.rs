//! Sorting, once.
//!
//! The standard library's sort is compiled anew for each type and each key, some kilobytes at a time. Here the
//! places of the items are sorted, behind one comparison of places, so that the page carries one copy of it.

use super::time::Timestamp;
use std::cmp::Ordering;

/// Sorting of a slice of anything, stably.
pub trait Arrange<T> {
    /// Sorts by what the items themselves say.
    fn arrange(&mut self)
    where
        T: Ord;

    /// Sorts by `key`, which is made again for each comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// Sorts by `compare`.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|one, other| key(one).cmp(&key(other)));
    }

    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let places = sorted(self.len(), &|one, other| compare(&self[one], &self[other]));
        follow(places, &mut |one, other| self.swap(one, other));
    }
}

/// What `items` give, put in one by one: `collect` sorts them before it builds a map or a set.
pub fn gathered<T, C: Default + Extend<T>>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// What records are sorted by: a rank, then when, then the id.
pub type Order<'a> = (u8, Timestamp, &'a str);

/// `items` sorted by `key`.
pub fn ordered<'a, T>(items: impl IntoIterator<Item = &'a T>, key: impl Fn(&'a T) -> Order<'a>) -> Vec<&'a T> {
    let items: Vec<&'a T> = items.into_iter().collect();
    let keys: Vec<Order<'a>> = items.iter().map(|item| key(item)).collect();
    let places = sorted(keys.len(), &|one, other| keys[one].cmp(&keys[other]));
    places.into_iter().map(|place| items[place]).collect()
}

/// The places from 0 to `count`, sorted by `compare`.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Brings the item of `places[n]` to place `n`, for each of them, by swapping two at a time.
fn follow(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut here = start;
        // Along the ring of items that take each other's places; one that is done points at itself.
        while places[here] != start {
            let from = places[here];
            swap(here, from);
            places[here] = here;
            here = from;
        }
        places[here] = here;
    }
}
