//! What waits to be sent and who was heard from, as it is kept beside each circle.

use crate::document::{Enclosed, Outbox, ToldSoFar};
use crate::domain::{CircleId, MemberId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the key of what waits to be sent begins; the circle's id follows.
const SENDING: &str = "peer-circle/sending/";

/// What goes to and fro between this device and others, as it is stored for each circle.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Sending {
    #[serde(default)]
    pub(super) unsent: Outbox,
    /// What was handed out last and not sent yet, as far as anybody knows.
    #[serde(default)]
    pub(super) saved: Option<SavedFile>,
    /// How far others were told; `None` where nothing was ever sent from here.
    #[serde(default)]
    pub(super) told: Option<ToldSoFar>,
    /// The newest copy of each member's that came in, by their ids.
    #[serde(default)]
    pub(super) heard: BTreeMap<String, HeardCopy>,
    /// Who sent changes that wait for earlier ones, by name.
    #[serde(default)]
    pub(super) lacks: Vec<String>,
}

/// What is known of another member's copy, in milliseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct HeardCopy {
    /// When the newest that came in was made.
    at: i64,
    /// When the newest copy of this device's member that they had by then was made.
    #[serde(default)]
    mine: Option<i64>,
}

/// What is known of another member's copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeerCopy {
    /// Whose.
    pub member: MemberId,
    /// When the newest that came in was made; `None` where none ever did.
    pub at: Option<Timestamp>,
    /// When the newest copy of mine that they had by then was made, as far as they said.
    pub mine: Option<Timestamp>,
}

impl Sending {
    /// Notes that a copy of `member`'s came in, made `at`, with one of ours made at `mine`.
    pub(super) fn hear(&mut self, member: &MemberId, at: Timestamp, mine: Option<Timestamp>) {
        let heard = self.heard.entry(member.to_string()).or_default();
        heard.at = heard.at.max(at.millis());
        heard.mine = heard.mine.max(mine.map(Timestamp::millis));
    }

    /// What is known of the copy of `member`.
    pub(super) fn copy_of(&self, member: &MemberId) -> PeerCopy {
        let heard = self.heard.get(member.as_str());
        let instant = |millis: i64| Timestamp::from_millis(millis);
        let (at, mine) = (heard.map(|heard| instant(heard.at)), heard.and_then(|heard| heard.mine).map(instant));
        PeerCopy { member: member.clone(), at, mine }
    }

    /// Whom this device has heard from, and how new that was.
    pub(super) fn newest(&self) -> Vec<(MemberId, Timestamp)> {
        self.heard.iter().map(|(id, heard)| (MemberId::new(id), Timestamp::from_millis(heard.at))).collect()
    }
}

/// What the browser was handed to be sent by the person: a file that it saved, or a message.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SavedFile {
    /// The name of the file; empty for a message.
    pub name: String,
    pub(super) at: i64,
    pub(super) holds: Enclosed,
    /// What is told once it is sent; not known of what earlier versions saved.
    #[serde(default)]
    pub(super) tells: Option<ToldSoFar>,
}

impl SavedFile {
    /// When it was saved.
    pub fn at(&self) -> Timestamp {
        Timestamp::from_millis(self.at)
    }
}

/// The storage key of what waits to be sent of a circle.
pub(super) fn sending_key(circle: &CircleId) -> String {
    format!("{SENDING}{circle}")
}
