//! Text out: to the clipboard, or to the browser's share sheet.

use super::files::{SHARER, Sharer};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

#[wasm_bindgen]
extern "C" {
    type Clipboard;

    /// Absent on pages that were not fetched over a safe connection.
    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Sharer) -> Option<Clipboard>;

    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &Clipboard, text: &str) -> Result<Promise, JsValue>;

    type Selection;

    #[wasm_bindgen(js_name = getSelection)]
    fn selection() -> Option<Selection>;

    #[wasm_bindgen(method, catch, js_name = selectAllChildren)]
    fn select_all_children(this: &Selection, node: &web_sys::Node) -> Result<(), JsValue>;
}

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    /// The text is on the clipboard.
    Done,
    /// The browser refused; the text is selected on the page, to be copied by hand.
    Selected,
}

/// Copies `text`; where the browser refuses, selects the element called `shown_in`, which shows it.
pub async fn copy(text: &str, shown_in: &str) -> Copied {
    let asked = SHARER.with(Sharer::clipboard).and_then(|clipboard| clipboard.write_text(text).ok());
    let is_done = match asked {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    };
    if is_done {
        return Copied::Done;
    }
    select(shown_in);
    Copied::Selected
}

fn select(id: &str) {
    let Some(element) = leptos::prelude::document().get_element_by_id(id) else { return };
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => {
            let _ = area.focus();
            area.select();
        }
        // Fails only for a node of another page.
        None => drop(selection().map(|selection| selection.select_all_children(&element))),
    }
}

fn share_data(text: &str) -> JsValue {
    let data = js_sys::Object::new();
    // Setting a property of a fresh object does not fail.
    let _ = js_sys::Reflect::set(&data, &"text".into(), &text.into());
    data.into()
}

/// Whether this browser's share sheet takes texts.
pub fn can_share_text() -> bool {
    // Without a share sheet there is no such function, and the call fails.
    SHARER.with(|navigator| navigator.can_share(&share_data("x")).unwrap_or(false))
}

/// Opens the share sheet with `text`; `true` when it was sent.
pub async fn share_text(text: &str) -> bool {
    let asked = SHARER.with(|navigator| navigator.share(&share_data(text)));
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}
