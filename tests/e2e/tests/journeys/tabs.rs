//! One circle in two tabs of one device.

use crate::steps::{CIRCLE, PEOPLE, commit, go, promise, start_circle};
use peer_circle_e2e::{Find, Journey, Site, containing};

const FIRST: &str = "Send 5 applications by Wednesday";
const SECOND: &str = "Record 1 mock interview";
const THIRD: &str = "Call 3 studios by Friday";

/// What is changed in one tab is on the screen of the other one, and nothing is lost.
pub fn two_tabs(journey: &Journey) {
    let site = Site::release();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let first = device.tab();
    let second = device.new_tab();
    device.open(&site.url(""));
    commit(&device, SECOND);

    device.switch_tab(&first);
    promise(&device, SECOND).see();
    device.heading(containing("One to go this week")).see();
    commit(&device, FIRST);
    device.button(format!("kept: {SECOND}")).click();
    device.heading(containing("One kept, one to go")).see();

    device.switch_tab(&second);
    device.heading(containing("One kept, one to go")).see();
    device.button(format!("kept: {SECOND}")).see_on();
    promise(&device, FIRST).see();
    go(&device, "Circle");
    device.fill("Add somebody", "Femi");
    device.button("Add somebody").click();
    device.by_role("region", "Members").list_item(containing("Femi")).see();

    device.switch_tab(&first);
    device.by_role("region", "Everyone").list_item(containing("Femi")).see();
    commit(&device, THIRD);

    device.switch_tab(&second);
    go(&device, "Week");
    device.close_tab(&first);
    device.reload();
    for text in [FIRST, SECOND, THIRD] {
        promise(&device, text).see();
    }
    device.by_role("region", "Everyone").list_item(containing("Femi")).see();
    assert_eq!(device.console_errors(), [""; 0]);
}
