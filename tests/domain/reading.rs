//! What screens read off a circle: lints, standings, tallies, the week.

use crate::support::{Device, Zones, at, cycle, day, present};
use peer_circle::domain::{
    CheckInDraft, CheckInState, Closing, Command, Commitment, CommitmentDraft, Cycle, Goal, GoalDraft, Measure,
    MemberId, Outcome, Scale, Settlement, Standing, Tally, Vagueness, Verdict, WeekView, check_in, commitment, goal,
    member, random_id, vagueness,
};
use proptest::prelude::*;

#[test]
fn what_is_vague_about_a_promise() {
    use Vagueness::{Hedged, NoNumber};
    let check = |text: &str, expected: &[Vagueness]| assert_eq!(vagueness(text), expected, "{text}");
    check("", &[]);
    check("   ", &[]);
    check("Write 600 words by Wednesday", &[]);
    check("Write the chapter", &[NoNumber]);
    check("Try to write", &[Hedged("try"), NoNumber]);
    check("TRY: 3 pages", &[Hedged("try")]);
    check("Work on 2 chapters", &[Hedged("work on")]);
    check("work-on it", &[Hedged("work on"), NoNumber]);
    check("work  on it", &[Hedged("work on"), NoNumber]);
    check("Look into three schools", &[Hedged("look into")]);
    check("Keep going", &[Hedged("keep going"), NoNumber]);
    // The first hedge is enough.
    check("Maybe try 5 recipes", &[Hedged("try")]);
    // Parts of words are not meant, nor are longer words around a number's name.
    check("Visit the country twice, 2 days", &[]);
    check("Phone someone", &[NoNumber]);
    check("Finish all exercises", &[]);
    check("Call both, then rest.", &[]);
    check("اكتب ٣ صفحات", &[]);
    check("½ marathon", &[]);
    check("📚", &[NoNumber]);
}

#[test]
fn where_a_goal_stands() {
    let number = |start: f64, target: f64| Measure::Number { scale: Scale::Quantity(String::new()), start, target };
    let check = |measure: Measure, closing: Option<Closing>, newest: Option<f64>, value: f64, share: f64| {
        let standing = Goal { closing, ..goal(measure.clone()) }.standing(newest);
        assert_eq!(standing, Standing { value, share }, "{measure:?} {closing:?} {newest:?}");
    };
    check(Measure::Done, None, None, 0.0, 0.0);
    check(Measure::Done, None, Some(0.5), 0.0, 0.0);
    check(Measure::Done, Some(Closing::Achieved), None, 1.0, 1.0);
    check(Measure::Done, Some(Closing::Dropped), None, 0.0, 0.0);
    check(number(0.0, 24.0), None, None, 0.0, 0.0);
    check(number(0.0, 24.0), None, Some(6.0), 6.0, 0.25);
    check(number(0.0, 24.0), None, Some(30.0), 30.0, 1.0);
    check(number(0.0, 24.0), None, Some(-5.0), -5.0, 0.0);
    // Down: overtime from nine hours to one.
    check(number(9.0, 1.0), None, None, 9.0, 0.0);
    check(number(9.0, 1.0), None, Some(5.0), 5.0, 0.5);
    check(number(9.0, 1.0), None, Some(0.0), 0.0, 1.0);
    check(number(9.0, 1.0), None, Some(12.0), 12.0, 0.0);
    check(number(0.0, 24.0), Some(Closing::Achieved), Some(6.0), 6.0, 1.0);
    check(number(0.0, 24.0), Some(Closing::Dropped), Some(6.0), 6.0, 0.25);
    // Start and target alike can come in with a file.
    check(number(3.0, 3.0), None, None, 3.0, 0.0);
    check(number(3.0, 3.0), None, Some(3.0), 3.0, 1.0);
    // So can numbers whose distance has none.
    check(number(-f64::MAX, f64::MAX), None, Some(f64::MAX), f64::MAX, 0.0);
}

proptest! {
    #[test]
    fn a_share_lies_between_nothing_and_all(start in any::<f64>(), target in any::<f64>(), value in any::<f64>()) {
        prop_assume!(start.is_finite() && target.is_finite() && value.is_finite());
        let share = goal(Measure::Number { scale: Scale::Quantity(String::new()), start, target }).standing(Some(value)).share;
        prop_assert!((0.0..=1.0).contains(&share), "{}", share);
    }
}

#[test]
fn where_the_straight_path_is() {
    let check = |due: Option<&str>, today: &str, expected: Option<f64>| {
        let goal = Goal { due: due.map(day), ..goal(Measure::Done) };
        assert_eq!(goal.expected_share(day(today)), expected, "{due:?} {today}");
    };
    check(None, "2026-11-10", None);
    check(Some("2026-11-12"), "2026-11-01", Some(0.0));
    check(Some("2026-11-12"), "2026-11-02", Some(0.0));
    check(Some("2026-11-12"), "2026-11-07", Some(0.5));
    check(Some("2026-11-12"), "2026-11-12", Some(1.0));
    check(Some("2026-11-12"), "2027-11-12", Some(1.0));
    check(Some("2026-11-02"), "2026-11-02", Some(1.0));
    check(Some("2026-10-01"), "2026-11-02", Some(1.0));
}

fn goal(measure: Measure) -> Goal {
    let created_at = at("2026-11-02T08:00:00Z");
    let (title, why, obstacle) = Default::default();
    let (due, closing, closed_at, deleted_at) = Default::default();
    let (id, owner) = (peer_circle::domain::GoalId::new("g"), MemberId::new("m"));
    Goal { id, owner, title, why, measure, due, obstacle, created_at, closing, closed_at, deleted_at }
}

#[test]
fn ids_are_twelve_plain_letters() {
    let mut seeded = crate::support::Seeded(1);
    let mut ids: Vec<_> = (0..1000).map(|_| random_id(&mut || seeded.bits())).collect();
    assert!(ids.iter().all(|id| id.len() == 12 && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 1000);
    assert_eq!(MemberId::new("a/b/c").as_str(), "a-b-c");
}

fn promised(cycle: Cycle, text: &str) -> Command {
    Command::from(commitment::Command::Add {
        cycle,
        draft: CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() },
    })
}

fn resolve(device: &mut Device, text: &str, verdict: Verdict) {
    let found = device.view.commitments.values().find(|commitment| commitment.text == text);
    let commitment = found.unwrap().id.clone();
    let settlement = Settlement { note: Some("why".to_owned()), ..Settlement::verdict(commitment, verdict) };
    device.must(commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement });
}

#[test]
fn a_week_is_counted() {
    let first = cycle("2026-11-02");
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let outcomes = [
        ("kept 1", Some(Outcome::Kept)),
        ("kept 2", Some(Outcome::Kept)),
        ("partial", Some(Outcome::Partial)),
        ("missed", Some(Outcome::Missed)),
        ("eased", Some(Outcome::Renegotiated)),
        ("dropped", Some(Outcome::Dropped)),
        ("open", None),
    ];
    for (text, outcome) in outcomes {
        ana.must(promised(first, text));
        if let Some(outcome) = outcome {
            resolve(&mut ana, text, Verdict::Ended(outcome));
        }
    }
    ana.must(promised(first, "carried"));
    resolve(&mut ana, "carried", Verdict::Carried);
    resolve(&mut ana, "carried", Verdict::Ended(Outcome::Kept));
    ana.must(promised(first, "deleted"));
    let deleted = ana.view.commitments.values().find(|commitment| commitment.text == "deleted").unwrap().id.clone();
    ana.must(commitment::Command::Delete(deleted));

    // Carried out of it and kept a week later: not kept in this one.
    let view = WeekView::of(present(&ana.view, ana.now), first);
    assert_eq!(view.seats[0].tally, Tally { kept: 2, partial: 1, open: 1, total: 6 });
    assert!((view.seats[0].tally.share() - 2.5 / 6.0).abs() < 1e-12);
    assert_eq!(view.seats[1].tally, Tally::default());
    assert_eq!(view.seats[1].tally.share(), 0.0);
    let next = WeekView::of(present(&ana.view, ana.now), first.plus(1));
    assert_eq!(next.seats[0].tally, Tally { kept: 1, partial: 0, open: 0, total: 1 });
    assert_eq!(Tally::of(std::iter::empty::<&Commitment>(), first), Tally::default());
}

#[test]
fn a_week_has_a_seat_for_everyone() {
    let first = cycle("2026-11-02");
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    ana.must(member::Command::Remove(ana.member("Chen")));
    let draft = CheckInDraft {
        cycle: first,
        settlements: Vec::new(),
        win: String::new(),
        blocker: String::new(),
        ask: String::new(),
        confidence: None,
        next: Vec::new(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    };
    ana.must(check_in::Command::Send(draft));
    let view = WeekView::of(present(&ana.view, ana.now), first);
    let seats: Vec<_> = view.seats.iter().map(|seat| (seat.name.as_str(), seat.check_in)).collect();
    assert_eq!(seats, [("Ana", CheckInState::Submitted), ("Ben", CheckInState::Open)]);
    assert_eq!(view.checked_in(), 1);
    assert_eq!((view.cycle, view.window), (first, ana.view.rhythm.window(&Zones, first)));
}

#[test]
fn goals_come_open_ones_first_and_entries_by_age() {
    let mut ana = Device::found(1, &["Ana"]);
    let draft = |title: &str| GoalDraft {
        title: title.to_owned(),
        why: String::new(),
        measure: Measure::Number { scale: Scale::Quantity(String::new()), start: 0.0, target: 10.0 },
        due: None,
        obstacle: String::new(),
    };
    for title in ["a", "b", "c"] {
        ana.must(goal::Command::Add(draft(title)));
    }
    let me = ana.member("Ana");
    let ids: Vec<_> = ana.view.goals_of(&me).iter().map(|goal| goal.id.clone()).collect();
    ana.must(goal::Command::Close(ids[0].clone(), Some(Closing::Achieved)));
    let titles: Vec<_> = ana.view.goals_of(&me).iter().map(|goal| goal.title.as_str()).collect();
    assert_eq!(titles, ["b", "c", "a"]);
    for value in [7.0, 2.0, 5.0] {
        ana.must(goal::Command::RecordProgress { goal: ids[1].clone(), value, note: String::new() });
    }
    let values: Vec<_> = ana.view.progress_of(&ids[1]).iter().map(|entry| entry.value).collect();
    assert_eq!(values, [7.0, 2.0, 5.0]);
    // The newest counts, not the highest.
    assert_eq!(ana.view.standing_of(&ana.view.goals[&ids[1]]), Standing { value: 5.0, share: 0.5 });
}
