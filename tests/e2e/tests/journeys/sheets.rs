//! Tables of other programs, in and out.

use crate::steps::{CIRCLE, PEOPLE, go, kept, promise, see_key, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, containing};
use std::{fs, path::Path};
use tempfile::TempDir;

const TABLE: &str = "Task,Owner,Due,Done,Notes\r\n\
    Send 3 applications,Ana,05/12/2026,no,\r\n\
    Call two studios,Mara,06/12/2026,yes,=1+1\r\n\
    ,Ben,07/12/2026,no,\r\n";

/// What is asked about the table, answered.
#[track_caller]
fn answer(device: &Device) {
    device.heading("2 decisions first").see();
    device.choose("Days in “Due” are written", "Day first: 03/04 is in April");
    device.heading("One decision first").see();
    device.choose("Who “Mara” is", "Somebody new, who joins the circle");
    device.heading("All answered").see();
}

/// Opens `file` on the page.
#[track_caller]
fn open(device: &Device, file: &Path) {
    device.upload("Open a file", &[file]);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    device.heading(name).see_focus();
}

/// A sheet of a group comes in, all of it goes back by one undo, and a second import changes nothing; what is saved as a
/// sheet is guarded and changes nothing either.
pub fn sheets(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let folder = TempDir::with_prefix("peer-circle-sheets-").expect("a folder");
    let table = folder.path().join("our week.csv");
    fs::write(&table, TABLE).expect("a file");
    go(&device, "Sheets and notes");

    open(&device, &table);
    answer(&device);
    device.by_text("1 left out, with the reasons below.").see();
    device.button("Take in 1 person and 2 commitments").click();
    device.by_text(containing("Taken in: 1 person and 2 commitments")).see();
    device.button("Undo").click();
    go(&device, "Week");
    device.heading(containing("no commitments yet")).see();

    go(&device, "Sheets and notes");
    open(&device, &table);
    answer(&device);
    device.button("Take in 1 person and 2 commitments").click();
    device.by_text(containing("Taken in: 1 person and 2 commitments")).see();
    see_key(&device);
    let before = kept(&device);
    open(&device, &table);
    device.choose("Days in “Due” are written", "Day first: 03/04 is in April");
    device.by_text("Nothing comes in yet: 3 left out, with the reasons below.").see();
    device.button("Put it away").click();
    assert_eq!(kept(&device), before);

    let sheet = device.download(|| device.button("Save commitments").click());
    let text = fs::read_to_string(&sheet).expect("the sheet");
    assert!(text.starts_with("\u{feff}id,owner,") && text.contains("Call two studios"), "{text}");
    assert!(text.contains(",'=1+1,"), "{text}");
    open(&device, &sheet);
    device.by_text("Nothing comes in yet: 2 left out, with the reasons below.").see();
    device.button("Put it away").click();
    assert_eq!(kept(&device), before);

    // What is pasted is read as well, and a workbook says what to do.
    device.fill("Or paste it", "Goal\tTarget\nRead books\t12\n");
    device.button("Read it").click();
    device.button("Take in 1 goal").click();
    go(&device, "Goals");
    device.heading("Read books").see();
    go(&device, "Sheets and notes");
    let book = folder.path().join("book.xlsx");
    fs::write(&book, b"PK\x03\x04rest").expect("a file");
    device.upload("Open a file", &[&book]);
    device.by_text(containing("Save the sheet as CSV")).see();
    go(&device, "Week");
    promise(&device, "Send 3 applications").see();
    assert_eq!(device.console_errors(), [""; 0]);
}
