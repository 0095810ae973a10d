//! Where the focus goes when what had it is gone.

use crate::platform;
use crate::state::{Effect, Memo};
use leptos::html::H2;
use leptos::prelude::*;

/// Takes the person to the heading whenever something else is shown, by themselves or by another device.
pub fn focus_when_changed<T: Clone + PartialEq + Send + Sync + 'static>(shown: Memo<T>) {
    Effect::new(move |earlier: Option<T>| {
        let shown = shown.get();
        if earlier.is_some_and(|earlier| earlier != shown) {
            platform::focus_heading();
        }
        shown
    });
}

/// Takes the person to a card's `heading`, which has `tabindex="-1"`: for when the control that they pressed
/// goes away.
pub fn to_heading(heading: NodeRef<H2>) -> Callback<()> {
    Callback::new(move |()| {
        if let Some(heading) = heading.get_untracked() {
            // Fails on no element that is on the page.
            let _ = heading.focus();
        }
    })
}
