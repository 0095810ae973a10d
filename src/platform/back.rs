//! Going back closes what lies over the page: a dialog, a form on the first screen.
//!
//! While something lies over the page the history has one entry more, with the same address and a mark. Going
//! back leaves that entry and closes what is on top; closing it in another way takes the entry out again.

use leptos::ev;
use leptos::prelude::{on_cleanup, set_timeout, window, window_event_listener};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// The state of the entry.
const MARK: &str = "over";

/// What lies over the page, and how it is closed.
type Layer = (u32, Rc<dyn Fn()>);

thread_local! {
    static OVER: RefCell<Vec<Layer>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
    /// How many of the coming moves through the history are our own.
    static OWN_MOVES: Cell<u32> = const { Cell::new(0) };
}

/// Something that lies over the page; [`OverPage::closed`] says that it does no longer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OverPage(u32);

impl OverPage {
    /// Something was opened over the page; `close` is called when the person goes back.
    pub fn opened(close: impl Fn() + 'static) -> Self {
        let id = NEXT.get();
        NEXT.set(id.wrapping_add(1));
        OVER.with_borrow_mut(|over| over.push((id, Rc::new(close))));
        mark();
        Self(id)
    }

    /// It was closed in another way.
    pub fn closed(self) {
        OVER.with_borrow_mut(|over| over.retain(|(id, _)| *id != self.0));
        // Later: what is opened in its place takes the entry over.
        set_timeout(unmark, Duration::ZERO);
    }
}

/// Listens for going back. Called once, before the router listens: it is not told of moves to the same page.
pub fn watch_back() {
    let handle = window_event_listener(ev::popstate, move |event| {
        if OWN_MOVES.get() > 0 {
            OWN_MOVES.set(OWN_MOVES.get() - 1);
            event.stop_immediate_propagation();
        } else if is_marked() {
            if is_bare() {
                event.stop_immediate_propagation();
                go_back();
            }
            return;
        } else if let Some((_, close)) = OVER.with_borrow_mut(Vec::pop) {
            event.stop_immediate_propagation();
            close();
        }
        if !is_bare() {
            mark();
        }
    });
    on_cleanup(move || handle.remove());
}

fn is_bare() -> bool {
    OVER.with_borrow(Vec::is_empty)
}

fn is_marked() -> bool {
    let state = window().history().and_then(|history| history.state());
    state.is_ok_and(|state| state.as_string().as_deref() == Some(MARK))
}

fn mark() {
    if !is_marked()
        && let Ok(history) = window().history()
    {
        // Refused only where a page does so hundreds of times a minute: then going back leaves the page.
        let _ = history.push_state(&JsValue::from_str(MARK), "");
    }
}

fn unmark() {
    if is_bare() && is_marked() && OWN_MOVES.get() == 0 {
        go_back();
    }
}

fn go_back() {
    if window().history().is_ok_and(|history| history.back().is_ok()) {
        OWN_MOVES.set(OWN_MOVES.get() + 1);
    }
}
