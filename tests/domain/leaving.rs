//! Who has left a circle, on a device that still holds it.

use crate::support::{Device, cycle};
use peer_circle::domain::{Command, CommitmentDraft, Refusal, circle, commitment, member};

fn left() -> Device {
    let mut ida = Device::found(1, &["Ida", "Ben"]);
    let me = ida.member("Ida");
    ida.must(member::Command::Remove(me));
    ida
}

#[test]
fn a_member_who_left_changes_nothing() {
    let mut ida = left();
    let (me, ben) = (ida.member("Ida"), ida.member("Ben"));
    assert!(ida.view.left_at(&me).is_some() && ida.view.left_at(&ben).is_none());
    let draft = CommitmentDraft { text: "Write 3 pages".to_owned(), ..CommitmentDraft::default() };
    let all = [
        Command::from(commitment::Command::Add { cycle: cycle("2026-11-02"), draft }),
        Command::from(circle::Command::Describe { name: "Harbour".to_owned(), purpose: String::new() }),
        Command::from(member::Command::Remove(ben)),
        Command::from(member::Command::Add { name: "Chen".to_owned() }),
        Command::from(member::Command::Remove(me)),
    ];
    for (nth, command) in all.into_iter().enumerate() {
        assert_eq!(ida.run(command), Err(Refusal::YouLeft), "command {nth}");
    }
}

#[test]
fn a_member_who_left_comes_back() {
    let mut ida = left();
    let me = ida.member("Ida");
    ida.must(member::Command::Restore(me.clone()));
    assert_eq!(ida.view.left_at(&me), None);
    let draft = CommitmentDraft { text: "Write 3 pages".to_owned(), ..CommitmentDraft::default() };
    ida.must(commitment::Command::Add { cycle: cycle("2026-11-02"), draft });
}
