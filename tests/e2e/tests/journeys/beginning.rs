//! From nothing to a circle.

use crate::steps::{CIRCLE, PEOPLE, fill_start, go, promise};
use peer_circle_e2e::{Find, Journey, Locator, Site, any, containing};
use std::cell::Cell;

const GOAL: &str = "Three offers to choose from";
const COMMITMENT: &str = "Send the portfolio to 3 studios by Wednesday";

/// A newcomer needs few clicks to a circle with a goal and a commitment, and all of it stays.
pub fn first_steps(journey: &Journey) {
    let site = Site::release();
    let device = journey.device("ana");
    let clicks = Cell::new(0);
    let click = |what: Locator<'_>| {
        what.click();
        clicks.set(clicks.get() + 1);
    };
    device.open(&site.url(""));
    device.heading("Six people, one page, every week").see();
    click(device.button(containing("Start a circle")));
    fill_start(&device, CIRCLE, &PEOPLE);
    click(device.button("Start the circle"));
    device.heading(containing("no commitments yet")).see();

    click(device.link("Set a goal"));
    click(device.button("Set a goal"));
    device.fill("At the end I will have", GOAL);
    device.fill("To", "24");
    device.fill("Unit", "applications");
    click(device.button("Save"));
    device.heading(GOAL).see();
    click(device.by_role("navigation", "Main").link("Week"));
    click(device.button("Add a commitment"));
    device.fill("I will", COMMITMENT);
    device.choose(containing("For which goal"), GOAL);
    click(device.button("I commit to it"));
    device.heading(containing("One to go this week")).see();
    promise(&device, COMMITMENT).see_text(containing(format!("for “{GOAL}”")));
    assert!(clicks.get() <= 8, "{} clicks", clicks.get());

    device.reload();
    promise(&device, COMMITMENT).see();
    go(&device, "Goals");
    device.heading(GOAL).see();
    device.by_text("0 of 24 applications").see();
    go(&device, "Circle");
    device.heading(CIRCLE).see();
    for name in PEOPLE {
        device.by_role("region", "Members").list_item(containing(name)).see();
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Nothing is begun without a name, and the form says so at its field.
pub fn a_name_is_needed(journey: &Journey) {
    let site = Site::release();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    fill_start(&device, "", &PEOPLE);
    device.button("Start the circle").click();
    device.by_label("Name of the circle").see_focus();
    assert!(device.by_label("Name of the circle").description().contains("A name is needed."));
    device.fill("Name of the circle", CIRCLE);
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();
}

/// Where WebAssembly is switched off, the page says so and where to allow it; it blames no connection.
pub fn without_webassembly(journey: &Journey) {
    let site = Site::release().with_script("delete globalThis.WebAssembly;");
    let device = journey.device("ana");
    device.open(&site.url(""));
    let alert = device.by_role("alert", any());
    alert.see_text(containing("WebAssembly is switched off in this browser"));
    alert.list_item(containing("Lockdown Mode")).see();
    device.by_text(containing("Check the connection")).see_gone();
    device.by_role("progressbar", any()).see_gone();
}
