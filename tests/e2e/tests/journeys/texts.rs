//! The week as a text.

use crate::steps::{CIRCLE, PEOPLE, commit, go, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, containing};
use std::fs;

const KEPT: &str = "Send 5 applications by Wednesday";
const OPEN: &str = "Call 3 studios by Friday";

/// A text for the chat, a page for Notion that can be saved, one's own week for somebody outside.
pub fn week_as_text(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    commit(&ana, KEPT);
    commit(&ana, OPEN);
    ana.button(format!("kept: {KEPT}")).click();
    ana.button(format!("kept: {KEPT}")).see_on();
    go(&ana, "Sync");
    let shown = ana.by_role("region", "What is sent");
    shown.see_text(containing("1 kept, 1 open"));
    ana.check("For", "Notion: the week");
    shown.see_text(containing(format!("- [x] {KEPT}")));
    shown.see_text(containing(format!("- [ ] {OPEN}")));
    let saved = ana.download(|| ana.button("Save the page").click());
    let page = fs::read_to_string(&saved).unwrap_or_default();
    assert!(page.starts_with("# Week of 20") && page.contains(&format!("- [ ] {OPEN}")), "{page}");
    assert!(saved.to_string_lossy().ends_with(".md"), "{}", saved.display());
    ana.check("For", "somebody outside");
    shown.see_text(containing("1 of 2 kept"));
    let outside = shown.text();
    assert!(
        !outside.contains("Ana") && !outside.contains(CIRCLE) && outside.contains(&format!("☐ {OPEN}")),
        "{outside}"
    );
    assert_eq!(ana.console_errors(), [""; 0]);
}

const CHAT: &str = "13/11/2026, 09:08 - Messages are end-to-end encrypted.
13/11/2026, 09:09 - Ben: ✅ Call 3 studios
13/11/2026, 09:10 - Ana: - [ ] Write 2 pages
13/11/2026, 09:11 - Ben: Nice";

/// A chat is pasted, looked at, taken in and taken back; a page that this app wrote brings nothing new.
pub fn chat_comes_in(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Sheets and notes");
    paste(&ana, CHAT);
    ana.by_text(containing("Call 3 studios")).see();
    ana.button("Take in 2 commitments").click();
    ana.by_text(containing("Taken in: 2 commitments")).see();
    paste(&ana, CHAT);
    ana.by_text(containing("Nothing comes in yet")).see();
    ana.button("Put it away").click();
    ana.button("Undo").click();
    paste(&ana, CHAT);
    ana.button("Take in 2 commitments").see();
    ana.button("Put it away").click();

    go(&ana, "Week");
    commit(&ana, OPEN);
    go(&ana, "Sync");
    ana.check("For", "Notion: the week");
    let shown = ana.by_role("region", "What is sent");
    shown.see_text(containing(format!("- [ ] {OPEN}")));
    let page = shown.text();
    go(&ana, "Sheets and notes");
    paste(&ana, &page);
    ana.by_text(containing("Nothing comes in yet")).see();
    assert_eq!(ana.console_errors(), [""; 0]);
}

#[track_caller]
fn paste(device: &Device, text: &str) {
    device.fill("Or paste it", text);
    device.button("Read it").click();
    device.heading("Pasted text").see();
}
