//! For eyes that need other sizes or other colours.

use crate::steps::{CIRCLE, PAGES, check_in, commit, go, on_thursday, start_circle};
use peer_circle_e2e::{Browser, Device, DeviceOptions, Find, Journey, Site, containing};
use serde_json::{Value, json};

/// A window of 320 pixels, and one of 1280 at 200 %: nothing has to be scrolled sideways, on no page and in no form.
pub fn reflow(journey: &Journey) {
    let site = Site::release();
    for (width, height) in [(320, 640), (640, 450)] {
        let options = DeviceOptions::phone().size(width, height);
        let device = journey.device_with(&format!("ana-{width}"), options);
        device.open(&site.url(""));
        device.heading("Six people, one page, every week").see();
        see_no_overflow(&device, "the first screen");
        device.button(containing("Start a circle")).click();
        device.heading("Start a circle").see();
        see_no_overflow(&device, "the form that starts a circle");
        device.button("Back").click();
        device.button(containing("Try the demo")).click();
        device.by_role("navigation", "Main").see();
        for (page, _, heading) in PAGES {
            device.open(&site.url(page));
            device.by_css("main h1").see_text(containing(heading));
            unfold(&device);
            see_no_overflow(&device, page);
        }
        for page in ["work/?role=lead", "work/?role=summarizer", "work/?role=tracker"] {
            device.open(&site.url(page));
            device.by_css("main h1").see();
            unfold(&device);
            see_no_overflow(&device, page);
        }
        device.open(&site.url("goals"));
        device.button("Set a goal").click();
        device.dialog("New goal").see();
        see_no_overflow(&device, "the form of a goal");
        device.open(&site.url("rhythm"));
        device.button("Change the rhythm").click();
        device.dialog("Change the rhythm").see();
        see_no_overflow(&device, "the form of the rhythm");
        assert_eq!(device.console_errors(), [""; 0]);
    }
}

/// The same at 320 pixels in what people are asked for and do: a check-in, dialogs, a session; with a word that does
/// not fit into one line.
pub fn reflow_in_tasks(journey: &Journey) {
    let site = Site::release().with_script(&on_thursday());
    let device = journey.device_with("ana", DeviceOptions::phone().size(320, 640));
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &["Ana", LONG, "Chen"]);
    commit(&device, LONG);
    see_no_overflow(&device, "week");
    device.button(format!("Options: {LONG}")).click();
    device.check("What became of it?", "carry");
    see_no_overflow(&device, "what became of it");
    device.button("Close").click();
    go(&device, "Check in");
    device.check(containing(LONG), "carry");
    device.button("Check in").click();
    device.by_text("Say in a few words what got in the way.").see();
    see_no_overflow(&device, "check-in");
    device.check(containing(LONG), "kept");
    check_in(&device, LONG, LONG);
    see_no_overflow(&device, "what was sent");
    go(&device, "Roles");
    device.by_css("[data-mine]").nth(0).click();
    see_no_overflow(&device, "a turn");
    device.button("Close").click();
    go(&device, "Rhythm");
    device.button(containing("Nov 23")).click();
    see_no_overflow(&device, "a week");
    device.button("Close").click();
    go(&device, "Session");
    see_no_overflow(&device, "before a session");
    device.button("Start the session").click();
    for next in ["Commitment review", "Hot seat", "Decisions", "next week", "Close"] {
        unfold(&device);
        see_no_overflow(&device, &format!("the step before {next}"));
        device.button(format!("Next: {next}")).click();
    }
    see_no_overflow(&device, "the close of a session");
    device.button("End the session").click();
    device.button("Open it again").see();
    see_no_overflow(&device, "after a session");
    assert_eq!(device.console_errors(), [""; 0]);
}

const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

#[track_caller]
fn unfold(device: &Device) {
    device.execute("document.querySelectorAll('main details').forEach((details) => { details.open = true; })", &[]);
}

/// Neither the page nor an open dialog is wider than its window. Only a table with two dimensions may be scrolled in
/// itself.
#[track_caller]
fn see_no_overflow(device: &Device, page: &str) {
    let script = "
        const [root, dialog] = [document.documentElement, document.querySelector('dialog[open]')];
        const wide = (e) => e.scrollWidth > e.clientWidth;
        if (![root, document.body, dialog].some((e) => e && wide(e))) return [];
        const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
        return out.slice(0, 5).map((e) => `${e.localName}.${e.className}`).concat('is too wide');";
    assert_eq!(device.execute(script, &[]), json!([]), "{page}");
}

/// Under forced colours the weeks of the season are told apart: past, running, to come. In Chromium alone, which can be
/// asked for them.
pub fn forced_colours(journey: &Journey) {
    if journey.browser() != Browser::Chromium {
        return;
    }
    let site = Site::release();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    device.by_role("navigation", "Main").see();
    device.with_forced_colours();
    assert_eq!(device.execute("return matchMedia('(forced-colors: active)').matches", &[]), json!(true));
    let strip = "return ['past', 'now', 'next'].map((state) => {
        const style = getComputedStyle(document.querySelector(`.strip [data-state=${state}]`));
        return [style.backgroundColor, style.outlineStyle];
    })";
    see_different(&device.execute(strip, &[]));
    go(&device, "Rhythm");
    let weeks = "return ['past', 'now', 'next'].map((state) => {
        const style = getComputedStyle(document.querySelector(`.rhythm-weeks [data-state=${state}] .rhythm-week`));
        return [style.borderBlockStartColor, style.outlineStyle];
    })";
    see_different(&device.execute(weeks, &[]));
    assert_eq!(device.console_errors(), [""; 0]);
}

#[track_caller]
fn see_different(looks: &Value) {
    let [past, now, next] = [&looks[0], &looks[1], &looks[2]];
    assert!(past != now && now != next && past != next, "{looks}");
}
