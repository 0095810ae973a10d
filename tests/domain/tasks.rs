//! What a role has to do, and what the circle's records show as done.

use crate::support::{Device, at, cycle, present};
use peer_circle::domain::{
    CheckIn, CommitmentDraft, Cycle, Outcome, Record, RoleKind, SessionAct, Settlement, Task, Verdict, commitment,
    digest, session,
};

fn first() -> Cycle {
    cycle("2026-11-02")
}

/// Which of all tasks are shown as done in the first week.
#[track_caller]
fn check_done(device: &Device, expected: &[Task]) {
    let all = RoleKind::DEFAULTS.into_iter().flat_map(|kind| Task::of(kind).iter().copied());
    let done: Vec<Task> = all.filter(|task| task.is_done(present(&device.view, device.now), first())).collect();
    assert_eq!(done, expected);
}

#[test]
fn what_was_recorded_ticks_itself() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    check_done(&ana, &[]);

    let draft = CommitmentDraft { text: "Send 2 letters by Friday".to_owned(), ..CommitmentDraft::default() };
    ana.must(commitment::Command::Add { cycle: first(), draft });
    check_done(&ana, &[]);
    let commitment = ana.view.commitments.keys().next().unwrap().clone();
    let settlement = Settlement::verdict(commitment, Verdict::Ended(Outcome::Kept));
    ana.must(commitment::Command::Settle { cycle: first(), settlement });
    check_done(&ana, &[Task::SeeOutcomes]);

    for name in ["Ana", "Ben"] {
        let (member, submitted_at) = (ana.member(name), at("2026-11-05T09:00:00Z"));
        let [win, blocker, ask] = ["Slept", "", ""].map(str::to_owned);
        ana.put(&[Record::CheckIn(CheckIn {
            cycle: first(),
            member,
            submitted_at,
            win,
            blocker,
            ask,
            confidence: None,
        })]);
    }
    check_done(&ana, &[Task::AskMissing, Task::SeeOutcomes]);

    ana.must(session::Command::Run { cycle: first(), act: SessionAct::Start { length: 45 } });
    check_done(&ana, &[Task::AskMissing, Task::SeeOutcomes]);
    ana.must(session::Command::Run { cycle: first(), act: SessionAct::End });
    ana.must(digest::Command::Publish { cycle: first(), text: "All well".to_owned() });
    let all = [Task::AskMissing, Task::RunSession, Task::EditDigest, Task::PublishDigest, Task::SeeOutcomes];
    check_done(&ana, &all);
}
