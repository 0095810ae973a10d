//! What waits to be sent, as it is kept beside each circle.

use crate::document::{Enclosed, Outbox};
use crate::domain::{CircleId, Timestamp};
use serde::{Deserialize, Serialize};

/// Where the key of what waits to be sent begins; the circle's id follows.
const SENDING: &str = "peer-circle/sending/";

/// What waits to be sent, as it is stored for each circle.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Sending {
    #[serde(default)]
    pub(super) unsent: Outbox,
    /// The file that was saved last and not sent yet, as far as anybody knows.
    #[serde(default)]
    pub(super) saved: Option<SavedFile>,
}

/// A circle file that the browser saved on this device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SavedFile {
    /// Its name, as the browser was asked to call it.
    pub name: String,
    pub(super) at: i64,
    pub(super) holds: Enclosed,
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
