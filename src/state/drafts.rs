//! Half-written forms, kept as they are typed.

use super::app::{App, SaveState};
use crate::platform;
use crate::vault::{self, Small};
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

/// What became of a draft in another tab.
pub enum Heard<T> {
    /// Something else is typed.
    Typed(T),
    /// It was sent or called off.
    Gone,
    /// Somebody cleared the whole storage.
    Cleared,
}

impl<T: Serialize + DeserializeOwned> Draft<T> {
    /// The draft of `form` in the open circle.
    pub fn of(app: App, form: &str) -> Self {
        Self { key: format!("{}{form}", prefix(app)), content: PhantomData }
    }

    /// The draft of `form` that belongs to no circle.
    pub fn of_device(form: &str) -> Self {
        Self { key: format!("peer-circle/draft/{form}"), content: PhantomData }
    }

    /// The forms of the open circle whose names begin with `start` and of which a draft is kept.
    pub fn names(app: App, start: &str) -> Vec<String> {
        let prefix = prefix(app);
        // A storage that cannot be listed has no drafts to offer.
        let keys = app.storage().keys().unwrap_or_default();
        let names = keys.iter().filter_map(|key| key.strip_prefix(&prefix));
        names.filter(|name| name.starts_with(start)).map(str::to_owned).collect()
    }

    /// The forms of no circle whose names begin with `start` and of which a draft is kept.
    pub fn names_of_device(app: App, start: &str) -> Vec<String> {
        let prefix = "peer-circle/draft/";
        let keys = app.storage().keys().unwrap_or_default();
        let names = keys.iter().filter_map(|key| key.strip_prefix(prefix));
        names.filter(|name| name.starts_with(start)).map(str::to_owned).collect()
    }

    /// Calls `act` with what other tabs make of the draft, as long as the calling component lives.
    pub fn follow(&self, app: App, act: impl Fn(Heard<T>) + Clone + 'static)
    where
        T: 'static,
    {
        let (key, changed) = (self.key.clone(), act.clone());
        platform::on_storage(move |change| match change.key {
            Some(other) if other == key => changed(heard(app, &key)),
            Some(_) => {}
            None => changed(Heard::Cleared),
        });
        // What happened while the tab was frozen was not told.
        let key = self.key.clone();
        platform::on_return(move |_| act(heard(app, &key)));
    }

    /// What was typed so far.
    pub fn load(&self, app: App) -> Option<T> {
        read(app, &self.key)
    }

    /// Keeps `content`. Returns whether it could be.
    pub fn keep(&self, app: App, content: &T) -> bool {
        let kept = vault::write_json(&*app.storage(), &self.key, content);
        let is_kept = kept.is_ok();
        if let Err(error) = kept {
            app.save.set(SaveState::Failed(error));
        }
        is_kept
    }

    /// Forgets it, once it was sent.
    pub fn clear(&self, app: App) {
        // A draft that stays only shows again what was sent.
        let _ = app.storage().remove(&self.key);
    }
}

/// Where the keys of the open circle's drafts begin.
fn prefix(app: App) -> String {
    draft_prefix(&app.open.with_untracked(|open| open.as_ref().map(ToString::to_string).unwrap_or_default()))
}

fn heard<T: DeserializeOwned>(app: App, key: &str) -> Heard<T> {
    read(app, key).map_or(Heard::Gone, Heard::Typed)
}

fn read<T: DeserializeOwned>(app: App, key: &str) -> Option<T> {
    match vault::read_json(&*app.storage(), key) {
        Ok(Small::Ready(content)) => Some(content),
        _ => None,
    }
}
