//! A member as a small round picture.

use crate::state::Memo;
use leptos::prelude::*;

/// Initials on the member's colour; hidden from screen readers, since the name stands beside it.
#[component]
pub fn Face(#[prop(into)] initials: Memo<String>, #[prop(into)] seat: Memo<usize>) -> impl IntoView {
    view! {
        <span class="face" data-hue=move || (seat.get() % 12).to_string() aria-hidden="true">
            <bdi>{initials}</bdi>
        </span>
    }
}
