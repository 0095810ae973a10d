//! What other apps hand over: shared files and texts, which the worker keeps, and files that the system opens with the app.

use super::files::{PickedFile, read};
use super::page::base_path;
use js_sys::{Array, Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

#[wasm_bindgen]
extern "C" {
    type CacheShelf;

    /// Absent on pages that were not fetched over a safe connection.
    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = caches)]
    static CACHES: Option<CacheShelf>;

    #[wasm_bindgen(method)]
    fn has(this: &CacheShelf, name: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn open(this: &CacheShelf, name: &str) -> Promise;

    type Inbox;

    #[wasm_bindgen(method)]
    fn keys(this: &Inbox) -> Promise;

    #[wasm_bindgen(method, js_name = match)]
    fn find(this: &Inbox, request: &JsValue) -> Promise;

    #[wasm_bindgen(method)]
    fn delete(this: &Inbox, request: &JsValue) -> Promise;

    type KeptShare;

    #[wasm_bindgen(method, getter)]
    fn headers(this: &KeptShare) -> ShareHeaders;

    #[wasm_bindgen(method)]
    fn blob(this: &KeptShare) -> Promise;

    type ShareHeaders;

    #[wasm_bindgen(method)]
    fn get(this: &ShareHeaders, name: &str) -> Option<String>;

    type LaunchQueue;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = launchQueue)]
    static LAUNCHES: Option<LaunchQueue>;

    #[wasm_bindgen(method, js_name = setConsumer)]
    fn set_consumer(this: &LaunchQueue, consumer: &Function);
}

/// The name that the worker gives the inbox.
fn inbox_name() -> String {
    format!("peer-circle-inbox {}", base_path())
}

/// Takes what other apps shared out of the inbox, none of it with more than `max` bytes of content.
pub async fn take_shared(max: usize) -> Vec<PickedFile> {
    shared(max).await.unwrap_or_default()
}

async fn shared(max: usize) -> Option<Vec<PickedFile>> {
    let name = inbox_name();
    let caches = |ask: fn(&CacheShelf, &str) -> Promise| CACHES.with(|caches| Some(ask(caches.as_ref()?, &name)));
    // Opening it would make one.
    if !JsFuture::from(caches(CacheShelf::has)?).await.ok()?.is_truthy() {
        return None;
    }
    let inbox: Inbox = JsFuture::from(caches(CacheShelf::open)?).await.ok()?.unchecked_into();
    let requests: Array = JsFuture::from(inbox.keys()).await.ok()?.unchecked_into();
    let mut files = Vec::new();
    for request in requests.iter() {
        let kept: KeptShare = JsFuture::from(inbox.find(&request)).await.ok()?.unchecked_into();
        let name = kept.headers().get("x-name").unwrap_or_default();
        let name = js_sys::decode_uri_component(&name).map_or(name, String::from);
        let blob: Blob = JsFuture::from(kept.blob()).await.ok()?.unchecked_into();
        files.push(picked(name, &blob, max).await);
        // One that stays is offered once more.
        let _ = JsFuture::from(inbox.delete(&request)).await;
    }
    Some(files)
}

async fn picked(name: String, blob: &Blob, max: usize) -> PickedFile {
    let size = blob.size() as usize;
    let bytes = if size <= max { read(blob).await } else { None };
    PickedFile { name, size, bytes }
}

/// Calls `on_files` with files that the system opens with the installed app, none with more than `max` bytes of content,
/// and `on_link` with the address of a link that it opens there without loading the page anew.
pub fn on_launched(max: usize, on_files: impl Fn(Vec<PickedFile>) + 'static, on_link: impl Fn(String) + 'static) {
    let act = Rc::new((on_files, on_link));
    let consume = Closure::<dyn FnMut(JsValue)>::new(move |launch: JsValue| {
        let act = Rc::clone(&act);
        leptos::task::spawn_local(async move {
            let handles: Array = Reflect::get(&launch, &"files".into()).unwrap_or_default().unchecked_into();
            let mut files = Vec::new();
            for handle in handles.iter() {
                if let Some(file) = file_of(&handle).await {
                    files.push(picked(file.name(), &file, max).await);
                }
            }
            if !files.is_empty() {
                act.0(files);
            }
            if let Some(link) = Reflect::get(&launch, &"targetURL".into()).ok().and_then(|link| link.as_string()) {
                act.1(link);
            }
        });
    });
    LAUNCHES.with(|launches| {
        if let Some(launches) = launches {
            launches.set_consumer(consume.as_ref().unchecked_ref());
        }
    });
    // The queue calls it as long as the page is there.
    consume.into_js_value();
}

async fn file_of(handle: &JsValue) -> Option<File> {
    let get: Function = Reflect::get(handle, &"getFile".into()).ok()?.dyn_into().ok()?;
    let asked: Promise = get.call0(handle).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}
