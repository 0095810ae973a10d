//! The addresses of the pages.

use crate::domain::{Cycle, MemberId, RoleId};
use crate::platform;
pub use crate::ui::pages::{NavPlace, Page};
use leptos_router::location::Url;

/// The name of the query that asks for a week.
pub const CYCLE: &str = "cycle";

/// The name of the query that asks for a role.
pub const ROLE: &str = "role";

/// The name of the query that asks for a member.
pub const MEMBER: &str = "member";

/// The name of the query that asks for commitments that stand so.
pub const MARK: &str = "outcome";

/// The name of the query that asks for a goal.
pub const GOAL: &str = "goal";

/// The name of the query that asks for changes of some kinds.
pub const TOPIC: &str = "kind";

/// The name of the query that asks for the changes of one record.
pub const RECORD: &str = "of";

/// The name of the query that holds what somebody looks for.
pub const WORDS: &str = "q";

/// The address of the page at `path` that looks for `typed`.
pub fn search_address(path: &str, typed: &str) -> String {
    format!("{path}?{WORDS}={}", Url::escape(typed))
}

/// The address of the journal, with what is left of it: by a member, of a topic, of one record (`<root map>/<id>`).
pub fn journal_address(member: Option<&str>, topic: Option<&str>, record: Option<&str>) -> String {
    let parts = [(MEMBER, member), (TOPIC, topic), (RECORD, record)];
    let parts: Vec<_> = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect();
    let base = Page::Journal.href();
    if parts.is_empty() { base } else { format!("{base}?{}", parts.join("&")) }
}

impl Page {
    /// Whether who has left the circle can still use it.
    pub const fn is_for_departed(self) -> bool {
        matches!(self, Self::Sync | Self::Settings)
    }

    /// The whole path, below whatever base the page is served from.
    pub fn href(self) -> String {
        let base = platform::base_path();
        match self.segment() {
            "" => base,
            segment => format!("{base}{segment}/"),
        }
    }

    /// Its address for the week `cycle`, of a page that knows several.
    pub fn of_week(self, cycle: Cycle) -> String {
        format!("{}?{CYCLE}={cycle}", self.href())
    }

    /// Its address for `role`, of the page of a role's work.
    pub fn of_role(self, role: &RoleId) -> String {
        format!("{}?{ROLE}={role}", self.href())
    }

    /// Its address for `member`, of a page that shows one.
    pub fn of_member(self, member: &MemberId) -> String {
        format!("{}?{MEMBER}={member}", self.href())
    }

    /// The page at `path`, with or without a trailing slash.
    pub fn at(path: &str) -> Option<Self> {
        let base = platform::base_path();
        let rest = path.strip_prefix(base.trim_end_matches('/'))?.trim_matches('/');
        Self::ALL.iter().copied().find(|page| page.segment() == rest)
    }

    /// Which of the five places leads to it; none for what the header leads to.
    pub fn home(self) -> Option<Self> {
        match self.place() {
            NavPlace::Bar => Some(self),
            NavPlace::Under(page) => Some(page),
            NavPlace::Header => None,
        }
    }
}
