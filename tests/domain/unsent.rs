//! What a device was not sent yet, counted.

use crate::support::{Device, at, cycle};
use peer_circle::domain::{
    CheckInDraft, Command, CommitmentDraft, GoalDraft, Kind, Measure, Timestamp, Unsent, check_in, commitment, goal,
    unsent, written_since,
};

fn promise(text: &str) -> Command {
    let draft = CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    Command::from(commitment::Command::Add { cycle: cycle("2026-11-02"), draft })
}

/// Ana's device: one commitment, one goal, and with it what she wrote by the times in the records.
fn ana() -> Device {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.now = at("2026-11-03T08:00:00Z");
    ana.must(promise("Write 3 pages"));
    ana.now = at("2026-11-03T10:00:00Z");
    ana.must(goal::Command::Add(goal_draft()));
    ana
}

fn goal_draft() -> GoalDraft {
    let (why, obstacle) = (String::new(), String::new());
    GoalDraft { title: "A book".to_owned(), why, measure: Measure::Done, due: None, obstacle }
}

fn written(device: &Device, name: &str, since: Option<Timestamp>) -> Vec<Kind> {
    let found = written_since(&device.view, &device.member(name), since);
    found.into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn what_waits_is_counted_by_kind() {
    let device = ana();
    let (ana, ben) = (device.member("Ana"), device.member("Ben"));
    let count = |records: &[(Kind, &str)]| unsent(&device.view, records.iter().copied());
    assert!(count(&[]).is_empty());
    let some = count(&[
        (Kind::CheckIn, "2026-11-02~a"),
        (Kind::Commitment, "c1"),
        (Kind::Commitment, "c2"),
        (Kind::Goal, "g1"),
        (Kind::Member, ana.as_str()),
        (Kind::Decision, "d1"),
    ]);
    assert_eq!(some, Unsent { is_whole: false, check_ins: 1, commitments: 2, goals: 1, others: 2 });
    assert_eq!(some.count(), 6);
    // Itself and all of its members: nobody has it.
    let whole = count(&[(Kind::About, "x"), (Kind::Member, ana.as_str()), (Kind::Member, ben.as_str())]);
    assert!(whole.is_whole && whole.count() == 1, "{whole:?}");
    assert!(!count(&[(Kind::About, "x")]).is_whole);
}

#[test]
fn what_was_written_since_the_last_file_is_found_by_its_times() {
    let mut device = ana();
    assert_eq!(written(&device, "Ana", None), [Kind::Commitment, Kind::Goal]);
    assert_eq!(written(&device, "Ana", Some(at("2026-11-03T09:00:00Z"))), [Kind::Goal]);
    assert_eq!(written(&device, "Ben", None), []);
    let since = at("2026-11-03T11:00:00Z");
    assert_eq!(written(&device, "Ana", Some(since)), []);
    device.now = at("2026-11-05T12:00:00Z");
    let (settlements, next) = (Vec::new(), Vec::new());
    let (blocker, ask) = (String::new(), String::new());
    let draft = CheckInDraft {
        cycle: cycle("2026-10-26"),
        settlements,
        win: "Two answers".to_owned(),
        blocker,
        ask,
        confidence: None,
        next,
        progress: Vec::new(),
        has_nothing_to_say: false,
    };
    device.must(check_in::Command::Send(draft));
    assert!(written(&device, "Ana", Some(since)).contains(&Kind::CheckIn));
}
