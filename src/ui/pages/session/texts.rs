//! Half-written texts that outlive the fields they are typed into.

use crate::domain::gathered;
use crate::ui::ask::show;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Texts of one kind, by the id of what they are about.
#[derive(Clone, Copy)]
pub struct Texts(RwSignal<BTreeMap<String, ArcRwSignal<String>>>);

impl Texts {
    /// These.
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        Self(RwSignal::new(gathered(texts.into_iter().map(|(id, text)| (id, ArcRwSignal::new(text))))))
    }

    /// The text about `id`, for a field.
    pub fn field(self, id: &str) -> RwSignal<String> {
        if let Some(known) = self.0.with_untracked(|texts| texts.get(id).cloned()) {
            return known.into();
        }
        let new = ArcRwSignal::new(String::new());
        self.0.update(|texts| {
            texts.insert(id.to_owned(), new.clone());
        });
        new.into()
    }

    /// Types `texts` into the fields, and nothing into those that are not among them.
    pub fn show(self, texts: &BTreeMap<String, String>) {
        let known = self.0.try_get_untracked().unwrap_or_default();
        for (id, field) in &known {
            show(field.clone(), texts.get(id).map_or("", String::as_str));
        }
        texts.iter().filter(|(id, _)| !known.contains_key(*id)).for_each(|(id, text)| self.field(id).set(text.clone()));
    }

    /// Those that are not empty, tracked.
    pub fn written(self) -> BTreeMap<String, String> {
        let texts = self.0.get().into_iter().map(|(id, text)| (id, text.get()));
        gathered(texts.filter(|(_, text)| !text.is_empty()))
    }
}

/// What was taken out of the fields of a form once it was sent.
#[derive(Clone)]
pub struct Taken(Vec<(ArcRwSignal<String>, String)>);

impl Taken {
    /// Empties `fields`.
    pub fn from(fields: &[RwSignal<String>]) -> Self {
        let take = |field: &RwSignal<String>| {
            let text = field.get_untracked();
            field.set(String::new());
            (ArcRwSignal::from(*field), text)
        };
        Self(fields.iter().map(take).collect())
    }

    /// Puts everything back, unless something else is being written by now.
    pub fn put_back(&self) {
        if self.0.iter().all(|(field, _)| field.with_untracked(String::is_empty)) {
            self.0.iter().for_each(|(field, text)| field.set(text.clone()));
        }
    }
}
