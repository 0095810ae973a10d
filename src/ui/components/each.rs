//! Rows of a list that follow their value.

use leptos::prelude::*;
use std::sync::Arc;

type Row<T> = Arc<dyn Fn(Memo<T>) -> AnyView + Send + Sync>;

/// One row for each of `items`, which `key` tells apart. A row lives as long as its item and is told each new
/// value of it: nothing in it is made anew, so that open details and the focus stay where they are.
#[component]
pub fn Each<T: Clone + PartialEq + Send + Sync + 'static>(
    #[prop(into)] items: Signal<Vec<T>>,
    key: fn(&T) -> String,
    row: impl Fn(Memo<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    rows(items, key, Arc::new(row))
}

fn rows<T: Clone + PartialEq + Send + Sync + 'static>(
    items: Signal<Vec<T>>,
    key: fn(&T) -> String,
    row: Row<T>,
) -> AnyView {
    let child = move |first: T| {
        let own = key(&first);
        let value = Memo::new(move |last: Option<&T>| {
            let found = items.with(|items| items.iter().find(|item| key(item) == own).cloned());
            // An item that has just gone keeps its last value until its row is gone too.
            found.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
        });
        row(value)
    };
    view! { <For each=move || items.get() key=key children=child /> }.into_any()
}
