//! Sorting, once.
//!
//! A generic sort is compiled anew for each type and key; here everything is sorted by the same kind of
//! key, so that the page carries one copy.

use crate::domain::time::Timestamp;

/// What records are sorted by: a rank, then when, then the id.
pub type Order<'a> = (u8, Timestamp, &'a str);

/// `items` sorted by `key`.
pub fn ordered<'a, T>(items: impl IntoIterator<Item = &'a T>, key: impl Fn(&'a T) -> Order<'a>) -> Vec<&'a T> {
    let items: Vec<&'a T> = items.into_iter().collect();
    let keys: Vec<Order<'a>> = items.iter().map(|item| key(item)).collect();
    ranks(&keys).into_iter().map(|place| items[place]).collect()
}

/// The places of `keys` in sorted order.
fn ranks(keys: &[Order<'_>]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    places.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    places
}
