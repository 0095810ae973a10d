//! Choosing the right circle: a profile in small steps, the fit with its reasons, somebody who is tried.

use crate::keys::Keyboard;
use crate::steps::{CIRCLE, PEOPLE, download_circle, go, readable, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Key, containing};
use serde_json::json;

/// Two members say who they are, one question at a time; the fit counts what they said, and a third is tried.
pub fn fit_in_steps(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Circle");
    ana.link(containing("Say what you could help with")).click();
    ana.heading("Fit").see();
    ana.link("Say something about yourself").click();
    ana.heading("About you").see();
    say(&ana, &["Rust", "Interviewing"], &["Public speaking"]);
    ana.button("Find a job").click();
    ana.button("Save").click();
    ana.heading("Where are you in your career?").see_focus();
    ana.check(containing("Where are you now"), "Mid");
    ana.button("Save").click();
    ana.heading("When do you usually have time?").see_focus();
    draw(&ana);
    ana.by_text(containing("3 hours a week")).nth(0).see();
    ana.button("Save").click();
    ana.by_text(containing("That is all for now")).see_focus();
    ana.by_text(containing("3 hours a week: Mo 18–21")).see();

    let ben = journey.device("ben");
    ben.open(&site.url(""));
    ben.upload("Open a file", &[download_circle(&ana)]);
    ben.button(containing("Ben")).click();
    ben.heading(containing("no commitments yet")).see();
    ben.open(&site.url("profile/"));
    // What Ana wants is at hand.
    ben.button("Add “Public speaking”").click();
    ben.button("Save").click();
    ben.heading("What would you like to learn, or get help with?").see_focus();
    ben.fill("A skill or topic", "inter");
    ben.button("Add “Interviewing”").click();
    ben.button("Save").click();
    ben.button("Not now").click();
    ben.check(containing("Where are you now"), "Senior");
    ben.button("Save").click();
    ben.link(containing("Ana How do you know each other?")).click();
    ben.heading("About Ana").see();
    ben.button("They report to me").click();
    ben.link("How the circle fits").click();
    ben.by_text(containing("Ana reports to Ben")).see();
    // A gap of one of four steps: 18.75 of 25; both wants are met: 20 of 20; no friends: 10 of 10.
    ben.by_role("img", containing("Fit: 89 of 100. Career stages: 19 of 25")).see();
    tried(&ben);
    let circle = readable(&download_circle(&ben));
    assert_eq!(circle["ties"][0]["kind"], json!("reports_to"));
    assert!(!circle.to_string().contains("Negotiation"), "who is tried is in the file");
    for device in [&ana, &ben] {
        assert_eq!(device.console_errors(), [""; 0]);
    }
}

/// Answers the first two questions.
#[track_caller]
fn say(device: &Device, offers: &[&str], wants: &[&str]) {
    device.heading("What could you help others with?").see();
    for (label, words) in [("A skill", offers), ("A skill or topic", wants)] {
        for word in words {
            device.fill(label, word);
            device.button("Add").click();
            device.button(format!("Take “{word}” away")).see();
        }
        device.button("Save").click();
    }
    device.heading("What are you here for?").see_focus();
}

/// Draws Monday from 18 to 21 with a pointer: one hour, and the others by dragging.
#[track_caller]
fn draw(device: &Device) {
    device.by_role("gridcell", "Monday 18:00, not free").click();
    device.by_role("gridcell", "Monday 18:00, free").see();
    // From there on by keyboard.
    device.press(&[Key::Shift, Key::Down]);
    device.press(&[Key::Shift, Key::Down]);
    device.by_role("gridcell", "Monday 20:00, free").see_focus();
}

/// Somebody is tried, and forgotten again.
#[track_caller]
fn tried(device: &Device) {
    device.button("Try somebody").click();
    device.fill("A skill", "Negotiation");
    device.button("Add").click();
    device.button("Save").click();
    device.button("Not now").click();
    device.button("Not now").click();
    device.check(containing("Where are you now"), "Student");
    device.button("Save").click();
    // Gaps of 1, 2 and 3 of four steps: half of 25.
    device.by_text(containing("without them 89")).see();
    device.by_role("img", containing("Career stages: 13 of 25")).see();
    device.reload();
    device.by_text(containing("without them 89")).see();
    device.button("Forget them").click();
    device.by_role("img", containing("Fit: 89 of 100")).see();
}

/// Somebody without a circle opens two invitations, compares the circles, and joins one of them.
pub fn invited(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Profile");
    say(&ana, &["Rust"], &["Public speaking"]);
    go(&ana, "Circle");
    ana.link(containing("Invitations")).click();
    ana.heading("Invitations").see();
    ana.button("Say that it is from me").click();
    ana.by_css("#invitation-message").see_text(containing("Would you like to join"));
    ana.button("Copy the message").see();
    let first = ana.download(|| ana.button("Save its file").click());
    let text = std::fs::read_to_string(&first).unwrap_or_default();
    assert!(text.contains("Ana") && !text.contains("Ben"), "{text}");

    let dana = journey.device("dana");
    dana.open(&site.url(""));
    start_circle(&dana, "Night owls", &["Dana", "Elif"]);
    go(&dana, "Invitations");
    let second = dana.download(|| dana.button("Save its file").click());

    let chen = journey.device("chen");
    chen.open(&site.url(""));
    chen.link("I was invited to a circle").click();
    chen.heading("Invitations").see();
    chen.upload("Open an invitation", &[&first]);
    chen.heading(CIRCLE).see();
    chen.by_text("From Ana").see();
    chen.by_text(containing("5 members")).see();
    // What the circle wants is at hand.
    chen.button("Add “Public speaking”").click();
    chen.button("Save").click();
    chen.fill("A skill or topic", "rust");
    chen.button("Add").click();
    chen.button("Save").click();
    chen.by_role("img", containing("Fit with you: 100 of 100")).see();
    chen.upload("Open an invitation", &[&second]);
    let table = chen.by_role("table", "Side by side");
    table.by_role("columnheader", "Night owls").see();
    table.by_role("row", containing("Fit with you")).see_text(containing("100 of 100"));
    // It is still there after a reload, at its own address.
    chen.reload();
    chen.by_role("img", containing("Fit with you: 100 of 100")).see();
    chen.by_text(format!("Ask to join: {CIRCLE}")).click();
    chen.button("Save my answer").nth(0).click();
    chen.by_text("A name is needed.").see();
    chen.by_label("Your name").nth(0).enter("Chen Li");
    let answer = chen.download(|| chen.button("Save my answer").nth(0).click());

    go(&ana, "Sync");
    ana.upload("Open files", &[&answer]);
    ana.heading("Would like to join").see_focus();
    ana.by_text("Chen Li").see();
    ana.button("Add Chen Li to the circle").click();
    ana.by_text(containing("Now send them the circle's file")).nth(0).see();
    let circle = download_circle(&ana);
    chen.upload("Open an invitation", &[&circle]);
    chen.button(containing("Chen Li")).click();
    chen.heading(containing("no commitments yet")).see();
    go(&chen, "Profile");
    chen.by_text("rust").see();
    for device in [&ana, &dana, &chen] {
        assert_eq!(device.console_errors(), [""; 0]);
    }
}

/// A profile without a pointer: words, a choice, a week that is drawn on, a tie.
pub fn by_keyboard(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    ana.open(&site.url("profile/"));
    ana.heading("About you").see();
    ana.write_into(ana.by_label("A skill"), "Rust");
    ana.press(&[Key::Enter]);
    ana.button("Take “Rust” away").see();
    // A second one, with nothing typed, saves.
    ana.press(&[Key::Enter]);
    ana.heading("What would you like to learn, or get help with?").see_focus();
    ana.enter_on(ana.button("Not now"));
    ana.heading("What are you here for?").see_focus();
    ana.tab_to(ana.button("Build something"));
    ana.press(&[Key::Space]);
    ana.button("Build something").see_on();
    ana.enter_on(ana.button("Save"));
    ana.heading("Where are you in your career?").see_focus();
    ana.enter_on(ana.button("Not now"));
    ana.heading("When do you usually have time?").see_focus();
    ana.tab_to(ana.by_role("gridcell", "Monday 18:00, not free"));
    ana.press(&[Key::Right]);
    ana.by_role("gridcell", "Tuesday 18:00, not free").see_focus();
    ana.press(&[Key::Space]);
    ana.press(&[Key::Shift, Key::Right]);
    ana.by_role("gridcell", "Wednesday 18:00, free").see_focus();
    ana.enter_on(ana.button("Save"));
    ana.by_text(containing("2 hours a week: Tu 18–19, We 18–19")).see();
    ana.enter_on(ana.link(containing("Ben How do you know each other?")));
    ana.heading("About Ben").see();
    ana.enter_on(ana.button("We work together"));
    ana.button("We work together").see_on();
    assert_eq!(ana.console_errors(), [""; 0]);
}
