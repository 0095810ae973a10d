//! Whose turn it is, and what can be done about it.

use crate::steps::{CIRCLE, PEOPLE, download_circle, go, open_file, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Locator, any, containing};
use serde_json::json;

/// The widths at which the browser breaks a word with a hyphen in the heading.
const BROKEN: &str = "
    const title = document.querySelector('main h1'), word = document.createRange();
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, start = text.data.indexOf('check-in');
        if (start >= 0) (word.setStart(text, start), word.setEnd(text, start + 'check-in'.length));
    }
    const isBroken = (width) => {
        title.style.width = `${width}px`;
        return new Set([...word.getClientRects()].map((box) => box.top)).size !== 1;
    };
    const broken = Array.from({ length: 200 }, (_, nth) => 200 + nth).filter(isBroken);
    title.style.width = '';
    return broken;";

/// Every turn says why it is whose it is; one is offered to all and taken back; a role is added and paused.
pub fn turns(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    // Week speaks of roles once somebody has checked in.
    device.by_role("region", containing("You are check-in lead")).see_gone();
    go(&device, "Roles");
    device.heading("You are check-in lead this week").see();
    assert_eq!(device.execute(BROKEN, &[]), json!([]));
    for name in ["Ana", "Ben", "Chen"] {
        device.by_role("region", "This week").button(format!("Why {name}?")).see();
    }
    device.button("Why Chen?").click();
    let sheet = device.dialog(containing("Goal tracker, week of"));
    sheet.by_text(containing("who joined first goes first")).see();
    sheet.button("Close").click();

    table(&device).button(any()).see_count(24);
    table(&device).by_css("[data-mine]").nth(0).click();
    let sheet = device.dialog(containing("week of"));
    sheet.button("Ask who can take it").click();
    let asks = device.by_role("region", "Asks and offers");
    asks.by_text(containing("You ask who can take")).see();
    device.reload();
    asks.button("Take it back").click();
    asks.see_gone();
    device.button("Undo").click();
    asks.by_text(containing("You ask who can take")).see();

    device.button("Add a role").click();
    device.fill("Name", "Time keeper");
    device.button("Save").click();
    table(&device).button(any()).see_count(32);
    device.button("Change Time keeper").click();
    device.button("Pause it").click();
    table(&device).button(any()).see_count(24);
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Who is away gets no turn, and gets them again once they are not.
pub fn absence(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Roles");
    let before = holders(&device);
    assert!(before.iter().any(|name| name == "Elif"), "{before:?}");

    device.button("Say who is away").click();
    device.choose("Who", "Elif");
    device.button("Save").click();
    device.by_label("First day").see_invalid();
    device.by_label("First day").see_focus();
    device.fill("First day", "2026-11-30");
    device.fill("Last day", "2027-01-29");
    device.button("Save").click();
    device.by_role("region", "Away").list_item(containing("Elif")).see();
    let after = holders(&device);
    assert!(!after.iter().any(|name| name == "Elif"), "{after:?}");
    assert_eq!(after.len(), before.len());

    device.button("Not away after all: Elif").click();
    device.wait_for("Elif among the holders", || holders(&device).iter().any(|name| name == "Elif"));
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Illness is said afterwards: nobody who was ill is among those who missed a check-in.
pub fn ill_afterwards(journey: &Journey) {
    let later = "{ const real = Date.now.bind(Date), days = Number(localStorage.getItem('days') ?? 0);
        Date.now = () => real() + days * 864e5; }";
    let site = site().with_script(later);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    // A week later nobody has checked in for the first week.
    device.set_local_storage("days", Some("7"));
    device.open(&site.url("work/?role=lead"));
    let hand = device.by_role("region", "Who may need a hand");
    hand.list_item(containing("Chen")).see();
    hand.by_text("No check-in yet.").see_count(PEOPLE.len());

    device.open(&site.url("roles"));
    device.button("Say who is away").click();
    let sheet = device.dialog("Say who is away");
    sheet.choose("Who", "Chen");
    sheet.fill("First day", "2026-11-25");
    sheet.by_text("That was 8 days ago. Is it the day you mean?").see();
    sheet.fill("Last day", "2026-11-27");
    sheet.button("Save").click();
    device.by_role("region", "Away").list_item(containing("Chen")).see();
    device.open(&site.url("work/?role=lead"));
    hand.list_item(containing("Dana")).see();
    hand.list_item(containing("Chen")).see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A turn that another took meanwhile is told at the next look, once.
pub fn moved_meanwhile(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Roles");
    table(&ana).by_css("[data-mine]").nth(0).click();
    ana.dialog(containing("week of")).button("Ask who can take it").click();
    ana.by_role("region", "Asks and offers").by_text(containing("You ask who can take")).see();

    let ben = journey.device("ben");
    ben.open(&site.url(""));
    ben.upload("Open a file", &[download_circle(&ana)]);
    ben.button(containing("Ben")).click();
    ben.heading(containing("no commitments yet")).see();
    go(&ben, "Roles");
    ben.by_role("region", "Asks and offers").button(containing("Take it")).click();
    ben.by_text(containing("It is yours now")).see();

    let file = download_circle(&ben);
    open_file(&ana, &file);
    go(&ana, "Roles");
    ana.by_text(containing("Yours no longer:")).see();
    go(&ana, "Goals");
    go(&ana, "Roles");
    table(&ana).see();
    ana.by_text(containing("Yours no longer:")).see_gone();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// The table of the next eight weeks.
pub fn table(device: &Device) -> Locator<'_> {
    device.by_role("region", "The next eight weeks")
}

/// Who holds the turns of the table, row by row.
#[track_caller]
pub fn holders(device: &Device) -> Vec<String> {
    table(device).see();
    let script = "return [...document.querySelectorAll('.role-ahead__turn > bdi')].map((name) => name.textContent)";
    let found = device.execute(script, &[]);
    found.as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect()
}
