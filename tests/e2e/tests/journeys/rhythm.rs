//! The circle's clocks, and the way into a calendar.

use crate::steps::{CIRCLE, PEOPLE, go, start_circle};
use peer_circle_e2e::{Find, Journey, Site, containing};
use std::fs;

/// The times are set, shown, refused when they are out of range, and handed to a calendar.
pub fn clocks(journey: &Journey) {
    let site = Site::release();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Circle");
    let card = device.by_role("region", "Rhythm");
    card.by_css(".event").see_count(3);
    for event in ["Check-ins due", "Review", "Next steps due"] {
        card.by_text(event).see();
    }

    card.button("Change the rhythm").click();
    let sheet = device.dialog("Change the rhythm");
    sheet.choose("The review is on", "Saturday");
    sheet.fill(containing("The review takes"), "5");
    sheet.button("Save").click();
    sheet.by_label(containing("The review takes")).see_invalid();
    sheet.fill(containing("The review takes"), "60");
    sheet.fill(containing("Where the review is"), "Café Lume, upstairs");
    sheet.button("Save").click();
    card.by_text(containing("The review is Saturdays at 17:00, 60 minutes (Café Lume, upstairs).")).see();

    let file = device.download(|| card.button("Add to a calendar").click());
    let text = fs::read_to_string(&file).expect("a calendar file").replace("\r\n ", "");
    for line in ["BEGIN:VCALENDAR", "LOCATION:Café Lume\\, upstairs", "END:VCALENDAR"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(text.contains("/some/path/"), "no way back to the app\n{text}");

    device.reload();
    card.by_text(containing("Saturdays at 17:00")).see();
    device.button("Undo").see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}
