//! The session's clock: minutes per step, and what moves, pauses and a sleeping tab make of them.

use crate::support::{at, cycle};
use peer_circle::domain::{ClockState, LENGTH, MINUTE, Moment, Move, STRETCH_MAX, Session, Step, Timestamp, minutes};
use proptest::prelude::*;

fn start() -> Timestamp {
    at("2026-11-06T17:00:00Z")
}

fn begun() -> Session {
    Session { started_at: Some(start()), ..Session::new(cycle("2026-11-02")) }
}

fn after(minutes: i64) -> Timestamp {
    start().plus(minutes * MINUTE)
}

/// The clock of a session with `moves`, each so many minutes after its start, read at minute `now`: the
/// state, the step, minutes spent in it, minutes left in it, minutes spent in all.
fn check(moves: &[(i64, Move)], now: i64, expected: (ClockState, Step, i64, i64, i64)) {
    let mut session = begun();
    for (minute, what) in moves {
        session.push(after(*minute), *what);
    }
    let clock = session.clock(after(now));
    let current = clock.current();
    let found = (clock.state, clock.step, current.spent / MINUTE, current.left() / MINUTE, clock.spent() / MINUTE);
    assert_eq!(found, expected, "{moves:?} at {now}");
}

#[test]
fn the_clock_follows_from_moves_and_now() {
    use ClockState::{Paused, Running};
    use Move::{Enter, More, Pause, Resume};
    use Step::{CheckIns, HotSeat, Review};
    check(&[], 0, (Running, CheckIns, 0, 12, 0));
    check(&[], 5, (Running, CheckIns, 5, 7, 5));
    // A tab that slept through a step shows how far over time it is.
    check(&[], 20, (Running, CheckIns, 20, -8, 20));
    check(&[(10, Enter(Review))], 13, (Running, Review, 3, 5, 13));
    // Pauses do not count, however long the tab slept in them.
    check(&[(4, Pause)], 9, (Paused, CheckIns, 4, 8, 4));
    check(&[(4, Pause)], 4000, (Paused, CheckIns, 4, 8, 4));
    check(&[(4, Pause), (9, Resume)], 11, (Running, CheckIns, 6, 6, 6));
    check(&[(4, Pause), (5, Pause), (9, Resume), (10, Resume)], 11, (Running, CheckIns, 6, 6, 6));
    // Moving on while the clock stands leaves it standing.
    check(&[(4, Pause), (6, Enter(Review))], 9, (Paused, Review, 0, 8, 4));
    // Going back adds to what the step has taken.
    check(&[(10, Enter(Review)), (12, Enter(CheckIns))], 13, (Running, CheckIns, 11, 1, 13));
    check(&[(1, More(HotSeat, 5)), (2, Enter(HotSeat))], 3, (Running, HotSeat, 1, 16, 3));
    // Entering twice, as two devices do at once, changes nothing.
    check(&[(10, Enter(Review)), (10, Enter(Review))], 13, (Running, Review, 3, 5, 13));
}

#[test]
fn a_session_that_was_not_begun_or_is_over_stands_still() {
    let prepared = Session::new(cycle("2026-11-02")).clock(after(3));
    assert_eq!((prepared.state, prepared.spent(), prepared.allowed()), (ClockState::Waiting, 0, 45 * MINUTE));
    let mut over = begun();
    over.push(after(10), Move::Enter(Step::Review));
    over.ended_at = Some(after(30));
    // Somebody who had not heard of the end moved on.
    over.push(after(33), Move::Enter(Step::HotSeat));
    for now in [31, 40, 100_000] {
        let clock = over.clock(after(now));
        assert_eq!((clock.state, clock.spent()), (ClockState::Ended, 30 * MINUTE), "at {now}");
    }
}

#[test]
fn a_clock_that_is_wrong_by_a_day_or_ten_years_costs_little() {
    for skew in [24 * 60, -24 * 60, 10 * 365 * 24 * 60, -10 * 365 * 24 * 60] {
        let mut session = begun();
        session.push(after(skew + 5), Move::Enter(Step::Review));
        session.push(after(8), Move::Enter(Step::HotSeat));
        session.push(after(10), Move::Enter(Step::Decisions));
        let clock = session.clock(after(14));
        let spent = Step::ALL.map(|step| clock.steps[step as usize].spent / MINUTE);
        assert_eq!(clock.step, Step::Decisions, "skew {skew}");
        assert_eq!((spent[2], spent[3]), (2, 4), "skew {skew}");
        assert!(clock.spent() <= 14 * MINUTE, "skew {skew}: {spent:?}");
        session.ended_at = Some(after(14));
        assert!(session.clock(after(90)).spent() <= 14 * MINUTE, "skew {skew}, over");
    }
}

#[test]
fn clocks_that_differ_by_minutes_count_no_minute_twice() {
    for skew in [-3, -1, 0, 1, 3] {
        let mut session = begun();
        for (nth, minute) in (0..).zip([5, 6, 7, 9, 15]) {
            let at = after(minute + if nth % 2 == 1 { skew } else { 0 });
            session.push(at, Move::Enter(Step::ALL[nth + 1]));
        }
        assert_eq!(session.clock(after(20)).spent(), 20 * MINUTE, "skew {skew}");
    }
}

#[test]
fn a_forgotten_session_is_not_five_days_long() {
    let clock = begun().clock(after(5 * 24 * 60));
    assert_eq!((clock.state, clock.spent()), (ClockState::Running, 0));
    assert_eq!(begun().clock(start().plus(STRETCH_MAX)).spent(), STRETCH_MAX);
}

#[test]
fn steps_have_an_order() {
    let walked: Vec<_> = std::iter::successors(Some(Step::CheckIns), |step| step.next()).collect();
    assert_eq!(walked, Step::ALL);
    let mut back: Vec<_> = std::iter::successors(Some(Step::Close), |step| step.previous()).collect();
    back.reverse();
    assert_eq!(back, Step::ALL);
}

#[test]
fn minutes_sum_to_the_whole() {
    assert_eq!(minutes(LENGTH), [12, 8, 12, 5, 5, 3]);
    for total in 0..=u8::MAX {
        let split = minutes(total);
        assert_eq!(split.iter().map(|n| u32::from(*n)).sum::<u32>(), u32::from(total), "{split:?}");
        assert!(total < 8 || split.iter().all(|n| *n >= 1), "{total}: {split:?}");
        assert!(total < 20 || split[0] >= 4 && split[2] >= 4, "{total}: {split:?}");
    }
}

fn any_move() -> impl Strategy<Value = Move> {
    (0..4_u8, 0..6_usize, any::<u8>()).prop_map(|(what, step, minutes)| match what {
        0 => Move::Enter(Step::ALL[step]),
        1 => Move::Pause,
        2 => Move::Resume,
        _ => Move::More(Step::ALL[step], minutes),
    })
}

proptest! {
    #[test]
    fn time_is_spent_once_and_never_backwards(
        moves in proptest::collection::vec((0..90_i64, any_move()), 0..30),
        now in 0..120_i64,
    ) {
        let mut sorted = moves;
        sorted.sort_by_key(|(minute, _)| *minute);
        let mut session = begun();
        for (minute, what) in &sorted {
            session.push(after(*minute), *what);
        }
        let last = sorted.last().map_or(0, |(minute, _)| *minute);
        let (earlier, later) = (session.clock(after(last + now)), session.clock(after(last + now + 1)));
        prop_assert!(later.spent() <= (last + now + 1) * MINUTE);
        let runs = if later.state == ClockState::Running { MINUTE } else { 0 };
        prop_assert_eq!(later.spent() - earlier.spent(), runs);
        prop_assert!(earlier.steps.iter().all(|step| step.spent >= 0));
    }

    #[test]
    fn hostile_moments_have_a_clock(
        moments in proptest::collection::vec((any::<i64>(), any::<i64>(), any_move()), 0..40),
        edges in any::<(i64, i64, i64)>(),
    ) {
        let stamp = Timestamp::from_millis;
        let moments: Vec<_> =
            moments.into_iter().map(|(order, at, what)| Moment { order: stamp(order), at: stamp(at), what }).collect();
        let mut session = Session {
            started_at: Some(stamp(edges.0)),
            ended_at: (edges.1 > 0).then(|| stamp(edges.1)),
            moments,
            ..begun()
        };
        prop_assert!(session.clock(stamp(edges.2)).spent() >= 0);
        let before = session.moments.len();
        session.push(stamp(edges.2), Move::Pause);
        prop_assert_eq!(session.moments.len(), before + 1);
    }
}
