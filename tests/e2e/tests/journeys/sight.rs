//! For eyes that need other sizes or other colours.

use crate::steps::{PAGES, go};
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
