//! Choosing for this device, and keeping what was chosen.

use super::app::{App, SaveState};
use super::preferences::{PREFERENCES_KEY, Preferences};
use crate::platform::{self, Theme};
use crate::vault::{self, Small};

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
