//! The demo, and how it is told from a circle.

use crate::steps::{PAGES, go, site};
use peer_circle_e2e::{Device, Find, Journey, Locator, containing};

/// That the demo is made up is said on the first page that is seen of it; from then on the badge alone says it.
pub fn said_once(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    badge(&device).see();
    banner(&device).see();
    go(&device, "Goals");
    banner(&device).see_gone();
    badge(&device).see();
    go(&device, "Week");
    banner(&device).see_gone();
    device.reload();
    badge(&device).see();
    for (page, _, heading) in PAGES {
        device.open(&site.url(page));
        device.by_css("main h1").see_text(containing(heading));
        banner(&device).see_gone();
    }
    // It is there already: opening it once more says nothing new.
    go(&device, "Settings");
    device.button("Try the demo").click();
    badge(&device).see();
    banner(&device).see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// What is said of the demo can be closed before.
pub fn closed(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    banner(&device).see();
    device.by_role("complementary", "Notices").button("Close").click();
    banner(&device).see_gone();
    badge(&device).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

fn banner(device: &Device) -> Locator<'_> {
    device.by_text(containing("This is a made-up circle."))
}

fn badge(device: &Device) -> Locator<'_> {
    device.by_css("header .tag[data-kind=demo]")
}
