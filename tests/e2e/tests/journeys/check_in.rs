//! The check-in by itself; how it travels is told by `sharing`.

use crate::steps::{CIRCLE, PEOPLE, check_in, commit, go, start_circle};
use peer_circle_e2e::{Find, Journey, Site, containing};

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const NEXT: &str = "Call 3 studios by Friday";

/// It is not sent before every promise has its outcome, and can be changed and taken back.
pub fn outcomes_first(journey: &Journey) {
    let site = Site::release();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    go(&device, "Check in");
    device.fill("A win, however small", "Half a sentence");
    device.button("Check in").click();
    device.by_text("1 commitment wants an outcome first.").see();
    let outcome = device.group(containing(COMMITMENT));
    outcome.see_focus();
    device.check(containing(COMMITMENT), "carry");
    device.button("Check in").click();
    device.by_text("Say in a few words what got in the way.").see();
    outcome.fill("What got in the way?", "The printer");
    check_in(&device, "Two answers already", NEXT);
    device.list_item(containing(COMMITMENT)).nth(0).see_text(containing("carry"));

    // The notice lies above the end of the page.
    device.button("Close").click();
    device.button("Change it").click();
    device.by_label("A win, however small").see_value("Two answers already");
    device.fill("A win, however small", "Three answers");
    device.button("Save the changes").click();
    device.by_text("Three answers").see();
    device.button("Undo").click();
    device.by_text("Two answers already").see();
    assert_eq!(device.console_errors(), [""; 0]);
}
