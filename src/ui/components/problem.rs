//! What is wrong with a form, and where.

use super::When;
use crate::domain::{Field as Which, Refusal};
use crate::platform;
use crate::state::RwSignal;
use crate::ui::markup::live;
use crate::ui::markup::view;
use crate::ui::text::problems;
use leptos::prelude::*;

/// What is wrong with a form, and where.
#[derive(Clone, Copy)]
pub struct Problem(RwSignal<Option<Wrong>>);

/// A problem; without a field it is one of the whole form.
#[derive(Clone)]
struct Wrong {
    field: Option<Which>,
    words: String,
}

impl Problem {
    /// Nothing wrong yet.
    pub fn none() -> Self {
        Self(RwSignal::new(None))
    }

    /// Shows `refusal` and takes the person to it.
    pub fn show(self, refusal: Refusal) {
        self.put(problems::field_of(&refusal), problems::refusal(&refusal));
    }

    /// Says `words` of `field`, of which no value could be made at all, and takes the person to it.
    pub fn say(self, field: Which, words: &str) {
        self.put(Some(field), words.to_owned());
    }

    /// Says `words` of the form as a whole, and takes the person to it.
    pub fn say_whole(self, words: &str) {
        self.put(None, words.to_owned());
    }

    fn put(self, field: Option<Which>, words: String) {
        // Whoever waited for an answer may find the form gone.
        if self.0.try_set(Some(Wrong { field, words })).is_none() {
            platform::focus_first_problem();
        }
    }

    /// Takes it away.
    pub fn clear(self) {
        self.0.set(None);
    }

    /// Takes away what was wrong with `field`, which is being changed.
    pub fn mend(self, field: Which) {
        self.take_from(Some(field));
    }

    /// Takes away what was wrong with the form as a whole, in which something is being changed.
    pub fn mend_whole(self) {
        self.take_from(None);
    }

    fn take_from(self, field: Option<Which>) {
        if self.0.with_untracked(|wrong| wrong.as_ref().is_some_and(|wrong| wrong.field == field)) {
            self.clear();
        }
    }

    /// The words for `field`.
    pub fn at(self, field: Which) -> Option<String> {
        self.words_of(Some(field))
    }

    /// The words that belong to no field.
    pub fn elsewhere(self) -> Option<String> {
        self.words_of(None)
    }

    fn words_of(self, field: Option<Which>) -> Option<String> {
        self.0.with(|wrong| wrong.as_ref().filter(|wrong| wrong.field == field).map(|wrong| wrong.words.clone()))
    }
}

/// What is wrong with the form as a whole.
#[component]
pub fn Elsewhere(problem: Problem) -> AnyView {
    view! {
        <When is=move || problem.elsewhere().is_some()>
            <p class="field__problem" role="alert">{live(move || problem.elsewhere())}</p>
        </When>
    }
    .into_any()
}
