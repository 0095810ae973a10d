//! A session on a phone, from its start to its digest.

use crate::steps::{CIRCLE, PEOPLE, download_circle, go, open_here, site, start_circle};
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, any, containing};

/// Step, name, clock and pause stay in sight in one bar, and the way on is never covered; at the end it leads to
/// the digest of this session's week.
pub fn on_a_phone(journey: &Journey) {
    let site = site();
    let device = journey.device_with("ana", DeviceOptions::phone().size(360, 740));
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Session");
    device.button("Start the session").click();
    device.heading("Round of check-ins").see();
    device.by_role("timer", any()).see_count(1);
    device.button("Undo").see();
    is_so(&device, "the way on is not covered by the notice", ON_TOP);
    is_so(
        &device,
        "content begins in the upper half",
        "return document.querySelector('.session-topic').getBoundingClientRect().top < innerHeight / 2",
    );
    device.execute("scrollTo(0, document.body.scrollHeight)", &[]);
    is_so(&device, "one bar of at most 56 pixels stays in sight", BAR);
    is_so(&device, "the way on is within reach", ON_TOP);

    device.button("Step 1 of 6: all steps and the time").click();
    device.by_role("navigation", "Steps").button("3 Hot seat 12 min").click();
    device.heading("Hot seat").see();
    device.by_role("navigation", "Steps").see_gone();
    device.button("Pause").click();
    device.button("Go on").click();
    for next in ["Next: Decisions", "Next: next week", "Next: Close"] {
        device.button(next).click();
    }
    device.button("End the session").click();
    device.link("To the digest").click();
    device.heading("Digest of Nov 23 to Nov 29").see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// The words that a session is kept by follow another tab's until something else is typed, which what another device
/// saved does not take away.
pub fn summary_follows(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Session");
    ana.button("Start the session").click();
    ana.button("Step 1 of 6: all steps and the time").click();
    ana.by_role("navigation", "Steps").button(containing("Close")).click();
    let summary = ana.by_label(SUMMARY);
    summary.see_value("");
    let first = ana.tab();
    let second = ana.new_tab();
    ana.open(&site.url("session/"));
    save(&ana, "One thing at a time");
    ana.switch_tab(&first);
    summary.see_value("One thing at a time");
    ana.switch_tab(&second);
    let file = download_circle(&ana);

    let ben = journey.device("ben");
    ben.open(&site.url(""));
    ben.upload("Open a file", &[&file]);
    ben.button(containing("Ben")).click();
    ben.open(&site.url("session/"));
    ben.by_label(SUMMARY).see_value("One thing at a time");
    save(&ben, "Three things");
    let news = download_circle(&ben);

    ana.switch_tab(&first);
    summary.enter("Two things, then");
    ana.switch_tab(&second);
    open_here(&ana, &news);
    ana.switch_tab(&first);
    ana.by_text(containing("Three things")).see();
    summary.see_value("Two things, then");
    save(&ana, "Two things, then");
    ana.by_text(containing("Three things")).see_gone();
    ana.switch_tab(&second);
    ana.open(&site.url("session/"));
    summary.see_value("Two things, then");
    assert_eq!(ana.console_errors(), [""; 0]);
    assert_eq!(ben.console_errors(), [""; 0]);
}

const SUMMARY: &str = "What do we keep of today";

#[track_caller]
fn save(device: &Device, words: &str) {
    device.fill(SUMMARY, words);
    device.button("Save the summary").click();
    device.button("Undo").see();
}

/// Whether the button that leads on is what a thumb at its middle touches.
const ON_TOP: &str = "
    const on = document.querySelector('.session-walk [data-kind=main]'), box = on.getBoundingClientRect();
    return on.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));";

/// Whether heading, clock and pause stand in one bar at the upper edge.
const BAR: &str = "
    const bar = document.querySelector('h1').closest('header'), box = bar.getBoundingClientRect();
    return box.top > -1 && box.height <= 57 && [...bar.querySelectorAll('[role=timer], button')].length === 3;";

#[track_caller]
fn is_so(device: &Device, what: &str, script: &str) {
    device.wait_for(what, || device.execute(script, &[]) == true);
}
