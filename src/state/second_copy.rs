//! Each edit is kept twice.
//!
//! Browsers write localStorage to the disk some seconds after an edit, Chromium up to a minute after many of them. If the
//! browser is killed before, they are gone. So each update of the log also goes into IndexedDB, which can be told to be on
//! the disk at once, and is kept there for a day. When the app starts, what is there and not in the log is merged, like what
//! another tab wrote.

use super::app::{App, SaveState};
use super::store::Appended;
use crate::domain::{CircleId, DAY, Timestamp};
use crate::platform;
use crate::vault;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

/// How long a copy is kept at least.
const KEPT: i64 = DAY;
/// The longest update of which a copy is kept, in bytes. A longer one came in by a file, which can be opened again; each
/// start would read it.
const LONGEST: usize = 64 * 1024;

/// Begins every key of a circle's copies.
fn prefix(circle: &str) -> String {
    format!("{circle}/")
}

fn key(Appended { circle, tab, seq }: &Appended) -> String {
    format!("{}{tab}/{seq}", prefix(circle))
}

/// A kept update and the moment it was kept: `<milliseconds> <value as in the log>`.
struct Copy {
    kept_at: Timestamp,
    update: Vec<u8>,
}

impl Copy {
    fn write(update: &[u8]) -> String {
        format!("{} {}", platform::now().millis(), vault::log_value(update))
    }

    fn read(text: &str) -> Option<Self> {
        let (kept_at, value) = text.split_once(' ')?;
        let kept_at = Timestamp::from_millis(kept_at.parse().ok()?);
        Some(Self { kept_at, update: vault::read_log_value(value).ok()? })
    }

    fn is_old(&self) -> bool {
        self.kept_at < platform::now().plus(-KEPT)
    }
}

impl App {
    /// Keeps a copy of `update`, which goes into the log as `appended`.
    pub(super) fn keep_copy(&self, appended: &Appended, update: &[u8]) {
        let is_stored = self.save.with_untracked(|save| *save != SaveState::Memory);
        if is_stored && update.len() <= LONGEST {
            spawn_local(platform::keep_copy(key(appended), Copy::write(update)));
        }
    }

    /// Forgets the copies of what was taken out of the log.
    pub(super) fn forget_copies(&self, log_keys: &[String]) {
        let logs = log_keys.iter().filter_map(|key| vault::parse_log_key(key));
        let keys = logs.map(|log| key(&Appended { circle: log.circle, tab: log.tab, seq: log.seq }));
        spawn_local(platform::drop_copies(keys.collect()));
    }

    /// Forgets all copies of a circle that is erased, and the values that were kept last, which may be its.
    pub(super) fn forget_all_copies(&self, circle: &CircleId) {
        let prefix = prefix(circle.as_str());
        spawn_local(platform::drop_values());
        // Those of the open circle, where that is another one, are kept once more.
        self.plan_values();
        spawn_local(async move {
            let keys = platform::copies().await.into_iter().map(|(key, _)| key).filter(|key| key.starts_with(&prefix));
            platform::drop_copies(keys.collect()).await;
        });
    }

    /// Takes in what the second copies of the open circle have and its log lost. Returns how many values came back.
    pub(super) fn mend(self) -> Pin<Box<dyn Future<Output = usize>>> {
        Box::pin(async move {
            let Some(circle) = self.open.get_untracked() else { return 0 };
            let prefix = prefix(circle.as_str());
            let own = platform::copies().await.into_iter().filter(|(key, _)| key.starts_with(&prefix));
            let copies: Vec<_> = own.filter_map(|(key, text)| Some((key, Copy::read(&text)?))).collect();
            let updates: Vec<_> = copies.iter().map(|(_, copy)| copy.update.as_slice()).collect();
            let Some(mended) = self.take_in_lost(&circle, &updates) else { return 0 };
            // What is old was stored long ago, or has come back just now.
            let old = copies.into_iter().filter(|(_, copy)| copy.is_old()).map(|(key, _)| key);
            platform::drop_copies(old.collect()).await;
            mended
        })
    }

    /// Merges `updates` into `circle`, and returns how many values changed; `None` where it is not open, or cannot be
    /// written.
    fn take_in_lost(&self, circle: &CircleId, updates: &[&[u8]]) -> Option<usize> {
        let written = self.store.try_with_value(|store| {
            let mut store = store.borrow_mut();
            let open = store.open().filter(|open| open.id == *circle && !open.doc.is_newer())?;
            open.doc.merge_all(updates.iter().copied()).ok()
        });
        let Some(written) = written?? else { return Some(0) };
        let (update, mended) = (written.update.clone(), written.changes.len());
        self.settle_own(Some(written));
        // They were written under ids of earlier starts, which what is said of them was lost with.
        self.change_sending(|sending, _| {
            if let Some(told) = &mut sending.told {
                told.note_all(&update);
            }
        });
        Some(mended)
    }
}
