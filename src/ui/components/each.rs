//! Rows of a list that follow their value.

use super::for_each::{KeyedRow, keyed};
use crate::state::Memo;
use leptos::prelude::*;
use std::sync::Arc;

type Row<T> = Arc<dyn Fn(Memo<T>) -> AnyView + Send + Sync>;

/// One row for each of `items`, which `key` tells apart. A row lives as long as its item and is told each new
/// value of it: nothing in it is made anew, so that open details and the focus stay where they are.
#[component]
pub fn Each<T: Clone + PartialEq + Send + Sync + 'static>(
    #[prop(into)] items: Memo<Vec<T>>,
    key: fn(&T) -> String,
    row: impl Fn(Memo<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    rows(items, key, Arc::new(row))
}

fn rows<T: Clone + PartialEq + Send + Sync + 'static>(
    items: Memo<Vec<T>>,
    key: fn(&T) -> String,
    row: Row<T>,
) -> AnyView {
    let keyed_row = move |first: &T| {
        let (own, first, row) = (key(first), first.clone(), Arc::clone(&row));
        KeyedRow::new(own.clone(), move || {
            row(Memo::new(move |last: Option<&T>| {
                let found = items.with(|items| items.iter().find(|item| key(item) == own).cloned());
                // An item that has just gone keeps its last value until its row is gone too.
                found.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
            }))
        })
    };
    keyed(Box::new(move || items.with(|items| items.iter().map(&keyed_row).collect())))
}
