//! Where goals stand, said with the check-in.

use crate::support::{Device, cycle};
use peer_circle::domain::{
    CheckInDraft, CheckInTexts, Cycle, Field, GoalDraft, GoalId, Measure, NumberFault, NumberFormat, Refusal, Scale,
    Typing, check_in, goal, thinned,
};
use std::collections::BTreeMap;

fn first() -> Cycle {
    cycle("2026-11-02")
}

/// Ana's device, with a counted goal and one in time, and a counted goal of Ben's.
fn world() -> (Device, [GoalId; 3]) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let count = Scale::Count("pages".to_owned());
    let pages = add(&mut ana, count.clone(), 0.0, 24.0);
    let run = add(&mut ana, Scale::Time, 7_200.0, 6_300.0);
    let mut ben = ana.copy(2, "Ben");
    let bens = add(&mut ben, count, 0.0, 10.0);
    ana.import(&ben);
    (ana, [pages, run, bens])
}

fn add(device: &mut Device, scale: Scale, start: f64, target: f64) -> GoalId {
    let before: Vec<_> = device.view.goals.keys().cloned().collect();
    let measure = Measure::Number { scale, start, target };
    let (title, why, obstacle) = ("A goal".to_owned(), String::new(), String::new());
    let draft = GoalDraft { title, why, measure, due: None, obstacle };
    device.must(goal::Command::Add(draft));
    device.view.goals.keys().find(|id| !before.contains(id)).unwrap().clone()
}

fn draft(progress: Vec<(GoalId, f64)>) -> CheckInDraft {
    let (win, blocker, ask) = (String::new(), String::new(), String::new());
    CheckInDraft {
        cycle: first(),
        settlements: Vec::new(),
        progress,
        win,
        blocker,
        ask,
        confidence: None,
        next: Vec::new(),
        has_nothing_to_say: false,
    }
}

fn texts(typed: &[(&GoalId, &str)]) -> CheckInTexts {
    let progress = typed.iter().map(|(id, typed)| (id.to_string(), (*typed).to_owned())).collect();
    CheckInTexts { progress, ..CheckInTexts::default() }
}

#[test]
fn numbers_come_with_the_check_in_and_go_with_its_undo() {
    let (mut ana, [pages, run, _]) = world();
    let written = ana.must(check_in::Command::Send(draft(vec![(pages.clone(), 7.0), (run.clone(), 6_900.0)])));
    let values = |ana: &Device, id: &GoalId| ana.view.progress_of(id).iter().map(|one| one.value).collect::<Vec<_>>();
    assert_eq!((values(&ana, &pages), values(&ana, &run)), (vec![7.0], vec![6_900.0]));
    assert_eq!(ana.view.check_ins.len(), 1, "a number alone says something");
    ana.undo(&written);
    assert_eq!((values(&ana, &pages), ana.view.check_ins.len()), (vec![], 0));
}

#[test]
fn a_refusal_names_the_goal_and_nothing_is_kept() {
    let (mut ana, [pages, _, bens]) = world();
    let mut check = |progress: Vec<(GoalId, f64)>, goal: &GoalId| {
        let refused = ana.run(check_in::Command::Send(draft(progress)));
        let Err(Refusal::OfGoal { goal: found, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!(&found, goal);
        assert!(ana.view.progress.values().next().is_none());
    };
    check(vec![(bens.clone(), 3.0)], &bens);
    check(vec![(pages.clone(), f64::NAN)], &pages);
    check(vec![(pages.clone(), 3.0), (GoalId::new("gone"), 1.0)], &GoalId::new("gone"));
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let (ana, [pages, run, _]) = world();
    let check = |typed: &[(&GoalId, &str)], expected: Result<Vec<(GoalId, f64)>, Refusal>| {
        assert_eq!(texts(typed).noted(&ana.view, NumberFormat::ENGLISH), expected, "{typed:?}");
    };
    let wrong = |goal: &GoalId, fault| {
        Err(Refusal::OfGoal { goal: goal.clone(), refusal: Box::new(Refusal::Unread(Field::Value, fault)) })
    };
    check(&[(&pages, " 1,500 ")], Ok(vec![(pages.clone(), 1_500.0)]));
    check(&[(&run, "1:45:00")], Ok(vec![(run.clone(), 6_300.0)]));
    check(&[(&pages, " "), (&run, "")], Ok(vec![]));
    check(&[(&run, "soon")], wrong(&run, NumberFault::NoTime));
    // A goal that is gone by now asks for nothing.
    check(&[(&GoalId::new("gone"), "7")], Ok(vec![]));
}

#[test]
fn what_is_typed_waits_as_a_draft_and_two_tabs_share_it() {
    let (ana, [pages, run, _]) = world();
    let me = ana.member("Ana");
    let base = texts(&[(&pages, "7")]);
    assert!(base.is_unsent(&ana.view, first(), &me));
    let (ours, theirs) = (texts(&[(&pages, "8")]), texts(&[(&pages, "7"), (&run, "1:50:00")]));
    assert_eq!(ours.merged(&base, &theirs), texts(&[(&pages, "8"), (&run, "1:50:00")]));
    // Drafts of earlier versions open.
    let earlier: CheckInTexts = serde_json::from_str(r#"{"win":"Slept"}"#).unwrap();
    assert_eq!((earlier.win.as_str(), earlier.progress), ("Slept", BTreeMap::new()));
    let later = texts(&[(&run, "1:49:00")]);
    assert_eq!(base.brought_into(later), texts(&[(&pages, "7"), (&run, "1:49:00")]));
}

#[test]
fn what_is_drawn_of_many_measurements_begins_and_ends_as_they_do() {
    let check = |many: usize, most: usize, kept: &[usize]| {
        assert_eq!(thinned((0..many).collect(), most), kept, "{most} of {many}");
    };
    check(0, 3, &[]);
    check(1, 3, &[0]);
    check(3, 3, &[0, 1, 2]);
    check(4, 3, &[0, 1, 3]);
    check(9, 3, &[0, 4, 8]);
    check(105, 5, &[0, 26, 52, 78, 104]);
    check(5, 0, &[0, 4]);
}
