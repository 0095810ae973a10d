//! A file in a shared folder, which is read, merged and written on a tap.

use crate::steps::{CIRCLE, PEOPLE, commit, download_circle, go, join, promise, site, start_circle};
use peer_circle_e2e::{Browser, Device, Find, Journey, containing};
use serde_json::json;
use std::fs;

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const BENS: &str = "Rehearse the talk twice";
const LATER: &str = "Record 1 mock interview";
const IN_STEP: &str = "In step: the file holds all that this device has.";

/// The browser's own dialogs cannot be driven: they choose a file of the page's private folder. What is in
/// `window.between` is written there by somebody else right before the file is read the second time.
const PICKERS: &str = r#"
const file = async () => (await navigator.storage.getDirectory()).getFileHandle("shared.circle.json", { create: true });
const write = async (text) => { const writer = await (await file()).createWritable(); await writer.write(text); await writer.close(); };
if (window.showSaveFilePicker) {
  window.showSaveFilePicker = file;
  window.showOpenFilePicker = async () => [await file()];
  const read = FileSystemFileHandle.prototype.getFile;
  let reads = 0;
  FileSystemFileHandle.prototype.getFile = async function () {
    reads += 1;
    if (window.between && reads % 2 === 0) { const text = window.between; window.between = ""; await write(text); }
    return read.call(this);
  };
  window.put = write;
  window.content = async () => (await read.call(await file())).text();
}"#;

fn content(device: &Device) -> String {
    device.execute("return window.content()", &[]).as_str().unwrap_or_default().to_owned()
}

/// Nothing that others write into the file is lost, and nothing else takes its place.
pub fn read_merged_written(journey: &Journey) {
    let site = site().with_script(PICKERS);
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    commit(&ana, COMMITMENT);
    go(&ana, "Sync");
    if ana.browser() != Browser::Chromium {
        ana.heading("A file in a shared folder").see_gone();
        return;
    }
    ana.button("Make a new file").click();
    ana.by_text(IN_STEP).see();
    ana.by_css(".sync__state").see_text(containing("The others were sent everything of yours."));
    assert!(content(&ana).contains(COMMITMENT));

    // Another computer writes: Ben's copy, once before Ana's device reads, once right before it writes.
    let ben = join(journey, &site, "Ben", &download_circle(&ana));
    let early = fs::read_to_string(download_circle(&ben)).expect("Ben's file");
    go(&ben, "Week");
    commit(&ben, BENS);
    let late = fs::read_to_string(download_circle(&ben)).expect("Ben's file");
    go(&ana, "Week");
    commit(&ana, LATER);
    go(&ana, "Sync");
    ana.by_text(IN_STEP).see();
    ana.execute("return window.put(arguments[0]).then(() => true)", &[json!(early)]);
    ana.execute("window.between = arguments[0]", &[json!(late)]);
    ana.button("Bring it in step").click();
    ana.by_role("region", "What came in").see_text(containing(BENS));
    ana.by_text(IN_STEP).see();
    assert!([COMMITMENT, LATER, BENS].iter().all(|text| content(&ana).contains(text)));

    // It is found again after a start, and read by itself.
    ana.reload();
    ana.by_text(IN_STEP).see();
    go(&ana, "Goals");
    ana.group("Whose goals").button("Ben").click();
    promise(&ana, BENS).see();

    // What is no file of the circle stays as it is.
    go(&ana, "Sync");
    ana.by_text(IN_STEP).see();
    ana.execute("return window.put('{}').then(() => true)", &[]);
    ana.button("Bring it in step").click();
    ana.by_text(containing("This is no file of this circle")).see();
    assert_eq!(content(&ana), "{}");
    ana.button("Forget this file").click();
    ana.button("Use one that is there").see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}
