//! Rows of a list that follow their value.

use super::for_each::{KeyedRow, keyed};
use crate::state::Memo;
use crate::ui::markup::live;
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

/// Makes a row of `draw` that is drawn again, element by element, when its value has changed. Costs less than a row
/// whose parts follow each by itself; not for what keeps something of its own, as fields and `<details>` do.
pub fn live_row<T: PartialEq + Send + Sync + 'static>(
    draw: impl Fn(&T) -> AnyView + Clone + Send + Sync + 'static,
) -> impl Fn(Memo<T>) -> AnyView + Send + Sync + 'static {
    move |value| {
        let draw = draw.clone();
        live(move || value.with(&draw))
    }
}

fn rows<T: Clone + PartialEq + Send + Sync + 'static>(
    items: Memo<Vec<T>>,
    key: fn(&T) -> String,
    row: Row<T>,
) -> AnyView {
    let keyed_row = move |(place, first): (usize, &T)| {
        let (own, first, row) = (key(first), first.clone(), Arc::clone(&row));
        KeyedRow::new(own.clone(), move || {
            row(Memo::new(move |last: Option<&T>| {
                let is_own = |item: &&T| key(item) == own;
                let found = items.with(|items| {
                    // Most often it is where it was.
                    items.get(place).filter(is_own).or_else(|| items.iter().find(is_own)).cloned()
                });
                // An item that has just gone keeps its last value until its row is gone too.
                found.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
            }))
        })
    };
    keyed(Box::new(move || items.with(|items| items.iter().enumerate().map(&keyed_row).collect())))
}
