//! Files that are dropped on the page.

use leptos::ev;
use leptos::prelude::{document, on_cleanup, window_event_listener};
use web_sys::{DragEvent, FileList};

/// Marks the root while files are held over the page.
const MARK: &str = "data-drop";

/// Calls `act` with files that are dropped anywhere on the page, which the browser would open in its place.
pub fn on_drop(act: impl Fn(FileList) + 'static) {
    let over = window_event_listener(ev::dragover, |event: DragEvent| {
        let is_files = event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if is_files {
            event.prevent_default();
            mark(true);
        }
    });
    // Without a place to go to, the pointer has left the window.
    let leave = window_event_listener(ev::dragleave, |event: DragEvent| {
        if event.related_target().is_none() {
            mark(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event: DragEvent| {
        mark(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            event.prevent_default();
            act(files);
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
    });
}

fn mark(is_over: bool) {
    if let Some(root) = document().document_element() {
        // Only an invalid name could fail.
        let _ = if is_over { root.set_attribute(MARK, "") } else { root.remove_attribute(MARK) };
    }
}
