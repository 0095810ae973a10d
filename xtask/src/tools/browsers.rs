//! The browsers that the tests drive, and the programs around them.

use super::apt;
use crate::{Error, Result, shell};
use std::{fmt, path::PathBuf, str::FromStr};

/// A browser engine the app is tested in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// A program that must be on `PATH`: any of `names`, in the Debian package `package`.
pub struct Program {
    pub names: &'static [&'static str],
    pub package: &'static str,
}

const CHROMIUM: &[Program] = &[
    Program { names: &["chromium", "google-chrome", "chromium-browser"], package: "chromium" },
    Program { names: &["chromedriver"], package: "chromium-driver" },
];
const FIREFOX: &[Program] = &[Program { names: &["firefox-esr", "firefox"], package: "firefox-esr" }];
/// WebKitGTK has no headless mode: it needs a screen (Xvfb) and a session bus.
const WEBKIT: &[Program] = &[
    Program { names: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    Program { names: &["xvfb-run"], package: "xvfb" },
    Program { names: &["xauth"], package: "xauth" },
    Program { names: &["dbus-run-session"], package: "dbus" },
    Program { names: &["dbus-daemon"], package: "dbus-daemon" },
];
/// Installed along with a browser, so that text of every script and emoji has glyphs.
const FONTS: &[&str] = &["fonts-noto-core", "fonts-noto-color-emoji"];

impl Browser {
    /// All that are tested by default.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line and in `PEER_CIRCLE_BROWSERS`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The programs its tests need, except geckodriver, which cargo builds.
    pub fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => CHROMIUM,
            Self::Firefox => FIREFOX,
            Self::WebKit => WEBKIT,
        }
    }
}

impl Program {
    /// Where it is, if it is on `PATH`.
    pub fn found(&self) -> Option<PathBuf> {
        self.names.iter().find_map(|name| shell::find(name))
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Browser {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|browser| browser.name() == text).ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            Error::Usage(format!("unknown browser `{text}`; known are {known}"))
        })
    }
}

/// Installs what is missing for these browsers, or says what to install.
pub fn ensure(browsers: &[Browser]) -> Result<()> {
    let mut missing: Vec<&str> = browsers
        .iter()
        .flat_map(|browser| browser.programs())
        .filter(|program| program.found().is_none())
        .map(|program| program.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    missing.extend(FONTS);
    apt::install(&missing)
}
