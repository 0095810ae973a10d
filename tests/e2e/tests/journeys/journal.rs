//! Who changed what: the journal and its way back, and whoever's value lost learns it.

use crate::steps::{CIRCLE, bring, download_circle, go, join, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, containing};

const FIRST: &str = "New jobs for all of us";
const SECOND: &str = "Better work for all of us";
const PEOPLE: [&str; 3] = ["Ana", "Ben", "Chen"];

#[track_caller]
fn write_purpose(device: &Device, purpose: &str) {
    go(device, "Circle");
    device.button(containing("purpose")).click();
    device.fill(containing("Purpose"), purpose);
    device.button("Save").click();
    device.by_text(purpose).see();
}

/// A value that two have edited one after the other is in the journal with who wrote it; it is put back, and that is undone.
pub fn put_back(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let ben = join(journey, &site, "Ben", &download_circle(&ana));
    write_purpose(&ana, FIRST);
    bring(&ana, &ben);
    write_purpose(&ben, SECOND);
    bring(&ben, &ana);

    go(&ana, "Journal");
    let today = ana.by_role("region", "Today");
    let bens = today.list_item(containing(SECOND));
    for words in ["Ben", FIRST] {
        bens.see_text(containing(words));
    }
    ana.by_role("navigation", "By member").link("Ben").click();
    ana.by_role("region", "Today").list_item(containing(SECOND)).see();
    ana.by_role("navigation", "By member").link("Everyone").click();
    bens.button(containing("Put back")).click();
    ana.by_text("As it was before").see();
    go(&ana, "Circle");
    ana.by_text(FIRST).see();
    ana.button("Undo").click();
    ana.by_text(SECOND).see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// Two change the same; a third one meets both. Whoever's value lost is told so by the third one's copy, and puts it back.
pub fn lost_unseen(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let file = download_circle(&ana);
    let (ben, chen) = (join(journey, &site, "Ben", &file), join(journey, &site, "Chen", &file));
    write_purpose(&ana, FIRST);
    write_purpose(&ben, SECOND);
    bring(&ana, &chen);
    bring(&ben, &chen);
    go(&chen, "Circle");
    let (loser, winner, mine, theirs) = match chen.by_text(FIRST).count() {
        0 => (&ana, "Ben", FIRST, SECOND),
        _ => (&ben, "Ana", SECOND, FIRST),
    };
    bring(&chen, loser);
    let came = loser.by_role("region", "What came in");
    for words in ["Yours was replaced", winner, mine, theirs] {
        came.see_text(containing(words));
    }
    came.button("Put mine back").click();
    go(loser, "Circle");
    loser.by_text(mine).see();
    // Who gets that has nothing to learn: it was done knowingly.
    bring(loser, &chen);
    assert_eq!(chen.by_text("Yours was replaced").count(), 0);
    let errors = [ana.console_errors(), ben.console_errors(), chen.console_errors()];
    assert_eq!(errors, [[""; 0], [""; 0], [""; 0]]);
}
