//! What was.

use crate::domain::SearchKind;
use crate::ui::text::count;

pub const LEAD: &str = "What the circle said, met about and decided.";
pub const DIGESTS: &str = "Digests";
pub const DIGESTS_EMPTY: &str = "The first digest appears here once the summarizer has published it.";
pub const SESSIONS: &str = "Sessions";
pub const SESSIONS_EMPTY: &str = "No session yet.";
pub const SESSION_NOW: &str = "To the session at hand";
pub const DIGEST_NOW: &str = "To the newest digest";
pub const DECISIONS: &str = "Decisions";
pub const DECISIONS_EMPTY: &str = "What the circle decides in a session is kept here.";
pub const EARLIER: &str = "Earlier ones";
pub const AT_A_GLANCE: &str = "At a glance";
pub const INSIGHTS: &str = "What was kept, and who gave feedback to whom, in pictures";
pub const JOURNAL: &str = "Who changed what, and the way back to what was there before";
pub const BOARD: &str = "Everybody's week at a glance: this one, and any before";
pub const SEARCH: &str = "Search what you all wrote";
pub const SEARCH_EXAMPLE: &str = "portfolio";
pub const FOUND_HINT: &str = "Look for the beginning of a word, or for fewer words. Feedback is not searched.";

pub fn found(all: usize) -> String {
    match all {
        0 => "Nothing found".to_owned(),
        all => format!("{all} found"),
    }
}

/// How many are not shown; empty where all of them are.
pub fn more(shown: usize, all: usize) -> String {
    match all.saturating_sub(shown) {
        0 => String::new(),
        more => format!("{} not shown. Add a word to narrow it down.", count(more, "older one is", "older ones are")),
    }
}

pub const fn kind(kind: SearchKind) -> &'static str {
    match kind {
        SearchKind::Commitment => "Commitments",
        SearchKind::Goal => "Goals",
        SearchKind::CheckIn => "Check-ins",
        SearchKind::Decision => DECISIONS,
        SearchKind::Digest => DIGESTS,
        SearchKind::Agenda => "Agenda",
        SearchKind::Session => SESSIONS,
    }
}
