//! Half-written forms, kept as they are typed.

use super::app::{App, SaveState};
use crate::vault::{self, Small};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use std::marker::PhantomData;

/// Where the keys of a circle's drafts begin.
pub(super) fn draft_prefix(circle: &str) -> String {
    format!("peer-circle/draft/{circle}/")
}

/// Where one form of one circle keeps its half-written content.
#[derive(Clone, Debug)]
pub struct Draft<T> {
    key: String,
    content: PhantomData<T>,
}

impl<T: Serialize + DeserializeOwned> Draft<T> {
    /// The draft of `form` in the open circle.
    pub fn of(app: App, form: &str) -> Self {
        let circle = app.open.with_untracked(|open| open.as_ref().map(ToString::to_string).unwrap_or_default());
        Self { key: format!("{}{form}", draft_prefix(&circle)), content: PhantomData }
    }

    /// What was typed so far.
    pub fn load(&self, app: App) -> Option<T> {
        match vault::read_json(&*app.storage(), &self.key) {
            Ok(Small::Ready(content)) => Some(content),
            _ => None,
        }
    }

    /// Keeps `content`.
    pub fn keep(&self, app: App, content: &T) {
        if let Err(error) = vault::write_json(&*app.storage(), &self.key, content) {
            app.save.set(SaveState::Failed(error));
        }
    }

    /// Forgets it, once it was sent.
    pub fn clear(&self, app: App) {
        // A draft that stays only shows again what was sent.
        let _ = app.storage().remove(&self.key);
    }
}
