//! One of a few, all in sight.

use crate::state::RwSignal;
use crate::ui::markup::view;
use leptos::prelude::*;

/// One possibility.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// What is stored when it is chosen.
    pub value: String,
    /// What is read.
    pub words: String,
}

impl Choice {
    /// `words` for `value`.
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { value: value.into(), words: words.into() }
    }
}

/// A group of radio buttons that looks like one control. The caller puts it into a named fieldset.
#[component]
pub fn Pick(
    #[prop(into)] name: String,
    choices: Vec<Choice>,
    value: RwSignal<String>,
    /// Called after another one was picked.
    #[prop(optional)]
    on_pick: Option<Callback<()>>,
) -> AnyView {
    let pick = move |key: &str| {
        value.set(key.to_owned());
        if let Some(on_pick) = on_pick {
            on_pick.run(());
        }
    };
    let options = choices
        .into_iter()
        .map(|Choice { value: key, words }| {
            let (own, other) = (key.clone(), key.clone());
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        value=key
                        prop:checked=move || value.with(|chosen| *chosen == own)
                        on:change=move |_| pick(&other)
                    />
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="pick">{options}</div> }.into_any()
}
