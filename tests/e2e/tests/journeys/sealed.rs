//! The circle's file with a passphrase.

use crate::steps::{
    CIRCLE, PEOPLE, bring, commit, download_circle, go, join, kept, open_file, promise, see_key, site, start_circle,
};
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, Key, containing};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const COMMITMENT: &str = "Send 5 applications by Wednesday";
/// In a note for two, and nowhere else.
const SECRET: &str = "You read the numbers out first, quietly";
const PASSPHRASE: &str = "Zürich lamp noun river";
const WRONG: &str = "zürich lamp noun river";
const WRONG_SAID: &str = "This passphrase does not open the file.";

/// A sheet that remembers the names of the files that it got.
const SHEET: &str = r#"
window.shared = [];
const stub = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
stub("canShare", (data) => !(data.files ?? []).some((file) => file.name.endsWith(".json")));
stub("share", async (data) => { window.shared.push(...data.files.map((file) => file.name)); });"#;

/// Sealed and saved on one device, opened on another; a wrong passphrase changes nothing there.
pub fn saved_and_opened(journey: &Journey) {
    let site = site();
    let ana = journey.device_with("ana", DeviceOptions::phone());
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    commit(&ana, COMMITMENT);
    let file = save_sealed(&ana);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    assert!(name.starts_with("tuesday-rowers-ana-20") && name.ends_with(".sealed.json"), "{name}");
    let text = fs::read_to_string(&file).unwrap_or_default();
    assert!(text.contains("peer-circle-sealed") && !text.contains("Ana"), "{text}");
    ana.by_text(containing(format!("The browser saves “{name}”"))).see();

    let ben = journey.device_with("ben", DeviceOptions::phone());
    ben.open(&site.url(""));
    ben.heading("Six people, one page, every week").see();
    let before = kept(&ben);
    for (file, sentence) in damaged(&text) {
        ben.upload("Open a file", &[&file]);
        ben.by_text(containing(sentence)).see();
        assert_eq!(kept(&ben), before, "{sentence}");
    }
    ben.upload("Open a file", &[&file]);
    let dialog = ben.dialog("This file is sealed");
    dialog.fill("Passphrase", WRONG);
    dialog.button("Open it").click();
    dialog.by_text(containing(WRONG_SAID)).see();
    dialog.by_label("Passphrase").see_invalid();
    dialog.by_label("Passphrase").see_focus();
    assert_eq!(kept(&ben), before);
    // Closed, it is asked for anew.
    dialog.button("Close").click();
    dialog.see_gone();
    ben.upload("Open a file", &[&file]);
    dialog.by_text(containing(WRONG_SAID)).see_gone();
    dialog.button("Show what I type").click();
    dialog.fill("Passphrase", PASSPHRASE);
    dialog.button("Open it").click();
    dialog.see_gone();
    ben.button(containing("Ben")).click();
    ben.heading(containing("no commitments yet")).see();
    go(&ben, "Goals");
    ben.group("Whose goals").button("Ana").click();
    promise(&ben, COMMITMENT).see();

    // In a circle that is open; Enter sends.
    go(&ben, "Sync");
    ben.upload("Open files", &[&file]);
    dialog.fill("Passphrase", PASSPHRASE);
    ben.press(&[Key::Enter]);
    ben.by_text(containing("Nothing new: this device knew all of it.")).see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// On the page of sync: seals the file with the passphrase, hidden and written twice, and saves it.
#[track_caller]
fn save_sealed(device: &Device) -> PathBuf {
    go(device, "Sync");
    device.button("With a passphrase").click();
    let dialog = device.dialog("Seal the file with a passphrase");
    dialog.button("Seal it").click();
    dialog.by_text("Say a passphrase.").see();
    dialog.by_text(containing("A machine guesses this one.")).see();
    dialog.button("Hide what I type").click();
    dialog.fill("Passphrase", PASSPHRASE);
    dialog.by_text(containing("Long enough")).see();
    dialog.fill("Passphrase once more", WRONG);
    dialog.button("Seal it").click();
    dialog.by_text(containing("The two are not the same.")).see();
    dialog.fill("Passphrase once more", PASSPHRASE);
    dialog.button("Seal it").click();
    dialog.by_text(containing("opened again with your passphrase as a test")).see();
    let file = device.download(|| dialog.button("Save the file").click());
    dialog.see_gone();
    file
}

/// Files that were damaged on their way, and what is said of each.
fn damaged(text: &str) -> [(PathBuf, &'static str); 3] {
    let folder = TempDir::with_prefix("peer-circle-sealed-").expect("a folder").keep();
    let written = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).expect("a file");
        file
    };
    let changed = |member: &str, value: Value| {
        let mut file: Value = serde_json::from_str(text).expect("JSON");
        file[member] = value;
        file.to_string()
    };
    [
        (written("cut.json", &text[..text.len() / 2]), "This file was cut short in line"),
        (written("header.json", &changed("iterations", 100_000.into())), "which says how to open it, was changed"),
        (written("content.json", &changed("sha256", "00".into())), "What is sealed in this file was changed"),
    ]
}

/// By the share sheet, which Chromium's refuses `.json`; sent is what the sheet says is sent.
pub fn sent(journey: &Journey) {
    let site = site().with_script(SHEET);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Sync");
    device.button("With a passphrase").click();
    let dialog = device.dialog("Seal the file with a passphrase");
    dialog.fill("Passphrase", PASSPHRASE);
    dialog.button("Seal it").click();
    dialog.button("Send it to the circle").click();
    dialog.see_gone();
    device.by_css(".sync__state").see_text(containing("The others were sent everything of yours."));
    let shared = device.execute("return window.shared", &[]);
    let name = shared[0].as_str().unwrap_or_default();
    assert!(Path::new(name).file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with(".sealed")), "{name}");
    assert!(name.ends_with(".txt"), "{name}");
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A note for two goes there and its answer back in the circle's own file, by way of somebody who can open neither.
pub fn notes_for_two(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let [ben, chen] = ["Ben", "Chen"].map(|who| join(journey, &site, who, &download_circle(&ana)));
    [&ana, &ben, &chen].into_iter().for_each(see_key);
    bring(&ben, &ana);
    go(&ana, "Feedback");
    ana.button("Give feedback").nth(0).click();
    let dialog = ana.dialog(containing("eedback"));
    dialog.check("Who can read it", "Only the two of us");
    dialog.choose("To whom", "Chen");
    dialog.by_text(containing("Chen's device has no key yet")).see();
    dialog.choose("To whom", "Ben");
    dialog.by_text(containing("only Ben and you can open it")).see();
    dialog.fill("What did you see or hear", SECRET);
    dialog.button("Give it").click();
    ana.by_text(containing("Travels sealed in the circle's file. Only Ben's device and yours can open it.")).see();
    ana.button("I sent it").see_gone();
    go(&ana, "Sync");
    ana.by_css(".sync__state").see_text(containing("other change"));
    let anas = download_circle(&ana);
    assert!(!fs::read_to_string(&anas).unwrap_or_default().contains(SECRET));

    open_file(&chen, &anas);
    assert!(!chen.local_storage().values().any(|value| value.contains(SECRET)));
    go(&chen, "Feedback");
    chen.by_text(SECRET).see_gone();
    bring(&chen, &ben);
    ben.by_role("region", "What came in").see_text(containing("gave Ben feedback"));
    go(&ben, "Week");
    ben.link(containing("Ana gave you feedback")).click();
    ben.by_text(SECRET).see();
    ben.button("Thanks").click();
    ben.by_text(containing("Travels sealed in the circle's file. Only Ana's device and yours can open it.")).see();
    bring(&ben, &ana);
    ana.by_role("region", "What came in").see_text(containing("thanked"));
    assert_eq!([&ana, &ben, &chen].map(Device::console_errors), [[""; 0], [""; 0], [""; 0]]);
}
