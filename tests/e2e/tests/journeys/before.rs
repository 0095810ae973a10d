//! What was: the board of this week and of any before, the search, and the pictures.

use crate::steps::{CIRCLE, PEOPLE, commit, go, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Locator, containing};

/// The label of the search.
const FIELD: &str = "Search what you all wrote";

/// The board in a circle of one's own: everybody's row, filters by outcome and member, and Back.
pub fn board(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, "Row 20 km by Friday");
    commit(&device, "Write 3 pages");
    device.button("kept: Row 20 km by Friday").click();
    go(&device, "History");
    device.link(containing("Board")).click();
    device.heading("Board").see();
    device.by_css(".board-row").see_count(PEOPLE.len());
    device.by_text(containing("This week, ")).see();

    by_outcome(&device).link(containing("kept")).click();
    device.see_address("outcome=kept");
    device.by_css(".board-row").see_count(1);
    device.by_text("Row 20 km by Friday").see();
    device.by_text("Write 3 pages").see_gone();
    by_outcome(&device).link(containing("open")).click();
    device.by_text("Write 3 pages").see();
    device.by_text("Row 20 km by Friday").see_gone();
    device.back();
    device.by_text("Row 20 km by Friday").see();
    device.back();
    device.by_css(".board-row").see_count(PEOPLE.len());

    // A member alone, by the chip and by the name in the row.
    device.by_role("navigation", "By member").link(containing("Ben")).click();
    device.by_css(".board-row").see_count(1);
    device.heading(containing("Ben")).see();
    by_outcome(&device).link(containing("Every outcome")).see();
    device.back();
    device.heading(containing("Ana")).link(containing("Ana")).click();
    device.by_css(".board-row").see_count(1);
    device.reload();
    device.by_css(".board-row").see_count(1);
    device.by_text("Write 3 pages").see();

    // What no commitment is like says so, and leads back to all.
    device.open(&site.url("board/?outcome=missed"));
    device.by_text("No commitment of this week is like that.").see();
    device.link("Show the whole week").click();
    device.by_css(".board-row").see_count(PEOPLE.len());
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A week that is over, by the same board: what was said then, and back to this one.
pub fn earlier_weeks(journey: &Journey) {
    let site = site();
    let device = demo(journey, &site.url(""));
    device.open(&site.url("board"));
    device.by_text(containing("This week, ")).see();
    device.link("The week before").click();
    device.by_text(containing("Last week, ")).see();
    device.see_address("cycle=2026-11-16");
    device.by_css("main h1").see_focus();
    device.by_css(".board-said summary").nth(0).click();
    device.by_css(".board-said[open]").see_count(1);
    device.link("The week before").click();
    device.see_address("cycle=2026-11-09");
    device.back();
    device.by_text(containing("Last week, ")).see();
    device.link("To this week").click();
    device.by_text(containing("This week, ")).see();
    // Before the circle began there is nothing; the way leads forward only.
    device.open(&site.url("board/?cycle=2020-01-06"));
    device.link("The week before").see_gone();
    device.link("The week after").click();
    device.by_css(".board-row").nth(0).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Words of all kinds are found without their accents, and lead to where they stand; Back leads to the search.
pub fn search(journey: &Journey) {
    let site = site();
    let device = demo(journey, &site.url(""));
    go(&device, "History");
    device.heading("Decisions").see();
    device.fill(FIELD, "PÓRTFOLIO studios");
    device.heading("Commitments").see();
    device.heading("Decisions").see_gone();
    device.by_text(containing(" found")).see();
    device.by_css(".history-results mark").nth(0).see_text("portfolio");
    device.see_address("tudios");
    device.by_css(".history-results a").nth(0).click();
    device.heading("Board").see();
    device.by_css(".board-row").see_count(1);
    device.by_text(containing("Send the portfolio to three studios")).nth(0).see();
    device.back();
    device.heading("Commitments").see();
    device.by_label(FIELD).see_value("PÓRTFOLIO studios");
    device.fill(FIELD, "xyzzy");
    device.by_text("Nothing found").see();
    go(&device, "History");
    device.heading("Decisions").see();
    device.by_label(FIELD).see_value("");
    assert_eq!(device.console_errors(), [""; 0]);
}

#[track_caller]
fn demo(journey: &Journey, address: &str) -> Device {
    let device = journey.device("ana");
    device.open(address);
    device.button(containing("Try the demo")).click();
    device.by_role("navigation", "Main").see();
    device
}

fn by_outcome(device: &Device) -> Locator<'_> {
    device.by_role("navigation", "By outcome")
}
