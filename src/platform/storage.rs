//! The vault's storage: localStorage.

use crate::vault::{Storage, StorageError};
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ["globalThis", "navigator"], js_name = storage)]
    static STORAGE: Option<StorageManager>;

    type StorageManager;

    /// The browser's storage, whose values need not be copied here as a whole.
    type Values;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn item(this: &Values, key: &str) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn persist(this: &StorageManager) -> Result<js_sys::Promise, JsValue>;
}

/// The browser's localStorage.
#[derive(Clone, Debug)]
pub struct BrowserStorage {
    inner: web_sys::Storage,
}

impl BrowserStorage {
    /// Opens it and makes sure that it takes a value.
    ///
    /// # Errors
    /// [`StorageError`] where the browser has none or denies it, as in some private modes.
    pub fn open() -> Result<Self, StorageError> {
        let window = web_sys::window().ok_or_else(|| denied("", "no window"))?;
        let storage = window.local_storage().map_err(|error| refused("", &error))?;
        storage.ok_or_else(|| denied("", "no localStorage"))?;
        let storage = Self { inner: LocalStorage::raw() };
        storage.keys()?;
        Ok(storage)
    }
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.get_item(key).map_err(|error| refused(key, &error))
    }

    fn first_line(&self, key: &str) -> Result<Option<String>, StorageError> {
        let value = self.inner.unchecked_ref::<Values>().item(key).map_err(|error| refused(key, &error))?;
        let line = |value: JsString| match u32::try_from(value.index_of("\n", 0)) {
            Ok(end) => value.slice(0, end),
            Err(_) => value,
        };
        Ok(value.map(line).map(String::from))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.inner.set_item(key, value).map_err(|error| {
            let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
            if name.contains("Quota") || name.contains("QUOTA") {
                StorageError::Full { key: key.to_owned(), chars: utf16(key) + utf16(value) }
            } else {
                refused(key, &error)
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.inner.remove_item(key).map_err(|error| refused(key, &error))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let length = self.inner.length().map_err(|error| refused("", &error))?;
        (0..length).filter_map(|index| self.inner.key(index).map_err(|error| refused("", &error)).transpose()).collect()
    }
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

fn denied(key: &str, reason: &str) -> StorageError {
    StorageError::Denied { key: key.to_owned(), reason: reason.to_owned() }
}

fn refused(key: &str, error: &JsValue) -> StorageError {
    denied(key, &format!("{error:?}"))
}

/// Small values of this tab alone, which survive a reload but not the tab.
#[derive(Clone, Copy, Debug)]
pub struct TabStorage;

impl TabStorage {
    /// The value under `key`, if the browser has and allows it.
    pub fn get(key: &str) -> Option<String> {
        SessionStorage::get(key).ok()
    }

    /// Stores `value`; a refusal costs only the memory of this tab.
    pub fn set(key: &str, value: &str) {
        let _ = SessionStorage::set(key, value);
    }
}

/// Asks the browser not to clear this site's storage by itself. It decides; nothing depends on it.
pub async fn ask_to_persist() {
    let asked = STORAGE.with(|storage| storage.as_ref().and_then(|storage| storage.persist().ok()));
    if let Some(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
}
