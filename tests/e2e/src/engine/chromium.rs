//! Chromium by chromedriver.

use super::{Launch, Profile, program, text};
use crate::{DeviceOptions, Theme};
use serde_json::json;
use std::process::Command;
use xtask::shell;

/// Without a window, without the sandbox (which root, as in containers, cannot use) and without the
/// services that would use the network. An app can be installed by a driver that uses the pipe alone.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-crash-reporter",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--hide-crash-restore-bubble",
    "--lang=en",
    "--no-default-browser-check",
    "--no-first-run",
    "--remote-debugging-pipe",
];

pub(super) fn launch(port: u16, profile: &Profile, options: &DeviceOptions) -> Result<Launch, String> {
    let mut command = Command::new(program("chromedriver")?);
    command.arg(format!("--port={port}")).env("LANGUAGE", "en");
    let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
    flags.push(format!("--user-data-dir={}", text(&profile.browser())));
    flags.extend((options.theme == Theme::Dark).then(|| "--force-dark-mode".to_owned()));
    // A window is never narrower than 500 pixels, the emulated screen is.
    let screen = json!({
        "width": options.width, "height": options.height, "pixelRatio": 1, "touch": false, "mobile": false,
    });
    let mut chromium = json!({
        "args": flags,
        "prefs": { "download.default_directory": text(&profile.downloads()) },
        "mobileEmulation": { "deviceMetrics": screen },
    });
    let names = ["chromium", "google-chrome", "chromium-browser"];
    if let Some(binary) = names.iter().find_map(|name| shell::find(name)) {
        chromium["binary"] = json!(text(&binary));
    }
    let capabilities = json!({ "goog:chromeOptions": chromium, "goog:loggingPrefs": { "browser": "ALL" } });
    Ok(Launch { command, capabilities })
}
