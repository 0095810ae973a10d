//! Keyed lists.
//!
//! Leptos' `For` compares the old and the new list by some kilobytes of code, which are compiled anew for each
//! type of item, key and row: 33 times in this page, 89 kB. Here keys and rows are behind one type each.

use crate::ui::markup::view;
use leptos::control_flow::For as LeptosFor;
use leptos::prelude::*;
use std::any::Any;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A row for each item that `each` returns; a row stays as long as its `key` is among them.
#[component]
pub fn For<IF, I, T, EF, N, KF, K>(
    /// The items.
    each: IF,
    /// What tells an item apart.
    key: KF,
    /// Draws an item.
    children: EF,
) -> AnyView
where
    IF: Fn() -> I + Send + 'static,
    I: IntoIterator<Item = T>,
    EF: Fn(T) -> N + Send + Clone + 'static,
    N: IntoView + 'static,
    KF: Fn(&T) -> K + Send + 'static,
    K: Eq + Hash + Send + Sync + 'static,
    T: Send + 'static,
{
    let list = move || {
        let row = |item: T| {
            let (key, draw) = (key(&item), children.clone());
            KeyedRow::new(key, move || draw(item).into_any())
        };
        each().into_iter().map(row).collect()
    };
    keyed(Box::new(list))
}

/// The rows that `list` returns, each made once for its key.
pub(super) fn keyed(list: Box<dyn Fn() -> Vec<KeyedRow> + Send>) -> AnyView {
    view! { <LeptosFor each=list key=|row| row.key.clone() children=|row: KeyedRow| (row.draw)() /> }.into_any()
}

/// What is drawn for a key.
pub(super) struct KeyedRow {
    key: RowKey,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

impl KeyedRow {
    /// `draw` is called where no row of that `key` is there yet.
    pub(super) fn new(
        key: impl Eq + Hash + Send + Sync + 'static,
        draw: impl FnOnce() -> AnyView + Send + 'static,
    ) -> Self {
        Self { key: RowKey(Arc::new(key)), draw: Box::new(draw) }
    }
}

/// A key of any type; those of different types differ.
#[derive(Clone)]
struct RowKey(Arc<dyn ErasedKey>);

trait ErasedKey: Any + Send + Sync {
    fn is(&self, other: &dyn Any) -> bool;
    fn hash_into(&self, hasher: &mut dyn Hasher);
    fn as_any(&self) -> &dyn Any;
}

impl<K: Eq + Hash + Send + Sync + 'static> ErasedKey for K {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn hash_into(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl PartialEq for RowKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0.as_any())
    }
}

impl Eq for RowKey {}

impl Hash for RowKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash_into(state);
    }
}
