//! Outcomes, carrying over, and the check-in that asks for outcomes first.

use crate::support::{Device, cycle};
use peer_circle::domain::{
    CarryDemand, CheckIn, CheckInDraft, Command, Commitment, CommitmentDraft, CommitmentId, Cycle, Field, GoalId,
    Outcome, Refusal, Resolution, TEXT_MAX, Verdict,
};

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn promise(text: &str) -> CommitmentDraft {
    CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() }
}

fn world() -> (Device, CommitmentId) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let id = add(&mut ana, first(), "Write 12 pages");
    (ana, id)
}

fn add(device: &mut Device, cycle: Cycle, text: &str) -> CommitmentId {
    let before: Vec<_> = device.view.commitments.keys().cloned().collect();
    device.must(Command::AddCommitment { cycle, draft: promise(text) });
    device.view.commitments.keys().find(|id| !before.contains(id)).unwrap().clone()
}

fn ended(id: &CommitmentId, outcome: Outcome) -> Resolution {
    Resolution { commitment: id.clone(), verdict: Verdict::Ended(outcome), note: String::new() }
}

fn carried(id: &CommitmentId, from: Cycle, reason: &str, text: Option<&str>) -> Resolution {
    let verdict = Verdict::Carried { from, text: text.map(ToOwned::to_owned) };
    Resolution { commitment: id.clone(), verdict, note: reason.to_owned() }
}

fn read<'a>(device: &'a Device, id: &CommitmentId) -> &'a Commitment {
    &device.view.commitments[id]
}

fn draft(cycle: Cycle, resolutions: Vec<Resolution>, next: &[&str]) -> CheckInDraft {
    CheckInDraft {
        cycle,
        resolutions,
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: " A reader? ".to_owned(),
        confidence: Some(4),
        next: next.iter().map(|text| promise(text)).collect(),
    }
}

#[test]
fn every_outcome_ends_a_commitment_and_can_be_taken_back() {
    for outcome in [Outcome::Kept, Outcome::Partial, Outcome::Missed, Outcome::Renegotiated, Outcome::Dropped] {
        let (mut ana, id) = world();
        let untouched = read(&ana, &id).clone();
        ana.must(Command::Resolve(Resolution { note: " done ".to_owned(), ..ended(&id, outcome) }));
        let found = read(&ana, &id);
        assert_eq!((found.outcome, found.resolved_at, found.note.as_str()), (Some(outcome), Some(ana.now), "done"));
        assert!(!found.is_open());
        ana.must(Command::Reopen(id.clone()));
        assert_eq!(read(&ana, &id), &untouched);
    }
}

#[test]
fn carrying_asks_for_more_each_time() {
    let (mut ana, id) = world();
    let step = |ana: &mut Device, weeks: i64, reason: &str, text: Option<&str>| {
        ana.run(Command::Resolve(carried(&id, first().plus(weeks), reason, text))).map(|_| ())
    };
    // First: a reason.
    assert_eq!(read(&ana, &id).carry_demand(), CarryDemand::Reason);
    assert_eq!(step(&mut ana, 0, "  ", None), Err(Refusal::CarryNeedsReason(id.clone())));
    assert_eq!(step(&mut ana, 0, "A cold", None), Ok(()));
    // Second: a reason and another wording.
    assert_eq!(read(&ana, &id).carry_demand(), CarryDemand::Change);
    assert_eq!(step(&mut ana, 1, "", Some("Write 6 pages")), Err(Refusal::CarryNeedsReason(id.clone())));
    assert_eq!(step(&mut ana, 1, "Again", None), Err(Refusal::CarryNeedsChange(id.clone())));
    let same = Some(" Write  12 pages ");
    assert_eq!(step(&mut ana, 1, "Again", same), Err(Refusal::CarryNeedsChange(id.clone())));
    assert_eq!(step(&mut ana, 1, "Again", Some(" ")), Err(Refusal::Empty(Field::Text)));
    assert_eq!(step(&mut ana, 1, "Again", Some("Write 6 pages")), Ok(()));
    // From the third on the circle looks at it; a reason is enough.
    assert_eq!(read(&ana, &id).carry_demand(), CarryDemand::Session);
    assert_eq!(step(&mut ana, 2, "Still", None), Ok(()));
    assert_eq!(read(&ana, &id).carry_demand(), CarryDemand::Session);

    let found = read(&ana, &id);
    let reasons: Vec<_> = found.carried.iter().map(|(from, reason)| (from.since(first()), reason.as_str())).collect();
    assert_eq!(reasons, [(0, "A cold"), (1, "Again"), (2, "Still")]);
    assert_eq!((found.text.as_str(), found.cycle, found.is_open()), ("Write 6 pages", first().plus(3), true));
    for week in 0..=3 {
        assert!(found.touches(first().plus(week)), "week {week}");
    }
    assert!(!found.touches(first().plus(4)));
}

#[test]
fn carrying_what_had_an_outcome_opens_it_again() {
    let (mut ana, id) = world();
    ana.must(Command::Resolve(Resolution { note: "no".to_owned(), ..ended(&id, Outcome::Missed) }));
    ana.must(Command::Resolve(carried(&id, first(), "After all", None)));
    let found = read(&ana, &id);
    assert_eq!((found.outcome, found.resolved_at, found.note.as_str()), (None, None, ""));
    assert!(found.is_open());
}

#[test]
fn a_check_in_wants_outcomes_first() {
    let (mut ana, id) = world();
    let older = add(&mut ana, first().plus(-1), "Call 2 people");
    let next_week = add(&mut ana, first().plus(1), "Rest 1 day");
    let of_ben = {
        ana.me = Some(ana.member("Ben"));
        let id = add(&mut ana, first(), "Bake 1 cake");
        ana.me = Some(ana.member("Ana"));
        id
    };
    let run = |ana: &mut Device, resolutions| ana.run(Command::CheckIn(draft(first(), resolutions, &[]))).map(|_| ());
    // In the order in which they were made; neither next week's nor Ben's.
    let waiting = Refusal::Unresolved(vec![id.clone(), older.clone()]);
    assert_eq!(run(&mut ana, Vec::new()), Err(waiting));
    let one = vec![ended(&id, Outcome::Kept)];
    assert_eq!(run(&mut ana, one.clone()), Err(Refusal::Unresolved(vec![older.clone()])));
    assert!(ana.view.check_ins.is_empty(), "a refused check-in was stored");
    assert_eq!(read(&ana, &id).outcome, None, "a refused check-in gave an outcome");
    let bad = vec![ended(&id, Outcome::Kept), carried(&older, first(), "", None)];
    assert_eq!(run(&mut ana, bad), Err(Refusal::CarryNeedsReason(older.clone())));
    let both = vec![ended(&id, Outcome::Kept), carried(&older, first(), "A cold", None)];
    assert_eq!(run(&mut ana, both), Ok(()));
    assert_eq!(read(&ana, &id).outcome, Some(Outcome::Kept));
    assert_eq!((read(&ana, &older).cycle, read(&ana, &older).is_open()), (first().plus(1), true));
    assert!(read(&ana, &next_week).is_open() && read(&ana, &of_ben).is_open());
}

#[test]
fn a_check_in_has_one_id_and_keeps_its_first_time() {
    let (mut ana, id) = world();
    ana.must(Command::CheckIn(draft(first(), vec![ended(&id, Outcome::Kept)], &[])));
    let sent_at = ana.now;
    let me = ana.member("Ana");
    assert_eq!(CheckIn::id_of(first(), &me).as_str(), format!("2026-11-02~{me}"));
    let found = ana.view.check_in(first(), &me).unwrap();
    assert_eq!((found.win.as_str(), found.ask.as_str(), found.confidence), ("Slept", "A reader?", Some(4)));
    // Changed later: the same one, sent when it was first sent.
    let changed = CheckInDraft { win: "Ran".to_owned(), confidence: None, ..draft(first(), Vec::new(), &[]) };
    ana.must(Command::CheckIn(changed));
    let found = ana.view.check_in(first(), &me).unwrap();
    assert_eq!((found.win.as_str(), found.confidence, found.submitted_at), ("Ran", None, sent_at));
    assert_eq!(ana.view.check_ins.len(), 1);
}

#[test]
fn next_commitments_keep_their_order() {
    let (mut ana, id) = world();
    let texts = ["Zero 0", "One 1", "Two 2", "Three 3", "Four 4", "Five 5"];
    ana.must(Command::CheckIn(draft(first(), vec![ended(&id, Outcome::Kept)], &texts)));
    let me = ana.member("Ana");
    let found: Vec<_> = ana.view.commitments_in(&me, first().plus(1)).iter().map(|c| c.text.clone()).collect();
    assert_eq!(found, texts);
    assert_eq!(ana.view.open_count(&me, first().plus(1)), 6);
    assert_eq!(ana.view.open_count(&me, first()), 0);
}

#[test]
fn a_check_in_is_whole_or_not_at_all() {
    let long = "x".repeat(TEXT_MAX + 1);
    let too_long = |field| Refusal::TooLong { field, length: TEXT_MAX + 1, max: TEXT_MAX };
    let plain = || draft(first(), Vec::new(), &[]);
    for (draft, expected) in [
        (CheckInDraft { win: long.clone(), ..plain() }, too_long(Field::Win)),
        (CheckInDraft { blocker: long.clone(), ..plain() }, too_long(Field::Blocker)),
        (CheckInDraft { ask: long.clone(), ..plain() }, too_long(Field::Ask)),
        (CheckInDraft { confidence: Some(0), ..plain() }, Refusal::NotANumber(Field::Confidence)),
        (CheckInDraft { confidence: Some(6), ..plain() }, Refusal::NotANumber(Field::Confidence)),
        (CheckInDraft { next: vec![promise("Fine 1"), promise(" ")], ..plain() }, Refusal::Empty(Field::Text)),
    ] {
        let (mut ana, id) = world();
        let before = ana.snapshot();
        let draft = CheckInDraft { resolutions: vec![ended(&id, Outcome::Kept)], ..draft };
        assert_eq!(ana.run(Command::CheckIn(draft)), Err(expected));
        assert_eq!(ana.snapshot(), before);
    }
}

#[test]
fn deleted_commitments_want_no_outcome() {
    let (mut ana, id) = world();
    ana.must(Command::DeleteCommitment(id));
    let goal = Some(GoalId::new("deleted on another device"));
    let next = CommitmentDraft { goal: goal.clone(), ..promise("Write 1 page") };
    ana.must(Command::CheckIn(CheckInDraft { next: vec![next], ..draft(first(), Vec::new(), &[]) }));
    assert!(ana.view.commitments.values().any(|commitment| commitment.goal == goal));
}
