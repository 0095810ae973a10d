//! What people do on a page.

use crate::page::TestSite;
use peer_circle_e2e::{Find, Journey, Key, any, containing};
use std::{
    fs,
    panic::{self, AssertUnwindSafe},
    time::Duration,
};

pub fn finding(journey: &Journey) {
    let site = TestSite::start();
    let device = journey.device("ana");
    device.open(&site.site.url(""));
    assert_eq!(device.title(), "Harness");
    device.heading("This week").see();
    device.by_text("A hidden word").see_gone();
    device.by_text("Secret").see_gone();
    device.by_role("navigation", "Pages").link("Goals").see();
    assert_eq!(device.by_label("Your name").description(), "As your friends write it");

    // Two buttons have the same name; the item tells them apart.
    device.button("Done").see_count(2);
    device.list_item(containing("résumé 🚀")).button("Done").click();
    device.by_role("alert", any()).see_text("Ship the résumé 🚀");
    device.list_item(containing("לכתוב")).button(any()).click();
    device.by_role("alert", any()).see_text("לכתוב מכתב");
    // A fixed bar lies above the end of the page.
    device.button("Under the bar").click();
    device.by_role("alert", any()).see_text("low");

    // Behind an open modal dialog nothing can be reached.
    device.button("Rename").click();
    device.heading("This week").see_gone();
    device.dialog("Rename the circle").fill("New name", "Rowers");
    device.button("Done").click();
    device.heading("This week").see();
}

pub fn filling(journey: &Journey) {
    let site = TestSite::start();
    let device = journey.device("ana");
    device.open(&site.site.url(""));
    for name in ["Ana", "Ána Ñandú 🚣🏽‍♀️", "דנה", "", "Ben"] {
        device.fill("Your name", name);
        device.by_css("#hello").see_text(name);
    }
    device.by_label("Your name").type_text("ji");
    device.by_css("#hello").see_text("Benji");
    device.press(&[Key::Backspace]);
    device.by_css("#hello").see_text("Benj");
    device.by_label("Your name").see_focus();
    device.fill("Due", "2026-11-02");
    device.fill("Why", "First line\nsecond “line”");

    device.choose("Weekday", "Thursday");
    device.check("Outcome", "Missed");
    device.check("Outcome", "Kept");
    device.group("Outcome").by_role("radio", "Missed").see_off();
}

pub fn files(journey: &Journey) {
    let site = TestSite::start();
    let ana = journey.device("ana");
    ana.open(&site.site.url(""));
    ana.fill("Your name", "Ana 🚣");
    let first = ana.download(|| ana.button("Download").click());
    assert_eq!(first.file_name().and_then(|name| name.to_str()), Some("rowers.circle.json"));
    assert_eq!(fs::read_to_string(&first).expect("a file"), r#"{"name":"Ana 🚣"}"#);
    ana.fill("Your name", "Ana");
    let second = ana.download(|| ana.button("Download").click());
    assert_ne!(first, second);
    assert_eq!(first.file_name(), second.file_name());

    let ben = journey.device("ben");
    ben.open(&site.site.url(""));
    let status = ben.by_role("status", any());
    ben.upload("Open files", &[&first, &second]);
    let expected = r#"rowers.circle.json: {"name":"Ana 🚣"}; rowers.circle.json: {"name":"Ana"}"#;
    status.see_text(expected);
    ben.upload("Open a circle", &[&second]);
    status.see_text(r#"rowers.circle.json: {"name":"Ana"}"#);
    status.see_text(containing("rowers"));
}

/// A step that cannot be done says so, with what is there instead.
pub fn failing(journey: &Journey) {
    let site = TestSite::start();
    let device = journey.device("ana");
    device.open(&site.site.url(""));
    let message = |step: &dyn Fn()| {
        let payload = panic::catch_unwind(AssertUnwindSafe(step)).expect_err("a failure");
        payload.downcast::<String>().map(|text| *text).unwrap_or_default()
    };
    let short = Duration::from_millis(100);

    let absent = message(&|| device.heading("Next week").patiently(short).see());
    let wait = "waited 100ms for: heading “Next week”";
    for part in [wait, "there is none", "heading \"This week\"", "button \"Rename\""] {
        assert!(absent.contains(part), "{part:?} is missing in: {absent}");
    }
    let several = message(&|| device.button("Done").patiently(short).click());
    assert!(several.contains("clicking button “Done”") && several.contains("there are 2"), "{several}");
    let wrong = message(&|| device.by_label("Your name").patiently(short).see_value("Ana"));
    assert!(wrong.contains("value = \"Ana\" of field “Your name”") && wrong.contains("it is \"\""), "{wrong}");
}
