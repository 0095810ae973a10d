//! A session, as other pages speak of it.

use crate::ui::text::count;

pub const TITLE: &str = "The session";
pub const OPEN: &str = "Open the session";
pub const RUNS: &str = "It is running now";
pub const FORGOTTEN: &str = "It was started and never ended.";
pub const JOIN: &str = "Join the session";
pub const OVER: &str = "It is over. What came of it stays here";
pub const READ: &str = "See what came of it";

/// "Fri 17:00, in 3 days".
pub fn when(at: &str, until: &str) -> String {
    format!("{at}, {until}")
}

pub fn matters(open: usize) -> Option<String> {
    (open > 0).then(|| format!("{} on the agenda", count(open, "thing", "things")))
}
