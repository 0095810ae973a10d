//! What this device keeps beside the circles themselves.

use crate::document::CircleDoc;
use crate::domain::{CircleId, MemberId, Timestamp};
use crate::vault::{self, Loaded, Small, Storage};
use serde::{Deserialize, Serialize};

/// Where the index lies.
pub(super) const INDEX_KEY: &str = "peer-circle/index";
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
    /// When its file was last sent from here, in milliseconds since the epoch; earlier versions noted when it was
    /// saved.
    #[serde(default, rename = "exported_at")]
    pub sent_at: Option<i64>,
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

    /// When its file was last sent from here.
    pub fn sent(&self) -> Option<Timestamp> {
        self.sent_at.map(Timestamp::from_millis)
    }
}

/// The index as stored; where it is missing or unreadable, one made from the circles that are there.
pub(super) fn read_index(storage: &dyn Storage) -> Index {
    match vault::read_json::<Index>(storage, INDEX_KEY) {
        Ok(Small::Ready(index)) => index,
        Ok(Small::Unreadable { .. }) => {
            // Kept beside the new one; if even that fails, the text stays where it is until the next write.
            let _ = vault::set_aside(storage, "index", &[INDEX_KEY.to_owned()]);
            rebuilt(storage)
        }
        Ok(Small::Absent) => rebuilt(storage),
        Err(_) => Index::default(),
    }
}

fn rebuilt(storage: &dyn Storage) -> Index {
    let Ok(usage) = vault::usage(storage) else {
        return Index::default();
    };
    let ids: Vec<_> =
        usage.circles.into_iter().filter(|(_, used)| used.generations + used.log > 0).map(|(id, _)| id).collect();
    let circles = ids.into_iter().map(|id| {
        let name = match vault::load(storage, &id) {
            Ok(Loaded::Ready(ready)) => {
                let doc = CircleDoc::open(0, ready.parts()).ok();
                doc.and_then(|doc| doc.circle().ok()).map(|circle| circle.about.name)
            }
            _ => None,
        };
        let name = name.unwrap_or_else(|| id.clone());
        CircleEntry { id, name, me: None, is_demo: false, sent_at: None, removed_at: None }
    });
    Index { circles: circles.collect(), current: None }
}
