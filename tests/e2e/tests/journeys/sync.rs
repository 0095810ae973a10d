//! What waits to be sent, and what comes in.

use crate::steps::{CIRCLE, PEOPLE, check_in, commit, download_circle, go, promise, site, start_circle, take_in};
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, containing};
use serde_json::{Value, json};

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const NEXT: &str = "Call 3 studios by Friday";
const OTHER: &str = "Harbour";
const ALL_SENT: &str = "The others were sent everything of yours.";

/// A share sheet that remembers what it got and answers as it is told: `window.answer` is "sent", or the name of the
/// error; `window.refuses` is an ending of file names that it does not take.
pub const SHEET: &str = r#"
window.shared = []; window.texts = []; window.answer = "sent"; window.refuses = "none";
const stub = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
stub("canShare", (data) => !(data.files ?? []).some((file) => file.name.endsWith(window.refuses)));
stub("share", async (data) => {
  const files = (data.files ?? []).map((file) => `${file.name} ${file.type}`);
  window.shared.push({ keys: Object.keys(data), files });
  if (data.text) window.texts.push(data.text);
  if (window.answer !== "sent") throw new DOMException("", window.answer);
});"#;

/// An edit waits until it is sent, and nothing is called sent on a mere click.
pub fn not_sent_yet(journey: &Journey) {
    let site = site().with_script(SHEET);
    let device = journey.device_with("ana", DeviceOptions::phone());
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Sync");
    let state = device.by_css(".sync__state");
    state.see_text("Nobody else has this circle yet.");

    // Called off: still nobody has it. Refused: said, with a way out. Then it goes.
    answer(&device, "AbortError", "none");
    device.button("Send it to the circle").click();
    device.wait_for("the sheet", || shared(&device).len() == 1);
    device.by_text(containing("nothing was sent")).see_gone();
    state.see_text("Nobody else has this circle yet.");
    answer(&device, "NotAllowedError", "none");
    device.button("Send it to the circle").click();
    device.by_text(containing("Save the file instead")).see();
    state.see_text("Nobody else has this circle yet.");
    answer(&device, "sent", ".json");
    device.button("Send it to the circle").click();
    state.see_text(containing(ALL_SENT));
    device.by_text(containing("Save the file instead")).see_gone();
    see_files_alone(&shared(&device));

    // Own edits wait, also after a new start.
    go(&device, "Week");
    commit(&device, COMMITMENT);
    go(&device, "Check in");
    device.check(containing(COMMITMENT), "kept");
    check_in(&device, "Two answers already", NEXT);
    go(&device, "Sync");
    state.see_text("Not sent yet: your check-in and 2 commitments.");
    device.reload();
    state.see_text("Not sent yet: your check-in and 2 commitments.");

    // A saved file is not a sent one, until the person says so.
    let file = device.download(|| device.button("Save the file").click());
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    device.by_text(containing(format!("The browser saves “{name}”"))).see();
    state.see_text("Not sent yet: your check-in and 2 commitments.");
    device.reload();
    device.button("I sent it").click();
    state.see_text(containing(ALL_SENT));
    device.by_text(containing("The browser saves")).see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

fn answer(device: &Device, answer: &str, refuses: &str) {
    device.execute("[window.answer, window.refuses] = arguments", &[json!(answer), json!(refuses)]);
}

fn shared(device: &Device) -> Vec<Value> {
    device.execute("return window.shared", &[]).as_array().cloned().unwrap_or_default()
}

/// Nothing beside the files, each of which says who sends it.
#[track_caller]
fn see_files_alone(shared: &[Value]) {
    let endings = [".circle.json application/json", ".circle.json application/json", ".circle.txt text/plain"];
    assert_eq!(shared.len(), endings.len(), "{shared:?}");
    for (sheet, ending) in shared.iter().zip(endings) {
        assert_eq!(sheet["keys"], json!(["files"]));
        let file = sheet["files"][0].as_str().unwrap_or_default();
        assert!(file.starts_with("tuesday-rowers-ana-20") && file.ends_with(ending), "{file}");
    }
}

/// What came of opened files is in sight and has the focus, circle by circle, wherever they were opened.
pub fn results_first(journey: &Journey) {
    let site = site();
    let ana = journey.device_with("ana", DeviceOptions::phone());
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    commit(&ana, COMMITMENT);
    let anas = download_circle(&ana);

    let ben = journey.device_with("ben", DeviceOptions::phone());
    ben.open(&site.url(""));
    start_circle(&ben, OTHER, &["Ben", "Ida"]);
    let other = download_circle(&ben);
    ben.upload("Open files", &[&anas, &anas, &other]);
    let results = ben.by_role("region", "What came in");
    see_in_sight(&ben);
    // A circle of others is kept, and does not take the place of the one that is open.
    ben.heading(CIRCLE).see();
    results.see_text(containing("This circle is new on this device."));
    results.see_text(containing("Nothing new: this device knew all of it."));
    ben.by_role("region", "Last change").see_text(containing(format!("“{CIRCLE}” is on this device now")));
    ben.button(format!("Open “{CIRCLE}”")).click();
    ben.heading(format!("Who are you in {CIRCLE}?")).see();
    ben.button(containing("Ben")).click();
    go(&ben, "Week");
    commit(&ben, NEXT);
    let bens = download_circle(&ben);

    go(&ana, "Sync");
    ana.upload("Open files", &[&bens]);
    see_in_sight(&ana);
    // Looked at first: nothing has changed until it is taken in, and it can be left.
    let results = ana.by_role("region", "What came in");
    results.see_text(containing("1 change would come in."));
    results.see_text(containing("Nothing on this device has changed yet."));
    ana.button("Not now").click();
    results.see_gone();
    go(&ana, "Week");
    ana.by_text(containing(NEXT)).see_gone();
    go(&ana, "Sync");
    ana.upload("Open files", &[&bens]);
    take_in(&ana);
    see_in_sight(&ana);
    results.see_text(containing("1 change came in."));
    ana.button("Close what came in").click();
    ana.by_role("region", "What came in").see_gone();
    // Elsewhere, the way leads there.
    go(&ana, "Settings");
    ana.upload("Open a file", &[&other]);
    see_in_sight(&ana);
    assert_eq!(ana.console_errors(), [""; 0]);
    assert_eq!(ben.console_errors(), [""; 0]);
}

#[track_caller]
fn see_in_sight(device: &Device) {
    let heading = device.heading("What came in");
    heading.see_focus();
    let script = "const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;";
    assert_eq!(device.execute(script, &[]), json!(true), "the results are out of sight");
}

/// Who has left is told so, is nobody else on this device, and can come back.
pub fn left(journey: &Journey) {
    let site = site();
    let device = journey.device_with("ana", DeviceOptions::phone());
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    go(&device, "Settings");
    device.button("Leave this circle").click();
    device.by_role("option", "Ana (has left)").see_on();
    device.open(&site.url(""));
    device.heading(format!("You left “{CIRCLE}”")).see();
    device.by_text(containing("You left on")).see();
    device.link("Send it to the circle").click();
    device.by_css(".sync__state").see();
    device.open(&site.url("goals"));
    device.heading(format!("You left “{CIRCLE}”")).see();
    device.button("Come back").click();
    device.heading(containing("oals")).see();
    promise(&device, COMMITMENT).see();
    assert_eq!(device.console_errors(), [""; 0]);
}
