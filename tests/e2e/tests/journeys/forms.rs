//! What forms and dialogs do with the words that people type.

use crate::steps::{CIRCLE, PEOPLE, commit, fill_start, go, promise, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Site, containing};

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const SMALLER: &str = "Send 2 applications by Wednesday";

fn begin(journey: &Journey, site: &Site) -> Device {
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    device
}

/// Carries the commitment called `text` from its dialog.
#[track_caller]
fn carry(device: &Device, text: &str, reason: &str) {
    device.button(format!("Options: {text}")).nth(0).click();
    device.check("What became of it?", "carry");
    device.dialog("Change the commitment").fill("What got in the way?", reason);
    device.dialog("Change the commitment").button("Save").click();
}

/// A second carry takes its new words and the carry in one step, and one Undo takes both back.
pub fn second_carry(journey: &Journey) {
    let site = site();
    let device = begin(journey, &site);
    go(&device, "Goals");
    commit(&device, COMMITMENT);
    carry(&device, COMMITMENT, "A cold");
    device.by_text("carried once").nth(0).see();
    carry(&device, COMMITMENT, "Again");
    let dialog = device.dialog("Change the commitment");
    dialog.by_text(containing("make it smaller or change the plan")).see();
    dialog.fill("I will", SMALLER);
    dialog.by_text(containing("make it smaller or change the plan")).see_gone();
    dialog.button("Save").click();
    dialog.see_gone();
    device.by_text("carried twice").nth(0).see();
    device.button("Undo").click();
    device.by_text("carried twice").see_gone();
    promise(&device, COMMITMENT).nth(0).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A tick replaces an outcome and leaves the word about it.
pub fn note_outlives_tick(journey: &Journey) {
    let site = site();
    let device = begin(journey, &site);
    commit(&device, COMMITMENT);
    device.button(format!("Options: {COMMITMENT}")).click();
    device.check("What became of it?", "partial");
    let dialog = device.dialog("Change the commitment");
    dialog.fill(containing("A word about it"), "Two of five");
    dialog.button("Save").click();
    dialog.see_gone();
    device.button(format!("kept: {COMMITMENT}")).click();
    device.button(format!("kept: {COMMITMENT}")).see_on();
    promise(&device, COMMITMENT).see_text(containing("Two of five"));
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A dialog focuses its first field, going back closes it, and the words are there at its next opening.
pub fn dialogs(journey: &Journey) {
    let site = site();
    let device = begin(journey, &site);
    let dialog = device.dialog("New commitment");
    device.button("Add a commitment").click();
    dialog.by_label("I will").see_focus();
    dialog.fill("I will", "Half a commi");
    device.back();
    dialog.see_gone();
    device.see_address("/some/path/");
    device.heading(containing("no commitments yet")).see();

    device.button("Add a commitment").click();
    dialog.by_label("I will").see_value("Half a commi");
    dialog.fill("I will", COMMITMENT);
    dialog.button("I commit to it").click();
    dialog.see_gone();
    device.button("Add a commitment").click();
    dialog.by_label("I will").see_value("");
    dialog.button("Close").click();
    dialog.see_gone();

    // The history is as if there had been no dialog.
    go(&device, "Goals");
    device.back();
    device.see_address("/some/path/");
    promise(&device, COMMITMENT).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// What nobody touched in an open form stays as another tab left it meanwhile.
pub fn changed_meanwhile(journey: &Journey) {
    let site = site();
    let device = begin(journey, &site);
    go(&device, "Circle");
    let first = device.tab();
    device.button("Change Ben").click();
    device.dialog("Members").fill(containing("Working towards"), "Rust");
    let second = device.new_tab();
    device.open(&site.url("circle/"));
    device.button("Change Ben").click();
    device.dialog("Members").fill("Name", "Benno");
    device.dialog("Members").button("Save").click();
    device.button("Change Benno").see();

    device.switch_tab(&first);
    device.dialog("Members").button("Save").click();
    for tab in [&first, &second] {
        device.switch_tab(tab);
        let members = device.by_role("region", "Members");
        members.list_item(containing("Benno")).see_text(containing("Rust"));
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// The form that starts a circle survives a reload and going back, and says at its field who is named twice.
pub fn start_survives(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    fill_start(&device, CIRCLE, &["Ana", "Ben", "ben"]);
    device.reload();
    device.by_label(containing("Name of the circle")).see_value(CIRCLE);
    device.back();
    device.button(containing("Start a circle")).click();
    device.by_label(containing("The others")).see_value("Ben\nben");
    device.button("Start the circle").click();
    device.by_label(containing("The others")).see_invalid();
    device.by_text(containing("ben is named twice")).see();
    device.fill("The others", "Ben\nBen K");
    device.by_text(containing("named twice")).see_gone();
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();
    assert_eq!(device.console_errors(), [""; 0]);
}
