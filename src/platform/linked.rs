//! A file that the person chose once, to be read and written from then on (File System Access API: Chromium on a
//! computer). The browser's handle of it is kept in IndexedDB, which alone can hold one.

use super::handles;
use super::subtle::object;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

#[wasm_bindgen]
extern "C" {
    /// The browser's handle of a file.
    #[derive(Clone)]
    type Handle;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Handle) -> String;

    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &Handle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &Handle) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &Handle, mode: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &Handle, mode: &JsValue) -> Result<Promise, JsValue>;

    type Writer;

    #[wasm_bindgen(method, catch)]
    fn write(this: &Writer, text: &str) -> Result<Promise, JsValue>;

    /// Puts what was written in the place of the file, all at once.
    #[wasm_bindgen(method, catch)]
    fn close(this: &Writer) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_name = showSaveFilePicker)]
    fn show_save_picker(options: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_name = showOpenFilePicker)]
    fn show_open_picker() -> Result<Promise, JsValue>;
}

/// A file that the person linked.
#[derive(Clone)]
pub struct LinkedFile(Handle);

/// Why nothing was read or written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LinkFault {
    /// The person closed the dialog.
    #[error("called off")]
    Cancelled,
    /// The browser does not let the page, or the file is gone.
    #[error("the browser refused")]
    Refused,
}

/// Whether this browser links files.
pub fn can_link() -> bool {
    Reflect::has(&js_sys::global(), &"showSaveFilePicker".into()).unwrap_or(false)
}

impl LinkedFile {
    /// Asks for a new file, `name` being offered, or for one that is there.
    ///
    /// # Errors
    /// [`LinkFault`]
    pub async fn choose(new: Option<&str>) -> Result<Self, LinkFault> {
        let asked = match new {
            Some(name) => show_save_picker(&object(&[("suggestedName", name.into())])),
            None => show_open_picker(),
        };
        let chosen = done(asked).await?;
        let chosen = if Array::is_array(&chosen) { Array::from(&chosen).get(0) } else { chosen };
        Ok(Self(chosen.unchecked_into()))
    }

    /// The file that was kept under `key`.
    pub async fn kept(key: &str) -> Option<Self> {
        let handle = handles::get(key).await?;
        handle.is_object().then(|| Self(handle.unchecked_into()))
    }

    /// Keeps it under `key`. Where the browser refuses, it is linked for as long as the page is open.
    pub async fn keep(&self, key: &str) {
        handles::put(key, &self.0).await;
    }

    /// Forgets the file that was kept under `key`; the file itself stays as it is.
    pub async fn forget(key: &str) {
        handles::put(key, &JsValue::NULL).await;
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Whether the page may read and write it now.
    pub async fn is_allowed(&self) -> bool {
        is_granted(self.0.query_permission(&both_ways())).await
    }

    /// Asks the person for that, where they have not said yes; only a tap lets a page ask.
    pub async fn ask(&self) -> bool {
        self.is_allowed().await || is_granted(self.0.request_permission(&both_ways())).await
    }

    /// Its content.
    ///
    /// # Errors
    /// [`LinkFault::Refused`], also where it has more than `max` bytes.
    pub async fn read(&self, max: usize) -> Result<Vec<u8>, LinkFault> {
        let file: File = done(self.0.get_file()).await?.unchecked_into();
        if file.size() as usize > max {
            return Err(LinkFault::Refused);
        }
        done(Ok(file.array_buffer())).await.map(|buffer| Uint8Array::new(&buffer).to_vec())
    }

    /// Puts `text` in the place of its content, whole or not at all.
    ///
    /// # Errors
    /// [`LinkFault::Refused`]; the file is as it was.
    pub async fn write(&self, text: &str) -> Result<(), LinkFault> {
        let writer: Writer = done(self.0.create_writable()).await?.unchecked_into();
        done(writer.write(text)).await?;
        done(writer.close()).await.map(drop)
    }
}

fn both_ways() -> JsValue {
    object(&[("mode", "readwrite".into())])
}

async fn is_granted(asked: Result<Promise, JsValue>) -> bool {
    done(asked).await.is_ok_and(|state| state == "granted")
}

async fn done(asked: Result<Promise, JsValue>) -> Result<JsValue, LinkFault> {
    let fault = |error: JsValue| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        if name.as_deref() == Some("AbortError") { LinkFault::Cancelled } else { LinkFault::Refused }
    };
    JsFuture::from(asked.map_err(fault)?).await.map_err(fault)
}
