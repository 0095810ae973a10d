//! What people do again and again.

use peer_circle_e2e::{Device, Find, Journey, Locator, Name, Site, containing};
use serde_json::Value;
use std::{
    cell::Cell,
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

/// The pages in the order of the navigation: address, name there, a part of their heading.
pub const PAGES: [(&str, &str, &str); 21] = [
    ("", "Week", ""),
    ("goals", "Goals", "oals"),
    ("check-in", "Check in", ", "),
    ("session", "Session", "ession"),
    ("roles", "Roles", "ou"),
    ("rhythm", "Rhythm", ""),
    ("digest", "Digest", "igest"),
    ("feedback", "Feedback", "Feedback"),
    ("charter", "Charter", "Charter"),
    ("season", "Season", "Season"),
    ("fit", "Fit", "Fit"),
    ("profile", "Profile", "About you"),
    ("invitations", "Invitations", "Invitations"),
    ("circle", "Circle", ""),
    ("history", "History", "History"),
    ("board", "Board", "Board"),
    ("insights", "Insights", "Insights"),
    ("journal", "Journal", "Journal"),
    ("share", "Sync", "Keep the circle in step"),
    ("sheets", "Sheets and notes", "Sheets and notes"),
    ("settings", "Settings", "This device"),
];

/// The name of the circle that most journeys start.
pub const CIRCLE: &str = "Tuesday rowers";
/// Its members; the first one starts it.
pub const PEOPLE: [&str; 5] = ["Ana", "Ben", "Chen", "Dana", "Elif"];

/// The page as people get it, on a Thursday in the morning: what a journey sees is the same on any day it is walked.
#[track_caller]
pub fn site() -> Site {
    Site::release().with_script(&on_thursday())
}

/// A script that moves the page's clock to Thursday, 26 November 2026, 8:30 in Greenwich, from where it runs on:
/// what depends on the hour is the same whenever a journey is walked, on each of its devices.
fn on_thursday() -> String {
    let thursday = 1_795_681_800_000_i128;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let ahead = thursday - i128::try_from(now).unwrap_or(thursday);
    format!("{{ const real = Date.now.bind(Date); Date.now = () => real() + {ahead}; }}")
}

/// From the first screen, or from the form of Settings, to a circle; the first of `people` holds the device.
#[track_caller]
pub fn start_circle(device: &Device, name: &str, people: &[&str]) {
    device.button(containing("Start a circle")).click();
    fill_start(device, name, people);
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();
}

/// Fills the form that starts a circle.
#[track_caller]
pub fn fill_start(device: &Device, name: &str, people: &[&str]) {
    let [me, others @ ..] = people else { return };
    device.fill("Name of the circle", name);
    device.fill("Your name", me);
    device.fill("The others", &others.join("\n"));
}

/// The pages that one of the five places leads to, and which.
const UNDER: [(&str, &str); 14] = [
    ("Season", "Circle"),
    ("Charter", "Circle"),
    ("Roles", "Circle"),
    ("Rhythm", "Circle"),
    ("Feedback", "Circle"),
    ("Fit", "Circle"),
    ("Profile", "Circle"),
    ("Invitations", "Circle"),
    ("Session", "History"),
    ("Digest", "History"),
    ("Board", "History"),
    ("Insights", "History"),
    ("Journal", "History"),
    ("Sheets and notes", "Sync"),
];

/// Counts what a person touches: each control that is clicked, and each field that does not have the focus by itself.
/// Typing is no tap.
#[derive(Default)]
pub struct Taps(Cell<u32>);

impl Taps {
    /// Clicks `what`.
    #[track_caller]
    pub fn tap(&self, what: Locator<'_>) {
        what.click();
        self.add(1);
    }

    /// Types into a field, which is tapped first.
    #[track_caller]
    pub fn write(&self, field: Locator<'_>, text: &str) {
        self.tap(field.clone());
        field.type_text(text);
    }

    /// Types into a field that has the focus already.
    #[track_caller]
    pub fn write_on(&self, field: Locator<'_>, text: &str) {
        field.see_focus();
        field.type_text(text);
    }

    /// Opens a list and picks from it.
    #[track_caller]
    pub fn choose(&self, device: &Device, list: Name, option: &str) {
        device.choose(list, option);
        self.add(2);
    }

    /// Picks one of a group.
    #[track_caller]
    pub fn check(&self, device: &Device, group: Name, option: &str) {
        device.check(group, option);
        self.add(1);
    }

    pub fn add(&self, taps: u32) {
        self.0.set(self.0.get() + taps);
    }

    /// The journey ends here if there were more than `most`.
    #[track_caller]
    pub fn see_at_most(&self, most: u32) {
        assert!(self.0.get() <= most, "{} taps", self.0.get());
    }
}

/// Goes to a page as a person does: by the five places, by what they lead to, or by the header. A task is left first.
#[track_caller]
pub fn go(device: &Device, page: &str) {
    // Only a page that has been drawn tells whether it has a navigation.
    device.by_css("main h1").see();
    if device.by_role("navigation", "Main").count() == 0 {
        device.link("Close").click();
        device.by_role("navigation", "Main").see();
    }
    if let Some((_, place)) = UNDER.iter().find(|(name, _)| *name == page) {
        go(device, place);
        let link = match page {
            "Digest" => device.link("To the newest digest"),
            "Session" => device.link("To the session at hand"),
            _ => device.link(containing(page)),
        };
        link.click();
    } else if page == "Settings" {
        device.button(containing("Circle menu")).click();
        device.link("Settings").click();
    } else if page == "Sync" {
        device.link(containing("Sync")).click();
    } else {
        device.by_role("navigation", "Main").link(containing(page)).click();
    }
    let found = PAGES.into_iter().find(|(_, name, _)| *name == page);
    let (address, _, heading) = found.unwrap_or_else(|| panic!("no page is called {page}"));
    device.see_address(&if address.is_empty() { "/some/path/".to_owned() } else { format!("/{address}/") });
    device.by_css("main h1").see_text(containing(heading));
    device.execute(AT_REST, &[]);
}

/// Waits for two frames: by then the page has brought its heading into sight, and what is clicked next stays where
/// it was found.
const AT_REST: &str = "return Promise.race([
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    new Promise((done) => setTimeout(() => done(true), 500)),
]);";

/// On the page of goals: a goal that is counted from 0.
#[track_caller]
pub fn set_goal(device: &Device, title: &str, target: &str, unit: &str) {
    device.button("Set a goal").click();
    let dialog = device.dialog("New goal");
    dialog.fill("At the end I will have", title);
    dialog.fill("To", target);
    dialog.fill("Unit", unit);
    dialog.button("Save").click();
    device.heading(title).see();
}

/// On the page of the week or of goals.
#[track_caller]
pub fn commit(device: &Device, text: &str) {
    device.button("Add a commitment").click();
    let dialog = device.dialog("New commitment");
    dialog.fill("I will", text);
    dialog.button("I commit to it").click();
    promise(device, text).see();
}

/// The row of a commitment.
pub fn promise<'d>(device: &'d Device, text: &str) -> Locator<'d> {
    device.list_item(containing(text))
}

/// Fills the check-in beside its outcomes and sends it.
#[track_caller]
pub fn check_in(device: &Device, win: &str, next: &str) {
    device.fill("A win, however small", win);
    device.check(containing("Confidence"), "4");
    device.fill("Next week I will", next);
    device.button("Check in").click();
    device.heading(containing("You are in, ")).see();
}

/// What the device keeps, without its notes of what was sent to whom.
#[track_caller]
pub fn kept(device: &Device) -> BTreeMap<String, String> {
    let mut kept = device.local_storage();
    kept.retain(|key, _| !key.starts_with("peer-circle/sending/"));
    kept
}

/// The circle file, by way of Share.
#[track_caller]
pub fn download_circle(device: &Device) -> PathBuf {
    go(device, "Sync");
    device.download(|| device.button("Save the file").click())
}

/// The readable part of a circle file.
#[track_caller]
pub fn readable(file: &Path) -> Value {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut file: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("no JSON: {error}"));
    file["circle"].take()
}

/// The keys of everything stored of circles, settings and drafts left out.
pub fn circle_keys(device: &Device) -> Vec<String> {
    device.local_storage().into_keys().filter(|key| key.starts_with("peer-circle/circle/")).collect()
}

/// A device of the member called `name`, with the circle of `file`.
#[track_caller]
pub fn join(journey: &Journey, site: &Site, name: &str, file: &Path) -> Device {
    let device = journey.device(&name.to_lowercase());
    device.open(&site.url(""));
    device.upload("Open a file", &[file]);
    device.button(containing(name)).click();
    device.heading(containing("no commitments yet")).see();
    device
}

/// Waits until the device has made its key, which it does by itself soon after its start. What is changed from now on
/// is changed after that.
#[track_caller]
pub fn see_key(device: &Device) {
    let has_key = || device.local_storage().keys().any(|key| key.starts_with("peer-circle/keys/"));
    device.wait_for("its key", has_key);
}

/// Opens a file that somebody sent, and takes in what it brings.
#[track_caller]
pub fn open_file(device: &Device, file: &Path) {
    go(device, "Sync");
    open_here(device, file);
}

/// The same on the page that has the files opened.
#[track_caller]
pub fn open_here(device: &Device, file: &Path) {
    // What came in before is no answer to this one.
    if device.button("Close what came in").count() > 0 {
        device.button("Close what came in").click();
        device.by_role("region", "What came in").see_gone();
    }
    device.upload("Open files", &[file]);
    device.by_role("region", "What came in").see();
    if device.button("Take it in").count() > 0 {
        take_in(device);
    }
}

/// Takes in what was looked at.
#[track_caller]
pub fn take_in(device: &Device) {
    device.button("Take it in").click();
    device.button("Take it in").see_gone();
    device.by_role("region", "What came in").see();
}

/// `from` saves the circle's file, `to` opens it.
#[track_caller]
pub fn bring(from: &Device, to: &Device) {
    open_file(to, &download_circle(from));
}
