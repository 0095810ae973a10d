//! Firefox by geckodriver.

use super::{Launch, Profile, program, text};
use crate::{DeviceOptions, Theme};
use serde_json::json;
use std::{env, fs, path::PathBuf, process::Command};
use xtask::tools::GECKODRIVER;

/// Lets the window be as narrow as a phone.
const NARROW: &str = ":root, body, #navigator-toolbox, #navigator-toolbox *, #browser { min-width: 0 !important; }";

/// What is saved without a question.
const SAVED: &str = "application/json,application/octet-stream,text/calendar,text/csv,text/markdown,text/plain";

pub(super) fn launch(port: u16, profile: &Profile, options: &DeviceOptions) -> Result<Launch, String> {
    let binary = program("firefox-esr").or_else(|_| program("firefox"))?;
    let chrome = profile.browser().join("chrome");
    fs::create_dir_all(&chrome)
        .and_then(|()| fs::write(chrome.join("userChrome.css"), NARROW))
        .map_err(|error| error.to_string())?;

    let mut command = Command::new(geckodriver()?);
    // Port 0: any free one, as several browsers run at once.
    command.args(["--port", &port.to_string(), "--websocket-port", "0", "--log", "error"]);
    // One process for all pages and wasm compiled once, quickly: an eighth of the processor time of a short journey.
    let preferences = json!({
        "browser.aboutwelcome.enabled": false,
        "browser.download.dir": text(&profile.downloads()),
        "browser.download.folderList": 2,
        "browser.download.useDownloadDir": true,
        "browser.helperApps.neverAsk.saveToDisk": SAVED,
        "browser.sessionstore.resume_from_crash": false,
        "browser.shell.checkDefaultBrowser": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "dom.ipc.processPrelaunch.enabled": false,
        "fission.autostart": false,
        "intl.accept_languages": "en-US, en",
        "javascript.options.wasm_optimizingjit": false,
        "layout.css.prefers-color-scheme.content-override": if options.theme == Theme::Dark { 0 } else { 1 },
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "toolkit.startup.max_resumed_crashes": -1,
        "ui.prefersReducedMotion": 1,
    });
    let capabilities = json!({ "moz:firefoxOptions": {
        "binary": text(&binary),
        "args": ["-headless", "-profile", text(&profile.browser())],
        "prefs": preferences,
    } });
    Ok(Launch { command, capabilities })
}

/// From `GECKODRIVER`, from what `cargo xtask` built, or from `PATH`.
fn geckodriver() -> Result<PathBuf, String> {
    if let Some(path) = env::var_os("GECKODRIVER") {
        return Ok(path.into());
    }
    let built = GECKODRIVER.folder().join("geckodriver");
    if built.is_file() { Ok(built) } else { program("geckodriver") }
}
