//! How each browser is started: the one place that knows their flags and preferences.

mod chromium;
mod firefox;
mod webkit;

use crate::{Browser, DeviceOptions};
use serde_json::Value;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;
use xtask::shell;

/// A driver to start, and what to ask it for.
pub(crate) struct Launch {
    pub command: Command,
    pub capabilities: Value,
}

/// The folder of a device: a home of its own. It is removed at the end.
#[derive(Debug)]
pub(crate) struct Profile {
    folder: TempDir,
}

impl Profile {
    pub(crate) fn new() -> io::Result<Self> {
        let profile = Self { folder: TempDir::with_prefix("peer-circle-")? };
        fs::create_dir(profile.downloads())?;
        fs::create_dir(profile.browser())?;
        Ok(profile)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn downloads(&self) -> PathBuf {
        self.path("downloads")
    }

    /// What the browser stores.
    fn browser(&self) -> PathBuf {
        self.path("browser")
    }
}

/// How to start the browser for this device, or what is missing.
pub(crate) fn launch(
    browser: Browser,
    port: u16,
    profile: &Profile,
    options: &DeviceOptions,
) -> Result<Launch, String> {
    let mut launch = match browser {
        Browser::Chromium => chromium::launch(port, profile, options),
        Browser::Firefox => firefox::launch(port, profile, options),
        Browser::WebKit => webkit::launch(port, profile, options),
    }?;
    launch.command.env("TZ", &options.time_zone).env("HOME", profile.folder.path());
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        launch.command.env(name, profile.path(name));
    }
    if browser != Browser::WebKit {
        // Headless: whatever desktop there is stays out of it.
        launch.command.env_remove("DISPLAY").env_remove("DBUS_SESSION_BUS_ADDRESS");
    }
    Ok(launch)
}

/// A program that has to be on `PATH`.
fn program(name: &str) -> Result<PathBuf, String> {
    shell::find(name).ok_or_else(|| format!("{name} is not on PATH; `cargo xtask test` installs it"))
}

/// A path within JSON.
fn text(path: &Path) -> String {
    path.display().to_string()
}
