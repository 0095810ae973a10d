//! A member as a small round picture.

use crate::ui::markup::view;
use leptos::prelude::*;

/// `initials` on the colour of the member's seat; hidden from screen readers, since the name stands beside it.
pub fn face(initials: &str, seat: usize) -> AnyView {
    view! {
        <span class="face" data-hue=(seat % 12).to_string() aria-hidden="true">
            <bdi>{initials.to_owned()}</bdi>
        </span>
    }
    .into_any()
}
