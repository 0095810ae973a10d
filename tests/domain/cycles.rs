//! Cycles, seasons, windows, and where a check-in stands.

use crate::support::{Zones, at, cycle, day, new_circle, present, rhythm};
use chrono::Datelike;
use peer_circle::domain::{
    CheckIn, CheckInState, Clock, Cycle, DAY, HOUR, LocalTime, MINUTE, Member, MemberId, Record, Rhythms, Season,
    SeasonId, SeasonWeek, Span, Timestamp, WINDOW_DAYS, Window, ZoneId, ZoneRules, day_plus,
};
use proptest::prelude::*;

#[test]
fn a_cycle_is_named_by_its_monday() {
    let check = |any_day: &str, monday: &str, sunday: &str| {
        let found = cycle(any_day);
        assert_eq!((found.to_string().as_str(), found.last_day()), (monday, day(sunday)), "{any_day}");
        assert_eq!(Cycle::parse(any_day), Some(found));
    };
    check("2026-11-23", "2026-11-23", "2026-11-29");
    check("2026-11-29", "2026-11-23", "2026-11-29");
    // 2026 has 53 ISO weeks: the last one ends in January.
    check("2026-12-31", "2026-12-28", "2027-01-03");
    check("2027-01-01", "2026-12-28", "2027-01-03");
    check("2027-01-04", "2027-01-04", "2027-01-10");
    check("2024-02-29", "2024-02-26", "2024-03-03");
    check("0001-01-01", "0001-01-01", "0001-01-07");
    assert_eq!(Cycle::parse("2026-W48"), None);
}

#[test]
fn cycles_count_across_years() {
    let check = |from: &str, weeks: i64, to: &str| {
        let (from, to) = (cycle(from), cycle(to));
        assert_eq!((from.plus(weeks), to.since(from), from.since(to)), (to, weeks, -weeks), "{from} {weeks}");
    };
    check("2026-11-23", 0, "2026-11-23");
    check("2026-12-28", 1, "2027-01-04");
    check("2026-01-05", 52, "2027-01-04");
    check("2025-12-29", 53, "2027-01-04");
    check("2026-03-02", -10, "2025-12-22");
    check("2026-11-23", 520, "2036-11-10");
}

proptest! {
    #[test]
    fn two_days_share_a_cycle_as_they_share_an_iso_week(a in -200_000_i64..200_000, gap in 0_i64..14) {
        let a = day_plus(day("2026-01-01"), a);
        let b = day_plus(a, gap);
        prop_assert_eq!(Cycle::of(a) == Cycle::of(b), a.iso_week() == b.iso_week());
        prop_assert_eq!(Cycle::parse(&Cycle::of(a).to_string()), Some(Cycle::of(a)));
    }
}

#[test]
fn weeks_of_a_season() {
    let season = |weeks| Season { id: SeasonId::new("s"), first: cycle("2026-11-02"), weeks };
    let check = |weeks: u8, of_cycle: &str, expected: Option<u32>| {
        let found = season(weeks).week(cycle(of_cycle));
        assert_eq!(found, expected.map(|number| SeasonWeek { number, of: weeks.into() }), "{of_cycle} of {weeks}");
    };
    check(10, "2026-10-26", None);
    check(10, "2026-11-02", Some(1));
    check(10, "2026-11-08", Some(1));
    check(10, "2026-11-09", Some(2));
    check(10, "2027-01-04", Some(10));
    check(10, "2027-01-11", None);
    check(4, "2026-11-23", Some(4));
    check(4, "2026-11-30", None);
    check(0, "2026-11-02", None);
}

#[test]
fn the_newest_of_two_seasons_counts() {
    let (mut circle, _) = new_circle(&["Ana"]);
    for (id, first, weeks) in [("a", "2026-11-02", 10), ("b", "2026-12-28", 4)] {
        circle.put(Record::Season(Season { id: SeasonId::new(id), first: cycle(first), weeks }));
    }
    let number = |of: &str| circle.season_at(cycle(of)).map(|(_, week)| (week.number, week.of));
    assert_eq!(number("2026-12-21"), Some((8, 10)));
    assert_eq!(number("2026-12-28"), Some((1, 4)));
    assert_eq!(number("2027-01-25"), None);
}

#[test]
fn windows_follow_the_circle_s_clocks() {
    let check = |zone: &str, weekday: u8, hour: u16, of: &str, opens: &str, due: &str, closes: &str| {
        let window = Rhythms::new(rhythm(zone, weekday, hour)).window(&Zones, cycle(of));
        let expected = [opens, due, closes].map(|text| at(&format!("{text}:00Z")));
        assert_eq!([window.opens, window.due, window.closes], expected, "{of} in {zone}");
    };
    check("UTC", 3, 18, "2026-11-23", "2026-11-23T18:00", "2026-11-26T18:00", "2026-11-30T18:00");
    // 18:00 stays 18:00 in Lisbon: an hour earlier by Greenwich after the last Sunday in March.
    check("Europe/Lisbon", 3, 18, "2026-03-23", "2026-03-23T18:00", "2026-03-26T18:00", "2026-03-30T17:00");
    check("Europe/Lisbon", 3, 18, "2026-03-30", "2026-03-30T17:00", "2026-04-02T17:00", "2026-04-06T17:00");
    // Due in the hour that the clocks leave out.
    check("Europe/Lisbon", 6, 1, "2026-03-23", "2026-03-26T01:00", "2026-03-29T01:00", "2026-04-02T00:00");
    check("Australia/Sydney", 0, 9, "2026-11-23", "2026-11-19T22:00", "2026-11-22T22:00", "2026-11-26T22:00");
    check("America/New_York", 6, 23, "2026-12-28", "2027-01-01T04:00", "2027-01-04T04:00", "2027-01-08T04:00");
}

#[test]
fn every_window_closes_as_the_next_one_opens() {
    for zone in ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"] {
        for weekday in 0..7 {
            let rhythm = Rhythms::new(rhythm(zone, weekday, 2));
            for week in 0..110 {
                let window = |week| rhythm.window(&Zones, cycle("2026-01-05").plus(week));
                assert_eq!(window(week).closes, window(week + 1).opens);
                // Also where the clocks change between the two.
                let zone = ZoneId::new(zone);
                let (opens, due) = (window(week).opens, window(week).due);
                let apart = Zones.local(&zone, due) - Zones.local(&zone, opens);
                let usual = rhythm.of(cycle("2026-01-05")).local(cycle("2026-01-05").plus(week), Clock::CheckIns);
                let is_odd = [usual, usual - chrono::TimeDelta::days(WINDOW_DAYS)]
                    .into_iter()
                    .any(|local| Zones.resolve(&zone, local).kind != LocalTime::Unambiguous);
                assert!(is_odd || apart == chrono::TimeDelta::days(WINDOW_DAYS), "{opens} to {due}");
            }
        }
    }
}

const WINDOW: i64 = WINDOW_DAYS * DAY;

#[test]
fn a_window_opens_three_days_before_at_the_same_local_time() {
    let check = |zone: &str, weekday: u8, hour: u16, of: &str, opens: &str, due: &str| {
        let window = Rhythms::new(rhythm(zone, weekday, hour)).window(&Zones, cycle(of));
        let found = (window.opens.to_string(), window.due.to_string());
        assert_eq!(found, (format!("{opens}:00Z"), format!("{due}:00Z")), "{zone} {of}");
    };
    // Clocks go forward on 29 March, back on 25 October.
    check("Europe/Lisbon", 0, 18, "2026-03-30", "2026-03-27T18:00", "2026-03-30T17:00");
    check("Europe/Lisbon", 0, 18, "2026-10-26", "2026-10-23T17:00", "2026-10-26T18:00");
    check("Europe/Lisbon", 3, 18, "2026-11-23", "2026-11-23T18:00", "2026-11-26T18:00");
    // The time at which it would open is missing: forward. It comes twice: the first.
    check("Europe/Lisbon", 2, 1, "2026-03-30", "2026-03-29T01:00", "2026-04-01T00:00");
    check("Europe/Lisbon", 2, 1, "2026-10-26", "2026-10-25T00:00", "2026-10-28T01:00");
}

#[test]
fn where_a_check_in_stands() {
    use CheckInState::{Excused, Late, Missed, Open, Overdue, Submitted, Upcoming};
    let due = at("2026-11-26T18:00:00Z");
    let window = Window { opens: due.plus(-WINDOW), due, closes: due.plus(4 * DAY), is_skipped: false };
    let check = |now: i64, sent: Option<i64>, joined: i64, expected: CheckInState| {
        let found = CheckInState::at(due.plus(now), window, sent.map(|sent| due.plus(sent)), due.plus(joined));
        assert_eq!(found, expected, "now {now}, sent {sent:?}, joined {joined}");
        assert_eq!(found.is_in(), sent.is_some());
    };
    let old = -30 * DAY;
    check(-WINDOW - 1, None, old, Upcoming);
    check(-WINDOW, None, old, Open);
    check(0, None, old, Open);
    check(1, None, old, Overdue);
    check(4 * DAY - 1, None, old, Overdue);
    check(4 * DAY, None, old, Missed);
    check(99 * DAY, None, old, Missed);
    check(5, Some(0), old, Submitted);
    check(5, Some(1), old, Late);
    check(99 * DAY, Some(50 * DAY), old, Late);
    // Sent before the window opened, or by a clock that is wrong: it is in.
    check(0, Some(-20 * DAY), old, Submitted);
    // Who came after it was due owes nothing, and what they send is never late.
    check(0, None, 0, Open);
    check(2, None, 0, Overdue);
    check(2, None, 1, Excused);
    check(-WINDOW - 1, None, 1, Excused);
    check(2, Some(2), 1, Submitted);
    // A week in which the circle pauses expects nothing and takes everything.
    let paused = Window { is_skipped: true, ..window };
    for now in [-WINDOW - 1, 0, 2, 9 * DAY] {
        assert_eq!(CheckInState::at(due.plus(now), paused, None, due.plus(old)), Excused);
        assert_eq!(CheckInState::at(due.plus(now), paused, Some(due.plus(DAY)), due.plus(old)), Submitted);
    }
}

#[test]
fn the_check_in_that_is_written_now() {
    let check = |weekday: u8, now: &str, sent: &[&str], joined: &str, expected: &str| {
        let (mut circle, founder) = new_circle(&["Ana"]);
        circle.rhythm = Rhythms::new(rhythm("UTC", weekday, 18));
        let member = Member { joined_at: at(joined), ..(*circle.members[&founder]).clone() };
        circle.put(Record::Member(member.clone()));
        for cycle in sent {
            circle.put(Record::CheckIn(check_in(Cycle::parse(cycle).unwrap(), &founder, at(now))));
        }
        let found = present(&circle, at(now)).check_in_cycle(&member);
        assert_eq!(found.to_string(), expected, "day {weekday}, {now}, sent {sent:?}, joined {joined}");
    };
    let long_ago = "2026-01-01T00:00:00Z";
    // Due on Thursdays at 18:00, so that a window opens on Monday at 18:00.
    check(3, "2026-11-25T09:00:00Z", &["2026-11-16"], long_ago, "2026-11-23");
    check(3, "2026-11-29T23:59:00Z", &[], long_ago, "2026-11-23");
    check(3, "2026-11-30T17:59:00Z", &[], long_ago, "2026-11-23");
    check(3, "2026-11-30T18:00:00Z", &[], long_ago, "2026-11-30");
    check(3, "2026-11-30T10:00:00Z", &["2026-11-23"], long_ago, "2026-11-30");
    // Who joined on Friday does not owe Thursday's.
    check(3, "2026-11-30T10:00:00Z", &[], "2026-11-27T10:00:00Z", "2026-11-30");
    // Due on Sundays: last week's can be sent until Thursday.
    check(6, "2026-12-03T17:00:00Z", &[], long_ago, "2026-11-23");
    check(6, "2026-12-03T18:00:00Z", &[], long_ago, "2026-11-30");
    // Due on Mondays: next week's window opens on Friday, and this week's is over.
    check(0, "2026-11-27T17:59:00Z", &[], long_ago, "2026-11-23");
    check(0, "2026-11-27T18:00:00Z", &[], long_ago, "2026-11-30");
    check(0, "2026-11-28T12:00:00Z", &["2026-11-23"], long_ago, "2026-11-30");
}

#[test]
fn new_promises_go_to_the_next_cycle_after_a_check_in() {
    let (mut circle, founder) = new_circle(&["Ana"]);
    let now = at("2026-11-25T09:00:00Z");
    assert_eq!(present(&circle, now).cycle_for_new(&founder), cycle("2026-11-23"));
    circle.put(Record::CheckIn(check_in(cycle("2026-11-23"), &founder, now)));
    assert_eq!(present(&circle, now).cycle_for_new(&founder), cycle("2026-11-30"));
}

#[test]
fn spans_are_cut_to_days_hours_and_minutes() {
    let check = |millis: i64, days, hours, minutes| {
        let (a, b) = (Timestamp::from_millis(0), Timestamp::from_millis(millis));
        assert_eq!(Span::between(a, b), Span { days, hours, minutes });
        assert_eq!(Span::between(b, a), Span { days, hours, minutes });
    };
    check(0, 0, 0, 0);
    check(MINUTE - 1, 0, 0, 0);
    check(HOUR - 1, 0, 0, 59);
    check(DAY + 2 * HOUR + 3 * MINUTE, 1, 2, 3);
}

fn check_in(cycle: Cycle, member: &MemberId, submitted_at: Timestamp) -> CheckIn {
    let (win, blocker, ask) = Default::default();
    CheckIn { cycle, member: member.clone(), submitted_at, win, blocker, ask, confidence: None }
}
