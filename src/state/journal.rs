//! What was changed in the open circle, by whom and when.

use super::app::App;
use super::memo::Memo;
use crate::document::{History, JournalEntry, Place, Value};

impl App {
    /// All that was ever changed, the newest first.
    pub fn journal(&self) -> Memo<Vec<JournalEntry>> {
        let app = *self;
        Memo::new(move |_| {
            app.circle.track();
            // Where the history cannot be read, none of it is shown.
            app.with_doc(|doc| History::of(doc).map(|history| history.journal()).unwrap_or_default())
                .unwrap_or_default()
        })
    }

    /// The value that counts at `place` now.
    pub fn value_now(&self, place: &Place) -> Value {
        self.with_doc(|doc| doc.facts().get(place).cloned()).flatten().unwrap_or(Value::Null)
    }
}
