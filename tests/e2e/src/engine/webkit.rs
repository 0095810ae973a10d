//! WebKitGTK's MiniBrowser by WebKitWebDriver.

use super::{Launch, Profile, program, text};
use crate::{DeviceOptions, Theme};
use serde_json::json;
use std::{env, fs, io, path::PathBuf, process::Command};

/// Lets the tool bar, and with it the window, be as narrow as a phone.
const NARROW: &str = "* { font-size: 1px; padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0; } \
                      image { -gtk-icon-transform: scale(0.01); }";

pub(super) fn launch(port: u16, profile: &Profile, options: &DeviceOptions) -> Result<Launch, String> {
    if env::var_os("DISPLAY").is_none() {
        return Err("it needs a screen: run under `xvfb-run -a dbus-run-session --`".into());
    }
    settings(profile).map_err(|error| error.to_string())?;
    let mut command = Command::new(program("WebKitWebDriver")?);
    command.arg(format!("--port={port}"));
    // With locale C the page sees "en-US"; C.UTF-8 would make it the language "C".
    command.env("LC_ALL", "C").env_remove("LANGUAGE");
    command.env("GTK_THEME", if options.theme == Theme::Dark { "Adwaita:dark" } else { "Adwaita" });
    // Nobody listens there: the desktop's accessibility services are not started.
    command.env("AT_SPI_BUS_ADDRESS", "unix:path=/dev/null");
    // Without a graphics card, layers cost a third of the processor time and show nothing else.
    command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    let mut browser = json!({ "args": ["--automation"] });
    if let Some(binary) = mini_browser() {
        browser["binary"] = json!(text(&binary));
    }
    Ok(Launch { command, capabilities: json!({ "webkitgtk:browserOptions": browser }) })
}

/// Where the desktop's own settings say that downloads go, and that nothing moves.
fn settings(profile: &Profile) -> io::Result<()> {
    let config = profile.path("XDG_CONFIG_HOME");
    let gtk = config.join("gtk-3.0");
    fs::create_dir_all(&gtk)?;
    fs::write(config.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", text(&profile.downloads())))?;
    fs::write(gtk.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n")?;
    fs::write(gtk.join("gtk.css"), NARROW)
}

/// Debian keeps it where the driver of another version would not look.
fn mini_browser() -> Option<PathBuf> {
    let libraries = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let folders = libraries.chain(["/usr/libexec".into()]);
    folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|path| path.is_file())
}
