//! IndexedDB, as far as it is needed here: databases that have one store each, of the same name.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Factory;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = indexedDB)]
    static FACTORY: Option<Factory>;

    /// What opens, reads and writes returns a request, which has its result when it says `success`.
    #[wasm_bindgen(method, catch)]
    fn open(this: &Factory, name: &str) -> Result<JsValue, JsValue>;

    type Connection;

    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_object_store(this: &Connection, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Connection, store: &str, mode: &str, options: &JsValue) -> Result<Transaction, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &Connection);

    type Transaction;

    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn object_store(this: &Transaction, name: &str) -> Result<Store, JsValue>;

    pub(super) type Store;

    #[wasm_bindgen(method, catch)]
    pub(super) fn get(this: &Store, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getAll)]
    pub(super) fn get_all(this: &Store) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) fn put(this: &Store, value: &JsValue, key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) fn delete(this: &Store, key: &str) -> Result<JsValue, JsValue>;
}

/// A database of this app.
#[derive(Clone, Copy)]
pub(super) struct Database(pub(super) &'static str);

impl Database {
    /// What comes of the request that `ask` makes of the store.
    pub(super) async fn read(self, ask: impl FnOnce(&Store) -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
        self.within("readonly", ask).await
    }

    /// The same, where `ask` writes. The browser is told to put it on the disk before it calls the writing complete, which
    /// is a moment after the request has its result.
    pub(super) async fn write(self, ask: impl FnOnce(&Store) -> Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
        self.within("readwrite", ask).await
    }

    async fn within(
        self,
        mode: &str,
        ask: impl FnOnce(&Store) -> Result<JsValue, JsValue>,
    ) -> Result<JsValue, JsValue> {
        let opening = FACTORY.with(|factory| factory.as_ref().map(|factory| factory.open(self.0)));
        let connection: Connection = self.answer(opening.ok_or(JsValue::NULL)??).await?.unchecked_into();
        let strict = js_sys::Object::new();
        Reflect::set(&strict, &"durability".into(), &"strict".into())?;
        let transaction = connection.transaction(self.0, mode, &strict);
        let asked = transaction.and_then(|all| all.object_store(self.0)).and_then(|store| ask(&store));
        let answer = match asked {
            Ok(request) => self.answer(request).await,
            Err(error) => Err(error),
        };
        connection.close();
        answer
    }

    /// What comes of a request. A database that is new is given its store first.
    async fn answer(self, request: JsValue) -> Result<JsValue, JsValue> {
        let promise = Promise::new(&mut |resolve, reject| {
            let result = |request: &JsValue| Reflect::get(request, &"result".into()).unwrap_or_default();
            let (done, new) = (request.clone(), request.clone());
            let handlers = [
                ("onsuccess", Closure::once_into_js(move || drop(resolve.call1(&JsValue::NULL, &result(&done))))),
                ("onerror", Closure::once_into_js(move || drop(reject.call0(&JsValue::NULL)))),
                (
                    "onupgradeneeded",
                    Closure::once_into_js(move || {
                        let connection: Connection = result(&new).unchecked_into();
                        drop(connection.create_object_store(self.0));
                    }),
                ),
            ];
            for (name, handler) in handlers {
                let _ = Reflect::set(&request, &name.into(), &handler);
            }
        });
        JsFuture::from(promise).await
    }
}
