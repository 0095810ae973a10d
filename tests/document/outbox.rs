//! What this device has and nobody else was sent.

use crate::support::{Device, cycle};
use peer_circle::document::Outbox;
use peer_circle::domain::{Command, CommitmentDraft, Kind, commitment, member};

/// A device that keeps an outbox, as the page does.
struct Sender {
    device: Device,
    outbox: Outbox,
}

impl Sender {
    fn found() -> Self {
        let device = Device::found(1, &["Ana", "Ben"]);
        Self { outbox: Outbox::all(device.doc.facts()), device }
    }

    /// Ben's device, after he has opened Ana's file.
    fn of_ben(ana: &Self) -> Self {
        Self { device: ana.device.copy(2, "Ben"), outbox: Outbox::default() }
    }

    fn run(&mut self, command: Command) {
        let written = self.device.must(command);
        self.outbox.note(self.device.doc.facts(), &written.changes);
    }

    fn send(&mut self) {
        let enclosed = self.outbox.enclosed(self.device.doc.facts());
        self.outbox.confirm(self.device.doc.facts(), &enclosed);
    }

    fn open(&mut self, other: &Self) {
        self.device.import(&other.device);
        self.outbox.receive(self.device.doc.facts(), other.device.doc.facts());
    }

    fn waiting(&self) -> Vec<Kind> {
        self.outbox.records().map(|(kind, _)| kind).collect()
    }
}

fn promise(text: &str) -> Command {
    let draft = CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    Command::from(commitment::Command::Add { cycle: cycle("2026-11-02"), draft })
}

fn focus(sender: &Sender, focus: &str) -> Command {
    let (id, name) = (sender.device.member("Ana"), "Ana".to_owned());
    Command::from(member::Command::Edit { id, name, focus: focus.to_owned() })
}

#[test]
fn a_circle_that_nobody_has_waits_as_a_whole() {
    let mut ana = Sender::found();
    let waiting = ana.waiting();
    assert!(waiting.contains(&Kind::About) && waiting.contains(&Kind::Member), "{waiting:?}");
    ana.send();
    assert_eq!(ana.waiting(), []);
    assert!(ana.outbox.is_empty());
}

#[test]
fn an_edit_waits_until_it_is_sent() {
    let mut ana = Sender::found();
    ana.send();
    ana.run(promise("Write 3 pages"));
    ana.run(focus(&ana, "Nursing"));
    assert_eq!(ana.waiting(), [Kind::Commitment, Kind::Member]);
    ana.send();
    assert_eq!(ana.waiting(), []);
}

#[test]
fn an_edit_that_is_taken_back_leaves_nothing_to_send() {
    let mut ana = Sender::found();
    ana.send();
    let written = ana.device.must(promise("Write 3 pages"));
    ana.outbox.note(ana.device.doc.facts(), &written.changes);
    let undone = ana.device.undo(&written).expect("a change");
    ana.outbox.note(ana.device.doc.facts(), &undone.changes);
    assert_eq!(ana.waiting(), []);
    ana.run(focus(&ana, "Nursing"));
    ana.run(focus(&ana, "Teaching"));
    ana.run(focus(&ana, ""));
    assert_eq!(ana.waiting(), []);
}

#[test]
fn an_edit_made_while_the_share_sheet_was_open_still_waits() {
    let mut ana = Sender::found();
    ana.send();
    ana.run(focus(&ana, "Nursing"));
    let enclosed = ana.outbox.enclosed(ana.device.doc.facts());
    ana.run(focus(&ana, "Teaching"));
    ana.run(promise("Write 3 pages"));
    ana.outbox.confirm(ana.device.doc.facts(), &enclosed);
    assert_eq!(ana.waiting(), [Kind::Commitment, Kind::Member]);
    // What was sent is what others have now: going back to what they had before is news to them.
    ana.run(focus(&ana, "Nursing"));
    assert_eq!(ana.waiting(), [Kind::Commitment]);
    ana.run(focus(&ana, ""));
    assert_eq!(ana.waiting(), [Kind::Commitment, Kind::Member]);
}

#[test]
fn what_comes_back_in_a_file_was_received_by_somebody() {
    let mut ana = Sender::found();
    ana.send();
    ana.run(promise("Write 3 pages"));
    let mut ben = Sender::of_ben(&ana);
    ana.run(focus(&ana, "Nursing"));
    ben.run(promise("Call 5 studios"));
    ana.open(&ben);
    assert_eq!(ana.waiting(), [Kind::Member], "Ben has the commitment, however it reached him");
    assert_eq!(ben.waiting(), [Kind::Commitment]);
}

#[test]
fn what_others_changed_is_not_mine_to_send() {
    let mut ana = Sender::found();
    ana.send();
    let mut ben = Sender::of_ben(&ana);
    ben.run(promise("Call 5 studios"));
    ana.open(&ben);
    assert_eq!(ana.waiting(), []);
}

#[test]
fn it_is_the_same_after_a_new_start() {
    let mut ana = Sender::found();
    ana.send();
    ana.run(promise("Write 3 pages"));
    let stored = serde_json::to_string(&ana.outbox).expect("JSON");
    let again: Outbox = serde_json::from_str(&stored).expect("an outbox");
    assert_eq!(again, ana.outbox);
    ana.device.restart(9);
    let written = ana.device.must(focus(&ana, "Nursing"));
    ana.outbox.note(ana.device.doc.facts(), &written.changes);
    assert_eq!(ana.waiting(), [Kind::Commitment, Kind::Member]);
}
