//! Circles that meet every second or every fourth week: the weeks between are not held.

use crate::support::turns::{NAMES, Turns};
use crate::support::{Device, Seeded, Zones, at, cycle, new_circle, present, rhythm};
use peer_circle::domain::{
    AgendaDraft, AgendaKind, CheckIn, CheckInState, Circle, Clock, Collection, Command, Context, Cycle, DAY, DriftStep,
    Interval, MemberId, Record, Refusal, Rhythm, RhythmVersion, Rhythms, SeasonWeek, Timestamp, TurnId, agenda, begin,
    buddies, digest_cycle, drift, goal, rhythm, rota, season_strip, session, session_cycle, tracking,
};
use proptest::prelude::*;

fn first() -> Cycle {
    cycle("2026-11-02")
}

/// Thursdays at 18:00 in Lisbon.
fn every(interval: Interval) -> Rhythm {
    Rhythm { interval, ..rhythm("Europe/Lisbon", 3, 18) }
}

fn from(from: Cycle, rhythm: Rhythm) -> RhythmVersion {
    RhythmVersion { from: Some(from), rhythm, changed_at: at("2026-11-02T08:00:00Z") }
}

/// A circle that meets at `interval` from its first week on.
fn circle(people: &[&str], interval: Interval) -> Circle {
    let (mut circle, _) = new_circle(people);
    circle.put(Record::Rhythm(from(first(), every(interval))));
    circle
}

/// Which of the weeks after the first are held.
fn held(rhythms: &Rhythms, weeks: i64) -> Vec<i64> {
    (0..weeks).filter(|week| !rhythms.is_skipped(first().plus(*week))).collect()
}

#[test]
fn which_weeks_are_held() {
    use Interval::{EveryFourth, EverySecond, EveryWeek};
    let check = |versions: &[(i64, Interval)], expected: &[i64]| {
        let mut rhythms = Rhythms::new(every(EveryWeek));
        for (week, interval) in versions {
            rhythms.put(from(first().plus(*week), every(*interval)));
        }
        assert_eq!(held(&rhythms, 12), expected, "{versions:?}");
    };
    check(&[], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    check(&[(0, EverySecond)], &[0, 2, 4, 6, 8, 10]);
    check(&[(0, EveryFourth)], &[0, 4, 8]);
    // Counted from the week in which it begins.
    check(&[(3, EverySecond)], &[0, 1, 2, 3, 5, 7, 9, 11]);
    check(&[(0, EverySecond), (5, EveryFourth)], &[0, 2, 4, 5, 9]);
    check(&[(0, EverySecond), (5, EveryWeek)], &[0, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    // Another time or place keeps the beat.
    let mut rhythms = Rhythms::new(every(EveryWeek));
    rhythms.put(from(first(), every(EverySecond)));
    rhythms.put(from(first().plus(3), Rhythm { interval: EverySecond, ..rhythm("Asia/Kolkata", 1, 9) }));
    assert_eq!(held(&rhythms, 8), [0, 2, 4, 6]);
}

#[test]
fn a_week_between_is_like_a_pause() {
    let circle = circle(&["Ana", "Ben"], Interval::EverySecond);
    let rhythms = &circle.rhythm;
    let between = first().plus(1);
    assert!(rhythms.is_between(between) && !rhythms.is_between(first()));
    for clock in Clock::ALL {
        assert_eq!(rhythms.occasion(&Zones, between, clock), None);
    }
    assert_eq!((rhythms.next_held(first()), rhythms.last_held(first().plus(3))), (first().plus(2), first().plus(2)));
    // What was not sent can be sent until the next window opens, three days before it is due.
    let window = rhythms.window(&Zones, first());
    assert_eq!((window.due, window.closes), (at("2026-11-05T18:00:00Z"), at("2026-11-16T18:00:00Z")));
    let ana = circle.roster()[0];
    let check = |now: &str, check_in: i64, state: CheckInState, new: i64| {
        let cycle = present(&circle, at(now)).check_in_cycle(ana);
        let found = (cycle, present(&circle, at(now)).check_in_state(cycle, ana));
        assert_eq!(found, (first().plus(check_in), state), "{now}");
        assert_eq!(present(&circle, at(now)).cycle_for_new(&ana.id), first().plus(new), "{now}");
    };
    check("2026-11-04T12:00:00Z", 0, CheckInState::Open, 0);
    check("2026-11-06T12:00:00Z", 0, CheckInState::Overdue, 0);
    check("2026-11-12T12:00:00Z", 0, CheckInState::Overdue, 2);
    check("2026-11-17T12:00:00Z", 2, CheckInState::Open, 2);
    assert_eq!(present(&circle, at("2026-12-30T00:00:00Z")).check_in_state(between, ana), CheckInState::Excused);
    assert_eq!(session_cycle(present(&circle, at("2026-11-12T12:00:00Z"))), first().plus(2));
    assert_eq!(digest_cycle(&circle, between), first());
}

#[test]
fn a_circle_that_begins_so_meets_in_its_first_week() {
    let mut dice = Seeded(1);
    let mut entropy = || dice.bits();
    let mut ctx = Context { now: at("2026-11-18T09:00:00Z"), me: None, zones: &Zones, entropy: &mut entropy };
    for interval in Interval::ALL {
        let (circle, _) = begin("Northlight", &["Ana".to_owned()], every(interval), 10, &mut ctx).unwrap();
        let first = circle.first_cycle(&Zones);
        assert_eq!(first, cycle("2026-11-16"));
        assert_eq!(circle.rhythm.newest().interval, interval);
        let held: Vec<_> = (0..9).filter(|week| !circle.rhythm.is_skipped(first.plus(*week))).collect();
        assert_eq!(held, (0..9).step_by(interval.weeks() as usize).collect::<Vec<_>>());
    }
}

#[test]
fn a_season_counts_meetings() {
    let check = |interval, expected: [(u32, u32); 5]| {
        let circle = circle(&["Ana"], interval);
        let found: Vec<_> = (0..5).map(|week| circle.season_at(first().plus(week)).unwrap().1).collect();
        assert_eq!(found, expected.map(|(number, of)| SeasonWeek { number, of }), "{interval:?}");
    };
    check(Interval::EveryWeek, [(1, 10), (2, 10), (3, 10), (4, 10), (5, 10)]);
    check(Interval::EverySecond, [(1, 5), (1, 5), (2, 5), (2, 5), (3, 5)]);
    check(Interval::EveryFourth, [(1, 3), (1, 3), (1, 3), (1, 3), (2, 3)]);
    let circle = circle(&["Ana"], Interval::EverySecond);
    let strip = season_strip(present(&circle, at("2026-11-10T12:00:00Z")));
    let told: Vec<_> = strip.iter().take(4).map(|week| (week.number, week.is_between, week.is_skipped)).collect();
    assert_eq!(told, [(Some(1), false, false), (None, true, false), (Some(2), false, false), (None, true, false)]);
}

#[test]
fn misses_carries_and_standstill_count_by_meetings() {
    let mut circle = circle(&["Ana", "Ben"], Interval::EverySecond);
    let ben = circle.roster()[1].id.clone();
    circle.put(Record::CheckIn(CheckIn {
        cycle: first(),
        member: ben.clone(),
        submitted_at: at("2026-11-05T09:00:00Z"),
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
    }));
    let missed = |meetings: i64| {
        let now = circle.rhythm.window(&Zones, first().plus(2 * meetings)).closes;
        let found = drift(present(&circle, now)).into_iter().find(|drift| drift.member == ben);
        found.map(|drift| (drift.missed, drift.step))
    };
    assert_eq!([missed(0), missed(1), missed(2)], [None, Some((1, DriftStep::Nudge)), Some((2, DriftStep::Buddy))]);
    // Twelve meetings are looked back upon, not twelve weeks.
    assert_eq!(missed(11), Some((11, DriftStep::Charter)));
    assert_eq!(
        [circle.rhythm.held_since(first(), first().plus(5)), circle.rhythm.held_since(first(), first())],
        [2, 0]
    );
}

#[test]
fn an_item_is_carried_from_meeting_to_meeting() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.put(&[Record::Rhythm(from(first(), every(Interval::EverySecond)))]);
    let draft = AgendaDraft { title: "Rooms".to_owned(), detail: String::new(), owner: None, kind: AgendaKind::Topic };
    ana.must(session::Command::AddItem { cycle: first(), draft });
    let carried = |week: i64| agenda(present(&ana.view, ana.now), first().plus(week))[0].carried;
    assert_eq!([carried(0), carried(2), carried(4)], [0, 1, 2]);
    // A goal stands still after three meetings, and not between two.
    let goal = Command::from(goal::Command::Add(peer_circle::domain::GoalDraft {
        title: "Run 10 km".to_owned(),
        why: String::new(),
        measure: peer_circle::domain::Measure::Done,
        due: None,
        obstacle: String::new(),
    }));
    ana.must(goal);
    let still = |days: i64| tracking(present(&ana.view, ana.now.plus(days * DAY))).goals.len();
    assert_eq!([still(22), still(41), still(43)], [0, 0, 1]);
}

#[test]
fn buddies_change_from_meeting_to_meeting() {
    for interval in Interval::ALL {
        let circle = circle(&NAMES[..4], interval);
        let at = |meeting: i64| buddies(&circle, first().plus(meeting * interval.weeks()));
        assert!(at(0) != at(1) && at(1) != at(2) && at(0) != at(2), "{interval:?}");
        assert_eq!(at(0), at(3));
    }
}

#[test]
fn a_week_between_can_neither_pause_nor_move_its_session() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.must(rhythm::Command::Set { rhythm: every(Interval::EverySecond), from: first() });
    let between = first().plus(1);
    assert_eq!(ana.run(rhythm::Command::Skip(between)).map(|_| ()), Err(Refusal::Between(between)));
    let to = crate::support::local("2026-11-12T10:00");
    let moved = ana.run(rhythm::Command::MoveSession { cycle: between, to });
    assert_eq!(moved.map(|_| ()), Err(Refusal::Between(between)));
    assert!(ana.run(rhythm::Command::Skip(first().plus(2))).is_ok());
    // A review can be moved to anywhere between its neighbours that are held.
    let to = crate::support::local("2026-11-11T10:00");
    assert!(ana.run(rhythm::Command::MoveSession { cycle: first(), to }).is_ok());
}

/// Every turn's holder, role by role, of the weeks that are held.
fn holders(circle: &Circle, weeks: i64) -> Vec<Vec<Option<MemberId>>> {
    let rota = rota(circle, &Zones, first().plus(weeks), &circle.skips());
    let cycles = (0..weeks).map(|week| first().plus(week));
    let turns = cycles.map(|cycle| rota.turns(cycle).into_iter().map(|turn| turn.holder).collect::<Vec<_>>());
    turns.filter(|turns| !turns.is_empty()).collect()
}

#[test]
fn a_newcomer_does_not_lead_the_first_meeting() {
    let mut circle = circle(&NAMES[..3], Interval::EverySecond);
    let mut eve = circle.roster()[0].clone();
    (eve.id, eve.name, eve.joined_at) = (MemberId::new("eve"), "Eve".to_owned(), at("2026-11-17T12:00:00Z"));
    circle.put(Record::Member(eve.clone()));
    let rota = rota(&circle, &Zones, first().plus(4), &[]);
    let lead = rota.turns(first().plus(4)).into_iter().next().unwrap();
    assert_eq!(lead.shadows, [eve.id]);
}

proptest! {
    #[test]
    fn roles_rotate_by_meetings(members in 1..=10_usize, weeks in 1..60_i64) {
        // The same turns, meeting by meeting, as a circle has that meets every week.
        let weekly = holders(&circle(&NAMES[..members], Interval::EveryWeek), weeks);
        for interval in [Interval::EverySecond, Interval::EveryFourth] {
            let rarely = holders(&circle(&NAMES[..members], interval), weeks);
            prop_assert_eq!(&rarely[..], &weekly[..rarely.len()]);
        }
    }

    #[test]
    fn a_change_of_the_interval_moves_no_turn_that_has_begun(
        members in 1..=7_usize, changed in 0..20_i64, ahead in 0..6_i64, interval in 0..3_usize, before in 0..3_usize,
    ) {
        let mut turns = Turns::of(members);
        turns.circle.put(Record::Rhythm(from(first(), every(Interval::ALL[before]))));
        let now = first().plus(changed);
        let was = rota(&turns.circle, &Zones, now, &[]);
        let was_between = turns.circle.rhythm.is_between(now);
        let changed_at = Timestamp::from_local(now.first_day().and_time(chrono::NaiveTime::MIN), 0).plus(9 * 3_600_000);
        let rhythm = every(Interval::ALL[interval]);
        turns.circle.put(Record::Rhythm(RhythmVersion { from: Some(now.plus(ahead)), rhythm, changed_at }));
        let is = rota(&turns.circle, &Zones, now, &[]);
        // A running week between can become one that is held, and then has turns.
        let begun = changed - i64::from(was_between && ahead == 0);
        for week in 0..=begun {
            prop_assert_eq!(was.turns(first().plus(week)), is.turns(first().plus(week)), "week {}", week);
        }
        for week in changed + 1..=changed + 4 {
            let cycle = first().plus(week);
            prop_assert!(!turns.circle.rhythm.is_between(cycle) || is.turns(cycle).is_empty());
        }
    }

    #[test]
    fn nobody_keeps_a_role_from_meeting_to_meeting(members in 4..=8_usize, interval in 1..3_usize) {
        let circle = circle(&NAMES[..members], Interval::ALL[interval]);
        let rota = rota(&circle, &Zones, first().plus(40), &[]);
        let step = Interval::ALL[interval].weeks();
        for cycle in (1..40 / step).map(|meeting| first().plus(meeting * step)) {
            for turn in rota.turns(cycle) {
                let before = rota.turn(&TurnId { cycle: cycle.plus(-step), ..turn.id.clone() }).unwrap();
                prop_assert_ne!(before.holder, turn.holder);
            }
        }
        let totals: Vec<_> = rota.credits(first().plus(40)).iter().map(|credit| credit.total).collect();
        prop_assert!(totals.iter().max().unwrap() - totals.iter().min().unwrap() <= 1);
    }
}
