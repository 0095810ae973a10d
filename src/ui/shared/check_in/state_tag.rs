//! The state of a check-in in a word.

use super::words;
use crate::domain::CheckInState;
use crate::state::Memo;
use crate::ui::components::live;
use leptos::prelude::*;

/// A tag that says how a check-in stands.
#[component]
pub fn StateTag(state: Memo<CheckInState>) -> AnyView {
    let kind = move || match state.get() {
        CheckInState::Submitted | CheckInState::Late => "done",
        CheckInState::Overdue => "due",
        CheckInState::Upcoming | CheckInState::Open | CheckInState::Missed | CheckInState::Excused => "quiet",
    };
    view! { <span class="tag" data-kind=kind>{live(move || words::state(state.get()))}</span> }.into_any()
}
