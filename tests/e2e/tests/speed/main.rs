//! How long people wait in a large circle: `cargo xtask bench` runs it through the release page and shows the lines that
//! it prints. It asserts nothing about time.

use peer_circle_e2e::{Device, Find, Journey, Site, containing, journeys, run};
use peer_circle_support::large_file;
use std::{fs, process::ExitCode, time::Duration};
use tempfile::TempDir;

/// How often each thing is done.
const ROUNDS: usize = 40;

/// Presses the first thing that the selector finds and that says the words, and waits until the browser has painted what came of it.
const TO_PAINT: &str = "
    const [selector, words] = arguments;
    const target = [...document.querySelectorAll(selector)].find((one) => one.textContent.trim().includes(words));
    if (!target) throw new Error(`no ${selector} says “${words}”`);
    const start = performance.now();
    target.click();
    return new Promise((done) => requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => done(performance.now() - start);
        painted.port2.postMessage(0);
    }));";

fn main() -> ExitCode {
    run(journeys![two_years])
}

/// Twelve members and 104 weeks: an edit, going from page to page, and the board.
fn two_years(journey: &Journey) {
    let folder = TempDir::with_prefix("peer-circle-speed-").expect("a folder");
    let file = folder.path().join("northlight.circle.json");
    fs::write(&file, large_file(12, 104)).expect("a file");
    let site = Site::release();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.upload("Open a file", &[&file]);
    device.heading("Who are you in Northlight?").patiently(Duration::from_secs(60)).see();
    device.button(containing("Ana")).click();
    device.by_css("main button.tick").patiently(Duration::from_secs(60)).nth(0).see();

    let edits = (0..ROUNDS).map(|_| to_paint(&device, "main button.tick", "")).collect();
    tell("an edit to its paint", edits);
    // Each page once before: its part is fetched then.
    const PAGES: [&str; 2] = ["Goals", "Week"];
    for page in PAGES {
        to_paint(&device, "nav a", page);
        device.wait_for(page, || device.title().starts_with(page));
    }
    let switches = PAGES.into_iter().cycle().take(ROUNDS).map(|page| to_paint(&device, "nav a", page)).collect();
    tell("from Week to Goals or back", switches);

    to_paint(&device, "nav a", "History");
    device.link(containing("Board")).see();
    to_paint(&device, "main a", "Board");
    device.by_css(".board-row").see_count(12);
    const OUTCOMES: [&str; 2] = ["kept", "Every outcome"];
    let filters = OUTCOMES.into_iter().cycle().take(ROUNDS).map(|word| to_paint(&device, ".board-filters a", word));
    tell("a filter of the board", filters.collect());
    let weeks = (0..ROUNDS).map(|_| to_paint(&device, ".board-weeks__step:first-child a", ""));
    tell("the board of the week before", weeks.collect());
}

/// Milliseconds from a click to its paint.
#[track_caller]
fn to_paint(device: &Device, selector: &str, words: &str) -> f64 {
    let took = device.execute(TO_PAINT, &[selector.into(), words.into()]);
    took.as_f64().unwrap_or_else(|| panic!("{selector} “{words}”: no time but {took}"))
}

fn tell(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    println!(
        "bench: 12 members, 104 weeks: {what}: {:.1} ms in the middle, {:.1} ms at the 95th percentile",
        at(50),
        at(95)
    );
}
