//! The way of a command from a page to the circle.

use crate::domain::Command;
use crate::state::App;
use crate::ui::text;
use std::sync::Arc;

/// Sends `command` and says `said` with a way back, or why not.
pub fn act(app: App, command: Command, said: &str) {
    match app.dispatch(command) {
        Ok(undo) => app.say(said, Some(Arc::new(move || app.undo(&undo)))),
        Err(refusal) => app.say(text::problems::refusal(&refusal), None),
    }
}
