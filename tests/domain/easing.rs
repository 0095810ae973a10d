//! Easing a commitment before and after it is due, and saying first what became of the older ones.

use crate::support::{Device, Zones, at, cycle, day};
use peer_circle::domain::{
    Command, Commitment, CommitmentDraft, CommitmentId, Cycle, Outcome, Refusal, Settlement, Timestamp, Verdict,
    commitment, eases,
};

const MINUTE: i64 = 60_000;

fn first() -> Cycle {
    cycle("2026-11-02")
}

fn draft(text: &str) -> CommitmentDraft {
    CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() }
}

fn add(device: &mut Device, cycle: Cycle, draft: CommitmentDraft) -> CommitmentId {
    let known: Vec<_> = device.view.commitments.keys().cloned().collect();
    device.must(Command::from(commitment::Command::Add { cycle, draft }));
    device.view.commitments.keys().find(|id| !known.contains(id)).unwrap().clone()
}

fn read(device: &Device, id: &CommitmentId) -> Commitment {
    (**device.view.commitments.get(id).unwrap()).clone()
}

fn edit(id: &CommitmentId, draft: CommitmentDraft) -> Command {
    let settlement = Settlement { commitment: id.clone(), draft: Some(draft), verdict: None, note: None };
    Command::from(commitment::Command::Settle { cycle: first(), settlement })
}

fn end(id: &CommitmentId, outcome: Outcome) -> Command {
    let settlement = Settlement::verdict(id.clone(), Verdict::Ended(outcome));
    Command::from(commitment::Command::Settle { cycle: first(), settlement })
}

#[test]
fn what_eases() {
    let (before, after) = (Some("2026-11-04"), Some("2026-11-06"));
    let check = |one: (&str, Option<&str>), other: (&str, Option<&str>), expected: bool| {
        let (mut device, made) = (Device::found(1, &["Ana"]), |(text, due): (&str, Option<&str>)| CommitmentDraft {
            due: due.map(day),
            ..draft(text)
        });
        let [one_id, other_id] = [one, other].map(|words| add(&mut device, first(), made(words)));
        assert_eq!(eases(&read(&device, &one_id), &read(&device, &other_id)), expected, "{one:?} → {other:?}");
    };
    check(("Write 3 pages", None), ("Write 2 pages", None), true);
    check(("Write 3 pages", None), ("Write 3 pages", None), false);
    // Tightening is free.
    check(("Write 3 pages", None), ("Write 5 pages", None), false);
    check(("Write 3 pages", after), ("Write 3 pages", before), false);
    check(("Write 3 pages", None), ("Write 3 pages", before), false);
    // A later day, or none any more.
    check(("Write 3 pages", before), ("Write 3 pages", after), true);
    check(("Write 3 pages", before), ("Write 3 pages", None), true);
    // Other words are the same promise said better.
    check(("Write 3 pages", None), ("Draft the first 2 pages", None), false);
    check(("Write pages", None), ("Write", None), false);
    check(("Run 10 km by 8", None), ("Run 5 km by 8", None), true);
    check(("Run 10 km by 8", None), ("Run 10 km by 7", None), false);
    check(("Save 99999999999999999999 €", None), ("Save 1 €", None), false);
}

#[test]
fn one_minute_before_it_is_due_and_one_after() {
    // Check-ins are due on Thursday at 18:00 in Lisbon; a day that was named ends at midnight there.
    let check = |due: Option<&str>, instant: &str| {
        let mut device = Device::found(1, &["Ana"]);
        let id = add(&mut device, first(), CommitmentDraft { due: due.map(day), ..draft("Write 3 pages") });
        let instant: Timestamp = at(instant);
        assert_eq!(device.view.commitment_due(&Zones, &read(&device, &id)), instant);
        let smaller = CommitmentDraft { due: due.map(day), ..draft("Write 1 page") };
        let eased = CommitmentDraft { text: "Write 1 pages".to_owned(), ..smaller.clone() };
        // A command moves the device's clock by a second.
        device.now = instant.plus(-MINUTE);
        device.must(edit(&id, eased.clone()));
        let found = read(&device, &id);
        assert_eq!(found.eased.values().collect::<Vec<_>>(), ["Write 3 pages"]);
        assert!(found.is_open());

        device.now = instant.plus(MINUTE);
        let late = Err(Refusal::EasedTooLate(id.clone()));
        let smaller = CommitmentDraft { text: "Write 0 pages".to_owned(), ..eased };
        assert_eq!(device.run(edit(&id, smaller.clone())).map(|_| ()), late);
        assert_eq!(device.run(end(&id, Outcome::Renegotiated)).map(|_| ()), late);
        assert_eq!(read(&device, &id), found, "a refused change was stored");
        // What became of it can be said, and more can be asked of oneself.
        device.must(edit(&id, CommitmentDraft { text: "Write 9 pages".to_owned(), ..smaller }));
        device.must(end(&id, Outcome::Missed));
        assert_eq!(read(&device, &id).outcome, Some(Outcome::Missed));
    };
    check(None, "2026-11-05T18:00:00Z");
    check(Some("2026-11-03"), "2026-11-04T00:00:00Z");
    check(Some("2026-11-08"), "2026-11-09T00:00:00Z");
}

#[test]
fn renegotiated_in_time_stays_so() {
    let mut device = Device::found(1, &["Ana"]);
    let id = add(&mut device, first(), draft("Write 3 pages"));
    device.must(end(&id, Outcome::Renegotiated));
    device.now = at("2026-11-20T08:00:00Z");
    let settlement = Settlement {
        note: Some("Ill".to_owned()),
        ..Settlement::verdict(id.clone(), Verdict::Ended(Outcome::Renegotiated))
    };
    device.must(Command::from(commitment::Command::Settle { cycle: first(), settlement }));
    assert_eq!(read(&device, &id).note, "Ill");
}

#[test]
fn carrying_may_make_it_smaller_at_any_time() {
    let mut device = Device::found(1, &["Ana"]);
    let id = add(&mut device, first(), draft("Write 3 pages"));
    device.now = at("2026-11-07T08:00:00Z");
    let settlement = Settlement {
        draft: Some(draft("Write 1 pages")),
        note: Some("A cold".to_owned()),
        ..Settlement::verdict(id.clone(), Verdict::Carried)
    };
    device.must(Command::from(commitment::Command::Settle { cycle: first(), settlement }));
    assert_eq!((read(&device, &id).eased.len(), read(&device, &id).carried.len()), (0, 1));
}

#[test]
fn what_is_open_of_an_older_week_comes_first() {
    let mut device = Device::found(1, &["Ana"]);
    let older = add(&mut device, first(), draft("Write 3 pages"));
    // The same week takes more.
    add(&mut device, first(), draft("Call 1 friend"));
    device.now = at("2026-11-10T08:00:00Z");
    let more = commitment::Command::Add { cycle: first().plus(1), draft: draft("Rest 1 day") };
    let Err(Refusal::Unresolved(waiting)) = device.run(more.clone()) else { panic!("allowed") };
    assert_eq!(waiting.len(), 2);
    for id in &waiting {
        device.must(end(id, Outcome::Kept));
    }
    assert!(waiting.contains(&older));
    device.must(more);
}
