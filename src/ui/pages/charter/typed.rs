//! A charter while it is written: kept on the device, and shared by its tabs.

use crate::domain::{CharterFocus, CharterPart, CharterTerms, Typing, merged_texts};
use crate::state::{App, Draft, StoredValue};
use crate::ui::ask::{DraftForm, Entry, SharedDraft};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is typed, as it is kept: by the name of the field.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct CharterTexts(BTreeMap<String, String>);

impl Typing for CharterTexts {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        Self(merged_texts(&base.0, &self.0, &theirs.0))
    }
}

const FOCUS: &str = "focus";
const FOCUS_WORDS: &str = "focus_words";
const NORMS: &str = "norms";

/// The fields of a charter.
#[derive(Clone, Copy)]
pub struct CharterEntries {
    /// The key of the focus.
    pub focus: Entry,
    /// The focus in own words.
    pub focus_words: Entry,
    /// The rules, one a line.
    pub norms: Entry,
    parts: StoredValue<Vec<(CharterPart, Entry)>>,
    opening: StoredValue<CharterTexts>,
    draft: SharedDraft<CharterTexts>,
}

impl CharterEntries {
    /// The fields of the form called `name`, which opens with `terms` or with what was typed before.
    pub fn of(app: App, name: &str, terms: &CharterTerms) -> Self {
        let draft = SharedDraft::of(app, Draft::of(app, &format!("charter/{name}")));
        let parts = CharterPart::ALL.map(|part| (part, Entry::of(terms.text(part)))).to_vec();
        let entries = Self {
            focus: Entry::of(terms.focus.map_or("", CharterFocus::key)),
            focus_words: Entry::of(terms.focus_words.clone()),
            norms: Entry::of(terms.norms.join("\n")),
            parts: StoredValue::new(parts),
            opening: StoredValue::new(CharterTexts::default()),
            draft,
        };
        entries.opening.set_value(untrack(|| entries.texts()));
        if let Some(earlier) = draft.load() {
            entries.show(&earlier);
        }
        draft.share(entries);
        entries
    }

    /// The field of `part`.
    pub fn part(self, part: CharterPart) -> Entry {
        let found =
            self.parts.with_value(|parts| parts.iter().find(|(other, _)| *other == part).map(|(_, entry)| *entry));
        found.unwrap_or(self.norms)
    }

    /// Types `terms` into all fields.
    pub fn fill(self, terms: &CharterTerms) {
        self.focus.show(terms.focus.map_or("", CharterFocus::key));
        self.focus_words.show(&terms.focus_words);
        self.norms.show(&terms.norms.join("\n"));
        for (part, entry) in self.parts.get_value() {
            entry.show(terms.text(part));
        }
    }

    /// Whether anything is typed that is not there before; tracked.
    pub fn is_empty(self) -> bool {
        self.texts().0.is_empty()
    }

    /// What was typed, tracked.
    pub fn terms(self) -> CharterTerms {
        let focus = self.focus.typed.with(|key| CharterFocus::from_key(key));
        let mut terms = CharterTerms { focus, ..CharterTerms::default() };
        if focus == Some(CharterFocus::Own) {
            terms.focus_words = self.focus_words.typed.get();
        }
        let norms = self.norms.typed.get();
        terms.norms = norms.lines().map(str::trim).filter(|norm| !norm.is_empty()).map(str::to_owned).collect();
        for (part, entry) in self.parts.get_value() {
            *terms.text_mut(part) = entry.typed.get().trim().to_owned();
        }
        terms
    }

    /// Forgets the draft, once it is sent. Returns what brings it back, also after the form is gone.
    pub fn forget(self, app: App) -> impl Fn() + Send + Sync {
        let (draft, texts) = (self.draft.draft(), untrack(|| self.texts()));
        self.draft.forget();
        move || {
            // A device without room says so in its own way.
            let _ = draft.keep(app, &texts);
        }
    }
}

impl DraftForm for CharterEntries {
    type Texts = CharterTexts;

    fn texts(self) -> CharterTexts {
        let own = [(FOCUS, self.focus), (FOCUS_WORDS, self.focus_words), (NORMS, self.norms)];
        let mut texts = BTreeMap::new();
        let mut keep = |name: &str, entry: Entry| {
            let text = entry.typed.get();
            if !text.is_empty() {
                texts.insert(name.to_owned(), text);
            }
        };
        own.into_iter().for_each(|(name, entry)| keep(name, entry));
        self.parts.get_value().into_iter().for_each(|(part, entry)| keep(part.key(), entry));
        CharterTexts(texts)
    }

    fn show(self, texts: &CharterTexts) {
        let text = |name: &str| texts.0.get(name).map_or("", String::as_str);
        self.focus.show(text(FOCUS));
        self.focus_words.show(text(FOCUS_WORDS));
        self.norms.show(text(NORMS));
        for (part, entry) in self.parts.get_value() {
            entry.show(text(part.key()));
        }
    }

    fn opening(self) -> CharterTexts {
        self.opening.get_value()
    }
}
