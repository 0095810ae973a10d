//! The file's own zone rules, read by hand, say the offsets of the zone database.

use crate::reading::{circle, lines, order};
use crate::support::{Zones, at, rhythm};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};
use peer_circle::domain::{HOUR, Timestamp, ZoneId, ZoneRules};
use peer_circle::exchange::calendar::calendar;

/// One observance: from when by UTC, and the offset in seconds.
type Onset = (NaiveDateTime, i64);

/// Every onset that the file's one `VTIMEZONE` states until 2031, sorted; and how many are yearly rules.
fn onsets(file: &str) -> (Vec<Onset>, usize) {
    let mut onsets = Vec::new();
    let mut rules = 0;
    let mut known: Vec<(String, String)> = Vec::new();
    for line in lines(file) {
        let (name, value) = line.split_once(':').unwrap();
        known.push((name.to_owned(), value.to_owned()));
        match (name, value) {
            ("BEGIN", "STANDARD" | "DAYLIGHT") => known.clear(),
            ("END", "STANDARD" | "DAYLIGHT") => {
                let get = |name: &str| known.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
                let start = NaiveDateTime::parse_from_str(get("DTSTART").unwrap(), "%Y%m%dT%H%M%S").unwrap();
                let (from, to) = (seconds(get("TZOFFSETFROM").unwrap()), seconds(get("TZOFFSETTO").unwrap()));
                let mut starts = vec![start];
                if let Some(rule) = get("RRULE") {
                    rules += 1;
                    starts = (start.year()..2031).map(|year| yearly(rule, year).and_time(start.time())).collect();
                    assert_eq!(starts[0], start, "a rule begins with itself");
                }
                onsets.extend(starts.into_iter().map(|local| (local - chrono::TimeDelta::seconds(from), to)));
            }
            _ => {}
        }
    }
    onsets.sort();
    (onsets, rules)
}

/// `+0530` in seconds.
fn seconds(offset: &str) -> i64 {
    let (sign, digits) = offset.split_at(1);
    let part = |at: usize| digits.get(at..at + 2).map_or(0, |two| two.parse::<i64>().unwrap());
    (part(0) * 3600 + part(2) * 60 + part(4)) * if sign == "-" { -1 } else { 1 }
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` in `year`.
fn yearly(rule: &str, year: i32) -> NaiveDate {
    let rest = rule.strip_prefix("FREQ=YEARLY;BYMONTH=").unwrap();
    let (month, day) = rest.split_once(";BYDAY=").unwrap();
    let month = month.parse().unwrap();
    let (nth, weekday) = day.split_at(day.len() - 2);
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let weekday = Weekday::try_from(names.iter().position(|name| *name == weekday).unwrap() as u8).unwrap();
    let on = |n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
    match nth.parse::<i8>().unwrap() {
        -1 => on(5).or_else(|| on(4)).unwrap(),
        n => on(n as u8).unwrap(),
    }
}

#[test]
fn the_file_s_zone_is_the_zone() {
    let check = |zone: &str, rules: usize| {
        let circle = circle(rhythm(zone, 3, 18), "2025-12-29", 108);
        let (onsets, found) = onsets(&calendar(&circle, &Zones, &order("2026-01-01T00:00:00Z")));
        assert_eq!(found, rules, "{zone}");
        let mut now = at("2025-12-20T00:00:00Z");
        while now < at("2028-03-01T00:00:00Z") {
            let (_, offset) = onsets.iter().rfind(|(from, _)| *from <= now.at_offset(0)).expect("an observance");
            assert_eq!(Some(*offset), Zones.offset(&ZoneId::new(zone), now).map(i64::from), "{zone} at {now}");
            now = now.plus(HOUR / 2);
        }
    };
    check("Europe/Lisbon", 2);
    check("Europe/Dublin", 2);
    check("America/New_York", 2);
    check("America/St_Johns", 2);
    check("Australia/Sydney", 2);
    check("Australia/Lord_Howe", 2);
    check("Asia/Kolkata", 0);
    check("Asia/Kathmandu", 0);
    check("Pacific/Apia", 0);
    check("Pacific/Kiritimati", 0);
    // Ramadan, and days that are no weekday of the month: one by one.
    check("Africa/Casablanca", 0);
    check("America/Santiago", 0);
    check("Asia/Gaza", 0);
}

#[test]
fn rules_are_the_ones_that_hold() {
    let check = |zone: &str, expected: [&str; 2]| {
        let circle = circle(rhythm(zone, 3, 18), "2026-11-02", 10);
        let file = calendar(&circle, &Zones, &order("2026-11-03T08:00:00Z"));
        let rules: Vec<_> = lines(&file).into_iter().filter(|line| line.starts_with("RRULE:FREQ=YEARLY")).collect();
        assert_eq!(rules, expected.map(|rule| format!("RRULE:FREQ=YEARLY;{rule}")), "{zone}");
    };
    check("Europe/Lisbon", ["BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"]);
    check("America/New_York", ["BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"]);
    check("Australia/Sydney", ["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"]);
}

/// A zone that changes its mind: summer time until 2026, a skipped day in 2027.
struct Odd;

impl ZoneRules for Odd {
    fn offset(&self, _: &ZoneId, at: Timestamp) -> Option<i32> {
        let is_after = |text: &str| at >= crate::support::at(text);
        Some(match () {
            () if is_after("2027-06-10T10:00:00Z") => 14 * 3600,
            () if is_after("2026-10-04T01:00:00Z") => -10 * 3600,
            () if is_after("2026-03-01T01:00:30Z") => -9 * 3600 - 1800,
            () => -10 * 3600,
        })
    }
}

#[test]
fn a_zone_that_follows_no_rule_is_told_change_by_change() {
    let circle = circle(rhythm("Pacific/Apia", 3, 18), "2025-12-29", 100);
    let (onsets, rules) = onsets(&calendar(&circle, &Odd, &order("2026-01-01T00:00:00Z")));
    assert_eq!(rules, 0);
    let offsets: Vec<_> = onsets.iter().map(|(_, offset)| *offset).collect();
    assert_eq!(offsets, [-36000, -34200, -36000, 50400]);
}
