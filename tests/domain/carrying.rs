//! Outcomes, carrying over, and the check-in that asks for outcomes first.

use crate::support::{Device, cycle};
use peer_circle::domain::{
    CarryDemand, CheckIn, CheckInDraft, Command, Commitment, CommitmentDraft, CommitmentId, Cycle, Field, GoalId,
    Outcome, Refusal, Settlement, TEXT_MAX, Verdict, check_in, commitment,
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
    device.must(commitment::Command::Add { cycle, draft: promise(text) });
    device.view.commitments.keys().find(|id| !before.contains(id)).unwrap().clone()
}

fn ended(id: &CommitmentId, outcome: Outcome) -> Settlement {
    Settlement::verdict(id.clone(), Verdict::Ended(outcome))
}

fn carried(id: &CommitmentId, reason: &str, text: Option<&str>) -> Settlement {
    Settlement {
        draft: text.map(promise),
        note: Some(reason.to_owned()),
        ..Settlement::verdict(id.clone(), Verdict::Carried)
    }
}

fn settle(cycle: Cycle, settlement: Settlement) -> Command {
    Command::from(commitment::Command::Settle { cycle, settlement })
}

fn read<'a>(device: &'a Device, id: &CommitmentId) -> &'a Commitment {
    &device.view.commitments[id]
}

fn draft(cycle: Cycle, settlements: Vec<Settlement>, next: &[&str]) -> CheckInDraft {
    CheckInDraft {
        cycle,
        settlements,
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: " A reader? ".to_owned(),
        confidence: Some(4),
        next: next.iter().map(|text| promise(text)).collect(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    }
}

#[test]
fn every_outcome_ends_a_commitment_and_can_be_taken_back() {
    for outcome in [Outcome::Kept, Outcome::Partial, Outcome::Missed, Outcome::Renegotiated, Outcome::Dropped] {
        let (mut ana, id) = world();
        let untouched = read(&ana, &id).clone();
        ana.must(settle(first(), Settlement { note: Some(" done ".to_owned()), ..ended(&id, outcome) }));
        let found = read(&ana, &id);
        assert_eq!((found.outcome, found.resolved_at, found.note.as_str()), (Some(outcome), Some(ana.now), "done"));
        assert!(!found.is_open());
        ana.must(commitment::Command::Reopen(id.clone()));
        assert_eq!(read(&ana, &id), &Commitment { note: "done".to_owned(), ..untouched });
    }
}

#[test]
fn an_empty_check_in_is_asked_about() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let empty = || CheckInDraft {
        win: String::new(),
        ask: String::new(),
        confidence: None,
        has_nothing_to_say: false,
        ..draft(first(), Vec::new(), &[])
    };
    let mut check = |draft: CheckInDraft, expected: Result<(), Refusal>| {
        let told = format!("{draft:?}");
        assert_eq!(ana.run(check_in::Command::Send(draft)).map(|_| ()), expected, "{told}");
    };
    check(CheckInDraft { win: " \n".to_owned(), ..empty() }, Err(Refusal::NothingSaid));
    check(CheckInDraft { win: "Slept".to_owned(), ..empty() }, Ok(()));
    // Also where everything is taken out of one that was sent.
    check(empty(), Err(Refusal::NothingSaid));
    check(CheckInDraft { blocker: "A cold".to_owned(), ..empty() }, Ok(()));
    check(CheckInDraft { ask: "A call?".to_owned(), ..empty() }, Ok(()));
    check(CheckInDraft { confidence: Some(1), ..empty() }, Ok(()));
    check(CheckInDraft { has_nothing_to_say: true, ..empty() }, Ok(()));
    check(CheckInDraft { next: vec![promise("Write 2 pages")], ..empty() }, Ok(()));
    // An outcome says something, whether it is given with the check-in or was ticked before.
    let (mut ana, id) = world();
    let with_outcome = CheckInDraft { settlements: vec![ended(&id, Outcome::Kept)], ..empty() };
    assert!(ana.run(check_in::Command::Send(with_outcome)).is_ok());
    let (mut ana, id) = world();
    ana.must(settle(first(), ended(&id, Outcome::Kept)));
    assert!(ana.run(check_in::Command::Send(empty())).is_ok());
}

#[test]
fn carrying_asks_for_more_each_time() {
    let (mut ana, id) = world();
    let step = |ana: &mut Device, weeks: i64, reason: &str, text: Option<&str>| {
        ana.run(settle(first().plus(weeks), carried(&id, reason, text))).map(|_| ())
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
    ana.must(settle(first(), Settlement { note: Some("no".to_owned()), ..ended(&id, Outcome::Missed) }));
    ana.must(settle(first(), carried(&id, "After all", None)));
    let found = read(&ana, &id);
    assert_eq!((found.outcome, found.resolved_at, found.note.as_str()), (None, None, ""));
    assert!(found.is_open());
}

#[test]
fn a_check_in_wants_outcomes_first() {
    let (mut ana, id) = world();
    let next_week = add(&mut ana, first().plus(1), "Rest 1 day");
    let older = add(&mut ana, first().plus(-1), "Call 2 people");
    let of_ben = {
        ana.me = Some(ana.member("Ben"));
        let id = add(&mut ana, first(), "Bake 1 cake");
        ana.me = Some(ana.member("Ana"));
        id
    };
    let run =
        |ana: &mut Device, settlements| ana.run(check_in::Command::Send(draft(first(), settlements, &[]))).map(|_| ());
    // In the order in which they were made; neither next week's nor Ben's.
    let waiting = Refusal::Unresolved(vec![id.clone(), older.clone()]);
    assert_eq!(run(&mut ana, Vec::new()), Err(waiting));
    let one = vec![ended(&id, Outcome::Kept)];
    assert_eq!(run(&mut ana, one.clone()), Err(Refusal::Unresolved(vec![older.clone()])));
    assert!(ana.view.check_ins.is_empty(), "a refused check-in was stored");
    assert_eq!(read(&ana, &id).outcome, None, "a refused check-in gave an outcome");
    let bad = vec![ended(&id, Outcome::Kept), carried(&older, "", None)];
    assert_eq!(run(&mut ana, bad), Err(Refusal::CarryNeedsReason(older.clone())));
    let both = vec![ended(&id, Outcome::Kept), carried(&older, "A cold", None)];
    assert_eq!(run(&mut ana, both), Ok(()));
    assert_eq!(read(&ana, &id).outcome, Some(Outcome::Kept));
    assert_eq!((read(&ana, &older).cycle, read(&ana, &older).is_open()), (first().plus(1), true));
    assert!(read(&ana, &next_week).is_open() && read(&ana, &of_ben).is_open());
}

#[test]
fn a_check_in_has_one_id_and_keeps_its_first_time() {
    let (mut ana, id) = world();
    ana.must(check_in::Command::Send(draft(first(), vec![ended(&id, Outcome::Kept)], &[])));
    let sent_at = ana.now;
    let me = ana.member("Ana");
    assert_eq!(CheckIn::id_of(first(), &me).as_str(), format!("2026-11-02~{me}"));
    let found = ana.view.check_in(first(), &me).unwrap();
    assert_eq!((found.win.as_str(), found.ask.as_str(), found.confidence), ("Slept", "A reader?", Some(4)));
    // Changed later: the same one, sent when it was first sent.
    let changed = CheckInDraft { win: "Ran".to_owned(), confidence: None, ..draft(first(), Vec::new(), &[]) };
    ana.must(check_in::Command::Send(changed));
    let found = ana.view.check_in(first(), &me).unwrap();
    assert_eq!((found.win.as_str(), found.confidence, found.submitted_at), ("Ran", None, sent_at));
    assert_eq!(ana.view.check_ins.len(), 1);
}

#[test]
fn next_commitments_keep_their_order() {
    let (mut ana, id) = world();
    let texts = ["Zero 0", "One 1", "Two 2", "Three 3", "Four 4", "Five 5"];
    ana.must(check_in::Command::Send(draft(first(), vec![ended(&id, Outcome::Kept)], &texts)));
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
        (
            CheckInDraft { next: vec![promise("Fine 1"), promise(" ")], ..plain() },
            Refusal::OfNext { place: 1, refusal: Box::new(Refusal::Empty(Field::Text)) },
        ),
    ] {
        let (mut ana, id) = world();
        let before = ana.snapshot();
        let draft = CheckInDraft { settlements: vec![ended(&id, Outcome::Kept)], ..draft };
        assert_eq!(ana.run(check_in::Command::Send(draft)), Err(expected));
        assert_eq!(ana.snapshot(), before);
    }
}

#[test]
fn deleted_commitments_want_no_outcome() {
    let (mut ana, id) = world();
    ana.must(commitment::Command::Delete(id));
    let goal = Some(GoalId::new("deleted on another device"));
    let next = CommitmentDraft { goal: goal.clone(), ..promise("Write 1 page") };
    ana.must(check_in::Command::Send(CheckInDraft { next: vec![next], ..draft(first(), Vec::new(), &[]) }));
    assert!(ana.view.commitments.values().any(|commitment| commitment.goal == goal));
}

#[test]
fn a_second_carry_takes_new_words_and_the_carry_in_one_step() {
    let (mut ana, id) = world();
    ana.must(settle(first(), carried(&id, "A cold", None)));
    let before = read(&ana, &id).clone();
    // The same words in the same breath are no change, and nothing is stored.
    let same = settle(first().plus(1), carried(&id, "Again", Some("Write 12 pages")));
    assert_eq!(ana.run(same), Err(Refusal::CarryNeedsChange(id.clone())));
    assert_eq!(read(&ana, &id), &before);
    let written = ana.must(settle(first().plus(1), carried(&id, "Again", Some("Write 6 pages"))));
    let found = read(&ana, &id);
    assert_eq!((found.text.as_str(), found.cycle, found.carried.len()), ("Write 6 pages", first().plus(2), 2));
    // One step forth, one step back.
    ana.undo(&written);
    assert_eq!(read(&ana, &id), &before);
}

#[test]
fn another_plan_is_a_change_too() {
    for plan in [
        CommitmentDraft { cue: "it is 8:00".to_owned(), ..promise("Write 12 pages") },
        CommitmentDraft { action: "open the draft".to_owned(), ..promise("Write 12 pages") },
    ] {
        let (mut ana, id) = world();
        ana.must(settle(first(), carried(&id, "A cold", None)));
        ana.must(settle(first().plus(1), Settlement { draft: Some(plan), ..carried(&id, "Again", None) }));
        assert_eq!(read(&ana, &id).carried.len(), 2);
    }
}

#[test]
fn a_commitment_is_carried_out_of_the_week_that_it_is_in() {
    let (mut ana, _) = world();
    let next = add(&mut ana, first().plus(1), "Rest 1 day");
    ana.must(settle(first(), carried(&next, "A cold", None)));
    let found = read(&ana, &next);
    assert_eq!(found.carried.keys().copied().collect::<Vec<_>>(), [first().plus(1)]);
    assert_eq!(found.cycle, first().plus(2));
}

#[test]
fn a_note_outlives_a_tick() {
    let (mut ana, id) = world();
    ana.must(settle(first(), Settlement { note: Some("3 of 12".to_owned()), ..ended(&id, Outcome::Partial) }));
    ana.must(settle(first(), ended(&id, Outcome::Kept)));
    assert_eq!((read(&ana, &id).outcome, read(&ana, &id).note.as_str()), (Some(Outcome::Kept), "3 of 12"));
    ana.must(commitment::Command::Reopen(id.clone()));
    assert_eq!((read(&ana, &id).outcome, read(&ana, &id).note.as_str()), (None, "3 of 12"));
}
