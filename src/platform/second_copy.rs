//! Where each edit is kept a second time: IndexedDB, which a browser can be told to write to the disk at once.

use super::clock::sleep;
use super::database::Database;
use js_sys::Array;
use wasm_bindgen::prelude::*;

const EDITS: Database = Database("peer-circle-edits");

/// Keeps `value` under `key`, where the browser lets it: as soon as it has shown what changed, since asking it to costs
/// milliseconds.
pub async fn keep_copy(key: String, value: String) {
    sleep(0).await;
    let value = Array::of2(&JsValue::from_str(&key), &JsValue::from_str(&value));
    let _ = EDITS.write(|store| store.put(&value, &key)).await;
}

/// All that is kept, each by its key; nothing where the browser keeps nothing.
pub async fn copies() -> Vec<(String, String)> {
    let all = EDITS.read(|store| store.get_all()).await.map(|all| Array::from(&all)).unwrap_or_default();
    let of = |one: JsValue| {
        let pair = Array::from(&one);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    all.iter().filter_map(of).collect()
}

/// Forgets what is kept under `keys`.
pub async fn drop_copies(keys: Vec<String>) {
    let Some((last, others)) = keys.split_last() else { return };
    let forget_all = |store: &super::database::Store| {
        for key in others {
            store.delete(key)?;
        }
        store.delete(last)
    };
    let _ = EDITS.write(forget_all).await;
}
