//! Values between which a person chooses: conflicts, and what somebody changed in a file by hand.

use super::words;
use crate::document::{Author, Change, Place, Value};
use crate::domain::{Circle, CircleId};
use crate::state::{ConflictChoice, ImportStage, Memo, RwSignal};
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::values::{told_author, told_title, told_value};
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

/// What two people changed at once, with the value that does not stand to be taken instead; and what was replaced that
/// the member here wrote.
pub fn conflicts_view(circle: &CircleId, after: &Circle, conflicts: Vec<ConflictChoice>, taking: Taking) -> AnyView {
    let (decided, open): (Vec<_>, Vec<_>) = conflicts.into_iter().partition(|choice| choice.is_decided);
    let list = |heading: &'static str, choices: Vec<ConflictChoice>| {
        let rows = choices.into_iter().map(|choice| conflict_row(circle, after, choice, taking));
        let rows = rows.collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <h4>{heading}</h4> <ul class="list">{rows}</ul> })
    };
    view! { {list(words::OVERRULED, decided)} {list(words::CONFLICTS, open)} }.into_any()
}

fn conflict_row(circle: &CircleId, after: &Circle, choice: ConflictChoice, taking: Taking) -> AnyView {
    let app = app();
    let place = choice.conflict.place.clone();
    let other = choice.other().clone();
    let told = |value: &Value| told_value(app, after, &place, value);
    let (shown, offered) = (told(&choice.standing), told(&other));
    let (standing, losing) = match (&choice.conflict.our_author, &choice.conflict.their_author) {
        (ours, theirs) if choice.is_ours() => (ours, theirs),
        (ours, theirs) => (theirs, ours),
    };
    let by = |author: &Option<Author>| told_author(app, after, author.as_ref());
    let (stands_by, other_by) = (by(standing), by(losing));
    let hint = choice.is_decided.then(|| {
        let name = standing.as_ref().and_then(|author| after.name_of(&author.member));
        view! { <p class="quiet">{words::overruled(name.unwrap_or(words::SOMEBODY))}</p> }
    });
    let (label, action) =
        if choice.is_decided { (words::YOURS, words::PUT_MINE_BACK) } else { (words::OTHER, words::TAKE) };
    view! {
        <li class="sync-conflict">
            <p><bdi>{told_title(after, &place)}</bdi></p>
            {hint}
            <dl>
                <dt>{words::STANDS}<small>{stands_by}</small></dt><dd dir="auto">{shown}</dd>
                <dt>{label}<small>{other_by}</small></dt><dd dir="auto">{offered}</dd>
            </dl>
            {take_button(circle, vec![(place.clone(), other)], action, taking)}
        </li>
    }
    .into_any()
}

/// What somebody changed in the readable part of the file.
pub fn hand_edits_view(circle: &CircleId, after: &Circle, edits: Vec<Change>, taking: Taking) -> AnyView {
    if edits.is_empty() {
        return ().into_any();
    }
    let app = app();
    let line = |edit: &Change| {
        let told = |value: &Value| told_value(app, after, &edit.place, value);
        view! { <li dir="auto">{words::field(&edit.place)}": "{told(&edit.before)}" → "{told(&edit.after)}</li> }
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
