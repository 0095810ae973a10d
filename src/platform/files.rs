//! Files in and out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Navigator)]
    pub(super) type Sharer;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = navigator)]
    pub(super) static SHARER: Sharer;

    #[wasm_bindgen(method, catch, js_name = canShare)]
    pub(super) fn can_share(this: &Sharer, data: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) fn share(this: &Sharer, data: &JsValue) -> Result<js_sys::Promise, JsValue>;
}

/// A file that a person chose.
#[derive(Clone, Debug)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: usize,
    /// Its content; `None` when it is larger than asked for, or the browser could not read it.
    pub bytes: Option<Vec<u8>>,
}

/// Reads `files`, none of more than `max` bytes.
pub async fn read_files(files: FileList, max: usize) -> Vec<PickedFile> {
    let mut picked = Vec::new();
    for file in (0..files.length()).filter_map(|index| files.get(index)) {
        let size = file.size() as usize;
        let bytes = if size <= max { read(&file).await } else { None };
        picked.push(PickedFile { name: file.name(), size, bytes });
    }
    picked
}

async fn read(file: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Offers `text` as a download called `name`.
pub fn download(name: &str, mime: &str, text: &str) -> Option<()> {
    let blob = blob(mime, text)?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    document.body()?.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    // The browser has taken hold of the blob by the time a minute is over.
    leptos::prelude::set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Some(())
}

fn blob(mime: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()
}

/// What the share sheet is given: a text file, since it refuses `.json` in Chromium.
fn share_data(name: &str, title: &str, text: &str) -> Option<JsValue> {
    let blob = blob("text/plain", text)?;
    let options = web_sys::FilePropertyBag::new();
    options.set_type("text/plain");
    let file = File::new_with_blob_sequence_and_options(&Array::of1(&blob), name, &options).ok()?;
    let data = js_sys::Object::new();
    js_sys::Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    js_sys::Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    Some(data.into())
}

/// Whether this browser's share sheet takes files.
pub fn can_share_files() -> bool {
    share_data("x.txt", "", "").is_some_and(|data| SHARER.with(|navigator| navigator.can_share(&data).unwrap_or(false)))
}

/// Opens the share sheet with a text file; `true` when it was sent.
pub async fn share_text_file(name: &str, title: &str, text: &str) -> bool {
    let Some(data) = share_data(name, title, text) else {
        return false;
    };
    let asked = SHARER.with(|navigator| navigator.share(&data));
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}
