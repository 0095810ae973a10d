//! The six pictures: each has a title, says in words what it shows, and has a table with the same numbers.

use crate::steps::{CIRCLE, PEOPLE, go, site, start_circle};
use crate::tables::{table, tables};
use peer_circle::document::CircleDoc;
use peer_circle::domain::{Circle, INSIGHT_WEEKS, Insights, Tally, WeekView, feedback_flow};
use peer_circle::exchange::circle_file;
use peer_circle::ui::text::week;
use peer_circle_e2e::{Device, Find, Journey, containing};
use peer_circle_support::{at, present, sample_circle};
use std::fs;
use tempfile::TempDir;

/// When the journeys take place.
const NOW: &str = "2026-11-26T08:30:00Z";

/// Every number of every picture, against what the circle's own rules make of the same circle.
pub fn six_pictures(journey: &Journey) {
    let circle = sample_circle(3, 5, 8);
    let site = site();
    let device = journey.device("ana");
    open(&device, &site.url(""), &circle);
    see_ring(&device, &circle);
    go(&device, "Insights");
    see_weeks(&device, &circle);
    see_feedback(&device, &circle);
    see_goals(&device, &circle);
    device.link(containing("Who has had which role how often")).click();
    see_roles(&device);
    assert_eq!(device.console_errors(), [""; 0]);
}

#[track_caller]
fn open(device: &Device, address: &str, circle: &Circle) {
    let folder = TempDir::with_prefix("peer-circle-insights-").expect("a folder");
    let file = folder.path().join("northlight.circle.json");
    fs::write(&file, circle_file::write(&CircleDoc::begin(1, circle), at(NOW), "Ana")).expect("a file");
    device.open(address);
    device.upload("Open a file", &[&file]);
    device.button(containing("Ana")).click();
    device.by_role("region", "Everyone").see();
}

#[track_caller]
fn see_ring(device: &Device, circle: &Circle) {
    let now = present(circle, at(NOW));
    let seats = WeekView::of(now, now.cycle()).seats;
    let shown = table(device, ".week__ring");
    let rows: Vec<_> = seats.iter().map(|seat| vec![seat.name.clone(), week::kept(seat.tally)]).collect();
    assert_eq!((shown.caption.as_str(), &shown.rows[1..]), ("The circle this week", rows.as_slice()));
    let said = alternative(device, ".week__ring svg");
    for seat in seats {
        assert!(said.contains(&seat.name) && said.contains(&week::kept(seat.tally)), "{}: {said}", seat.name);
    }
}

/// What is said of a picture.
#[track_caller]
fn alternative(device: &Device, picture: &str) -> String {
    let script = "const picture = document.querySelector(arguments[0]);
        return picture.getAttribute('role') === 'img' ? picture.getAttribute('aria-label') : null;";
    let said = device.execute(script, &[picture.into()]);
    said.as_str().unwrap_or_else(|| panic!("{picture} is no picture with words")).to_owned()
}

/// "2 of 3 kept, 1 partly"
fn kept(tally: &Tally) -> String {
    let partly = if tally.partial > 0 { format!(", {} partly", tally.partial) } else { String::new() };
    match tally.total {
        0 => "no commitments".to_owned(),
        total => format!("{} of {total} kept{partly}", tally.kept),
    }
}

#[track_caller]
fn see_weeks(device: &Device, circle: &Circle) {
    let found = Insights::of(present(circle, at(NOW)), INSIGHT_WEEKS);
    let over = found.cycles.len() - 1;
    let all = found.together();
    let line = table(device, ".keep-line");
    device.heading("Kept over time").see();
    let said: Vec<_> = line.rows.iter().skip(1).map(|row| row[1].clone()).collect();
    assert_eq!(said, all[..over].iter().map(kept).collect::<Vec<_>>());
    let sum = all[..over].iter().fold(Tally::default(), |sum, tally| sum.and(*tally));
    let words = alternative(device, ".keep-line svg");
    assert!(words.starts_with(&format!("{:.0} % kept over {over} weeks", sum.share() * 100.0)), "{words}");

    device.heading("Everyone, week by week").see();
    let map = table(device, ".weeks-map");
    assert_eq!(map.rows[0].len(), 1 + found.cycles.len());
    for (row, member) in map.rows.iter().skip(1).zip(&found.members) {
        let name = circle.name_of(&member.member).unwrap_or_default().to_owned();
        let expected: Vec<_> = std::iter::once(name).chain(member.tallies.iter().map(kept)).collect();
        assert_eq!(*row, expected);
    }
    assert!(alternative(device, ".weeks-map [role=img]").contains("5 members over 8 weeks"));
}

#[track_caller]
fn see_feedback(device: &Device, circle: &Circle) {
    let flow = feedback_flow(circle);
    device.heading("Feedback, from whom to whom").see();
    let shown = table(device, ".flow-grid");
    for ((row, counts), from) in shown.rows.iter().skip(1).zip(&flow.counts).zip(&flow.members) {
        assert_eq!(row[0], circle.name_of(from).unwrap_or_default());
        assert_eq!(row[1..], counts.iter().map(usize::to_string).collect::<Vec<_>>());
    }
    let notes: usize = flow.counts.iter().flatten().sum();
    assert!(alternative(device, ".flow-grid svg").starts_with(&format!("{notes} times feedback")));
}

/// A line for each goal under way that was measured, with its beginning.
#[track_caller]
fn see_goals(device: &Device, circle: &Circle) {
    device.heading("Goals under way").see();
    let mut expected = Vec::new();
    for member in circle.roster() {
        let goals = circle.goals_of(&member.id).into_iter().filter(|goal| goal.is_open());
        let points = goals.map(|goal| circle.points_of(goal).len()).filter(|points| *points > 1);
        expected.extend(points.map(|points| points.min(16)));
    }
    device.by_css(".insights-goal table").see_count(expected.len());
    let shown = tables(device, ".insights-goal");
    assert_eq!(shown.iter().map(|table| table.rows.len() - 1).collect::<Vec<_>>(), expected);
    let has_values = |row: &Vec<String>| row.iter().all(|cell| !cell.is_empty());
    assert!(shown.iter().all(|table| table.rows.iter().all(has_values)), "{shown:?}");
}

/// What somebody holds of each role adds up.
#[track_caller]
fn see_roles(device: &Device) {
    let shown = table(device, ".credits");
    assert_eq!(shown.rows.len(), 1 + 5);
    for row in &shown.rows[1..] {
        let numbers: Vec<i64> = row[1..].iter().map(|cell| cell.parse().unwrap_or(-1)).collect();
        let (total, parts) = numbers.split_last().unwrap_or((&-1, &[]));
        assert_eq!(parts.iter().sum::<i64>(), *total, "{row:?}");
    }
}

/// In a circle that has just begun, each picture's place says when it will be there.
pub fn nothing_yet(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Insights");
    device.by_text("Nothing to see yet").see();
    device.by_text("After the first week with commitments, its picture appears here.").see();
    device.by_text("Nobody has given feedback yet.").see();
    device.by_css("main svg[role=img]").see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}
