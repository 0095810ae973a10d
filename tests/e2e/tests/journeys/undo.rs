//! What was removed comes back.

use crate::steps::{CIRCLE, PEOPLE, commit, fill_start, go, promise, set_goal, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Locator, containing};

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const GOAL: &str = "Three offers to choose from";
const OTHER: &str = "Book club";

/// A deleted commitment, goal, member: each with a way back.
pub fn undo(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    options(&device);
    device.dialog("Change the commitment").button("Delete").click();
    promise(&device, COMMITMENT).see_gone();
    device.button("Undo").click();
    promise(&device, COMMITMENT).see();

    options(&device);
    device.check("What became of it?", "dropped");
    device.dialog("Change the commitment").button("Save").click();
    promise(&device, COMMITMENT).see_text(containing("dropped"));
    device.button("Undo").click();
    device.heading(containing("One to go this week")).see();

    go(&device, "Goals");
    set_goal(&device, GOAL, "24", "applications");
    device.button("Edit").click();
    device.dialog("Change the goal").button("Delete").click();
    device.heading(GOAL).see_gone();
    device.button("Undo").click();
    device.heading(GOAL).see();

    go(&device, "Circle");
    let members = device.by_role("region", "Members");
    members.button("Change Ben").click();
    device.dialog("Members").button("Left the circle").click();
    members.button("Change Ben").see_gone();
    device.button("Undo").click();
    members.button("Change Ben").see();

    device.reload();
    members.button("Change Ben").see();
    go(&device, "Goals");
    device.heading(GOAL).see();
    promise(&device, COMMITMENT).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A circle that was taken off the device comes back by Undo, from Settings and from the first screen.
pub fn removed_circles(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    go(&device, "Settings");
    remove(&device, CIRCLE);
    device.heading("Six people, one page, every week").see();
    device.button("Undo").click();
    device.heading("This device").see();

    remove(&device, CIRCLE);
    device.heading("Removed circles").see();
    device.reload();
    device.list_item(containing(CIRCLE)).button("Bring back").click();
    device.heading("This device").see();

    // With a second circle, the other one is open after the removal.
    device.button("Start a circle").click();
    fill_start(&device, OTHER, &["Ana", "Zoë"]);
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();
    go(&device, "Settings");
    circles(&device).list_item(containing(OTHER)).by_text("open now").see();
    remove(&device, OTHER);
    circles(&device).list_item(containing(CIRCLE)).by_text("open now").see();
    circles(&device).list_item(containing(OTHER)).button("Bring back").click();
    circles(&device).list_item(containing(OTHER)).by_text("open now").see();
    remove(&device, OTHER);
    circles(&device).list_item(containing(OTHER)).button("Erase for good").click();
    circles(&device).list_item(containing(OTHER)).see_gone();
    go(&device, "Week");
    promise(&device, COMMITMENT).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

#[track_caller]
fn options(device: &Device) {
    device.button(format!("Options: {COMMITMENT}")).click();
}

fn circles(device: &Device) -> Locator<'_> {
    device.by_role("region", "Circles on this device")
}

#[track_caller]
fn remove(device: &Device, name: &str) {
    circles(device).list_item(containing(name)).button("Remove from this device").click();
}
