//! The circle's clocks, the weeks that differ, the way into a calendar, and reminders.

use crate::steps::{CIRCLE, PEOPLE, go, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Locator, containing};
use serde_json::Value;
use std::fs;

/// A browser that remembers what it was to show, says yes when asked, and is hidden when a test says so.
const NOTICES: &str = "
    const told = () => JSON.parse(localStorage.getItem('told') ?? '[]');
    const tell = (title, { body, data }) =>
      localStorage.setItem('told', JSON.stringify([...told(), [title, body, data.url]]));
    window.Notification = class {
      static permission = localStorage.getItem('leave') ?? 'default';
      static requestPermission() {
        localStorage.setItem('leave', 'granted');
        this.permission = 'granted';
        return Promise.resolve('granted');
      }
      constructor(title, options) { tell(title, options); }
    };
    if (window.ServiceWorkerRegistration) {
      ServiceWorkerRegistration.prototype.showNotification = (title, options) => Promise.resolve(tell(title, options));
    }
    window.badges = [];
    Navigator.prototype.setAppBadge = (count) => Promise.resolve(window.badges.push(count));
    Navigator.prototype.clearAppBadge = () => Promise.resolve(window.badges.push(0));
    Object.defineProperty(document, 'hidden', { get: () => localStorage.getItem('away') === 'yes' });";

/// The times are set, shown, refused when they are out of range, and handed to a calendar.
pub fn clocks(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Rhythm");
    let events = device.by_role("region", "Next events");
    events.by_css(".event").see_count(3);
    for event in ["Check-ins due", "Session", "Next commitments due"] {
        events.by_text(event).see();
    }

    let said = device.by_role("region", "In plain words");
    said.button("Change the rhythm").click();
    let sheet = device.dialog("Change the rhythm");
    sheet.choose("The session is on", "Saturday");
    sheet.fill(containing("The session takes"), "5");
    sheet.fill("Next commitments are due at", "");
    sheet.button("Save").click();
    sheet.by_label("Next commitments are due at").see_invalid();
    sheet.by_text("A time is needed.").see();
    sheet.fill("Next commitments are due at", "09:00");
    sheet.button("Save").click();
    sheet.by_label(containing("The session takes")).see_invalid();
    // The focus follows when the page is drawn: what is typed before goes elsewhere.
    sheet.by_label(containing("The session takes")).see_focus();
    sheet.fill(containing("The session takes"), "60");
    sheet.fill(containing("Where the session is"), "Café Lume, upstairs");
    sheet.button("Save").click();
    said.by_text(containing("The session is Saturdays at 17:00, for 60 minutes. Café Lume, upstairs")).nth(0).see();

    let export = device.by_role("region", "In your own calendar");
    export.by_text(containing("A calendar imports the file once and hears of no later change.")).see();
    let file = device.download(|| export.button("Add to a calendar").click());
    let text = fs::read_to_string(&file).expect("a calendar file").replace("\r\n ", "");
    for line in ["BEGIN:VCALENDAR", "LOCATION:Café Lume\\, upstairs", "END:VCALENDAR"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(text.contains("/some/path/"), "no way back to the app\n{text}");

    device.reload();
    said.by_text(containing("Saturdays at 17:00")).nth(0).see();
    device.button("Undo").see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A week of the season, as one of its cells.
fn week(device: &Device, number: usize) -> Locator<'_> {
    let day = if number == 1 { "Nov 23" } else { "Nov 30" };
    device.button(containing(format!("Week {number} {day}")))
}

/// The circle meets every second week: the weeks between are not held, and have no turns.
pub fn every_second_week(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Rhythm");
    let said = device.by_role("region", "In plain words");
    said.button("Change the rhythm").click();
    let sheet = device.dialog("Change the rhythm");
    sheet.choose("The circle meets", "every second week");
    sheet.button("Save").click();
    said.by_text("The circle meets every second week.").see();
    device.by_role("region", "The season").by_text("not held").nth(0).see();
    device.reload();
    said.by_text("The circle meets every second week.").see();
    go(&device, "Roles");
    device.by_role("region", "The next eight weeks").by_text("Not held").nth(0).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// One week is paused and its pause ended, one session is moved and held at its usual time again.
pub fn weeks(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    device.open(&site.url("rhythm"));
    device.heading(containing("Check-ins are due in 9 h")).see();

    week(&device, 2).click();
    device.button("Pause this week").click();
    week(&device, 2).see_text(containing("paused"));
    device.button("Undo").click();
    week(&device, 2).see_text(containing("to come"));
    week(&device, 2).click();
    device.button("Pause this week").click();
    week(&device, 2).see_text(containing("paused"));
    device.reload();
    week(&device, 2).click();
    device.by_text(containing("The circle pauses this week")).see();
    device.button("End the pause").click();
    device.button("Undo").see();
    assert!(!week(&device, 2).text().contains("paused"), "the week is still paused");

    let next = device.by_role("region", "Next events");
    week(&device, 1).click();
    device.fill("Hold the session on", "2026-11-22");
    device.button("Move the session").click();
    device.by_text(containing("Choose a time after")).see();
    device.fill("Hold the session on", "2026-11-28");
    device.button("Move the session").click();
    week(&device, 1).see_text(containing("moved"));
    next.list_item(containing("Saturday")).see_text(containing("moved"));
    week(&device, 1).click();
    device.button("Hold it at the usual time").click();
    next.list_item(containing("Friday")).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A week that is not held has no session, and says so; who meets all the same finds the session that runs.
pub fn not_held(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Rhythm");
    for number in [1, 2] {
        week(&device, number).click();
        device.button("Pause this week").click();
        week(&device, number).see_text(containing("paused"));
    }
    device.open(&site.url("session/?cycle=2026-11-30"));
    device.heading("No session in the week of Nov 30").see();
    device.open(&site.url("session/"));
    device.heading("Friday’s session").see();
    device.open(&site.url("session/?cycle=2026-11-23"));
    device.heading("No session this week").see();
    device.by_text("Nobody expects a session. You can hold one all the same.").see();
    device.button("Start the session").click();
    device.heading("Round of check-ins").see();
    device.open(&site.url("session/"));
    device.heading("Round of check-ins").see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// What the browser was to show: title, text, address.
fn told(device: &Device) -> Vec<Value> {
    let stored = device.local_storage().remove("told").unwrap_or_else(|| "[]".to_owned());
    serde_json::from_str(&stored).expect("a list")
}

/// Waits until the page has looked for what is due.
fn see_look(device: &Device) {
    let script = "return window.badges.length > 0";
    device.wait_for("a number on the app's icon", || device.execute(script, &[]) == Value::Bool(true));
}

/// Reminders are asked for, shown once while the page is hidden, and stop when they are turned off.
pub fn reminders(journey: &Journey) {
    let site = site().with_script(NOTICES);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    device.open(&site.url("rhythm"));
    let card = device.by_role("region", "Reminders");
    card.by_text(containing("This browser can notify you while Peer Circle is open")).see();
    card.button("Turn reminders on").click();
    card.button("Turn reminders off").see();
    see_look(&device);
    assert_eq!(told(&device), [Value::Null; 0], "nobody is told what is before their eyes");
    card.button("Show me one now").click();
    device.wait_for("the one for trying", || told(&device).len() == 1);

    device.set_local_storage("away", Some("yes"));
    device.reload();
    device.wait_for("a reminder", || told(&device).len() == 2);
    let reminder = told(&device).remove(1);
    assert_eq!(reminder[0], "Your check-in is due in 9 h");
    let text = reminder[1].as_str().unwrap_or_default();
    assert!(text.starts_with(CIRCLE) && text.contains("18:00"), "{text}");
    assert!(reminder[2].as_str().is_some_and(|address| address.ends_with("/some/path/check-in/")), "{reminder}");
    device.reload();
    see_look(&device);

    card.button("Turn reminders off").click();
    card.button("Turn reminders on").see();
    // Even if it had never been shown.
    device.set_local_storage("peer-circle/reminded", None);
    device.reload();
    card.button("Turn reminders on").see();
    assert_eq!(told(&device).len(), 2, "shown twice, or after reminders were turned off");
    card.button("Turn reminders on").click();
    device.wait_for("the reminder once more", || told(&device).len() == 3);

    // A click on it, as the worker hands it on, leads to the page that it is about.
    let click = "const url = new URL('check-in/', document.baseURI).href;
        navigator.serviceWorker?.dispatchEvent(new MessageEvent('message', { data: { type: 'open', url } }));";
    device.execute(click, &[]);
    device.heading(containing("How did the week go")).see();
    device.see_address("/check-in");
    assert_eq!(device.console_errors(), [""; 0]);
}
