//! What a person chose for this device.

use crate::platform::Theme;
use serde::{Deserialize, Serialize};

/// Where the preferences are stored.
pub(super) const PREFERENCES_KEY: &str = "peer-circle/preferences";

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
