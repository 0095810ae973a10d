//! A circle as large as they get.

use crate::steps::{PAGES, go, site};
use peer_circle_e2e::{Find, Journey, containing};
use peer_circle_support::large_file;
use std::fs;
use tempfile::TempDir;

/// Twelve members and half a year of weeks: it opens from its file, and so does every page.
pub fn large(journey: &Journey) {
    let folder = TempDir::with_prefix("peer-circle-large-").expect("a folder");
    let file = folder.path().join("northlight.circle.json");
    fs::write(&file, large_file(12, 26)).expect("a file");

    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.upload("Open a file", &[&file]);
    device.heading("Who are you in Northlight?").see();
    device.list_item(containing("Maximiliane")).see();
    device.button(containing("Ana")).click();
    device.by_role("region", "Everyone").see();
    device.by_css("main details.week-member").see_count(11);
    for (_, name, _) in PAGES.into_iter().cycle().skip(1).take(PAGES.len()) {
        go(&device, name);
    }
    go(&device, "Goals");
    device.button("Earlier weeks").click();
    device.by_css("details.card-earlier h3").nth(20).see();
    device.group("Whose goals").button(containing("Maximiliane")).click();
    device.heading(containing("Goals of Maximiliane")).see();
    device.reload();
    device.by_css("main h1").see_text("Your goals");
    assert_eq!(device.console_errors(), [""; 0]);
}
