//! The way from what somebody brings to a session to feedback for them.

use super::run::Run;
use crate::domain::MemberId;
use crate::ui::markup::view;
use crate::ui::shared::feedback::{Giving, words};
use leptos::prelude::*;

/// Opens the dialog for feedback to `member`, who is called `name`, with what `giving` fills in; nobody gives it to
/// themselves.
pub fn give_button(run: Run, member: &MemberId, name: &str, giving: impl Fn() -> Giving + 'static) -> AnyView {
    if run.app.me.with(|me| me.as_ref() == Some(member)) {
        return ().into_any();
    }
    let label = words::give(name);
    let give = move |_| run.chosen.giving.set(Some(giving()));
    view! { <button type="button" class="btn" data-kind="small" aria-label=label on:click=give>{words::GIVE}</button> }
        .into_any()
}
