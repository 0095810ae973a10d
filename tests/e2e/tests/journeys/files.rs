//! Files that are no circle files, or not any more.

use crate::steps::{CIRCLE, PEOPLE, commit, download_circle, go, kept, promise, see_key, site, start_circle, take_in};
use peer_circle_e2e::{Browser, Find, Journey, containing};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const COMMITMENT: &str = "Send 5 applications by Wednesday";

/// A file that is opened from the system's file manager, once the app is installed, is one that was picked.
pub fn opened_by_the_system(journey: &Journey) {
    let site = site();
    let (ana, ben) = (journey.device("ana"), journey.device("ben"));
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    ben.open(&site.url(""));
    let open = |picker: &str, file: &Path| match ben.browser() {
        Browser::Chromium => ben.open_installed_with(&[file]),
        Browser::Firefox | Browser::WebKit => ben.upload(picker, &[file]),
    };
    open("Open a file", &download_circle(&ana));
    ben.heading(containing("Who are you in")).see();
    ben.button(containing("Ben")).click();
    ben.by_role("region", "Everyone").see();
    // Once more, while the app is open with a circle.
    go(&ana, "Week");
    commit(&ana, COMMITMENT);
    let newer = download_circle(&ana);
    if ben.browser() != Browser::Chromium {
        go(&ben, "Sync");
    }
    open("Open files", &newer);
    let came = ben.by_role("region", "What came in");
    came.see_text(containing("1 change would come in."));
    take_in(&ben);
    came.see_text(containing(COMMITMENT));
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// Each gets a sentence that says what is wrong; what is stored stays as it is.
pub fn bad_files(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    let good = download_circle(&device);
    let folder = TempDir::with_prefix("peer-circle-files-").expect("a folder");
    see_key(&device);
    let before = kept(&device);
    let files = bad(folder.path(), &good);
    for (file, sentence) in &files {
        device.upload("Open files", &[file]);
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        device.by_text(containing(*sentence)).see();
        device.heading(name).see();
        assert_eq!(kept(&device), before, "{name}");
    }
    // All at once, with a good one among them.
    let all: Vec<&Path> = files.iter().map(|(file, _)| file.as_path()).chain([good.as_path()]).collect();
    device.upload("Open files", &all);
    for (_, sentence) in &files {
        device.by_text(containing(*sentence)).see();
    }
    device.by_text(containing("Nothing new")).see();
    assert_eq!(kept(&device), before);
    go(&device, "Week");
    promise(&device, COMMITMENT).see();

    // The first screen of another device says the same.
    let other = journey.device("ben");
    other.open(&site.url(""));
    other.heading("Six people, one page, every week").see();
    let before = kept(&other);
    for (file, sentence) in &files {
        other.upload("Open a file", &[file]);
        other.by_text(containing(*sentence)).see();
    }
    assert_eq!(kept(&other), before);
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Files and what is said of them.
fn bad(folder: &Path, good: &Path) -> Vec<(PathBuf, &'static str)> {
    let text = fs::read_to_string(good).expect("the good file");
    let circle: Value = serde_json::from_str(&text).expect("JSON");
    let edited = |edit: fn(&mut Value)| {
        let mut circle = circle.clone();
        edit(&mut circle);
        circle.to_string()
    };
    let written = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).expect("a file");
        file
    };
    let newer = edited(|circle| circle["version"] = json!(2));
    let flipped = edited(|circle| {
        let sum = circle["history"]["sha256"].as_str().unwrap_or_default();
        let first = if sum.starts_with('0') { '1' } else { '0' };
        circle["history"]["sha256"] = json!(format!("{first}{}", &sum[1..]));
    });
    let huge = folder.join("huge.circle.json");
    File::create(&huge).and_then(|file| file.set_len(200 << 20)).expect("a sparse file");
    vec![
        (written("empty.circle.json", ""), "This file is empty."),
        (written("cut.circle.json", &text[..text.len() / 2]), "This file was cut short in line"),
        (written("picture.png", "\u{89}PNG\r\n"), "This is not a circle file: line 1, column 1 is not JSON."),
        (written("package.json", r#"{"name":"other","version":"1"}"#), "This file belongs to another program."),
        (
            written("newer.circle.json", &newer),
            "This file has version 2; this app reads version 1. Load the newer app, then open it.",
        ),
        (
            written("flipped.circle.json", &flipped),
            "This file is damaged (history.sha256 does not fit its checksum). Ask for it again.",
        ),
        (huge, "This file has 200 MB; a circle has at most 48 MB."),
    ]
}
