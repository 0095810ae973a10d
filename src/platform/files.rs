//! Files in and out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, FileList, HtmlAnchorElement, Url};

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

pub(super) async fn read(file: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Offers `text` as a download called `name`.
pub fn download(name: &str, mime: &str, text: &str) -> Option<()> {
    save(name, &blob(mime, text)?)
}

/// Has the browser save `blob` under `name`.
pub(super) fn save(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
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

pub(super) fn blob(mime: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()
}
