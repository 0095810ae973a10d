//! The state of a check-in in a word.

use super::words;
use crate::domain::CheckInState;
use crate::ui::markup::view;
use leptos::prelude::*;

/// A tag that says how a check-in stands.
pub fn state_tag(state: CheckInState) -> AnyView {
    let kind = match state {
        CheckInState::Submitted | CheckInState::Late => "done",
        CheckInState::Overdue => "due",
        CheckInState::Upcoming | CheckInState::Open | CheckInState::Missed | CheckInState::Excused => "quiet",
    };
    view! { <span class="tag" data-kind=kind>{words::state(state)}</span> }.into_any()
}
