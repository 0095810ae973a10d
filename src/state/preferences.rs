//! What a person chose for this device.

use super::app::{App, SaveState};
use crate::platform::{self, Theme};
use crate::vault::{self, Small};
use leptos::prelude::*;
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

impl App {
    /// Chooses light or dark.
    pub fn set_theme(&self, theme: Theme) {
        self.change_preferences(|preferences| preferences.theme = theme);
        platform::apply_theme(theme);
    }

    pub(super) fn change_preferences(&self, change: impl FnOnce(&mut Preferences)) {
        // As stored now: what another tab chose meanwhile stays.
        let stored = vault::read_json::<Preferences>(&*self.storage(), PREFERENCES_KEY);
        let mut preferences = match stored {
            Ok(Small::Ready(stored)) => stored,
            _ => self.preferences.get_untracked(),
        };
        change(&mut preferences);
        self.preferences.set(preferences);
        if let Err(error) = vault::write_json(&*self.storage(), PREFERENCES_KEY, &preferences) {
            self.save.set(SaveState::Failed(error));
        }
    }
}
