//! The rhythm through time: changes of it, weeks that differ, what comes next.

use crate::support::{Device, Zones, at, cycle, local, new_circle, present, rhythm};
use chrono::Weekday;
use peer_circle::domain::{
    CheckIn, Circle, Clock, Collection, Cycle, DAY, Occasion, Record, Rhythm, RhythmVersion, Rhythms, Season, SeasonId,
    Table, Tense, Timestamp, WINDOW_DAYS, WeekException, WeeklyTime, ZoneId, digest_cycle, reminders, season_strip,
    session_cycle,
};
use proptest::prelude::*;

fn week(of: &str, is_skipped: bool, session_moved_to: Option<&str>) -> WeekException {
    let session_moved_to = session_moved_to.map(local);
    WeekException { cycle: cycle(of), is_skipped, session_moved_to, changed_at: Timestamp::default(), by: None }
}

/// Thursdays in Lisbon; from 21 December on Tuesdays at 9:00 in New York.
fn two_versions() -> Rhythms {
    let mut rhythms = Rhythms::new(rhythm("Europe/Lisbon", 3, 18));
    let rhythm = rhythm("America/New_York", 1, 9);
    rhythms.put(RhythmVersion { from: Some(cycle("2026-12-21")), rhythm, ..RhythmVersion::default() });
    rhythms
}

#[test]
fn a_new_rhythm_leaves_earlier_weeks_alone() {
    let rhythms = two_versions();
    let due = |of: &str| rhythms.due(&Zones, cycle(of)).at;
    assert_eq!(due("2026-12-14"), at("2026-12-17T18:00:00Z"));
    assert_eq!(due("2026-12-21"), at("2026-12-22T14:00:00Z"));
    assert_eq!(due("2027-06-21"), at("2027-06-22T13:00:00Z"));
    let window = rhythms.window(&Zones, cycle("2026-12-14"));
    assert_eq!(window.closes, due("2026-12-21").plus(-WINDOW_DAYS * DAY));
    assert_eq!(rhythms.of(cycle("2026-12-20")).zone.as_str(), "Europe/Lisbon");
}

#[test]
fn a_week_begins_on_the_clocks_that_hold_for_it() {
    let rhythms = two_versions();
    let check = |now: &str, expected: &str| assert_eq!(rhythms.cycle_at(&Zones, at(now)), cycle(expected), "{now}");
    check("2026-12-13T23:59:59Z", "2026-12-07");
    check("2026-12-14T00:00:00Z", "2026-12-14");
    // In New York the week of the 21st has not begun yet.
    check("2026-12-21T04:59:59Z", "2026-12-14");
    check("2026-12-21T05:00:00Z", "2026-12-21");
    check("2026-12-28T04:59:59Z", "2026-12-21");
    check("9999-12-31T23:59:59Z", "9999-12-27");
    // In Sydney it begins while Greenwich has Sunday.
    let east = Rhythms::new(rhythm("Australia/Sydney", 3, 18));
    assert_eq!(east.cycle_at(&Zones, at("2026-12-20T12:59:59Z")), cycle("2026-12-14"));
    assert_eq!(east.cycle_at(&Zones, at("2026-12-20T13:00:00Z")), cycle("2026-12-21"));
}

#[test]
fn a_pause_keeps_the_window_before_it_open() {
    let mut rhythms = Rhythms::new(rhythm("UTC", 3, 18));
    rhythms.put(week("2026-12-21", true, None));
    rhythms.put(week("2026-12-28", true, None));
    let window = |of: &str| rhythms.window(&Zones, cycle(of));
    assert_eq!(window("2026-12-14").closes, window("2027-01-04").opens);
    assert_eq!(window("2026-12-07").closes, window("2026-12-14").opens);
    assert_eq!([window("2026-12-14").is_skipped, window("2026-12-21").is_skipped], [false, true]);
    assert_eq!(Clock::ALL.map(|clock| rhythms.occasion(&Zones, cycle("2026-12-28"), clock)), [None; 3]);
    assert_eq!(rhythms.next_held(cycle("2026-12-14")), cycle("2027-01-04"));
    assert_eq!(rhythms.last_held(cycle("2027-01-04")), cycle("2026-12-14"));
    // A pause without an end is searched for a year.
    for nth in 0..500 {
        rhythms.put(WeekException { cycle: cycle("2027-01-04").plus(nth), ..week("2027-01-04", true, None) });
    }
    assert_eq!(rhythms.next_held(cycle("2026-12-14")), cycle("2026-12-14").plus(53));
}

#[test]
fn check_ins_pass_over_a_pause() {
    let (mut circle, founder) = new_circle(&["Ana"]);
    circle.rhythm = Rhythms::new(rhythm("UTC", 3, 18));
    circle.put(Record::Week(week("2026-12-21", true, None)));
    let member = (*circle.members[&founder]).clone();
    let check = |circle: &Circle, now: &str, written: &str, promised: &str| {
        let found = present(circle, at(now)).check_in_cycle(&member);
        assert_eq!(
            (found, present(circle, at(now)).cycle_for_new(&founder)),
            (cycle(written), cycle(promised)),
            "{now}"
        );
    };
    check(&circle, "2026-12-16T09:00:00Z", "2026-12-14", "2026-12-14");
    // The week before can be sent until the first window after the pause opens.
    check(&circle, "2026-12-23T09:00:00Z", "2026-12-14", "2026-12-28");
    check(&circle, "2026-12-28T17:59:00Z", "2026-12-14", "2026-12-28");
    check(&circle, "2026-12-28T18:00:00Z", "2026-12-28", "2026-12-28");
    // Once that is sent, the next is the first after the pause.
    let (win, blocker, ask) = Default::default();
    let (submitted_at, confidence) = (at("2026-12-22T09:00:00Z"), None);
    let sent =
        CheckIn { cycle: cycle("2026-12-14"), member: founder.clone(), submitted_at, win, blocker, ask, confidence };
    circle.put(Record::CheckIn(sent));
    assert_eq!(present(&circle, at("2026-12-23T09:00:00Z")).check_in_cycle(&member), cycle("2026-12-28"));
}

/// Before any circle.
fn ages_ago() -> Cycle {
    cycle("0001-01-01")
}

#[test]
fn nothing_happens_before_the_first_week() {
    // Check-ins due on Sunday at 23:30 in Lisbon: the session comes the day after, on the next week's Monday.
    let mut ana = Device::found(1, &["Ana"]);
    ana.view.about.created_at = at("2026-11-23T10:00:00Z");
    let check_ins_due = WeeklyTime { weekday: Weekday::Sun, minute: 23 * 60 + 30 };
    ana.view.rhythm = Rhythms::new(Rhythm::new(ZoneId::new("Europe/Lisbon"), check_ins_due));
    let now = at("2026-11-23T10:00:00Z");
    let next = present(&ana.view, now).next_occasions(2);
    let told: Vec<_> = next.iter().map(|occasion| (occasion.clock, occasion.at.to_string())).collect();
    let expected = [(Clock::CheckIns, "2026-11-29T23:30:00Z"), (Clock::Session, "2026-11-30T23:30:00Z")];
    assert_eq!(told, expected.map(|(clock, at)| (clock, at.to_owned())));
    // Nor is anybody reminded of it.
    let late = at("2026-11-23T23:10:00Z");
    assert_eq!(reminders(present(&ana.view, late), None, &ana.member("Ana")), []);
    assert_eq!(session_cycle(present(&ana.view, now)), cycle("2026-11-23"));
    assert_eq!(digest_cycle(&ana.view, cycle("2026-11-23")), cycle("2026-11-23"));
}

#[test]
fn the_next_occasions() {
    let mut rhythms = Rhythms::new(rhythm("Europe/Lisbon", 3, 18));
    rhythms.put(week("2026-11-30", true, None));
    rhythms.put(week("2026-12-07", false, Some("2026-12-08T12:00")));
    let found = rhythms.next_occasions(&Zones, at("2026-11-27T17:00:00Z"), ages_ago(), 5);
    let told: Vec<_> = found.iter().map(|o: &Occasion| (o.clock, o.at.to_string(), o.is_moved)).collect();
    let expected = [
        (Clock::Session, "2026-11-27T17:00:00Z", false),
        (Clock::NextSteps, "2026-11-30T09:00:00Z", false),
        (Clock::Session, "2026-12-08T12:00:00Z", true),
        (Clock::CheckIns, "2026-12-10T18:00:00Z", false),
        (Clock::NextSteps, "2026-12-14T09:00:00Z", false),
    ];
    assert_eq!(told, expected.map(|(clock, at, is_moved)| (clock, at.to_owned(), is_moved)));
    assert_eq!(rhythms.next_occasions(&Zones, at("2026-11-27T17:00:01Z"), ages_ago(), usize::MAX).len(), 60);
    // A review may be moved to the end of a long pause.
    for nth in 0..8 {
        rhythms.put(WeekException { cycle: cycle("2027-01-11").plus(nth), ..week("2027-01-11", true, None) });
    }
    rhythms.put(week("2027-01-04", false, Some("2027-03-03T12:00")));
    let found = rhythms.next_occasions(&Zones, at("2027-03-01T12:00:00Z"), ages_ago(), 1);
    assert_eq!(found[0].at, at("2027-03-03T12:00:00Z"));
    assert_eq!(rhythms.next_occasions(&Zones, at("9999-12-31T23:59:59Z"), ages_ago(), 9), []);
}

#[test]
fn a_season_as_a_strip() {
    let (mut circle, _) = new_circle(&["Ana"]);
    circle.rhythm = two_versions();
    circle.put(Record::Week(week("2026-12-28", true, None)));
    circle.put(Record::Week(week("2026-12-14", false, Some("2026-12-19T10:00"))));
    let season = Season { id: SeasonId::new("s"), first: cycle("2026-12-07"), weeks: 5 };
    circle.seasons = Table::default();
    circle.put(Record::Season(season));
    let strip = season_strip(present(&circle, at("2026-12-16T12:00:00Z")));
    let told: Vec<_> = strip
        .iter()
        .map(|w| {
            (
                w.number,
                w.cycle.to_string(),
                w.tense,
                w.is_skipped,
                w.session_moved_to.is_some(),
                w.is_new_rhythm,
                w.is_open,
            )
        })
        .collect();
    let expected = [
        (1, "2026-12-07", Tense::Past, false, false, false, true),
        (2, "2026-12-14", Tense::Current, false, true, false, true),
        (3, "2026-12-21", Tense::Ahead, false, false, true, true),
        (4, "2026-12-28", Tense::Ahead, true, false, false, true),
        (5, "2027-01-04", Tense::Ahead, false, false, false, true),
    ];
    let expected = expected
        .map(|(n, c, tense, skipped, moved, new, open)| (Some(n), c.to_owned(), tense, skipped, moved, new, open));
    assert_eq!(told, expected);
    // The session of the second week is on Saturday, the 19th, at ten: the first can be caught up on until then.
    let later = season_strip(present(&circle, at("2026-12-19T15:00:00Z")));
    assert_eq!(later.iter().map(|week| week.is_open).collect::<Vec<_>>(), [false, true, true, true, true]);
    circle.seasons = Table::default();
    let ahead = season_strip(present(&circle, at("2026-12-16T12:00:00Z")));
    assert_eq!(ahead.iter().map(|week| week.number).collect::<Vec<_>>(), [None; 8]);
    assert_eq!((ahead[0].cycle, ahead[0].tense), (cycle("2026-12-14"), Tense::Current));
}

proptest! {
    #[test]
    fn nothing_in_a_rhythm_panics(
        monday in 0_i64..3_000_000, now in any::<i64>(), minutes in any::<[u16; 3]>(), days in [0_u8..7, 0..7, 0..7],
    ) {
        let [check_ins_due, review, next_steps_due] = [0, 1, 2].map(|n| {
            WeeklyTime { weekday: Weekday::try_from(days[n]).unwrap(), minute: minutes[n] }
        });
        let mut rhythm = Rhythm::new(ZoneId::new("Australia/Lord_Howe"), check_ins_due);
        (rhythm.session.at, rhythm.next_steps_due) = (review, next_steps_due);
        let of = Cycle::of(peer_circle::domain::day_plus(cycle("2026-11-23").first_day(), monday - 500_000));
        let mut rhythms = Rhythms::new(rhythm.clone());
        rhythms.put(RhythmVersion { from: Some(of), rhythm: rhythm.clone(), ..RhythmVersion::default() });
        rhythms.put(WeekException { cycle: of, ..week("2026-11-23", true, None) });
        let now = Timestamp::from_millis(now);
        let _ = (rhythms.window(&Zones, of), rhythms.cycle_at(&Zones, now), rhythms.earliest_change(&Zones, now, &rhythm));
        let found = rhythms.next_occasions(&Zones, now, ages_ago(), 12);
        prop_assert!(found.is_sorted_by_key(|occasion| occasion.at));
        let locals = Clock::ALL.map(|clock| rhythm.local(of, clock));
        prop_assert!(locals.is_sorted() || of.plus(4) == of || of.plus(3).plus(1) == of.plus(3), "{:?}", locals);
    }
}
