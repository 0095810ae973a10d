//! Instants, days, and local times on clocks that jump.

use crate::support::{Zones, at, day, local};
use chrono::{LocalResult, TimeZone};
use peer_circle::domain::{DAY, HOUR, LocalTime, MINUTE, Timestamp, ZoneId, ZoneRules, day_plus, iso_day, parse_day};
use proptest::prelude::*;

#[test]
fn instants_that_read() {
    let check = |text: &str, millis: i64| {
        let read = Timestamp::parse(text).unwrap();
        assert_eq!(read.millis(), millis, "{text}");
        assert_eq!(read.to_string(), text);
    };
    check("1970-01-01T00:00:00Z", 0);
    check("2026-11-23T19:05:54Z", 1_795_460_754_000);
    check("2026-11-23T19:05:54.120Z", 1_795_460_754_120);
    check("1969-12-31T23:59:59.999Z", -1);
    check("2024-02-29T12:00:00Z", 1_709_208_000_000);
    check("0001-01-01T00:00:00Z", -62_135_596_800_000);
    check("9999-12-31T23:59:59.999Z", 253_402_300_799_999);
}

#[test]
fn instants_that_do_not_read() {
    for text in [
        "",
        "Z",
        "2026-11-23",
        "2026-11-23T19:05:54",
        "2026-11-23T19:05:54+01:00",
        "2026-11-23 19:05:54Z",
        "2026-11-23T19:05Z",
        "2026-11-23T19:05:54.1Z",
        "2026-11-23T19:05:54.1234Z",
        "2026-11-23T19:05:60Z",
        "2026-11-23T24:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-1-01T00:00:00Z",
        "+026-11-23T00:00:00Z",
        "2026-11-23T19:05:54:00Z",
        "٢٠٢٦-11-23T00:00:00Z",
        "0000-01-01T00:00:00Z",
    ] {
        assert_eq!(Timestamp::parse(text), None, "{text}");
    }
}

#[test]
fn days_that_read_and_do_not() {
    for text in ["0001-01-01", "2024-02-29", "2026-12-31", "9999-12-31"] {
        assert_eq!(iso_day(day(text)), text);
    }
    for text in
        ["", "2026", "2026-11", "2025-02-29", "26-11-23", "2026-11-23-1", "2026/11/23", "-001-01-01", "0000-12-31"]
    {
        assert_eq!(parse_day(text), None, "{text}");
    }
}

#[test]
fn days_stay_within_what_can_be_written() {
    let check = |from: &str, by: i64, to: &str| assert_eq!(iso_day(day_plus(day(from), by)), to, "{from} {by}");
    check("2026-12-31", 1, "2027-01-01");
    check("2024-03-01", -1, "2024-02-29");
    check("9999-12-31", 1, "9999-12-31");
    check("0001-01-01", -1, "0001-01-01");
    check("2026-01-01", i64::MAX, "2026-01-01");
    check("2026-01-01", i64::MIN, "2026-01-01");
}

#[test]
fn instants_stay_within_what_can_be_written() {
    for millis in [i64::MIN, i64::MAX, -62_135_596_800_001, 253_402_300_800_000] {
        let kept = Timestamp::from_millis(millis);
        assert_eq!(Timestamp::parse(&kept.to_string()), Some(kept));
        assert_eq!(kept.plus(millis.signum() * DAY), kept);
    }
}

proptest! {
    #[test]
    fn every_instant_reads_back(millis in any::<i64>()) {
        for kept in [Timestamp::from_millis(millis), Timestamp::from_millis(millis % (100_000 * DAY))] {
            prop_assert_eq!(Timestamp::parse(&kept.to_string()), Some(kept));
        }
    }

    #[test]
    fn instants_sort_as_their_texts(a in any::<i64>(), b in any::<i64>()) {
        // Whole seconds: `…54Z` sorts after `…54.1Z`.
        let (a, b) = (Timestamp::from_millis(a / 1000 * 1000), Timestamp::from_millis(b / 1000 * 1000));
        prop_assume!(a.millis() % 1000 == 0 && b.millis() % 1000 == 0);
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn reading_never_panics(text in any::<String>(), near in "[0-9]{0,5}[-T:.Z0-9]{0,25}Z?") {
        for text in [text, near] {
            let _ = (Timestamp::parse(&text), parse_day(&text));
        }
    }
}

#[test]
fn local_times_on_clocks_that_jump() {
    use LocalTime::{Fold, Gap, Unambiguous};
    let check = |zone: &str, wall: &str, kind: LocalTime, instant: &str| {
        let found = Zones.resolve(&ZoneId::new(zone), local(wall));
        assert_eq!((found.kind, found.at.to_string()), (kind, format!("{instant}:00Z")), "{wall} in {zone}");
    };
    check("Europe/Lisbon", "2026-03-29T00:59", Unambiguous, "2026-03-29T00:59");
    check("Europe/Lisbon", "2026-03-29T01:00", Gap, "2026-03-29T01:00");
    check("Europe/Lisbon", "2026-03-29T01:30", Gap, "2026-03-29T01:30");
    check("Europe/Lisbon", "2026-03-29T02:00", Unambiguous, "2026-03-29T01:00");
    check("Europe/Lisbon", "2026-10-25T00:59", Unambiguous, "2026-10-24T23:59");
    check("Europe/Lisbon", "2026-10-25T01:00", Fold, "2026-10-25T00:00");
    check("Europe/Lisbon", "2026-10-25T01:59", Fold, "2026-10-25T00:59");
    check("Europe/Lisbon", "2026-10-25T02:00", Unambiguous, "2026-10-25T02:00");
    check("Europe/Lisbon", "2027-03-28T01:30", Gap, "2027-03-28T01:30");
    check("Europe/Lisbon", "2027-10-31T01:30", Fold, "2027-10-31T00:30");
    check("America/New_York", "2026-03-08T02:30", Gap, "2026-03-08T07:30");
    check("America/New_York", "2026-11-01T01:30", Fold, "2026-11-01T05:30");
    check("America/New_York", "2027-03-14T02:30", Gap, "2027-03-14T07:30");
    check("America/New_York", "2027-11-07T01:30", Fold, "2027-11-07T05:30");
    check("Australia/Sydney", "2026-04-05T02:30", Fold, "2026-04-04T15:30");
    check("Australia/Sydney", "2026-10-04T02:30", Gap, "2026-10-03T16:30");
    check("Australia/Sydney", "2027-04-04T02:30", Fold, "2027-04-03T15:30");
    check("Australia/Sydney", "2027-10-03T02:30", Gap, "2027-10-02T16:30");
    // Half an hour, not a whole one.
    check("Australia/Lord_Howe", "2026-04-05T01:29", Unambiguous, "2026-04-04T14:29");
    check("Australia/Lord_Howe", "2026-04-05T01:45", Fold, "2026-04-04T14:45");
    check("Australia/Lord_Howe", "2026-04-05T02:00", Unambiguous, "2026-04-04T15:30");
    check("Australia/Lord_Howe", "2026-10-04T02:15", Gap, "2026-10-03T15:45");
    check("Australia/Lord_Howe", "2026-10-04T02:30", Unambiguous, "2026-10-03T15:30");
    check("Australia/Lord_Howe", "2027-04-04T01:45", Fold, "2027-04-03T14:45");
    check("Australia/Lord_Howe", "2027-10-03T02:15", Gap, "2027-10-02T15:45");
    // No summer time any more; a whole day was left out once.
    check("Pacific/Apia", "2026-10-04T03:30", Unambiguous, "2026-10-03T14:30");
    check("Pacific/Apia", "2027-04-04T03:30", Unambiguous, "2027-04-03T14:30");
    check("Pacific/Apia", "2011-12-30T12:00", Gap, "2011-12-30T22:00");
    check("Pacific/Apia", "2011-12-29T23:30", Unambiguous, "2011-12-30T09:30");
    check("Pacific/Apia", "2011-12-31T00:30", Unambiguous, "2011-12-30T10:30");
    check("Asia/Kolkata", "2026-03-29T01:30", Unambiguous, "2026-03-28T20:00");
    check("Asia/Kolkata", "2027-10-31T01:30", Unambiguous, "2027-10-30T20:00");
    check("Nowhere/At_All", "2026-03-29T01:30", Unambiguous, "2026-03-29T01:30");
}

#[test]
fn two_years_of_quarter_hours_agree_with_the_zone_database() {
    for name in [
        "Europe/Lisbon",
        "Europe/Dublin",
        "Africa/Casablanca",
        "America/New_York",
        "America/Santiago",
        "America/St_Johns",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Asia/Kolkata",
        "Asia/Gaza",
    ] {
        let (zone, id) = (name.parse::<chrono_tz::Tz>().unwrap(), ZoneId::new(name));
        let mut wall = at("2026-01-01T00:00:00Z");
        while wall < at("2028-01-01T00:00:00Z") {
            let clock = wall.at_offset(0);
            let found = Zones.resolve(&id, clock);
            let instant = |exact: chrono::DateTime<chrono_tz::Tz>| Timestamp::from_millis(exact.timestamp_millis());
            match zone.from_local_datetime(&clock) {
                LocalResult::Single(exact) => {
                    assert_eq!((found.kind, found.at), (LocalTime::Unambiguous, instant(exact)), "{clock} in {name}");
                }
                LocalResult::Ambiguous(first, _) => {
                    assert_eq!((found.kind, found.at), (LocalTime::Fold, instant(first)), "{clock} in {name}");
                }
                LocalResult::None => {
                    assert_eq!(found.kind, LocalTime::Gap, "{clock} in {name}");
                    let shown = Timestamp::from_local(Zones.local(&id, found.at), 0);
                    let moved = shown.millis() - wall.millis();
                    assert!((1..=2 * HOUR).contains(&moved), "{clock} in {name} moved by {moved}");
                }
            }
            wall = wall.plus(15 * MINUTE);
        }
    }
}
