//! What localStorage cannot hold: the browser's handles of files, in IndexedDB.

use super::database::Database;
use wasm_bindgen::prelude::*;

const HANDLES: Database = Database("peer-circle-files");

/// What is kept under `key`; `None` where the browser keeps nothing.
pub(super) async fn get(key: &str) -> Option<JsValue> {
    HANDLES.read(|store| store.get(key)).await.ok()
}

/// Keeps `value` under `key`, where the browser lets it.
pub(super) async fn put(key: &str, value: &JsValue) {
    let _ = HANDLES.write(|store| store.put(value, key)).await;
}
