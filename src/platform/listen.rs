//! What other tabs and the tab's own comings and goings tell.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::{document, on_cleanup, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, StorageEvent};

/// A value that another tab wrote or removed.
#[derive(Clone, Debug)]
pub struct StorageChange {
    /// The key; `None` when the whole storage was cleared.
    pub key: Option<String>,
    /// The new value; `None` when it was removed.
    pub value: Option<String>,
}

/// Calls `act` for each change that another tab makes to localStorage.
pub fn on_storage(act: impl Fn(StorageChange) + 'static) {
    let handle = window_event_listener(ev::storage, move |event: StorageEvent| {
        act(StorageChange { key: event.key(), value: event.new_value() });
    });
    on_cleanup(move || handle.remove());
}

/// Calls `act` with true before the page is printed, and with false afterwards.
pub fn on_print(act: impl Fn(bool) + Clone + 'static) {
    let begun = act.clone();
    let before = window_event_listener_untyped("beforeprint", move |_| begun(true));
    let after = window_event_listener_untyped("afterprint", move |_| act(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// How the tab was away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Away {
    /// Hidden behind another; it may have been asleep.
    Hidden,
    /// Kept whole by the browser while the person was on another page.
    Frozen,
}

/// Calls `act` whenever the tab goes out of sight, which is the last that some browsers tell before they end it.
pub fn on_leave(act: impl Fn() + 'static) {
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            act();
        }
    });
    on_cleanup(move || hidden.remove());
}

/// Calls `act` whenever the tab comes back to the front.
pub fn on_return(act: impl Fn(Away) + Clone + 'static) {
    let shown = act.clone();
    let visible = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            shown(Away::Hidden);
        }
    });
    let page = window_event_listener_untyped("pageshow", move |event| {
        let is_kept = event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted);
        if is_kept {
            act(Away::Frozen);
        }
    });
    on_cleanup(move || {
        visible.remove();
        page.remove();
    });
}
