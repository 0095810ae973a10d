//! One circle in two tabs of one device.

use crate::steps::{CIRCLE, PEOPLE, check_in, commit, download_circle, go, promise, start_circle};
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

/// On Week, Everyone follows a check-in that is merged meanwhile, and the details that are open stay open.
pub fn everyone_follows(journey: &Journey) {
    let site = Site::release();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let first = download_circle(&ana);
    go(&ana, "Week");
    let everyone = ana.by_role("region", "Everyone");
    let ben = everyone.list_item(containing("Ben"));
    ben.see_text(containing("not in yet"));
    ben.button(containing("Ben")).click();
    ben.by_text("No commitments this week.").see();
    everyone.by_css("details[open]").see_count(1);

    let bens = journey.device("ben");
    bens.open(&site.url(""));
    bens.upload("Open a file", &[&first]);
    bens.button(containing("Ben")).click();
    commit(&bens, FIRST);
    go(&bens, "Check in");
    bens.check(containing(FIRST), "kept");
    check_in(&bens, "Spoke up in the stand-up", THIRD);
    let news = download_circle(&bens);

    // Another tab takes it in.
    let week = ana.tab();
    ana.new_tab();
    ana.open(&site.url("share/"));
    ana.upload("Open files", &[&news]);
    ana.by_role("region", "What came in").see();
    ana.switch_tab(&week);
    ben.see_text(containing("checked in"));
    ben.see_text(containing("Spoke up in the stand-up"));
    ben.by_text(containing(FIRST)).see();
    everyone.by_css("details[open]").see_count(1);
    assert_eq!(ana.console_errors(), [""; 0]);
}
