//! Where the values of the circle that was open last are kept, for the next start to show: IndexedDB, which takes
//! nothing of what localStorage has room for.

use super::clock::sleep;
use super::database::Database;
use js_sys::Uint8Array;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use wasm_bindgen::prelude::*;

const VALUES: Database = Database("peer-circle-values");
/// The key they are kept under.
const KEY: &str = "open";
/// How long they are waited for, in milliseconds: a browser may never answer, and everything is stored elsewhere too.
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
    let (mut read, mut patience) = (pin!(VALUES.read(|store| store.get(KEY))), pin!(sleep(PATIENCE)));
    let first = poll_fn(|context| match read.as_mut().poll(context) {
        Poll::Ready(read) => Poll::Ready(read.ok()),
        Poll::Pending => patience.as_mut().poll(context).map(|()| None),
    });
    first.await?.dyn_into::<Uint8Array>().ok().map(|values| values.to_vec())
}
