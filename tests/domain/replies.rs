//! What members say to each other's commitments, and who helps.

use crate::support::{Device, cycle};
use peer_circle::domain::{
    Command, Commitment, CommitmentDraft, CommitmentId, Outcome, Refusal, Reply, ReplyKind, Settlement, Verdict,
    commitment, reply,
};

/// Ana and Ben, whose device it is, and a commitment of Ana's.
fn world() -> (Device, CommitmentId) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let draft = CommitmentDraft { text: "Write 3 pages".to_owned(), ..CommitmentDraft::default() };
    ana.must(Command::from(commitment::Command::Add { cycle: cycle("2026-11-02"), draft }));
    let id = ana.view.commitments.keys().next().unwrap().clone();
    ana.me = Some(ana.member("Ben"));
    (ana, id)
}

fn say(id: &CommitmentId, kind: ReplyKind, text: &str) -> Command {
    Command::from(reply::Command::Say { commitment: id.clone(), kind, text: text.to_owned() })
}

fn settle(id: &CommitmentId, outcome: Outcome) -> Command {
    let settlement = Settlement::verdict(id.clone(), Verdict::Ended(outcome));
    Command::from(commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement })
}

fn read(device: &Device, id: &CommitmentId) -> Commitment {
    (**device.view.commitments.get(id).unwrap()).clone()
}

/// The replies that hold, in their order.
fn shown(device: &Device, id: &CommitmentId) -> Vec<(ReplyKind, String)> {
    let commitment = read(device, id);
    device.view.replies_to(&commitment).into_iter().map(|reply| (reply.kind, reply.text.clone())).collect()
}

#[test]
fn each_reply_has_its_time() {
    use ReplyKind::{Cheer, Help, Witness};
    let check = |outcome: Option<Outcome>, kind: ReplyKind, suits: bool| {
        let (mut ben, id) = world();
        if let Some(outcome) = outcome {
            ben.must(settle(&id, outcome));
        }
        let expected = if suits { Ok(()) } else { Err(Refusal::ReplyUnsuited(kind)) };
        assert_eq!(ben.run(say(&id, kind, "")).map(|_| ()), expected, "{outcome:?} {kind:?}");
        assert_eq!(shown(&ben, &id).len(), usize::from(suits), "{outcome:?} {kind:?}");
    };
    check(None, Cheer, true);
    check(None, Help, true);
    check(None, Witness, false);
    for outcome in [Outcome::Kept, Outcome::Partial] {
        check(Some(outcome), Cheer, true);
        check(Some(outcome), Help, false);
        check(Some(outcome), Witness, true);
    }
    for outcome in [Outcome::Missed, Outcome::Dropped, Outcome::Renegotiated] {
        check(Some(outcome), Cheer, true);
        check(Some(outcome), Help, false);
        check(Some(outcome), Witness, false);
    }
}

#[test]
fn the_same_thing_is_said_once() {
    let (mut ben, id) = world();
    ben.must(say(&id, ReplyKind::Cheer, " Go  on "));
    ben.must(say(&id, ReplyKind::Help, "I can read it"));
    ben.must(say(&id, ReplyKind::Cheer, "Well done"));
    let both = vec![(ReplyKind::Cheer, "Well done".to_owned()), (ReplyKind::Help, "I can read it".to_owned())];
    assert_eq!(shown(&ben, &id), both);
    let own = Reply::id_of(&id, &ben.member("Ben"), ReplyKind::Cheer);
    ben.must(Command::from(reply::Command::TakeBack(own.clone())));
    assert_eq!(shown(&ben, &id), both[1..]);
    assert_eq!(ben.run(Command::from(reply::Command::TakeBack(own))).unwrap_err(), Refusal::Gone("reply"));
    // It can be said again.
    ben.must(say(&id, ReplyKind::Cheer, ""));
    assert_eq!(shown(&ben, &id).len(), 2);
}

#[test]
fn nobody_replies_to_oneself_or_for_others() {
    let (mut device, id) = world();
    device.must(say(&id, ReplyKind::Cheer, ""));
    let bens = Reply::id_of(&id, &device.member("Ben"), ReplyKind::Cheer);
    device.me = Some(device.member("Ana"));
    for kind in ReplyKind::ALL {
        assert_eq!(device.run(say(&id, kind, "")).unwrap_err(), Refusal::SomebodyElses);
    }
    let take_back = Command::from(reply::Command::TakeBack(bens));
    assert_eq!(device.run(take_back).unwrap_err(), Refusal::SomebodyElses);
    device.must(Command::from(commitment::Command::Delete(id.clone())));
    device.me = Some(device.member("Ben"));
    assert_eq!(device.run(say(&id, ReplyKind::Cheer, "")).unwrap_err(), Refusal::Gone("commitment"));
}

#[test]
fn a_witness_saw_the_outcome_of_that_time() {
    let (mut ben, id) = world();
    ben.must(settle(&id, Outcome::Kept));
    ben.must(say(&id, ReplyKind::Witness, ""));
    assert_eq!(shown(&ben, &id).len(), 1);
    ben.must(settle(&id, Outcome::Missed));
    assert_eq!(shown(&ben, &id), []);
    ben.must(settle(&id, Outcome::Kept));
    assert_eq!(shown(&ben, &id), [], "kept once more, which nobody has seen yet");
    ben.must(say(&id, ReplyKind::Witness, ""));
    assert_eq!(shown(&ben, &id).len(), 1);
}

#[test]
fn a_helper_belongs_to_the_circle_and_is_somebody_else() {
    let (mut device, id) = world();
    let [ana, ben] = ["Ana", "Ben"].map(|name| device.member(name));
    let help = |helper| {
        let draft = CommitmentDraft { text: "Write 3 pages".to_owned(), helper, ..CommitmentDraft::default() };
        let settlement = Settlement { commitment: id.clone(), draft: Some(draft), verdict: None, note: None };
        Command::from(commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement })
    };
    device.must(help(Some(ben.clone())));
    assert_eq!(read(&device, &id).helper, Some(ben));
    assert_eq!(device.run(help(Some(ana))).unwrap_err(), Refusal::SomebodyElses);
    let stranger = peer_circle::domain::MemberId::new("nobody");
    assert!(device.run(help(Some(stranger))).is_err());
    device.must(help(None));
    assert_eq!(read(&device, &id).helper, None);
}

#[test]
fn two_devices_of_a_member_cheer_once() {
    let (mut ben, id) = world();
    let mut phone = ben.copy(2, "Ben");
    ben.must(say(&id, ReplyKind::Cheer, "Go on"));
    phone.must(say(&id, ReplyKind::Cheer, "Go on"));
    ben.import(&phone);
    assert_eq!(shown(&ben, &id), [(ReplyKind::Cheer, "Go on".to_owned())]);
}
