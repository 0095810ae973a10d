//! Values between which a person chooses: conflicts, and what somebody changed in a file by hand.

use super::words;
use crate::document::{Change, Place, Value};
use crate::domain::{Circle, CircleId};
use crate::state::{ConflictChoice, ImportStage, Memo};
use crate::ui::components::live;
use crate::ui::context::app;
use leptos::prelude::*;
use std::sync::Arc;

/// When a choice can be made.
#[derive(Clone, Copy)]
pub struct Taking {
    /// Whether the circle is the open one.
    pub is_open: Memo<bool>,
    /// Whether what came in is part of it already: a choice before that is carried out with the taking in.
    pub stage: ImportStage,
}

/// A button that takes `values` into `circle`, which must be open.
fn take_button(circle: &CircleId, values: Vec<(Place, Value)>, label: &'static str, taking: Taking) -> AnyView {
    let app = app();
    let circle = circle.clone();
    let is_taken = RwSignal::new(false);
    let Taking { is_open, stage } = taking;
    let taken = if stage == ImportStage::Looked { words::CHOSEN } else { words::TAKEN };
    let take = move |_| {
        if stage == ImportStage::Looked {
            app.choose_with_taking(&circle, values.clone());
            is_taken.set(true);
            return;
        }
        if let Some(undo) = app.choose_values(&circle, values.clone()) {
            is_taken.set(true);
            let take_back = move || {
                app.undo(&undo);
                // The results may be gone by then.
                let _ = is_taken.try_set(false);
            };
            app.say(words::VALUE_TAKEN, Some(Arc::new(take_back)));
        }
    };
    view! {
        <button type="button" class="btn" data-kind="small" prop:disabled=move || is_taken.get() || !is_open.get() on:click=take>
            {live(move || if is_taken.get() { taken } else { label })}
        </button>
    }
    .into_any()
}

/// What two people changed at once, with the value that does not stand to be taken instead.
pub fn conflicts_view(circle: &CircleId, after: &Circle, conflicts: Vec<ConflictChoice>, taking: Taking) -> AnyView {
    if conflicts.is_empty() {
        return ().into_any();
    }
    let one = |choice: ConflictChoice| {
        let place = choice.conflict.place.clone();
        let subject = after.subject(place.kind, place.id());
        let title = [subject.owner, Some(subject.title).filter(|title| !title.is_empty())];
        let title =
            title.into_iter().flatten().chain([words::field(&place).to_owned()]).collect::<Vec<_>>().join(" · ");
        let other = choice.other().clone();
        let (shown, offered) = (words::value(&choice.standing), words::value(&other));
        view! {
            <li class="sync-conflict">
                <p><bdi>{title}</bdi></p>
                <dl>
                    <dt>{words::STANDS}</dt><dd dir="auto">{shown}</dd>
                    <dt>{words::OTHER}</dt><dd dir="auto">{offered}</dd>
                </dl>
                {take_button(circle, vec![(place, other)], words::TAKE, taking)}
            </li>
        }
    };
    let rows = conflicts.into_iter().map(one).collect_view();
    view! { <h4>{words::CONFLICTS}</h4> <ul class="list">{rows}</ul> }.into_any()
}

/// What somebody changed in the readable part of the file.
pub fn hand_edits_view(circle: &CircleId, edits: Vec<Change>, taking: Taking) -> AnyView {
    if edits.is_empty() {
        return ().into_any();
    }
    let line = |edit: &Change| {
        view! { <li dir="auto">{words::field(&edit.place)}": "{words::value(&edit.before)}" → "{words::value(&edit.after)}</li> }
    };
    let lines = edits.iter().map(line).collect_view();
    let values: Vec<(Place, Value)> = edits.into_iter().map(|edit| (edit.place, edit.after)).collect();
    view! {
        <h4>{words::HAND_EDITS}</h4>
        <ul class="sync-edits">{lines}</ul>
        {take_button(circle, values, words::HAND_EDITS_TAKE, taking)}
    }
    .into_any()
}
