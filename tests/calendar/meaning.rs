//! The file means the same instants as the app, for two years, in zones of every kind.

use crate::reading::{check, circle, lines, values, week};
use crate::support::{at, cycle, rhythm};
use chrono::Weekday;
use peer_circle::domain::{Cycle, Interval, Kind, Record, Rhythm, RhythmVersion, Season, SeasonId, WeeklyTime};
use proptest::prelude::*;

const ZONES: [&str; 14] = [
    "UTC",
    "Europe/Lisbon",
    "Europe/Dublin",
    "Africa/Casablanca",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Gaza",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Nowhere/At_All",
];

fn two_years() -> impl Iterator<Item = Cycle> {
    (0..108).map(|week| cycle("2025-12-29").plus(week))
}

/// Reviews at `minute` on Sundays, when clocks change.
fn sundays(zone: &str, minute: u16) -> Rhythm {
    let mut rhythm = rhythm(zone, 3, 18);
    rhythm.session.at = WeeklyTime { weekday: Weekday::Sun, minute };
    rhythm
}

#[test]
fn two_years_of_occasions_in_every_zone() {
    for zone in ZONES {
        for minute in [60, 90, 105, 120, 135, 150, 180, 17 * 60] {
            check(&circle(sundays(zone, minute), "2025-12-29", 108), "2026-01-01T00:00:00Z", two_years());
        }
    }
}

#[test]
fn an_odd_hour_is_an_event_of_its_own() {
    let file = check(&circle(sundays("Europe/Lisbon", 90), "2026-01-05", 52), "2026-01-01T00:00:00Z", {
        (0..52).map(|week| cycle("2026-01-05").plus(week))
    });
    let starts = values(&file, "DTSTART");
    // 01:30 does not exist on 29 March and comes twice on 25 October.
    for (odd, before, after) in [
        ("20260329T013000Z", "TZID=Europe/Lisbon:20260111T013000", "TZID=Europe/Lisbon:20260405T013000"),
        ("20261025T003000Z", "TZID=Europe/Lisbon:20260405T013000", "TZID=Europe/Lisbon:20261101T013000"),
    ] {
        for start in [odd, before, after] {
            assert!(starts.iter().any(|found| found == start), "{start} in {starts:?}");
        }
    }
    assert_eq!(values(&file, "EXDATE"), [""; 0]);
    assert!(!file.contains("20260329T013000\r\n") && !file.contains("20261025T013000\r\n"));
}

#[test]
fn weeks_that_differ() {
    let of = |day: &str| cycle(day);
    let mut circle = circle(rhythm("Europe/Lisbon", 3, 18), "2026-11-02", 10);
    for record in [
        week(of("2026-11-02"), None),
        week(of("2026-12-21"), None),
        week(of("2026-12-28"), None),
        week(of("2027-01-04"), None),
        week(of("2026-11-16"), None),
        week(of("2026-11-23"), Some("2026-11-28T10:15")),
        week(of("2026-11-09"), Some("2026-11-12T19:00")),
        week(of("2026-12-14"), Some("2026-12-29T08:00")),
    ] {
        circle.put(record);
    }
    let file = check(&circle, "2026-11-03T08:00:00Z", (0..10).map(|week| of("2026-11-02").plus(week)));
    let zone = "TZID=Europe/Lisbon:";
    assert_eq!(
        values(&file, "EXDATE"),
        ["20261119T180000", "20261120T170000", "20261123T090000"].map(|t| format!("{zone}{t}"))
    );
    let moved = ["20261113T170000", "20261127T170000", "20261218T170000"].map(|t| format!("{zone}{t}"));
    assert_eq!(values(&file, "RECURRENCE-ID"), moved);
    // The season begins and ends with a pause: its series begin and end with what is held.
    assert_eq!(values(&file, "RRULE").iter().filter(|rule| rule.ends_with("COUNT=6")).count(), 3, "{file}");
}

#[test]
fn a_review_moved_into_an_odd_hour() {
    let mut circle = circle(rhythm("Europe/Lisbon", 3, 18), "2026-03-02", 6);
    circle.put(week(cycle("2026-03-23"), Some("2026-03-29T01:30")));
    let file = check(&circle, "2026-03-01T00:00:00Z", (0..6).map(|week| cycle("2026-03-02").plus(week)));
    assert!(file.contains("RECURRENCE-ID;TZID=Europe/Lisbon:20260327T170000\r\nDTSTART:20260329T013000Z\r\n"));
}

#[test]
fn a_rhythm_that_changes_in_mid_season() {
    let mut circle = circle(rhythm("Europe/Lisbon", 3, 18), "2026-11-02", 10);
    for (from, rhythm) in [("2026-11-23", rhythm("America/New_York", 1, 9)), ("2026-12-07", rhythm("UTC", 6, 20))] {
        circle.put(Record::Rhythm(RhythmVersion { from: Some(cycle(from)), rhythm, ..RhythmVersion::default() }));
    }
    circle.put(week(cycle("2026-11-23"), None));
    let file = check(&circle, "2026-11-03T08:00:00Z", (0..10).map(|week| cycle("2026-11-02").plus(week)));
    assert_eq!(values(&file, "TZID"), ["Europe/Lisbon", "America/New_York"]);
}

#[test]
fn a_circle_that_meets_every_second_week() {
    let weekly = rhythm("Europe/Lisbon", 3, 18);
    let mut circle = circle(weekly.clone(), "2026-11-02", 10);
    let rhythm = Rhythm { interval: Interval::EverySecond, ..weekly };
    circle.put(Record::Rhythm(RhythmVersion { from: Some(cycle("2026-11-02")), rhythm, ..RhythmVersion::default() }));
    circle.put(week(cycle("2026-11-30"), None));
    circle.put(week(cycle("2026-11-16"), Some("2026-11-24T10:00")));
    let file = check(&circle, "2026-11-03T08:00:00Z", (0..10).map(|week| cycle("2026-11-02").plus(week)));
    let mut rules = values(&file, "RRULE");
    rules.retain(|rule| rule.starts_with("FREQ=WEEKLY"));
    assert_eq!(rules, ["TH", "FR", "MO"].map(|day| format!("FREQ=WEEKLY;INTERVAL=2;BYDAY={day};COUNT=5")));
    assert_eq!((values(&file, "EXDATE").len(), values(&file, "RECURRENCE-ID").len()), (3, 1));
}

#[test]
fn which_seasons_are_in_it() {
    let check = |now: &str, seasons: &[(&str, u8)], cycles: &[(&str, i64)]| {
        let mut circle = circle(rhythm("Europe/Lisbon", 3, 18), "2026-11-02", 4);
        for (nth, (first, weeks)) in (0..).zip(seasons) {
            let id = SeasonId::new(&format!("t{nth}"));
            circle.put(Record::Season(Season { id, first: cycle(first), weeks: *weeks }));
        }
        let cycles = cycles.iter().flat_map(|(first, weeks)| (0..*weeks).map(|week| cycle(first).plus(week)));
        crate::reading::check(&circle, now, cycles)
    };
    check("2026-11-06T12:00:00Z", &[], &[("2026-11-02", 4)]);
    check("2026-11-29T23:59:59Z", &[], &[("2026-11-02", 4)]);
    let empty = check("2026-11-30T00:00:00Z", &[], &[]);
    assert_eq!(lines(&empty).last().unwrap(), "END:VCALENDAR");
    check("2026-11-30T00:00:00Z", &[("2027-01-04", 10)], &[("2027-01-04", 10)]);
    // Two that overlap make no week twice.
    check("2026-11-06T12:00:00Z", &[("2026-11-16", 4)], &[("2026-11-02", 6)]);
    check("2026-11-06T12:00:00Z", &[("2040-01-02", 10)], &[("2026-11-02", 4)]);
    // One that began in mid-week, after updates were due, has its whole first week.
    check("2026-11-06T12:00:00Z", &[("2026-11-06", 4)], &[("2026-11-02", 4)]);
}

#[test]
fn seasons_without_end_are_cut() {
    let mut circle = circle(rhythm("Europe/Lisbon", 3, 18), "9999-12-06", 255);
    for nth in 0..400 {
        let first = cycle("2026-11-02").plus(nth * 7 - 1200);
        circle.put(Record::Season(Season { id: SeasonId::new(&format!("x{nth}")), first, weeks: 255 }));
    }
    let file = peer_circle::exchange::calendar::calendar(
        &circle,
        &crate::support::Zones,
        &crate::reading::order("2026-11-03T08:00:00Z"),
    );
    assert!(crate::reading::read(&file).len() <= 520 * 3);
    let others: Vec<_> = circle.seasons.keys().filter(|id| id.as_str() != "s").cloned().collect();
    others.iter().for_each(|id| circle.forget(Kind::Season, id.as_str()));
    for now in ["9999-12-20T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"] {
        let order = peer_circle::exchange::calendar::CalendarOrder { now: at(now), ..crate::reading::order(now) };
        let _ = peer_circle::exchange::calendar::calendar(&circle, &crate::support::Zones, &order);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any times of the week, in any zone, with pauses and a change.
    #[test]
    fn any_rhythm_means_the_same(
        zones in [0..ZONES.len(), 0..ZONES.len()], times in [0_u16..7 * 96, 0..7 * 96, 0..7 * 96],
        intervals in [0_usize..3, 0..3], change in 1_i64..60, skipped in proptest::collection::vec(0_i64..60, 0..8),
    ) {
        let [check_ins_due, review, next_steps_due] = times.map(|quarter| {
            WeeklyTime { weekday: Weekday::try_from((quarter / 96) as u8).unwrap(), minute: quarter % 96 * 15 }
        });
        let of = |nth: usize| {
            let mut rhythm = rhythm(ZONES[zones[nth]], 0, 0);
            rhythm.interval = Interval::ALL[intervals[nth]];
            (rhythm.check_ins_due, rhythm.session.at, rhythm.next_steps_due) = (check_ins_due, review, next_steps_due);
            rhythm
        };
        let first = cycle("2026-03-02");
        let mut circle = circle(of(0), "2026-03-02", 60);
        circle.put(Record::Rhythm(RhythmVersion { from: Some(first.plus(change)), rhythm: of(1), ..RhythmVersion::default() }));
        for nth in skipped {
            circle.put(week(first.plus(nth), None));
        }
        check(&circle, "2026-03-02T12:00:00Z", (0..60).map(|week| first.plus(week)));
    }
}
