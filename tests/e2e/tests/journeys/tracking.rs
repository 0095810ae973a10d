//! Commitments from a sheet to what became of them, and the same numbers wherever they are told.

use crate::clock::{LATER, WEEK, later};
use crate::steps::{CIRCLE, PEOPLE, bring, download_circle, go, promise, site, start_circle};
use crate::sync::SHEET;
use crate::tables::{Shown, table};
use peer_circle::exchange::intake::sheet_rows;
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, Site, containing};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const KEPT: &str = "Send 3 applications";
const CARRIED: &str = "Read 2 chapters";
const EASED: &str = "Call 4 studios";
const EASIER: &str = "Call 2 studios";
const BENS: &str = "Draw 5 sketches";

/// Due in the running week.
const TABLE: &str = "Task,Owner,Due,Done\r\n\
    Send 3 applications,Ana,2026-11-28,no\r\n\
    Read 2 chapters,Ana,2026-11-27,no\r\n\
    Call 4 studios,Ana,2026-11-29,no\r\n\
    Draw 5 sketches,Ben,2026-11-28,no\r\n";

/// A sheet comes in; in a week of it one is kept, one carried, one eased in time, and a second member has seen it; the
/// week after, the rest is kept. Board, pictures, their tables and the sheet that is saved say the same.
pub fn same_numbers(journey: &Journey) {
    let site = site().with_script(LATER);
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    import(&ana);
    let ben = join_with(journey, &site, &ana);
    first_week(&ana);
    bring(&ana, &ben);
    witness(&ben);
    bring(&ben, &ana);

    // The week after: what was carried is there, and is kept.
    later(&ana, WEEK);
    go(&ana, "Week");
    promise(&ana, CARRIED).see_text(containing("carried once"));
    ana.button(format!("kept: {CARRIED}")).click();
    ana.button(format!("kept: {CARRIED}")).see_on();
    later(&ana, 2 * WEEK);

    see_board(&ana);
    see_pictures(&ana);
    see_sheet(&ana);
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

#[track_caller]
fn import(device: &Device) {
    let folder = TempDir::with_prefix("peer-circle-tracking-").expect("a folder");
    let file = folder.path().join("our week.csv");
    fs::write(&file, TABLE).expect("a file");
    go(device, "Sheets and notes");
    device.upload("Open a file", &[&file]);
    device.by_text("Every row comes in.").see();
    device.button("Take in 4 commitments").click();
    device.by_text(containing("Taken in: 4 commitments")).see();
    // Sync is in the header, and above the page that it led to.
    go(device, "Week");
}

/// Ben's device, with Ana's circle.
#[track_caller]
fn join_with(journey: &Journey, site: &Site, ana: &Device) -> Device {
    let file = download_circle(ana);
    let ben = journey.device("ben");
    ben.open(&site.url(""));
    ben.upload("Open a file", &[&file]);
    ben.button(containing("Ben")).click();
    promise(&ben, BENS).see();
    ben
}

/// One kept, one carried, one eased before it is due and kept then.
#[track_caller]
fn first_week(ana: &Device) {
    go(ana, "Week");
    ana.button(format!("kept: {KEPT}")).click();
    ana.button(format!("kept: {KEPT}")).see_on();
    ana.button(format!("Options: {EASED}")).click();
    let dialog = ana.dialog("Change the commitment");
    dialog.fill("I will", EASIER);
    dialog.button("Save").click();
    promise(ana, EASIER).see_text(containing(format!("renegotiated, was “{EASED}”")));
    ana.button(format!("kept: {EASIER}")).click();
    ana.button(format!("Options: {CARRIED}")).click();
    ana.check("What became of it?", "carry");
    dialog.fill("What got in the way?", "A cold");
    dialog.button("Save").click();
    dialog.see_gone();
}

/// Ben keeps his own and has seen one of Ana's.
#[track_caller]
fn witness(ben: &Device) {
    go(ben, "Week");
    ben.button(format!("kept: {BENS}")).click();
    ben.button(format!("kept: {BENS}")).see_on();
    ben.by_css("details.week-member summary").nth(0).click();
    ben.button(containing(format!("Reply to: {KEPT}"))).click();
    let dialog = ben.dialog("Say something to it");
    dialog.button("I saw it").click();
    ben.by_text(containing("Ben saw it")).see();
}

/// The tally of each member on the board that is shown.
fn tallies(device: &Device) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.board-row')].map((row) =>
        `${row.querySelector('h2').textContent.trim()}: ${row.querySelector('.board-row__tally').textContent.trim()}`);";
    let found = device.execute(script, &[]).as_array().cloned().unwrap_or_default();
    found.iter().map(|tally| tally.as_str().unwrap_or_default().to_owned()).collect()
}

const NONE: &str = "no commitments";

/// The tallies of Ana and Ben, and of three who promised nothing.
fn of_five(ana: &str, ben: &str) -> Vec<String> {
    let each = PEOPLE.into_iter().zip([ana, ben, NONE, NONE, NONE]);
    each.map(|(name, tally)| format!("{name}: {tally}")).collect()
}

#[track_caller]
fn see_board(device: &Device) {
    go(device, "Board");
    device.by_css(".board-row").see_count(PEOPLE.len());
    assert_eq!(tallies(device), of_five(NONE, NONE));
    device.link("The week before").click();
    device.see_address("cycle=2026-11-30");
    assert_eq!(tallies(device), of_five("1 of 1 kept", NONE));
    device.link("The week before").click();
    device.see_address("cycle=2026-11-23");
    assert_eq!(tallies(device), of_five("2 of 3 kept", "1 of 1 kept"));
    promise(device, CARRIED).see_text(containing("carry"));
    promise(device, CARRIED).see_text(containing("A cold"));
    promise(device, EASIER).see_text(containing(EASED));
    promise(device, KEPT).see_text(containing("Ben saw it"));
}

#[track_caller]
fn see_pictures(device: &Device) {
    go(device, "Insights");
    let kept = table(device, ".keep-line");
    let told = |shown: &Shown| shown.rows.iter().skip(1).map(|row| row[1..].to_vec()).collect::<Vec<_>>();
    assert_eq!(
        (kept.caption.as_str(), told(&kept)),
        ("Kept over time", vec![vec!["3 of 4 kept".to_owned()], vec!["1 of 1 kept".to_owned()]],)
    );
    device.by_css(".keep-line svg").nth(0).see();
    let said = device.execute("return document.querySelector('.keep-line svg').getAttribute('aria-label')", &[]);
    assert_eq!(said, "80 % kept over 2 weeks, 100 % in the last of them");
    let weeks = table(device, ".weeks-map");
    assert_eq!(weeks.rows.len(), 1 + PEOPLE.len());
    assert_eq!(weeks.rows[1], ["Ana", "2 of 3 kept", "1 of 1 kept", NONE]);
    assert_eq!(weeks.rows[2], ["Ben", "1 of 1 kept", NONE, NONE]);
}

/// What the sheet says of a commitment: its week, its outcome, what it was carried out of, what it was before.
#[track_caller]
fn see_sheet(device: &Device) {
    go(device, "Sheets and notes");
    let sheet = device.download(|| device.button("Save commitments").click());
    let rows = rows_of(&sheet);
    let see = |text: &str, owner: &str, week: &str, carried: &str, eased: &str| {
        let row = rows.iter().find(|row| row[3] == text).unwrap_or_else(|| panic!("no {text}: {rows:?}"));
        assert_eq!((row[1].as_str(), row[4].as_str(), row[12].as_str()), (owner, week, "kept"), "{text}");
        assert_eq!(row[15], carried, "{text}");
        assert!(row[16].ends_with(eased), "{text}: {}", row[16]);
    };
    assert_eq!(rows.len(), 4);
    see(KEPT, "Ana", "2026-11-23", "", "");
    see(EASIER, "Ana", "2026-11-23", "", &format!("\"{EASED}\"}}"));
    see(CARRIED, "Ana", "2026-11-30", "{\"2026-11-23\":\"A cold\"}", "");
    see(BENS, "Ben", "2026-11-23", "", "");
}

/// The rows below the head.
#[track_caller]
fn rows_of(sheet: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(sheet).expect("the sheet");
    sheet_rows(&text).into_iter().skip(1).map(|row| row.cells).collect()
}

/// Keeps what the share sheet gets, for a look at it.
const KEEP: &str = "
    const share = navigator.share;
    Object.defineProperty(navigator, 'share', { configurable: true, value: (data) => {
        window.picture = data.files?.[0];
        return share(data);
    } });";

/// The picture's size, and how many colours it has.
const LOOK: &str = "
    return createImageBitmap(window.picture).then((image) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const pen = canvas.getContext('2d');
        pen.drawImage(image, 0, 0);
        const colours = new Set(new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer));
        return [image.width, image.height, colours.size];
    });";

/// The board's week goes to somebody outside as a picture, in two taps, or as a text: names and numbers, and no words.
pub fn for_somebody_outside(journey: &Journey) {
    let site = site().with_script(SHEET);
    let device = journey.device_with("ana", DeviceOptions::phone());
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    import(&device);
    go(&device, "Week");
    device.button(format!("kept: {KEPT}")).click();
    go(&device, "Board");
    device.by_text("This week for somebody outside the circle").click();
    device.by_text(containing("Nothing that anybody wrote is in it.")).see();
    let text = device.by_css("#board-text");
    text.see_text(containing("1 kept, 2 open: Ana"));
    let (said, drawn) = (text.text(), device.by_css("#board-picture").text());
    for words in [KEPT, CARRIED, BENS] {
        assert!(!said.contains(words) && !drawn.contains(words), "{said} {drawn}");
    }
    assert!(said.contains(CIRCLE) && said.contains("1 open: Ben"), "{said}");

    device.execute(KEEP, &[]);
    device.button("Send the picture").click();
    device.wait_for("the share sheet", || device.execute("return Boolean(window.picture)", &[]) == true);
    let shared = device.execute("return window.shared", &[]);
    assert_eq!(shared[0]["keys"], serde_json::json!(["files"]));
    assert_eq!(shared[0]["files"], serde_json::json!(["tuesday-rowers-2026-11-23.png image/png"]));
    let look = device.execute(LOOK, &[]);
    let of = |nth: usize| look[nth].as_u64().unwrap_or_default();
    assert!(of(0) == 1080 && of(1) > 1080 && of(2) > 20, "{look}");

    device.execute("window.answer = 'NotAllowedError'", &[]);
    device.button("Send the picture").click();
    device.by_text(containing("Save it instead")).see();
    let saved = device.download(|| device.button("Save the picture").click());
    assert!(fs::read(&saved).expect("the picture").starts_with(b"\x89PNG"), "{}", saved.display());
    assert_eq!(device.console_errors(), [""; 0]);
}
