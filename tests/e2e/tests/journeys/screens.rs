//! Pictures of every page, to be looked at.

use crate::steps::{PAGES, site};
use peer_circle_e2e::{Browser, Device, DeviceOptions, Find, Journey, Theme, containing};
use std::{fs, path::Path};
use xtask::workspace;

/// Cells as they are copied out of a spreadsheet, with something to ask and something to leave out.
const TABLE: &str = "Task\tOwner\tDue\tDone\tHours\nSend 3 applications\tMara/Tom\t05/12/2026\tno\t2,5\nRead chapter 4\t\t06/12/2026\tyes\t1\n\tAna\t07/12/2026\tno\t\n";

/// Every page of the demo on a phone and a laptop, light and dark, into `target/e2e/screens/`: what is
/// seen at first, and the whole page. In Chromium alone, the pictures are for people.
pub fn screens(journey: &Journey) {
    if journey.browser() != Browser::Chromium {
        return;
    }
    let folder = workspace::root().join("target/e2e/screens");
    fs::create_dir_all(&folder).expect("the folder for pictures");
    let site = site();
    for (width, height) in [(360, 740), (1280, 900)] {
        for (colours, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
            let options = DeviceOptions::phone().size(width, height).theme(theme);
            let mut device = journey.device_with(&format!("{width}-{colours}"), options);
            let picture = |device: &mut Device, name: &str| {
                let path = |part: &str| folder.join(format!("{name}-{width}-{colours}{part}.png"));
                device.screenshot(&path(""));
                whole(device, (width, height), &path("-whole"));
            };
            device.open(&site.url(""));
            device.heading("Six people, one page, every week").see();
            picture(&mut device, "first");
            device.button(containing("Start a circle")).click();
            device.heading("Start a circle").see();
            picture(&mut device, "start");
            device.button("Back").click();
            device.button(containing("Try the demo")).click();
            device.by_role("navigation", "Main").see();
            for (page, _, heading) in PAGES {
                device.open(&site.url(page));
                device.by_css("main h1").see_text(containing(heading));
                picture(&mut device, if page.is_empty() { "week" } else { page });
                if page == "sheets" {
                    device.fill("Or paste it", TABLE);
                    device.button("Read it").click();
                    device.heading("Pasted text").see();
                    picture(&mut device, "sheets-preview");
                }
                if page == "feedback" {
                    device.button("Give feedback").click();
                    device.dialog("Give feedback").see();
                    picture(&mut device, "feedback-give");
                }
            }
            assert_eq!(device.console_errors(), [""; 0]);
            device.open(&site.url("nowhere"));
            device.heading("There is no such page").see();
            picture(&mut device, "not-found");
        }
    }
}

/// The page in a window as high as itself, with what is fixed at the end.
#[track_caller]
fn whole(device: &mut Device, (width, height): (u32, u32), file: &Path) {
    let full = device.execute("return document.documentElement.scrollHeight", &[]);
    let full = full.as_u64().and_then(|full| u32::try_from(full).ok()).unwrap_or(height);
    device.set_size(width, full);
    device.screenshot(file);
    device.set_size(width, height);
}
