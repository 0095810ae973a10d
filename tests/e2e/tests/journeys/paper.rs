//! The page on paper.

use crate::steps::{PAGES, site};
use peer_circle_e2e::{Browser, DeviceOptions, Find, Journey, Site, containing};
use peer_circle_support::large_file;
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// How bright the paper and its ink are, from 0 to 1.
const BRIGHTNESS: &str = "
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const brightness = (colour) => {
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        return pen.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part, 0) / 765;
    };
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [brightness(backgroundColor), brightness(color)];";

/// What no page break may go through though it can be higher than a sheet of paper: it leaves the page before it empty.
const UNBREAKABLE: &str = "
    const parts = [...document.querySelectorAll('body, body *')];
    const isWhole = (part) => getComputedStyle(part).breakInside !== 'auto' && part.getBoundingClientRect().height > 700;
    return parts.filter(isWhole).map((part) => part.className || part.tagName);";

/// From the dark theme it is printed dark on white, and what is long goes on on the next page. In Chromium alone, which
/// shows a page as it is printed.
pub fn paper(journey: &Journey) {
    if journey.browser() != Browser::Chromium {
        return;
    }
    let site = site();
    // As wide as a sheet of A4 between its margins.
    let device = journey.device_with("ana", DeviceOptions::phone().size(718, 1000));
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    device.by_role("navigation", "Main").see();
    for (page, _, heading) in PAGES {
        device.open(&site.url(page));
        device.by_css("main h1").see_text(containing(heading));
        device.execute("document.documentElement.dataset.theme = 'dark'", &[]);
        device.as_printed();
        let found = device.execute(BRIGHTNESS, &[]);
        let (paper, ink) = (found[0].as_f64().unwrap_or(0.0), found[1].as_f64().unwrap_or(1.0));
        assert!(paper > 0.99 && ink < 0.3, "{page}: paper {paper}, ink {ink}");
        assert_eq!(device.execute(UNBREAKABLE, &[]), Value::Array(Vec::new()), "{page}");
        device.by_role("navigation", "Main").see_gone();
    }
}

/// What is seen of the week's own sheet: its lower edge, its words, and whether anything else of the page is drawn.
const WEEK_SHEET: &str = "
    const sheet = document.querySelector('.week-paper');
    const others = [...document.querySelectorAll('main .card')].filter((card) => card.getClientRects().length > 0);
    return [sheet.getBoundingClientRect().bottom, sheet.innerText, others.length];";

/// The week is printed as one sheet for everybody: the ring, who promised what, the roles, the next clocks.
pub fn week_sheet(journey: &Journey) {
    if journey.browser() != Browser::Chromium {
        return;
    }
    let site = site();
    let device = journey.device_with("ana", DeviceOptions::phone().size(718, 1000));
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    device.by_role("navigation", "Main").see();
    device.by_css(".week-paper").see_gone();
    device.as_printed();
    device.execute("dispatchEvent(new Event('beforeprint'))", &[]);
    device.by_css(".week-paper").see();
    let found = device.execute(WEEK_SHEET, &[]);
    // As high as a sheet of A4 between its margins.
    assert!(found[0].as_f64().is_some_and(|bottom| bottom < 1040.0), "{found}");
    let words = found[1].as_str().unwrap_or_default();
    for part in ["Ana", "Ben", "Check-ins due", "Session", "Next commitments due", "☑ ", "☐ ", "Check-in lead"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(found[2].as_u64(), Some(0), "only the sheet is drawn");
    device.execute("dispatchEvent(new Event('afterprint'))", &[]);
    device.by_css(".week-paper").see_gone();
}

/// The week of twelve members, some with long names, fits on its sheet as well.
pub fn week_of_twelve(journey: &Journey) {
    if journey.browser() != Browser::Chromium {
        return;
    }
    let folder = TempDir::with_prefix("peer-circle-paper-").expect("a folder");
    let file = folder.path().join("northlight.circle.json");
    fs::write(&file, large_file(12, 4)).expect("a file");
    let site = Site::release();
    let device = journey.device_with("ana", DeviceOptions::phone().size(718, 1000));
    device.open(&site.url(""));
    device.upload("Open a file", &[&file]);
    device.button(containing("Ana")).click();
    device.by_role("navigation", "Main").see();
    device.as_printed();
    device.execute("dispatchEvent(new Event('beforeprint'))", &[]);
    device.by_css(".week-paper").see();
    let found = device.execute(WEEK_SHEET, &[]);
    assert!(found[0].as_f64().is_some_and(|bottom| bottom < 1040.0), "{found}");
    assert!(found[1].as_str().is_some_and(|words| words.contains("Maximiliane")), "{found}");
}

/// From the dark theme, once chosen, the first sheet of every page has its words on it, in dark ink. Read from what Chromium and
/// Firefox print; WebKitGTK cannot be asked for it.
pub fn first_sheet(journey: &Journey) {
    if journey.browser() == Browser::WebKit {
        return;
    }
    let site = site();
    let device = journey.device_with("ana", DeviceOptions::laptop());
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    device.by_role("navigation", "Main").see();
    for (page, _, heading) in PAGES {
        device.open(&site.url(page));
        device.by_css("main h1").see_text(containing(heading));
        device.execute("document.documentElement.dataset.theme = 'dark'", &[]);
        let inks = device.print_sheet(1).inks();
        let light = inks.iter().filter(|ink| **ink > 0.7).count();
        // An early season has the least to say.
        assert!(inks.len() > 5, "{page}: {} pieces of text on the first sheet", inks.len());
        // One's own seat in the ring has light letters on a dark ground.
        assert!(light * 20 < inks.len(), "{page}: {light} of {} pieces of text in light ink", inks.len());
    }
}
