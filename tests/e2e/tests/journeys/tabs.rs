//! One circle in two tabs of one device.

use crate::steps::{
    CIRCLE, PEOPLE, check_in, commit, download_circle, fill_start, go, open_here, promise, site, start_circle,
};
use peer_circle_e2e::{Device, Find, Journey, Tab, containing};

const FIRST: &str = "Send 5 applications by Wednesday";
const SECOND: &str = "Record 1 mock interview";
const THIRD: &str = "Call 3 studios by Friday";

/// What is changed in one tab is on the screen of the other one, and nothing is lost.
pub fn two_tabs(journey: &Journey) {
    let site = site();
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
    let site = site();
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
    open_here(&ana, &news);
    ana.switch_tab(&week);
    ben.see_text(containing("checked in"));
    ben.see_text(containing("Spoke up in the stand-up"));
    ben.by_text(containing(FIRST)).see();
    everyone.by_css("details[open]").see_count(1);
    assert_eq!(ana.console_errors(), [""; 0]);
}

/// What is half-written in one tab is there in the other, field by field, and what one sends takes nothing from the
/// other: when a circle is started, in a session, in its digest.
pub fn half_written(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    let first = device.tab();
    let second = device.new_tab();
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    device.fill("Name of the circle", CIRCLE);
    device.switch_tab(&first);
    device.by_label("Name of the circle").see_value(CIRCLE);
    fill_start(&device, CIRCLE, &PEOPLE);
    device.switch_tab(&second);
    device.by_label("Your name").see_value("Ana");
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();

    device.open(&site.url("session/"));
    device.button("Start the session").click();
    device.button("Step 1 of 6: all steps and the time").click();
    device.by_role("navigation", "Steps").button(containing("Decisions")).click();
    device.fill("A note", NOTE);
    device.switch_tab(&first);
    device.open(&site.url("session/"));
    device.by_label("A note").see_value(NOTE);
    in_a_session(&device, [&first, &second]);

    for tab in [&second, &first] {
        device.switch_tab(tab);
        device.open(&site.url("digest/?cycle=2026-11-23"));
        device.by_label("The digest").see();
    }
    device.fill("The digest", "A good week");
    device.switch_tab(&second);
    device.by_label("The digest").see_value("A good week");
    device.fill("The digest", "A good week for all");
    device.switch_tab(&first);
    device.by_label("The digest").see_value("A good week for all");
    device.button("Publish").click();
    device.by_text("A good week for all").see();
    // Nobody's pen is taken away: what was published stands in the field, with nothing left to publish.
    device.switch_tab(&second);
    device.by_text(containing("Published by you")).see();
    device.by_label("The digest").see_value("A good week for all");
    device.button("Publish again").see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

const NOTE: &str = "The room is too small";
const DECISION: &str = "We meet at the library";

/// Two tabs are at the decisions of a session, with a note half-written; the first of them is in front.
#[track_caller]
fn in_a_session(device: &Device, [first, second]: [&Tab; 2]) {
    device.fill("We decided", DECISION);
    device.choose("Who sees to it", "Ben");
    device.switch_tab(second);
    device.by_label("We decided").see_value(DECISION);
    device.fill("A note", &format!("{NOTE} and loud"));
    device.button("Add the note").click();
    device.by_label("A note").see_value("");
    device.by_label("We decided").see_value(DECISION);

    device.switch_tab(first);
    device.by_label("A note").see_value("");
    device.by_text(containing("too small and loud")).see();
    device.reload();
    device.by_label("We decided").see_value(DECISION);
    device.button("Record the decision").click();
    device.list_item(containing(DECISION)).see_text(containing("Ben"));
    device.by_label("We decided").see_value("");

    device.switch_tab(second);
    device.list_item(containing(DECISION)).see_count(1);
    device.by_label("We decided").see_value("");
    device.by_label("A note").see_value("");
}
