//! How long people wait in a large circle, and beside it in one that has just begun: `cargo xtask bench` runs it through
//! the release page, shows the lines that it prints and fails where one says that it is over its limit.

mod measure;

use measure::{Limit, Times, ToPaint as _, tell};
use peer_circle_e2e::{Device, Find, Journey, Site, containing, journeys, run};
use peer_circle_support::large_file;
use std::{fs, process::ExitCode, time::Duration};
use tempfile::TempDir;

/// How often each thing is done.
const ROUNDS: usize = 40;

/// How often the page is started.
const STARTS: usize = 12;

/// The pages' headings.
const HEADING: &str = "main h1";

fn main() -> ExitCode {
    run(journeys![two_years])
}

/// Twelve members and 104 weeks, beside twelve members who have just begun: an edit, going from page to page, the board,
/// the pictures.
fn two_years(journey: &Journey) {
    let mut site = Site::release();
    let (large, new) = (journey.device("ana"), journey.device("ben"));
    open_large(&large, &site, 104);
    start_new(&new, &site);
    let both = |measure: fn(&Device) -> Times| (measure(&large), measure(&new));
    tell("an edit to its paint", both(edits), Some(Limit::NinetyFifth(16.0)));
    tell("from Week to Goals or back", both(week_and_goals), None);
    tell("opening the board", both(board_opens), Some(Limit::Middle(50.0)));
    tell("a filter of the board", both(filters), Some(Limit::Middle(50.0)));
    tell("the board of another week", both(other_weeks), None);
    tell("drawing the insights", both(insights), Some(Limit::Middle(100.0)));
    let ten_weeks = journey.device("chen");
    open_large(&ten_weeks, &site, 10);
    let week = site.url("");
    for device in [&large, &ten_weeks] {
        device.open(&week);
        device.see_worker();
    }
    site.stop();
    tell(
        "a start without a connection, beside ten weeks",
        (starts(&large), starts(&ten_weeks)),
        Some(Limit::Ratio(1.5)),
    );
}

#[track_caller]
fn open_large(device: &Device, site: &Site, weeks: usize) {
    let folder = TempDir::with_prefix("peer-circle-speed-").expect("a folder");
    let file = folder.path().join("northlight.circle.json");
    fs::write(&file, large_file(12, weeks)).expect("a file");
    device.open(&site.url(""));
    device.upload("Open a file", &[&file]);
    device.heading("Who are you in Northlight?").patiently(Duration::from_secs(60)).see();
    device.button(containing("Ana")).click();
    device.by_css("main button.tick").patiently(Duration::from_secs(60)).nth(0).see();
}

/// Twelve members, and the one commitment that an edit needs.
#[track_caller]
fn start_new(device: &Device, site: &Site) {
    device.open(&site.url(""));
    device.button(containing("Start a circle")).click();
    device.fill("Name of the circle", "Southlight");
    device.fill("Your name", "Ana");
    let others: Vec<String> = (2..=12).map(|nth| format!("Member {nth}")).collect();
    device.fill("The others", &others.join("\n"));
    device.button("Start the circle").click();
    device.button("Add a commitment").click();
    let dialog = device.dialog("New commitment");
    dialog.fill("I will", "Write 2 pages");
    dialog.button("I commit to it").click();
    device.by_css("main button.tick").nth(0).see();
}

/// From the request for the page to its first screen, out of what the service worker keeps.
fn starts(device: &Device) -> Times {
    const AT: &str = "return performance.getEntriesByName('first-screen')[0].startTime";
    let start = |_| {
        device.reload();
        device.by_css("main button.tick").nth(0).see();
        device.execute(AT, &[]).as_f64().expect("a mark of the first screen")
    };
    (0..STARTS).map(start).collect()
}

fn edits(device: &Device) -> Times {
    (0..ROUNDS).map(|_| device.to_paint("main button.tick", "", "main button.tick")).collect()
}

fn week_and_goals(device: &Device) -> Times {
    let switches = ["Goals", "Week"].into_iter().cycle();
    // The first time, a page's part is fetched.
    switches.take(ROUNDS + 2).map(|page| device.to_paint("nav a", page, HEADING)).skip(2).collect()
}

/// From the history to `page`, as often as things are done, without the first time.
fn from_history(device: &Device, page: &str) -> Times {
    let open = |_| {
        device.to_paint("nav a", "History", HEADING);
        device.link(containing(page)).see();
        device.to_paint("main a", page, HEADING)
    };
    (0..=ROUNDS).map(open).skip(1).collect()
}

fn board_opens(device: &Device) -> Times {
    from_history(device, "Board")
}

fn filters(device: &Device) -> Times {
    device.by_css(".board-row").see_count(12);
    let outcomes = ["kept", "Every outcome"].into_iter().cycle();
    // In the new circle, the commitment is kept or open.
    device.to_paint(".board-filters a", "Every outcome", "");
    let of = |word| device.to_paint(".board-filters a", word, ".board-filters");
    let has_kept = device.by_role("navigation", "By outcome").link(containing("kept")).count() > 0;
    outcomes.take(ROUNDS).map(|word| of(if has_kept || word != "kept" { word } else { "open" })).collect()
}

/// The weeks before in the large circle; the new one has none.
fn other_weeks(device: &Device) -> Times {
    if device.link("The week before").count() == 0 {
        return Vec::new();
    }
    const NAME: &str = ".board-weeks__name";
    (0..ROUNDS).map(|_| device.to_paint(".board-weeks__step:first-child a", "", NAME)).collect()
}

fn insights(device: &Device) -> Times {
    from_history(device, "Insights")
}
