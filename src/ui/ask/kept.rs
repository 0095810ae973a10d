//! Half-written forms, kept while the tab lives.

use super::Entry;
use crate::state::StoredValue;
use crate::ui::context::desktop;
use leptos::prelude::*;

/// Keeps the words of one form from its closing to its next opening.
#[derive(Clone, Copy)]
pub struct Kept(StoredValue<bool>);

impl Kept {
    /// Brings back what was typed about `subject` before, and keeps `entries` when the form goes away.
    ///
    /// Fields that nobody touched are not kept: they open with what the circle says then.
    pub fn of(subject: &str, entries: &[Entry]) -> Self {
        let (app, all) = (desktop().app, desktop().half_written);
        let circle = app.circle().with_untracked(|circle| circle.about.id.clone());
        let key = format!("{circle}/{subject}");
        let earlier = all.try_update_value(|all| all.remove(&key)).flatten().unwrap_or_default();
        for (entry, text) in entries.iter().zip(earlier) {
            if let Some(text) = text {
                entry.typed.set(text);
            }
        }
        let is_sent = StoredValue::new(false);
        let entries = entries.to_vec();
        on_cleanup(move || {
            let texts: Vec<_> = entries.iter().map(|entry| entry.is_touched().then(|| entry.text())).collect();
            if !is_sent.get_value() && texts.iter().any(Option::is_some) {
                all.update_value(|all| drop(all.insert(key, texts)));
            }
        });
        Self(is_sent)
    }

    /// Forgets the words, once they were sent or their subject is gone; then does `next`.
    pub fn until(self, next: Callback<()>) -> Callback<()> {
        Callback::new(move |()| {
            self.0.set_value(true);
            next.run(());
        })
    }
}
