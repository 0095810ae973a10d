//! What this device keeps beside the circles themselves.

use crate::domain::{CircleId, MemberId, Timestamp};
use crate::platform::Theme;
use serde::{Deserialize, Serialize};

/// Where the index lies.
pub(super) const INDEX_KEY: &str = "peer-circle/index";
/// Where the preferences lie.
pub(super) const PREFERENCES_KEY: &str = "peer-circle/preferences";
/// Set while a file is being decoded, so that the next start knows if that stopped the app.
pub(super) const MERGING_KEY: &str = "peer-circle/merging";
/// The circle of this tab, in the tab's own storage.
pub(super) const TAB_CIRCLE_KEY: &str = "peer-circle/open";

/// How long a removed circle can be brought back.
pub const KEEP_REMOVED_DAYS: i64 = 30;

/// The circles of this device.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Index {
    /// All of them, removed ones included, in the order they came.
    pub circles: Vec<CircleEntry>,
    /// The one that was opened last.
    #[serde(default)]
    pub current: Option<String>,
}

/// One circle on this device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CircleEntry {
    /// Its id.
    pub id: String,
    /// Its name when it was last open, to be shown in lists.
    pub name: String,
    /// Who holds this device, as a member id.
    #[serde(default)]
    pub me: Option<String>,
    /// Whether it is the made-up one.
    #[serde(default)]
    pub is_demo: bool,
    /// When its file was last made here, in milliseconds since the epoch.
    #[serde(default)]
    pub exported_at: Option<i64>,
    /// When it was removed here, in milliseconds since the epoch.
    #[serde(default)]
    pub removed_at: Option<i64>,
}

/// Whether circles that were removed are meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Removed {
    /// Only those that are there.
    No,
    /// Only those that can be brought back.
    Yes,
}

impl Index {
    /// The entry of `id`.
    pub fn entry(&self, id: &CircleId) -> Option<&CircleEntry> {
        self.circles.iter().find(|entry| entry.id == id.as_str())
    }

    pub(super) fn entry_mut(&mut self, id: &CircleId) -> Option<&mut CircleEntry> {
        self.circles.iter_mut().find(|entry| entry.id == id.as_str())
    }

    /// The entries that are, or are not, removed.
    pub fn entries(&self, removed: Removed) -> impl Iterator<Item = &CircleEntry> {
        self.circles.iter().filter(move |entry| entry.removed_at.is_some() == (removed == Removed::Yes))
    }
}

impl CircleEntry {
    /// Its id.
    pub fn circle_id(&self) -> CircleId {
        CircleId::new(&self.id)
    }

    /// Who holds this device.
    pub fn member(&self) -> Option<MemberId> {
        self.me.as_deref().map(MemberId::new)
    }

    /// When its file was last made here.
    pub fn exported(&self) -> Option<Timestamp> {
        self.exported_at.map(Timestamp::from_millis)
    }
}

/// What a person chose for this device.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Preferences {
    /// Light or dark.
    #[serde(default)]
    pub theme: Theme,
    /// Whether this device notifies, and counts on the app's icon what waits.
    #[serde(default)]
    pub reminders: bool,
}
