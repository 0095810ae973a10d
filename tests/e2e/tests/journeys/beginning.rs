//! From nothing to a circle.

use crate::steps::{CIRCLE, PEOPLE, Taps, download_circle, fill_start, go, promise, site, start_circle};
use peer_circle_e2e::{Find, Journey, any, containing};

const GOAL: &str = "Three offers to choose from";
const COMMITMENT: &str = "Send the portfolio to 3 studios by Wednesday";

/// A newcomer has a goal and a first commitment to it in at most 12 taps on a small phone, counted from the page of a
/// fresh circle on, and all of it stays.
pub fn first_steps(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.heading("Six people, one page, every week").see();
    start_circle(&device, CIRCLE, &PEOPLE);

    let taps = Taps::default();
    taps.tap(device.link("Set a goal"));
    taps.tap(device.button("Set a goal"));
    taps.write_on(device.by_label("At the end I will have"), GOAL);
    taps.write(device.by_label("To"), "24");
    taps.write(device.by_label("Unit"), "applications");
    taps.tap(device.button("Save"));
    device.heading(GOAL).see();
    taps.tap(device.by_role("navigation", "Main").link("Week"));
    taps.tap(device.button("Add a commitment"));
    taps.write_on(device.by_label("I will"), COMMITMENT);
    taps.choose(&device, containing("For which goal"), GOAL);
    taps.tap(device.button("I commit to it"));
    device.heading(containing("One to go this week")).see();
    promise(&device, COMMITMENT).see_text(containing(format!("for “{GOAL}”")));
    taps.see_at_most(12);

    device.reload();
    promise(&device, COMMITMENT).see();
    go(&device, "Goals");
    device.heading(GOAL).see();
    device.by_text("0 of 24 applications").see();
    go(&device, "Circle");
    device.heading(CIRCLE).see();
    for name in PEOPLE {
        device.by_role("region", "Members").list_item(containing(name)).see();
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Nothing is begun without a name, and the form says so at its field.
pub fn a_name_is_needed(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    fill_start(&device, "", &PEOPLE);
    device.button("Start the circle").click();
    device.by_label("Name of the circle").see_focus();
    assert!(device.by_label("Name of the circle").description().contains("A name is needed."));
    device.fill("Name of the circle", CIRCLE);
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();
}

/// A device that does not know where it is asks for the zone, and begins no circle in none.
pub fn zone_is_asked(journey: &Journey) {
    let nowhere = "const { resolvedOptions } = Intl.DateTimeFormat.prototype;
        Intl.DateTimeFormat.prototype.resolvedOptions = function () {
            return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
        };";
    let site = site().with_script(nowhere);
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    fill_start(&device, CIRCLE, &PEOPLE);
    device.button("Start the circle").click();
    device.by_text("Choose the time zone that the circle goes by.").see();
    device.choose("Time zone of the circle", "Asia/Kolkata");
    device.button("Start the circle").click();
    device.heading(containing("no commitments yet")).see();
    go(&device, "Rhythm");
    device.by_text(containing("Kolkata")).nth(0).see();
    device.by_text(containing("Unknown")).see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Where WebAssembly is switched off, the page says so and where to allow it; it blames no connection.
pub fn without_webassembly(journey: &Journey) {
    let site = site().with_script("delete globalThis.WebAssembly;");
    let device = journey.device("ana");
    device.open(&site.url(""));
    let alert = device.by_role("alert", any());
    alert.see_text(containing("WebAssembly is switched off in this browser"));
    alert.list_item(containing("Lockdown Mode")).see();
    device.by_text(containing("Check the connection")).see_gone();
    device.by_role("progressbar", any()).see_gone();
}

/// Who is not in the list of members joins under a new name, which nobody else has; Undo asks again who it is.
pub fn joining(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let file = download_circle(&ana);

    let zoe = journey.device("zoe");
    zoe.open(&site.url(""));
    zoe.upload("Open a file", &[&file]);
    zoe.heading(format!("Who are you in {CIRCLE}?")).see();
    zoe.fill("Your name", "chen");
    zoe.button("Join the circle").click();
    zoe.by_label("Your name").see_invalid();
    zoe.by_label("Your name").see_focus();
    zoe.fill("Your name", "  Zoë  Kent ");
    zoe.button("Join the circle").click();
    zoe.heading(containing("no commitments yet")).see();
    zoe.button("Undo").click();
    zoe.heading(format!("Who are you in {CIRCLE}?")).see();
    zoe.button(containing("Zoë Kent")).see_gone();
    zoe.reload();
    zoe.heading(format!("Who are you in {CIRCLE}?")).see();

    zoe.fill("Your name", "Zoë Kent");
    zoe.button("Join the circle").click();
    zoe.heading(containing("no commitments yet")).see();
    go(&zoe, "Circle");
    zoe.by_role("region", "Members").list_item(containing("Zoë Kent")).see_count(1);
    assert_eq!(zoe.console_errors(), [""; 0]);
}
