//! What localStorage cannot hold: the browser's handles of files, in IndexedDB.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The database and the one store in it.
const NAME: &str = "peer-circle-files";

#[wasm_bindgen]
extern "C" {
    type Factory;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = indexedDB)]
    static FACTORY: Option<Factory>;

    /// What opens, reads and writes returns a request, which has its result when it says `success`.
    #[wasm_bindgen(method, catch)]
    fn open(this: &Factory, name: &str) -> Result<JsValue, JsValue>;

    type Database;

    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_object_store(this: &Database, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, store: &str, mode: &str) -> Result<Transaction, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &Database);

    type Transaction;

    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn object_store(this: &Transaction, name: &str) -> Result<Store, JsValue>;

    type Store;

    #[wasm_bindgen(method, catch)]
    fn get(this: &Store, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn put(this: &Store, value: &JsValue, key: &str) -> Result<JsValue, JsValue>;
}

/// What is kept under `key`; `None` where the browser keeps nothing.
pub(super) async fn get(key: &str) -> Option<JsValue> {
    in_store("readonly", |store| store.get(key)).await.ok()
}

/// Keeps `value` under `key`, where the browser lets it.
pub(super) async fn put(key: &str, value: &JsValue) {
    let _ = in_store("readwrite", |store| store.put(value, key)).await;
}

async fn in_store(mode: &str, ask: impl FnOnce(&Store) -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    let opening = FACTORY.with(|factory| factory.as_ref().map(|factory| factory.open(NAME)));
    let database: Database = answer(opening.ok_or(JsValue::NULL)??).await?.unchecked_into();
    let asked = database.transaction(NAME, mode).and_then(|all| all.object_store(NAME)).and_then(|store| ask(&store));
    let answer = match asked {
        Ok(request) => answer(request).await,
        Err(error) => Err(error),
    };
    database.close();
    answer
}

/// What comes of a request. A database that is new is given its store first.
async fn answer(request: JsValue) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let result = |request: &JsValue| Reflect::get(request, &"result".into()).unwrap_or_default();
        let (done, new) = (request.clone(), request.clone());
        let handlers = [
            ("onsuccess", Closure::once_into_js(move || drop(resolve.call1(&JsValue::NULL, &result(&done))))),
            ("onerror", Closure::once_into_js(move || drop(reject.call0(&JsValue::NULL)))),
            (
                "onupgradeneeded",
                Closure::once_into_js(move || {
                    let database: Database = result(&new).unchecked_into();
                    drop(database.create_object_store(NAME));
                }),
            ),
        ];
        for (name, handler) in handlers {
            let _ = Reflect::set(&request, &name.into(), &handler);
        }
    });
    JsFuture::from(promise).await
}
