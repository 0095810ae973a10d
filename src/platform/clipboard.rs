//! The clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Navigator)]
    type Copier;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = navigator)]
    static COPIER: Copier;

    type Clipboard;

    /// Absent on pages that were not fetched over a safe connection.
    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Copier) -> Option<Clipboard>;

    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &Clipboard, text: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = readText)]
    fn read_text(this: &Clipboard) -> Result<Promise, JsValue>;

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
    let asked = COPIER.with(Copier::clipboard).and_then(|clipboard| clipboard.write_text(text).ok());
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

/// Whether the page may ask for what is on the clipboard.
pub fn can_read_clipboard() -> bool {
    let clipboard = COPIER.with(Copier::clipboard);
    clipboard.is_some_and(|clipboard| js_sys::Reflect::has(&clipboard, &"readText".into()).unwrap_or(false))
}

/// The text on the clipboard; `None` where the person or the browser says no.
pub async fn read_clipboard() -> Option<String> {
    let asked = COPIER.with(Copier::clipboard)?.read_text().ok()?;
    JsFuture::from(asked).await.ok()?.as_string()
}

/// Selects the content of the element called `id` once it is on the page.
pub fn select_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || select(id));
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
