//! A season's end: looking back, thanking, going on or leaving, and the next one.

use crate::keys::Keyboard;
use crate::steps::{CIRCLE, PAGES, bring, download_circle, go, join, set_goal, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Site, containing};

const PEOPLE: [&str; 3] = ["Ana", "Ben", "Chen"];

/// Moves a page's clock on by the days that it keeps for that.
const LATER: &str = "{ const real = Date.now.bind(Date), days = Number(localStorage.getItem('days') ?? 0);
    Date.now = () => real() + days * 864e5; }";

/// Days from the first Thursday to that of the last week, and to the Monday after it.
const LAST_THURSDAY: u32 = 63;
const NEXT_MONDAY: u32 = 67;

/// Ana goes on with a goal, Ben leaves, Chen has not heard of either; the next season begins on two devices, and is one.
pub fn closed_and_begun(journey: &Journey) {
    let site = site().with_script(LATER);
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Goals");
    set_goal(&ana, "Three offers", "24", "applications");
    go(&ana, "Season");
    ana.by_text("Season: week 1 of 10").see();
    ana.by_text(containing("In the last week each of you says")).see();
    ana.button("Look back").see_gone();
    let first = download_circle(&ana);
    let ben = join(journey, &site, "Ben", &first);
    let chen = join(journey, &site, "Chen", &first);
    for device in [&ana, &ben, &chen] {
        later(device, &site, LAST_THURSDAY);
    }

    go(&ana, "Circle");
    ana.link(containing("Look back, and say whether you go on")).click();
    ana.by_text("What would you miss, and what would you not?").see();
    look_back(&ana, "Numbers before stories", "Ben", "For the call before my interview");
    ana.by_text("Ana thanks Ben").see();
    ana.button("Say whether you go on").click();
    let dialog = ana.dialog("After this season");
    dialog.check("Three offers", "goes on");
    dialog.button("Say it").click();
    ana.by_text("goes on with 1 goal").see();

    go(&ben, "Season");
    look_back(&ben, "Two questions before advice", "All of you", "It was a good winter");
    ben.button("Say whether you go on").click();
    let dialog = ben.dialog("After this season");
    dialog.check("After this season", "I leave");
    dialog.by_text(containing("Until the season's end everything stays")).see();
    dialog.button("Say it").click();
    ben.by_text("leaves with the season").see();
    bring(&ben, &ana);
    ana.by_text("leaves at the end of the season").see();
    go(&ana, "Season");
    ana.by_text("It was a good winter").see();
    // Nobody is seen off before the season is over.
    ana.button("Say goodbye to Ben").see_gone();

    // Chen begins the next season in its first week without having heard of anything, Ana with a farewell.
    for device in [&ana, &chen] {
        later(device, &site, NEXT_MONDAY);
        go(device, "Season");
        device.by_text(containing("the next one has not begun")).see();
        device.button("Begin the next season").click();
        device.by_text("Season: week 1 of 10").see();
    }
    bring(&ana, &chen);
    bring(&chen, &ana);
    for device in [&ana, &chen] {
        go(device, "Circle");
        device.by_role("region", "Members").by_text("Chen").see();
        device.button("Change Ben").see_gone();
        go(device, "Season");
        device.by_text("Season: week 1 of 10").see();
        device.by_text("has left").see();
        device.by_text("It was a good winter").see();
        assert_eq!(device.console_errors(), [""; 0]);
    }
    // What was said of the first season stays readable once the next one has grown.
    later(&ana, &site, NEXT_MONDAY + 15);
    go(&ana, "Season");
    ana.by_role("region", "Earlier seasons").button(containing("Nov")).click();
    ana.by_text(containing("It was a good winter")).see();
}

/// The same for one alone, with keys: look back, go on, begin the next season.
pub fn by_keyboard(journey: &Journey) {
    let site = site().with_script(LATER);
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    later(&ana, &site, LAST_THURSDAY);
    ana.enter_on(ana.by_role("navigation", "Main").link(containing("Circle")));
    ana.enter_on(ana.link(containing("Look back, and say whether you go on")));
    ana.enter_on(ana.button("Look back"));
    let dialog = ana.dialog("Look back");
    ana.write_into(dialog.by_label(containing("What shall stay as it is")), "Numbers before stories");
    ana.pick_from(dialog.by_label("Whom do you thank"), "Ben");
    ana.write_into(dialog.by_label(containing("What for")), "For the call before my interview");
    ana.enter_on(dialog.button("Say it"));
    ana.by_text("Ana thanks Ben").see();
    ana.enter_on(ana.button("Say whether you go on"));
    ana.enter_on(ana.dialog("After this season").button("Say it"));
    ana.by_text("goes on").see();

    later(&ana, &site, NEXT_MONDAY);
    ana.enter_on(ana.by_role("navigation", "Main").link(containing("Circle")));
    ana.enter_on(ana.link(containing("Season")));
    ana.enter_on(ana.button("Begin the next season"));
    ana.by_text("Season: week 1 of 10").see();
    assert_eq!(ana.console_errors(), [""; 0]);
}

#[track_caller]
fn look_back(device: &Device, keep: &str, whom: &str, thanks: &str) {
    device.button("Look back").click();
    let dialog = device.dialog("Look back");
    dialog.fill(containing("What shall stay as it is"), keep);
    dialog.choose("Whom do you thank", whom);
    dialog.fill(containing("What for"), thanks);
    dialog.button("Say it").click();
    device.by_text(keep).see();
}

/// Opens the page so many days after the first Thursday.
#[track_caller]
fn later(device: &Device, site: &Site, days: u32) {
    device.set_local_storage("days", Some(&days.to_string()));
    device.open(&site.url(PAGES[0].0));
    device.by_css("main h1").see();
}
