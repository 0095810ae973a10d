//! Where the values of the circle that was open last are kept, for the next start to show: IndexedDB, which takes nothing of what
//! localStorage has room for.

use super::clock::timer;
use super::database::Database;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

const VALUES: Database = Database("peer-circle-values");
/// Under which they are.
const KEY: &str = "open";
/// How long they are waited for, in milliseconds: a browser may never answer, and all is stored elsewhere too.
const PATIENCE: i32 = 300;

/// Keeps `values` in place of what is there, where the browser lets it.
pub async fn keep_values(values: Vec<u8>) {
    let values = Uint8Array::from(values.as_slice());
    let _ = VALUES.write(|store| store.put(&values, KEY)).await;
}

/// Forgets them.
pub async fn drop_values() {
    let _ = VALUES.write(|store| store.delete(KEY)).await;
}

/// What is kept; `None` where that is nothing.
pub async fn kept_values() -> Option<Vec<u8>> {
    let read = future_to_promise(VALUES.read(|store| store.get(KEY)));
    let first = JsFuture::from(Promise::race(&Array::of2(&read, &timer(PATIENCE)))).await;
    first.ok()?.dyn_into::<Uint8Array>().ok().map(|values| values.to_vec())
}
