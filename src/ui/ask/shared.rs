//! Half-written forms, kept on the device as they are typed and shared by its tabs.

use crate::domain::Typing;
use crate::state::{App, Draft, Effect, Heard, StoredValue};
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A form whose words are kept as a draft.
pub trait DraftForm: Copy + 'static {
    /// The words as they are kept.
    type Texts: Typing + Clone + PartialEq + Default + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// What is typed; tracked.
    fn texts(self) -> Self::Texts;

    /// Types `texts` into the fields, which may be gone by now.
    fn show(self, texts: &Self::Texts);

    /// What the fields say while there is no draft; untracked.
    fn opening(self) -> Self::Texts {
        Self::Texts::default()
    }

    /// Whether `texts` are kept; untracked.
    fn is_worth_keeping(self, texts: &Self::Texts) -> bool {
        *texts != self.opening()
    }
}

/// The draft of a form that may be open in several tabs.
pub struct SharedDraft<T: 'static> {
    app: App,
    draft: StoredValue<Draft<T>>,
    /// What the stored draft says, as far as this tab knows.
    stored: StoredValue<T>,
}

impl<T> Copy for SharedDraft<T> {}

impl<T> Clone for SharedDraft<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Typing + Clone + PartialEq + Default + Serialize + DeserializeOwned + Send + Sync + 'static> SharedDraft<T> {
    /// The form that is kept in `draft`.
    pub fn of(app: App, draft: Draft<T>) -> Self {
        Self { app, draft: StoredValue::new(draft), stored: StoredValue::new(T::default()) }
    }

    /// What was typed so far.
    pub fn load(self) -> Option<T> {
        self.draft.with_value(|draft| draft.load(self.app))
    }

    /// Keeps what is typed into `form` from the first change on, and merges into it what other tabs type, as long
    /// as the calling component lives.
    pub fn share<F: DraftForm<Texts = T>>(self, form: F) {
        self.stored.set_value(untrack(|| form.texts()));
        Effect::new(move |_| {
            let texts = form.texts();
            // Words that came from another tab are not written back over what it has typed since.
            if self.stored.with_value(|stored| *stored != texts) {
                self.keep(form, texts);
            }
        });
        self.draft.with_value(|draft| draft.follow(self.app, move |heard| self.hear(form, heard)));
    }

    /// Keeps what is typed into `form` at once: the screen may be gone in a moment.
    pub fn keep_now<F: DraftForm<Texts = T>>(self, form: F) {
        self.keep(form, untrack(|| form.texts()));
    }

    /// Forgets the draft.
    pub fn forget(self) {
        self.draft.with_value(|draft| draft.clear(self.app));
    }

    /// The draft by itself, which outlives the form.
    pub fn draft(self) -> Draft<T> {
        self.draft.get_value()
    }

    fn keep<F: DraftForm<Texts = T>>(self, form: F, texts: T) {
        let is_worth_keeping = untrack(|| form.is_worth_keeping(&texts));
        let is_stored = self.draft.with_value(|draft| match is_worth_keeping {
            true => draft.keep(self.app, &texts),
            false => {
                draft.clear(self.app);
                true
            }
        });
        if is_stored {
            self.stored.set_value(texts);
        }
    }

    fn hear<F: DraftForm<Texts = T>>(self, form: F, heard: Heard<T>) {
        let ours = untrack(|| form.texts());
        let theirs = match heard {
            Heard::Typed(theirs) => theirs,
            Heard::Gone => untrack(|| form.opening()),
            Heard::Cleared => return self.keep(form, ours),
        };
        let merged = self.stored.with_value(|stored| ours.merged(stored, &theirs));
        self.stored.set_value(theirs);
        form.show(&merged);
    }
}
