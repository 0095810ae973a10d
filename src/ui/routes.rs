//! The pages and their addresses.

use crate::domain::{Cycle, RoleId};
use crate::platform;
use crate::ui::parts::Screen;
use crate::ui::text;

/// The name of the query that asks for a week.
pub const CYCLE: &str = "cycle";

/// The name of the query that asks for a role.
pub const ROLE: &str = "role";

/// A page of the app. The build makes a copy of the start page for each, so that deep links work on any
/// static host; its list is checked against this one by a test.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// This week.
    Week,
    /// Goals and commitments.
    Goals,
    /// The check-in.
    CheckIn,
    /// The session of the week.
    Session,
    /// Whose turn it is.
    Roles,
    /// The fixed times.
    Rhythm,
    /// What the summarizer sent round.
    Digest,
    /// What a role has to do this week.
    Work,
    /// Members and purpose.
    Circle,
    /// Files in and out.
    Share,
    /// This device.
    Settings,
}

impl Page {
    /// All of them, in the order of the navigation; [`Page::Work`], which is reached from a role, comes last.
    pub const ALL: [Self; 11] = [
        Self::Week,
        Self::Goals,
        Self::CheckIn,
        Self::Session,
        Self::Roles,
        Self::Rhythm,
        Self::Digest,
        Self::Circle,
        Self::Share,
        Self::Settings,
        Self::Work,
    ];

    /// Whether who has left the circle can still use it.
    pub const fn is_for_departed(self) -> bool {
        matches!(self, Self::Share | Self::Settings)
    }

    /// What a phone has no room for in its bar: tabs above these pages lead from one to the others.
    pub const TOGETHER: [Self; 5] = [Self::Circle, Self::Roles, Self::Rhythm, Self::Session, Self::Digest];

    /// Whether it is one of those, or reached from one.
    pub fn is_together(self) -> bool {
        self == Self::Work || Self::TOGETHER.contains(&self)
    }

    /// The part of the address after the base.
    pub const fn segment(self) -> &'static str {
        match self {
            Self::Week => "",
            Self::Goals => "goals",
            Self::CheckIn => "check-in",
            Self::Session => "session",
            Self::Roles => "roles",
            Self::Rhythm => "rhythm",
            Self::Digest => "digest",
            Self::Work => "work",
            Self::Circle => "circle",
            Self::Share => "share",
            Self::Settings => "settings",
        }
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

    /// The page at `path`, with or without a trailing slash.
    pub fn at(path: &str) -> Option<Self> {
        let base = platform::base_path();
        let rest = path.strip_prefix(base.trim_end_matches('/'))?.trim_matches('/');
        Self::ALL.into_iter().find(|page| page.segment() == rest)
    }

    /// What is shown at its address.
    pub const fn screen(self) -> Screen {
        match self {
            Self::Week => Screen::Week,
            Self::Goals => Screen::Goals,
            Self::CheckIn => Screen::CheckIn,
            Self::Session => Screen::Session,
            Self::Roles => Screen::Roles,
            Self::Rhythm => Screen::Rhythm,
            Self::Digest => Screen::Digest,
            Self::Work => Screen::Work,
            Self::Circle => Screen::Circle,
            Self::Share => Screen::Share,
            Self::Settings => Screen::Settings,
        }
    }

    /// Its name in the navigation.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Week => text::nav::WEEK,
            Self::Goals => text::nav::GOALS,
            Self::CheckIn => text::nav::CHECK_IN,
            Self::Session => text::nav::SESSION,
            Self::Roles => text::nav::ROLES,
            Self::Rhythm => text::nav::RHYTHM,
            Self::Digest => text::nav::DIGEST,
            Self::Work => text::nav::WORK,
            Self::Circle => text::nav::CIRCLE,
            Self::Share => text::nav::SHARE,
            Self::Settings => text::nav::SETTINGS,
        }
    }
}
