//! Half-written texts that outlive the fields they are typed into.

use crate::domain::gathered;
use crate::state::{RwSignal, StoredValue};
use crate::ui::ask::show;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Texts of one kind, by the id of what they are about.
#[derive(Clone, Copy)]
pub struct Texts {
    fields: RwSignal<BTreeMap<String, RwSignal<String>>>,
    /// Within which all of them are made: they outlive the rows that show them.
    owner: StoredValue<Owner>,
}

impl Texts {
    /// These.
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        let fields = gathered(texts.into_iter().map(|(id, text)| (id, RwSignal::new(text))));
        Self { fields: RwSignal::new(fields), owner: StoredValue::new(Owner::current().unwrap_or_default()) }
    }

    /// The text about `id`, for a field.
    pub fn field(self, id: &str) -> RwSignal<String> {
        if let Some(known) = self.fields.with_untracked(|fields| fields.get(id).copied()) {
            return known;
        }
        let new = self.owner.with_value(|owner| owner.with(|| RwSignal::new(String::new())));
        self.fields.update(|fields| {
            fields.insert(id.to_owned(), new);
        });
        new
    }

    /// Types `texts` into the fields, and nothing into those that are not among them.
    pub fn show(self, texts: &BTreeMap<String, String>) {
        let known = self.fields.try_get_untracked().unwrap_or_default();
        for (id, field) in &known {
            show(*field, texts.get(id).map_or("", String::as_str));
        }
        texts.iter().filter(|(id, _)| !known.contains_key(*id)).for_each(|(id, text)| self.field(id).set(text.clone()));
    }

    /// Those that are not empty, tracked.
    pub fn written(self) -> BTreeMap<String, String> {
        let texts = self.fields.get().into_iter().map(|(id, text)| (id, text.get()));
        gathered(texts.filter(|(_, text)| !text.is_empty()))
    }
}

/// What was taken out of the fields of a form once it was sent.
#[derive(Clone)]
pub struct Taken(Vec<(RwSignal<String>, String)>);

impl Taken {
    /// Empties `fields`.
    pub fn from(fields: &[RwSignal<String>]) -> Self {
        let take = |field: &RwSignal<String>| {
            let text = field.get_untracked();
            field.set(String::new());
            (*field, text)
        };
        Self(fields.iter().map(take).collect())
    }

    /// Puts everything back, unless something else is being written by now or the form is gone.
    pub fn put_back(&self) {
        if self.0.iter().all(|(field, _)| field.try_with_untracked(String::is_empty) == Some(true)) {
            self.0.iter().for_each(|(field, text)| field.set(text.clone()));
        }
    }
}
