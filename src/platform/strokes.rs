//! Drawing on a grid by pointer and keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// Lets the pointer that was put down tell every element that it passes: a finger would tell the first one alone.
pub fn let_pointer_go(event: &PointerEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // Fails where the browser has not bound it, as for a mouse.
        let _ = element.release_pointer_capture(event.pointer_id());
    }
}

/// Keeps the page from scrolling by a key that a grid has taken.
pub fn keep_from_page(event: &KeyboardEvent) {
    event.prevent_default();
}
