//! One circle on two devices.

use crate::steps::{
    CIRCLE, PEOPLE, check_in, commit, download_circle, go, kept, open_file, promise, readable, set_goal, site,
    start_circle,
};
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, containing};

const GOAL: &str = "Three offers to choose from";
const ANAS: &str = "Send 5 applications by Wednesday";
const ANAS_NEXT: &str = "Call 3 studios by Friday";
const ANAS_LATE: &str = "Write 2 thank-you notes on Monday";
const BENS: &str = "Rehearse the talk twice";
const BENS_OTHER: &str = "Record 1 mock interview";
const BENS_NEXT: &str = "Give the talk to 10 people";
const PURPOSE: &str = "New jobs for all five of us by spring";

/// Two devices change the same circle, exchange files, and show the same.
pub fn two_devices(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    commit(&ana, ANAS);
    go(&ana, "Goals");
    set_goal(&ana, GOAL, "24", "applications");
    go(&ana, "Check in");
    ana.heading("How did the week go, Ana?").see();
    ana.check(containing(ANAS), "kept");
    check_in(&ana, "Two answers already", ANAS_NEXT);
    let first = download_circle(&ana);
    let name = first.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    assert!(name.starts_with("tuesday-rowers-ana-20") && name.ends_with(".circle.json"), "{name}");

    let ben = journey.device_with("ben", DeviceOptions::phone().time_zone("Pacific/Auckland"));
    ben.open(&site.url(""));
    ben.upload("Open a file", &[&first]);
    ben.heading(format!("Who are you in {CIRCLE}?")).see();
    ben.button(containing("Ben")).click();
    ben.heading(containing("no commitments yet")).see();
    commit(&ben, BENS);
    commit(&ben, BENS_OTHER);
    ben.button(format!("kept: {BENS_OTHER}")).click();
    ben.button(format!("kept: {BENS_OTHER}")).see_on();
    go(&ben, "Check in");
    ben.check(containing(BENS), "partial");
    check_in(&ben, "Spoke up in the stand-up", BENS_NEXT);
    let bens = download_circle(&ben);

    // Meanwhile, on the first device.
    go(&ana, "Goals");
    ana.fill("Where does it stand now?", "7");
    ana.button("Note it").click();
    ana.by_text("7 of 24 applications").see();
    commit(&ana, ANAS_LATE);
    go(&ana, "Circle");
    ana.button("Write the purpose").click();
    ana.fill(containing("Purpose"), PURPOSE);
    ana.button("Save").click();
    ana.by_text(PURPOSE).see();

    open_file(&ana, &bens);
    let arrived = ana.by_role("region", "What came in");
    for news in ["Ben", "checked in for the week of", &format!("kept: “{BENS_OTHER}”"), &format!("partial: “{BENS}”")]
    {
        arrived.see_text(containing(news));
    }
    arrived.see_text(containing(format!("committed to “{BENS_NEXT}”")));

    let newest = download_circle(&ana);
    open_file(&ben, &newest);
    let arrived = ben.by_role("region", "What came in");
    for news in ["Ana", "7 applications", ANAS_LATE, "name, purpose or rhythm changed"] {
        arrived.see_text(containing(news));
    }

    shows_all(&ana, &ben);
    let (anas, bens) = (download_circle(&ana), download_circle(&ben));
    assert_eq!(readable(&anas), readable(&bens));

    for (device, file) in [(&ana, &bens), (&ben, &anas), (&ana, &bens)] {
        device.reload();
        let before = kept(device);
        open_file(device, file);
        device.by_text(containing("Nothing new: this device knew all of it.")).see();
        assert_eq!(kept(device), before);
    }
    shows_all(&ana, &ben);
    assert_eq!(readable(&download_circle(&ana)), readable(&anas));
    assert_eq!(readable(&download_circle(&ben)), readable(&anas));
    assert_eq!(ana.console_errors(), [""; 0]);
    assert_eq!(ben.console_errors(), [""; 0]);
}

/// Each device shows its own side in full and that of the other one.
#[track_caller]
fn shows_all(ana: &Device, ben: &Device) {
    for device in [ana, ben] {
        go(device, "Circle");
        device.heading(CIRCLE).see();
        device.by_text(PURPOSE).see();
        go(device, "Goals");
        let whose = device.group("Whose goals");
        whose.button("Ana").click();
        device.heading(GOAL).see();
        device.by_text("7 of 24 applications").see();
        for text in [ANAS, ANAS_NEXT, ANAS_LATE] {
            promise(device, text).see();
        }
        whose.button("Ben").click();
        device.heading(if std::ptr::eq(device, ben) { "Your goals" } else { "Goals of Ben" }).see();
        for text in [BENS, BENS_OTHER, BENS_NEXT] {
            promise(device, text).see();
        }
        go(device, "Week");
        device.by_text(containing("2 of 5 in")).see();
    }
}
