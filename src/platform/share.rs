//! The browser's share sheet.

use super::files::blob;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException, File};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Navigator)]
    type Sharer;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = navigator)]
    static SHARER: Sharer;

    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Sharer, data: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharer, data: &JsValue) -> Result<Promise, JsValue>;
}

/// What came of a share sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shared {
    /// Another app took it.
    Sent,
    /// The person closed the sheet.
    Cancelled,
    /// The browser or the other app refused.
    Refused,
}

/// How a file in JSON is called and typed. Chromium's sheet refuses `.json`, Safari's takes it.
const FORMS: [(&str, &str); 2] = [("json", "application/json"), ("txt", "text/plain")];

/// The type of a picture.
pub(super) const PNG: &str = "image/png";

fn file_data(stem: &str, (extension, mime): (&str, &str), text: &str) -> Option<JsValue> {
    data_of(&format!("{stem}.{extension}"), mime, &blob(mime, text)?)
}

/// What the sheet is given of a picture in PNG.
pub(super) fn picture_data(stem: &str, picture: &Blob) -> Option<JsValue> {
    data_of(&format!("{stem}.png"), PNG, picture)
}

/// A file alone: with a title or a text beside them, some apps drop the files.
fn data_of(name: &str, mime: &str, blob: &Blob) -> Option<JsValue> {
    let options = web_sys::FilePropertyBag::new();
    options.set_type(mime);
    let file = File::new_with_blob_sequence_and_options(&Array::of1(blob), name, &options).ok()?;
    data("files", &Array::of1(&file))
}

fn data(name: &str, value: &JsValue) -> Option<JsValue> {
    let data = Object::new();
    Reflect::set(&data, &name.into(), value).ok()?;
    Some(data.into())
}

/// Whether the share sheet takes `data`. Where there is no sheet there is no such function, and the call fails.
pub(super) fn takes(data: &JsValue) -> bool {
    SHARER.with(|navigator| navigator.can_share(data).unwrap_or(false))
}

/// Whether this browser's share sheet takes files in JSON.
pub fn can_share_files() -> bool {
    FORMS.into_iter().any(|form| file_data("x", form, "").is_some_and(|data| takes(&data)))
}

/// Opens the share sheet with a file in JSON called `stem` and an extension that the sheet takes.
pub async fn share_json_file(stem: &str, text: &str) -> Shared {
    let forms = FORMS.into_iter().filter_map(|form| file_data(stem, form, text));
    match forms.into_iter().find(takes) {
        Some(data) => share(&data).await,
        None => Shared::Refused,
    }
}

/// Whether this browser's share sheet takes texts.
pub fn can_share_text() -> bool {
    data("text", &"x".into()).is_some_and(|data| takes(&data))
}

/// Opens the share sheet with `text`.
pub async fn share_text(text: &str) -> Shared {
    match data("text", &text.into()) {
        Some(data) => share(&data).await,
        None => Shared::Refused,
    }
}

pub(super) async fn share(data: &JsValue) -> Shared {
    let answer = match SHARER.with(|navigator| navigator.share(data)) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(_) => Shared::Sent,
        // The second name: a sheet is open already, as after two quick taps.
        Err(error) if matches!(name_of(&error).as_str(), "AbortError" | "InvalidStateError") => Shared::Cancelled,
        Err(_) => Shared::Refused,
    }
}

fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}
