//! What other pages show of a session.

mod card;
pub mod words;

use crate::domain::{Cycle, session_cycle};
use crate::state::App;
pub use card::SessionCard;
use leptos::prelude::*;

/// Whether the session of `cycle`, or else the one at hand, runs now.
pub fn is_running(app: App, cycle: Option<Cycle>) -> bool {
    app.circle().with(|circle| {
        let cycle = cycle.unwrap_or_else(|| session_cycle(app.present(circle)));
        let session = circle.session(cycle);
        session.is_some_and(|session| session.started_at.is_some() && session.ended_at.is_none())
    })
}
