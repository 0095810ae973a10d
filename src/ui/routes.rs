//! The pages and their addresses.

use crate::platform;
use crate::ui::parts::Screen;
use crate::ui::text;

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
    /// Members, purpose, rhythm.
    Circle,
    /// Files in and out.
    Share,
    /// This device.
    Settings,
}

impl Page {
    /// All of them, in the order of the navigation.
    pub const ALL: [Self; 6] = [Self::Week, Self::Goals, Self::CheckIn, Self::Circle, Self::Share, Self::Settings];

    /// The part of the address after the base.
    pub const fn segment(self) -> &'static str {
        match self {
            Self::Week => "",
            Self::Goals => "goals",
            Self::CheckIn => "check-in",
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
            Self::Circle => text::nav::CIRCLE,
            Self::Share => text::nav::SHARE,
            Self::Settings => text::nav::SETTINGS,
        }
    }
}
