//! What a screen shows of a goal, of decisions and digests, and of who has checked in.

use crate::support::{Device, at, cycle, day, present};
use peer_circle::domain::{
    CheckInCount, CheckInState, DAY, Decision, DecisionId, GoalDraft, GoalPoint, Measure, Record, Scale, digest,
    fresh_digest, goal, newest_decisions,
};

fn number(start: f64, target: f64) -> Measure {
    Measure::Number { scale: Scale::Quantity("books".to_owned()), start, target }
}

/// The points of a goal that is set on Tuesday, 3 November, eight o'clock and a second, with `values` noted a day
/// apart from then on: time and share.
fn check(measure: Measure, due: Option<&str>, values: &[f64], expected: &[(f64, f64)]) {
    let mut ana = Device::found(1, &["Ana"]);
    let title = "Read".to_owned();
    let draft = GoalDraft { title, why: String::new(), measure, due: due.map(day), obstacle: String::new() };
    ana.must(goal::Command::Add(draft));
    let id = ana.view.goals.keys().next().unwrap().clone();
    for value in values {
        ana.now = ana.now.plus(DAY - 1000);
        let (goal, note) = (id.clone(), String::new());
        ana.must(goal::Command::RecordProgress { goal, value: *value, note });
    }
    let found = ana.view.points_of(&ana.view.goals[&id]);
    assert_eq!(found.len(), expected.len());
    for (GoalPoint { time, share, .. }, (at, gone)) in found.into_iter().zip(expected) {
        assert!((time - at).abs() < 1e-9 && (share - gone).abs() < 1e-9, "{time} {share}, not {at} {gone}");
    }
}

#[test]
fn a_goal_s_points_lie_between_its_beginning_and_its_due_day() {
    check(Measure::Done, Some("2026-11-13"), &[], &[]);
    // Without a due day, ten weeks are the whole.
    check(number(0.0, 7.0), None, &[], &[(0.0, 0.0)]);
    check(number(0.0, 7.0), None, &[1.0, 14.0], &[(0.0, 0.0), (1.0 / 70.0, 1.0 / 7.0), (2.0 / 70.0, 2.0)]);
    // Downwards, to midnight of the day it is due.
    let whole = 4.0 - (8.0 * 3600.0 + 1.0) / 86_400.0;
    check(number(9.0, 1.0), Some("2026-11-07"), &[5.0, 11.0], &[(0.0, 0.0), (1.0 / whole, 0.5), (2.0 / whole, -0.25)]);
    // Due the next morning: a day at least.
    check(number(0.0, 2.0), Some("2026-11-04"), &[1.0], &[(0.0, 0.0), (1.0, 0.5)]);
}

#[test]
fn decisions_are_listed_from_the_newest_on_without_deleted_ones() {
    let mut ana = Device::found(1, &["Ana"]);
    let decision = |id: &str, decided_at: &str, deleted_at: Option<&str>| {
        Record::Decision(Decision {
            id: DecisionId::new(id),
            cycle: cycle("2026-11-02"),
            text: id.to_owned(),
            decided_at: at(decided_at),
            by: None,
            owner: None,
            review_on: None,
            revisited: String::new(),
            closed_at: None,
            deleted_at: deleted_at.map(at),
        })
    };
    ana.put(&[
        decision("old", "2026-11-05T10:00:00Z", None),
        decision("new", "2026-11-12T10:00:00Z", None),
        decision("mistaken", "2026-11-12T11:00:00Z", Some("2026-11-12T11:01:00Z")),
        decision("middle", "2026-11-07T10:00:00Z", None),
    ]);
    let told: Vec<_> = newest_decisions(&ana.view).into_iter().map(|decision| decision.text.as_str()).collect();
    assert_eq!(told, ["new", "middle", "old"]);
}

#[test]
fn a_digest_is_news_for_two_weeks() {
    let mut ana = Device::found(1, &["Ana"]);
    assert_eq!(fresh_digest(present(&ana.view, ana.now)), None);
    ana.must(digest::Command::Publish { cycle: cycle("2026-11-02"), text: "All well".to_owned() });
    let published = ana.now;
    let shown = |millis: i64| fresh_digest(present(&ana.view, published.plus(millis))).is_some();
    assert!(shown(0) && shown(14 * DAY) && !shown(14 * DAY + 1));
}

#[test]
fn who_is_excused_is_not_counted_upon() {
    use CheckInState::{Excused, Late, Missed, Open, Submitted};
    let check = |states: &[CheckInState], checked_in: usize, expected: usize| {
        assert_eq!(CheckInCount::of(states), CheckInCount { checked_in, expected }, "{states:?}");
    };
    check(&[], 0, 0);
    check(&[Open, Excused, Missed], 0, 2);
    check(&[Submitted, Late, Excused, Open], 2, 3);
}
