//! This device.

use crate::platform::Theme;

pub const HEADING: &str = "This device";
pub const ME: &str = "Whose device this is";
pub const THEME: &str = "Light or dark";
pub const CIRCLES: &str = "Circles on this device";
pub const SWITCH: &str = "Open";
pub const CURRENT: &str = "open now";
pub const REMOVE: &str = "Remove from this device";
pub const REMOVE_HINT: &str = "Removed circles can be brought back for 30 days. The other members keep theirs.";
pub const LEAVE: &str = "Leave this circle";
pub const LEAVE_HINT: &str = "Marks you as gone for everybody. Send the file afterwards, so that they know.";
pub const LEFT: &str = "You left the circle";
pub const REMOVED: &str = "Removed";
pub const ERASE: &str = "Erase for good";
pub const ERASED: &str = "Erased";
pub const STORAGE: &str = "Room on this device";
pub const STORAGE_HINT: &str = "Browsers give a page about 5 MB.";
pub const APP: &str = "The app";
pub const OFFLINE: &str =
    "Works offline once it was loaded. To install it, use “Add to home screen” or the install button of the browser.";
pub const INSTALLED: &str = "Installed on this device. Works offline.";

pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "as the system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

/// Who holds the device and has left, in the list of members.
pub fn departed(name: &str) -> String {
    format!("{name} (has left)")
}

pub fn removed(name: &str) -> String {
    format!("“{name}” is off this device")
}

/// About how much room `n` characters take.
pub fn room(n: usize) -> String {
    match n {
        ..1_000 => "less than 1 kB".to_owned(),
        1_000..1_000_000 => format!("{} kB", n / 1_000),
        _ => format!("{}.{} MB", n / 1_000_000, n % 1_000_000 / 100_000),
    }
}

pub fn share_of(n: usize) -> String {
    format!("{} of about 5 MB", room(n))
}

pub fn version(version: &str, build: Option<&str>) -> String {
    match build {
        Some(build) => format!("Version {version}, build {build}"),
        None => format!("Version {version}"),
    }
}

pub const OTHER: &str = "Preferences and drafts";
