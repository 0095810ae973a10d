//! What other pages show of a session.

mod card;
pub mod words;

use crate::domain::{Cycle, Session, session_cycle};
use crate::state::App;
pub use card::SessionCard;

/// Whether the session of `cycle`, or else the one at hand, runs now.
pub fn is_running(app: App, cycle: Option<Cycle>) -> bool {
    app.circle().with(|circle| {
        let cycle = cycle.unwrap_or_else(|| session_cycle(app.present(circle)));
        circle.session(cycle).is_some_and(Session::is_running)
    })
}
