//! A dialog about one of several things.

pub use crate::ui::ask::touched;
use leptos::prelude::*;

/// Whether the dialog about what is `chosen` is open; nothing is chosen once it is closed.
pub fn opened_by<T: Send + Sync + 'static>(chosen: RwSignal<Option<T>>) -> RwSignal<bool> {
    let is_open = RwSignal::new(false);
    Effect::new(move |_| is_open.set(chosen.with(Option::is_some)));
    Effect::new(move |_| {
        if !is_open.get() && chosen.with_untracked(Option::is_some) {
            chosen.set(None);
        }
    });
    is_open
}
