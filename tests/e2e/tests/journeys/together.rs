//! One circle on three devices, which meet by files alone: a swap is agreed, a session is run, a digest is read.

use crate::roles::{holders, table};
use crate::steps::{CIRCLE, download_circle, go, open_file, readable, site, start_circle};
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, Site, any, containing};
use std::path::Path;

const PEOPLE: [&str; 3] = ["Ana", "Ben", "Chen"];
const DECISION: &str = "Mock interviews on Tuesdays, in pairs";
const PROMISE: &str = "Read 2 chapters by Sunday";
const ANAS_NOTE: &str = "Chen asks for a second reader";
const CHENS_NOTE: &str = "The room is ours until six";
const SUMMARY: &str = "A week with more questions than answers, and that is fine.";
const DIGEST: &str = "Three of us met. Tuesdays are for mock interviews now.";

/// What three people do in a week, whoever's file comes first.
pub fn three_devices(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let first = download_circle(&ana);
    let ben = join(journey, &site, "Ben", DeviceOptions::phone(), &first);
    let chen = join(journey, &site, "Chen", DeviceOptions::laptop().time_zone("Australia/Sydney"), &first);

    swap(&ana, &ben, &chen);
    session(&ana, &chen);
    hand(&ana, &[&ben]);
    digest(&ben);
    hand(&ben, &[&chen, &ana]);
    hand(&chen, &[&ana, &ben]);

    for device in [&ana, &ben, &chen] {
        go(device, "Digest");
        device.by_text(containing(DIGEST)).nth(0).see();
        let by = if std::ptr::eq(device, &ben) { "Published by you" } else { "Published by Ben" };
        device.by_text(containing(by)).nth(0).see();
        go(device, "Session");
        for words in [DECISION, PROMISE, ANAS_NOTE, CHENS_NOTE, SUMMARY] {
            device.by_css("main").see_text(containing(words));
        }
        device.button("Open it again").see();
        assert_eq!(device.console_errors(), [""; 0]);
    }
    let circles = [&ana, &ben, &chen].map(|device| readable(&download_circle(device)));
    assert_eq!(circles[0], circles[1]);
    assert_eq!(circles[0], circles[2]);
}

#[track_caller]
fn join(journey: &Journey, site: &Site, name: &str, options: DeviceOptions, file: &Path) -> Device {
    let device = journey.device_with(&name.to_lowercase(), options);
    device.open(&site.url(""));
    device.upload("Open a file", &[file]);
    device.button(containing(name)).click();
    device.heading(containing("no commitments yet")).see();
    device
}

/// Gives the file of `from` to each of `to`.
#[track_caller]
fn hand(from: &Device, to: &[&Device]) {
    let file = download_circle(from);
    for device in to {
        go(device, "Week");
        open_file(device, &file);
    }
}

/// Ana offers Ben a turn for one of his; he agrees; all three see the same rota.
fn swap(ana: &Device, ben: &Device, chen: &Device) {
    go(ana, "Roles");
    let before = holders(ana);
    table(ana).by_css("[data-mine]").nth(0).click();
    ana.dialog(containing("week of")).button(containing("Ben: ")).nth(0).click();
    ana.by_role("region", "Asks and offers").by_text(containing("You offer Ben a swap")).see();
    assert_eq!(holders(ana), before, "an offer alone moves nothing");
    hand(ana, &[ben]);

    go(ben, "Week");
    ben.by_text(containing("Ana asks you about a turn")).see();
    ben.link("Answer").click();
    ben.button("Agree to the swap").click();
    ben.by_role("region", "Asks and offers").see_gone();
    let after = holders(ben);
    let moved: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    let pair = |a: &str, b: &str| moved.iter().any(|(before, after)| *before == a && *after == b);
    // What lies beyond the published weeks may follow from it.
    assert!(pair("Ana", "Ben") && pair("Ben", "Ana"), "{moved:?}");
    hand(ben, &[chen, ana]);
    for device in [ana, chen] {
        go(device, "Roles");
        device.wait_for("the same turns", || holders(device) == after);
    }
}

/// Ana runs the session to its end, while Chen, who has not heard, starts the same one.
fn session(ana: &Device, chen: &Device) {
    go(chen, "Session");
    chen.button("Start the session").click();
    chen.by_role("timer", any()).see();
    note(chen, CHENS_NOTE);

    go(ana, "Week");
    ana.by_role("region", "The session").link("Open the session").click();
    ana.button("Start the session").click();
    ana.heading("Round of check-ins").see();
    ana.by_role("timer", any()).see();
    note(ana, ANAS_NOTE);
    ana.button("Next: Commitment review").click();
    ana.heading("Commitment review").see();
    ana.button("Next: Hot seat").click();
    ana.button("Take the seat: Ana").click();
    ana.button("Next: Decisions").click();
    let form = ana.by_role("form", "Write a decision down");
    form.fill("We decided", DECISION);
    form.button("Record the decision").click();
    ana.by_text(containing(DECISION)).nth(0).see();
    // The clock is right after the page was away.
    ana.reload();
    ana.heading("Decisions").see();
    ana.button("Next: next week").click();
    let form = ana.by_role("form", "Write one down");
    form.choose("Who commits", "Chen");
    form.fill("Will do", PROMISE);
    form.button("Write it down").click();
    ana.by_text(PROMISE).see();
    ana.button("Next: Close").click();
    ana.fill("What do we keep of today", SUMMARY);
    ana.button("End the session").click();
    ana.button("Open it again").see();
    ana.by_css("main").see_text(containing(DECISION));
}

#[track_caller]
fn note(device: &Device, words: &str) {
    device.fill("A note", words);
    device.button("Add the note").click();
    device.by_text(words).see();
}

/// Ben, the summarizer, edits the draft and publishes it.
fn digest(ben: &Device) {
    go(ben, "Week");
    ben.by_role("region", "You are progress summarizer").link("Open the work").click();
    let text = ben.by_role("textbox", "The digest");
    assert!(text.value().contains(DECISION), "{}", text.value());
    text.enter(DIGEST);
    ben.button("Publish").click();
    go(ben, "Digest");
    ben.by_text(containing(DIGEST)).nth(0).see();
}
