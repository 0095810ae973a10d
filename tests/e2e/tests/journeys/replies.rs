//! What the others say to a commitment: cheered, helped, eased in time, kept, and seen.

use crate::steps::{CIRCLE, PEOPLE, bring, commit, download_circle, go, join, promise, site, start_circle};
use peer_circle_e2e::{Find, Journey, containing};
use std::fs;

const PROMISE: &str = "Write 3 pages of the talk";
const SMALLER: &str = "Write 2 pages of the talk";

/// Two devices: an offer of help is accepted, a smaller promise is remembered as such, and what was kept has a witness.
pub fn helped_eased_and_seen(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    commit(&ana, PROMISE);

    let ben = join(journey, &site, "Ben", &download_circle(&ana));
    ben.by_css("details.week-member summary").nth(0).click();
    ben.button(containing("Reply to: Write 3 pages")).click();
    let dialog = ben.dialog("Say something to it");
    dialog.fill(containing("A word with it"), "I can read it on Sunday");
    dialog.button("Offer help").click();
    ben.by_text("Ben offers help: I can read it on Sunday").see();

    bring(&ben, &ana);
    ana.by_text(containing("offers help with")).see();
    go(&ana, "Week");
    ana.button(containing("Options: Write 3 pages")).click();
    ana.dialog("Change the commitment").button("Yes, please").click();
    ana.by_text("Ben helps").see();
    // Smaller before it is due: the earlier words stay in sight.
    ana.button(containing("Options: Write 3 pages")).click();
    let dialog = ana.dialog("Change the commitment");
    dialog.fill("I will", SMALLER);
    dialog.button("Save").click();
    promise(&ana, SMALLER).see();
    ana.by_text(containing("renegotiated, was “Write 3 pages")).see();
    ana.button(containing("kept: Write 2 pages")).click();

    bring(&ana, &ben);
    go(&ben, "Week");
    ben.by_css("details.week-member summary").nth(0).click();
    ben.button(containing("Reply to: Write 2 pages")).click();
    let dialog = ben.dialog("Say something to it");
    dialog.button("Offer help").see_gone();
    dialog.button("I saw it").click();
    ben.by_text(containing("Ben saw it")).see();

    bring(&ben, &ana);
    go(&ana, "Week");
    ana.by_text(containing("Ben saw it")).see();

    // What was said goes out as a sheet like everything else.
    ana.open(&site.url("sheets"));
    let sheet = ana.download(|| ana.button("Save replies to commitments").click());
    let sheet = fs::read_to_string(sheet).expect("a sheet");
    assert!(sheet.contains("Ben,") && sheet.contains(",help,I can read it on Sunday,"), "{sheet}");
    assert!(sheet.contains(&format!(",{SMALLER},")) && sheet.contains(",witness,,"), "{sheet}");
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}
