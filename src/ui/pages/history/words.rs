//! What was.

pub const LEAD: &str = "What the circle said, met about and decided.";
pub const DIGESTS: &str = "Digests";
pub const DIGESTS_EMPTY: &str = "The first digest appears here once the summarizer has published it.";
pub const SESSIONS: &str = "Sessions";
pub const SESSIONS_EMPTY: &str = "No session yet.";
pub const SESSION_NOW: &str = "To the session at hand";
pub const DIGEST_NOW: &str = "To the newest digest";
pub const DECISIONS: &str = "Decisions";
pub const DECISIONS_EMPTY: &str = "What the circle decides in a session is kept here.";
