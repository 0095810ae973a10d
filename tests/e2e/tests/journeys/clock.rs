//! The page's clock, put forward.

use peer_circle_e2e::Device;

/// A script by which the page's clock can be put forward while the page is open.
pub const LATER: &str =
    "{ const now = Date.now; Date.now = () => now() + Number(sessionStorage.getItem('later') ?? 0); }";
const MINUTE: u64 = 60_000;

/// The clock of the page goes to `minutes` after its start, and the tab comes to the front.
#[track_caller]
pub fn later(device: &Device, minutes: u64) {
    let script = "sessionStorage.setItem('later', arguments[0]);
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));";
    device.execute(script, &[(minutes * MINUTE).to_string().into()]);
}

/// A week in minutes.
pub const WEEK: u64 = 7 * 24 * 60;
