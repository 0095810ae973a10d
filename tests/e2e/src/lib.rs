//! Drives the release page in three real browsers, as people would use it.
//!
//! A journey is a plain function. It gets a [`Journey`], asks it for [`Device`]s (one browser with
//! a fresh profile each), opens the pages of a [`Site`] on them and finds everything by role,
//! label or text ([`Find`]):
//!
//! ```no_run
//! use peer_circle_e2e::{Find, Journey, Site, containing};
//!
//! fn two_devices(journey: &Journey) {
//!     let site = Site::release();
//!     let ana = journey.device("ana");
//!     ana.open(&site.url(""));
//!     ana.button("Start a circle").click();
//!     ana.fill("Name", "Tuesday rowers 🚣");
//!     ana.choose("Weekday", "Thursday");
//!     ana.check("Focus", "Weekly goals");
//!     ana.heading("This week").see();
//!     let file = ana.download(|| ana.button("Download").click());
//!
//!     let ben = journey.device("ben");
//!     ben.open(&site.url("share"));
//!     ben.upload("Open files", &[&file]);
//!     ben.list_item(containing("Ana")).button("This is me").click();
//! }
//! ```
//!
//! Every step waits up to ten seconds until it can be done; there are no sleeps. A step that cannot
//! be done fails at its own line, says what it waited for and what is on the page instead, and
//! leaves a picture in `target/e2e/<journey>-<browser>-<device>.png`.
//!
//! Journeys block instead of awaiting: a failure then points at a line of the journey.
//!
//! ## What differs between the browsers
//!
//! - **Chromium** writes local storage to disk seconds late: [`Device::crash`] loses the last ones,
//!   [`Device::reopen`] does not.
//! - **WebKitGTK** has only ephemeral profiles under WebDriver. There, [`Device::reopen`] opens a new
//!   window and closes all others, which ends every page, and `Device::crash` is refused: see
//!   [`Device::keeps_profile`]. A new tab is a window, since a background tab cannot be brought to
//!   the front.
//! - **Firefox** reloads past the service worker on WebDriver's own command; [`Device::reload`] does
//!   not use it.
//! - Messages of the console can be read in Chromium only ([`Device::console_errors`]).
//!
//! ## Running
//!
//! `cargo xtask test --only e2e` prepares everything. By hand, with the browsers installed:
//! `PEER_CIRCLE_BROWSERS=chromium,webkit cargo test -p peer-circle-e2e --test journeys`.
//! `PEER_CIRCLE_DIST` names another folder than `dist/`, `GECKODRIVER` another geckodriver.

mod device;
mod download;
mod engine;
mod find;
mod journey;
mod locator;
mod names;
mod options;
mod page;
mod paper;
mod process;
mod runner;
mod site;
mod wait;
mod webdriver;

pub use device::{Device, Tab};
pub use find::{Find, Name, any, containing};
pub use journey::Journey;
pub use locator::Locator;
pub use options::{DeviceOptions, Theme};
pub use paper::Sheet;
pub use runner::{Named, run};
pub use site::Site;
pub use webdriver::Key;
pub use xtask::tools::Browser;
