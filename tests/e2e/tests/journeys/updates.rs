//! Update messages: what one member sends arrives by a link or by pasting, with few taps.

use crate::steps::{CIRCLE, PEOPLE, Taps, commit, download_circle, go, join, open_file, site, start_circle, take_in};
use crate::sync::SHEET;
use peer_circle_e2e::{Device, Find, Journey, Site, containing};
use peer_circle_support::read_square_code;
use serde_json::Value;

const FIRST: &str = "Send 5 applications by Wednesday";
const SECOND: &str = "Call 3 studios by Friday";
const WIN: &str = "दो उत्तर आ चुके हैं";
/// Taps that a share sheet takes: the app, the chat, its confirmation, sending.
const IN_THE_SHEET: u32 = 4;
/// The tap on the link in the chat.
const ON_THE_LINK: u32 = 1;
/// The tap that checks in would be made without sending as well.
const CHECK_IN: u32 = 1;

/// Ana's circle on her device and on those of the others, who know all of it and were all told so.
fn circle(journey: &Journey, site: &Site, others: &[&str]) -> (Device, Vec<Device>) {
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let file = download_circle(&ana);
    ana.button("I sent it").click();
    go(&ana, "Week");
    let devices = others.iter().map(|name| join(journey, site, name, &file)).collect();
    (ana, devices)
}

/// The last message that was handed to the share sheet.
fn last_message(device: &Device) -> String {
    device.wait_for("a message", || !texts(device).is_empty());
    texts(device).last().and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn texts(device: &Device) -> Vec<Value> {
    device.execute("return window.texts", &[]).as_array().cloned().unwrap_or_default()
}

fn link_in(message: &str) -> String {
    message.split_whitespace().find(|word| word.contains("#update=")).unwrap_or_default().to_owned()
}

/// A check-in goes out with the tap that sends it, and comes in with one more; its link is no part of the address afterwards.
pub fn by_link(journey: &Journey) {
    let site = site().with_script(SHEET);
    let (ana, others) = circle(journey, &site, &["Ben"]);
    let [ben] = &others[..] else { return };
    commit(&ana, FIRST);
    go(&ana, "Check in");
    ana.check(containing(FIRST), "kept");
    ana.fill("A win, however small", WIN);
    ana.fill("Next week I will", SECOND);
    let taps = Taps::default();
    taps.tap(ana.button("Check in and send"));
    ana.heading(containing("You are in, ")).see();
    let message = last_message(&ana);
    for words in ["My week", FIRST, "Tap the link."] {
        assert!(message.contains(words), "{message}");
    }
    let link = link_in(&message);
    assert!(link.len() < 2_000, "{} characters", link.len());
    ana.by_text(containing("Nothing of yours waits")).see();

    // Ben's page is open: the link is followed there. It is one tap in his chat.
    ben.open(&link);
    let came = ben.by_role("region", "What came in");
    came.see_text(containing("checked in for the week of"));
    came.see_text(containing("Nothing on this device has changed yet."));
    assert_eq!(ben.execute("return location.hash", &[]), Value::from(""));
    taps.tap(ben.button("Take it in"));
    came.see_text(containing("came in."));
    // One tap to check in and send, the share sheet's own, one on the link, one to take it in.
    taps.add(IN_THE_SHEET + ON_THE_LINK);
    taps.see_at_most(6 + CHECK_IN);
    go(ben, "Week");
    let everyone = ben.by_role("region", "Everyone");
    everyone.list_item(containing("Ana")).see_text(containing("checked in"));
    ben.reload();
    everyone.list_item(containing("Ana")).see_text(containing("checked in"));

    // The same once more is no news; who sent it is known.
    ben.open(&link);
    came.see_text(containing("Nothing new: this device knew all of it."));
    ben.by_role("region", "Who has what").list_item(containing("Ana")).see_text(containing("Last heard from"));
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// In one room: what a camera reads off Ana's screen opens on Ben's phone.
pub fn by_code(journey: &Journey) {
    let site = site();
    let (ana, others) = circle(journey, &site, &["Ben"]);
    let [ben] = &others[..] else { return };
    commit(&ana, FIRST);
    go(&ana, "Sync");
    ana.button("Show it as a code").click();
    let dialog = ana.dialog("What is new, as a code");
    dialog.by_css("svg.sync-code path").see();
    let drawn = ana.execute(
        "const code = document.querySelector('.sync-code');
         return [code.querySelector('path').getAttribute('d'), code.viewBox.baseVal.width, code.clientWidth];",
        &[],
    );
    let side = drawn[1].as_u64().and_then(|side| usize::try_from(side).ok()).unwrap_or_default();
    assert!(drawn[2].as_f64().is_some_and(|width| width >= 2.0 * side as f64), "{drawn}: too small for a camera");
    let link = read_square_code(drawn[0].as_str().unwrap_or_default(), side).expect("a code that can be read");
    assert!(link.contains("#update="), "{link}");
    dialog.button("They have it").click();
    ana.by_css(".sync__state").see_text(containing("The others were sent everything of yours."));

    ben.open(&link);
    take_in(ben);
    go(ben, "Week");
    ben.by_role("region", "Everyone").list_item(containing("Ana")).button(containing("Ana")).click();
    ben.by_text(containing(FIRST)).see();
}

/// A message is pasted where a link cannot be followed; what is damaged, too early, or of another circle is told apart,
/// and nothing is lost by it.
pub fn by_paste(journey: &Journey) {
    let site = site().with_script(SHEET);
    let (ana, others) = circle(journey, &site, &["Ben"]);
    let [ben] = &others[..] else { return };
    commit(&ana, FIRST);
    let first = send(&ana);
    commit(&ana, SECOND);
    let second = send(&ana);

    go(ben, "Sync");
    let came = ben.by_role("region", "What came in");
    paste(ben, &first[..first.len() - 30]);
    came.see_text(containing("This message was cut"));
    paste(ben, "See you on Friday");
    ben.by_text(containing("There is nothing of a circle in this text.")).see();
    paste(ben, &format!("> {}", second.replace('\n', "\n> ")));
    came.see_text(containing("Ask Ana for the circle’s file."));
    take_in(ben);
    go(ben, "Week");
    ben.by_text(containing("Ask Ana for the circle’s file.")).see();
    ben.by_role("region", "Everyone").by_text(containing(SECOND)).see_gone();

    // What was missing comes, and with it what waited.
    go(ben, "Sync");
    paste(ben, &first);
    take_in(ben);
    came.see_text(containing(format!("committed to “{SECOND}”")));
    go(ben, "Week");
    ben.by_text(containing("Ask Ana for the circle’s file.")).see_gone();

    // A browser without the circle says so, and gives the message back.
    let other = journey.device("phone");
    other.open(&link_in(&first));
    other.by_text(containing("a circle that this browser does not have")).see();
    other.button("Copy the message").see();
    // The same where it is pasted.
    let new = journey.device("elif");
    new.open(&site.url(""));
    new.button(containing("Open a message")).click();
    paste(&new, &first);
    new.by_text(containing("a circle that this browser does not have")).see();
    new.button("Copy the message").see();
    let devices = [&ana, ben, &other, &new];
    assert!(devices.iter().all(|device| device.console_errors().is_empty()));
}

/// Three send to the lead, who opens all of it at once and passes it on in one message.
pub fn lead_gathers(journey: &Journey) {
    let site = site().with_script(SHEET);
    let (ana, others) = circle(journey, &site, &["Ben", "Chen"]);
    let [ben, chen] = &others[..] else { return };
    commit(ben, FIRST);
    commit(chen, SECOND);
    let chat = format!("{}\n\n[19:04] Chen: {}", send(ben), send(chen));
    go(&ana, "Sync");
    paste(&ana, &chat);
    let came = ana.by_role("region", "What came in");
    came.see_text(containing("2 changes would come in."));
    take_in(&ana);
    let pass_on = ana.by_label("Pass on what came in from the others, too");
    pass_on.click();
    ana.button("Send it to the circle").click();
    let all = last_message(&ana);
    go(ben, "Sync");
    paste(ben, &all);
    take_in(ben);
    ben.by_role("region", "What came in").see_text(containing(format!("committed to “{SECOND}”")));
    assert_eq!([ana.console_errors(), ben.console_errors(), chen.console_errors()], [[""; 0], [""; 0], [""; 0]]);
}

/// What two changed at once is shown with both values before anything is taken in, and chosen with the taking in: also where
/// one's own was sent before, and where both are somebody else's.
pub fn conflict(journey: &Journey) {
    let site = site().with_script(SHEET);
    let (ana, others) = circle(journey, &site, &["Ben", "Chen"]);
    let [ben, chen] = &others[..] else { return };
    write_purpose(&ana, "New jobs for all of us");
    write_purpose(ben, "Better work for all of us");
    let (hers, message) = (send(&ana), send(ben));
    go(chen, "Sync");
    paste(chen, &hers);
    take_in(chen);
    for device in [&ana, chen] {
        go(device, "Sync");
        paste(device, &message);
        let came = device.by_role("region", "What came in");
        came.see_text(containing("Two of you changed this"));
        came.see_text(containing("New jobs for all of us"));
        came.see_text(containing("Better work for all of us"));
    }
    let came = ana.by_role("region", "What came in");
    let is_mine = came.by_css(".sync-conflict dd").nth(0).text().contains("New jobs");
    came.button("Take this one").click();
    came.button("Chosen").see();
    take_in(&ana);
    // What was chosen counts as something, also where nothing else came in.
    ana.by_text(if is_mine { "What two of you had changed is settled" } else { "1 change came in" }).see();
    let chosen = if is_mine { "Better work for all of us" } else { "New jobs for all of us" };
    came.by_css(".sync-conflict dd").nth(0).see_text(chosen);
    go(&ana, "Circle");
    ana.by_text(chosen).see();
    // Files meet by the same choice.
    open_file(ben, &download_circle(&ana));
    assert_eq!([&ana, ben, chen].map(Device::console_errors), [[""; 0], [""; 0], [""; 0]]);
}

#[track_caller]
fn write_purpose(device: &Device, purpose: &str) {
    go(device, "Circle");
    device.button("Write the purpose").click();
    device.fill(containing("Purpose"), purpose);
    device.button("Save").click();
    device.by_text(purpose).see();
}

/// Sends what is new from the week, and returns the message.
#[track_caller]
fn send(device: &Device) -> String {
    let before = texts(device).len();
    device.by_role("navigation", "Main").link(containing("Week")).click();
    device.button("Send").click();
    device.wait_for("a message", || texts(device).len() > before);
    device.button("Send").see_gone();
    last_message(device)
}

#[track_caller]
fn paste(device: &Device, text: &str) {
    // As the keyboard's own paste does: the whole text at once.
    let script = "const field = document.getElementById('paste'); field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    device.by_label("Message").see();
    device.execute(script, &[Value::from(text)]);
}

/// What another app shares with the installed one is kept by the worker, and shown by the page that opens.
pub fn shared_from_another_app(journey: &Journey) {
    let site = site().with_script(SHEET);
    let (ana, others) = circle(journey, &site, &["Ben"]);
    let [ben] = &others[..] else { return };
    commit(&ana, FIRST);
    let message = send(&ana);
    ben.see_worker();
    // As the system posts it, without the app that it came from.
    let script = "const form = new FormData(); form.set('text', arguments[0]); window.posted = false;
        fetch(new URL('share/', document.baseURI), { method: 'POST', body: form }).then(() => { window.posted = true; });";
    ben.execute(script, &[Value::from(message)]);
    ben.wait_for("the answer", || ben.execute("return window.posted", &[]).as_bool() == Some(true));
    ben.open(&site.url("share/"));
    let came = ben.by_role("region", "What came in");
    came.see_text(containing("1 change would come in."));
    take_in(ben);
    came.see_text(containing(format!("committed to “{FIRST}”")));
    ben.reload();
    came.see_gone();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// What was taken in can be taken back, also for another tab, and comes again by the same link.
pub fn taken_back(journey: &Journey) {
    let site = site().with_script(SHEET);
    let (ana, others) = circle(journey, &site, &["Ben"]);
    let [ben] = &others[..] else { return };
    commit(&ana, FIRST);
    let message = send(&ana);
    let link = link_in(&message);
    let first = ben.tab();
    let second = ben.new_tab();
    ben.open(&link);
    take_in(ben);
    ben.switch_tab(&first);
    ben.by_role("region", "Everyone").see_text(containing("1 open"));
    ben.switch_tab(&second);
    ben.button("Undo").click();
    ben.by_role("region", "What came in").see_gone();
    ben.switch_tab(&first);
    ben.by_role("region", "Everyone").by_text(containing("1 open")).see_gone();
    ben.reload();
    ben.by_role("region", "Everyone").see();
    ben.by_role("region", "Everyone").by_text(containing("1 open")).see_gone();
    ben.open(&link);
    take_in(ben);
    go(ben, "Week");
    ben.by_role("region", "Everyone").see_text(containing("1 open"));
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}
