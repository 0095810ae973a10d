//! Gaps in a sentence that are filled in.

use super::words;
use super::words::sentences;
use crate::domain::{Clock, Field as Which};
use crate::state::RwSignal;
use crate::ui::components::{Problem, live};
use crate::ui::markup::view;
use crate::ui::shared::rhythm::weekday_options;
use leptos::prelude::*;

/// "The session is on ⟨Friday⟩ at ⟨17:00⟩".
#[component]
pub fn Weekly(
    clock: Clock,
    day: RwSignal<String>,
    time: RwSignal<String>,
    /// What is wrong with the time.
    problem: Problem,
) -> impl IntoView {
    let (day_id, time_id) = (format!("{}-day", clock.key()), time_id(clock));
    let described = format!("{time_id}-problem");
    let is_wrong = move || problem.at(Which::Value).is_some().then_some("true");
    view! {
        <label for=day_id.clone()>{words::day_label(clock)}</label>
        <GapSelect id=day_id label=words::day_label(clock) value=day options=weekday_options() />
        <label for=time_id.clone()>{sentences::AT}</label>
        <input
            id=time_id
            class="rhythm-gap"
            type="time"
            aria-label=words::time_label(clock)
            aria-describedby=described
            aria-invalid=is_wrong
            required
            bind:value=time
        />
    }
}

/// The id of the field for the time of `clock`.
pub fn time_id(clock: Clock) -> String {
    format!("{}-time", clock.key())
}

/// A gap to be written into. Its whole label is for those who do not see the sentence.
#[component]
pub fn Gap(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    problem: Problem,
    field: Which,
    #[prop(default = "text")] mode: &'static str,
    #[prop(optional)] example: &'static str,
) -> impl IntoView {
    let is_wrong = move || problem.at(field).is_some().then_some("true");
    view! {
        <input
            id=id
            class="rhythm-gap"
            data-mode=mode
            inputmode=mode
            placeholder=example
            dir="auto"
            autocomplete="off"
            aria-label=label
            aria-describedby=format!("{id}-problem")
            aria-invalid=is_wrong
            bind:value=value
        />
    }
}

/// What is wrong with a gap, below its sentence.
#[component]
pub fn Wrong(problem: Problem, field: Which, #[prop(into)] id: String) -> impl IntoView {
    live(move || {
        problem.at(field).map(|words| view! { <p class="field__problem" id=format!("{id}-problem")>{words}</p> })
    })
}

/// A gap with a list to choose from.
#[component]
pub fn GapSelect(
    #[prop(into)] id: String,
    label: &'static str,
    value: RwSignal<String>,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let chosen = value.get_untracked();
    let option = |(key, words): (String, String)| {
        let is_chosen = key == chosen;
        view! { <option value=key selected=is_chosen>{words}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <select id=id class="rhythm-gap" aria-label=label on:change:target=move |event| value.set(event.target().value())>
            {options}
        </select>
    }
}
