//! Only what changed is written, and it can be taken back.

use crate::support::{Device, cycle, new_circle, open, rhythm, sample_circle, text};
use peer_circle::document::{CircleDoc, DocError, Place, SCHEMA, Value};
use peer_circle::domain::{
    CheckIn, CheckInDraft, Command, Commitment, CommitmentDraft, Entity, Kind, Outcome, Record, RhythmVersion,
    check_in, circle, commitment, member,
};

fn place(kind: Kind, key: &str) -> Place {
    Place { kind, key: key.into() }
}

fn promise(text: &str) -> Command {
    let draft = CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    Command::from(commitment::Command::Add { cycle: cycle("2026-11-02"), draft })
}

fn focus(device: &Device, name: &str, focus: &str) -> Command {
    Command::from(member::Command::Edit { id: device.member(name), name: name.to_owned(), focus: focus.to_owned() })
}

#[test]
fn a_document_says_what_the_circle_said() {
    for weeks in [1, 30] {
        let circle = sample_circle(3, 12, weeks);
        let doc = CircleDoc::begin(1, &circle);
        assert_eq!(doc.circle(), Ok(circle.clone()));
        assert_eq!(open(2, &doc.state()).circle(), Ok(circle));
        assert!(!doc.has_gaps() && !doc.is_newer());
    }
}

#[test]
fn what_stands_there_is_not_written_again() {
    let circle = sample_circle(3, 4, 6);
    let mut doc = CircleDoc::begin(1, &circle);
    let records = circle.records();
    assert_eq!(doc.put(&records), None);
    let mut reopened = open(2, &doc.state());
    assert_eq!(reopened.put(&records), None);
    assert_eq!(reopened.state(), doc.state());
}

#[test]
fn an_edit_costs_its_own_size() {
    let circle = sample_circle(3, 12, 104);
    let mut doc = CircleDoc::begin(1, &circle);
    let mut member = circle.roster()[3].clone();
    "a new focus".clone_into(&mut member.focus);
    let written = doc.put(&[Record::Member(member.clone())]).unwrap();
    assert_eq!(written.changes.len(), 1, "{:?}", written.changes);
    let change = &written.changes[0];
    assert_eq!((change.place.id(), change.place.field()), (member.id.as_str(), "focus"));
    assert_eq!(change.after, text("a new focus"));
    assert!(written.update.len() < 80, "{} bytes", written.update.len());
}

#[test]
fn the_same_place_twice_means_the_last_one() {
    let mut ana = Device::found(1, &["Ana"]);
    let before = ana.view.roster()[0].clone();
    let renamed = peer_circle::domain::Member { name: "Anna".to_owned(), ..before.clone() };
    ana.put(&[Record::Member(renamed), Record::Member(before.clone())]);
    assert_eq!(ana.circle().roster()[0], &before);
}

#[test]
fn what_is_empty_is_not_written_into_what_is_empty() {
    let mut ana = Device::found(1, &["Ana"]);
    let written = ana.must(promise("Write 3 pages"));
    let mut fields: Vec<_> = written.changes.iter().map(|change| change.place.field()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["created_at", "cycle", "owner", "text"]);
    // Emptied is another matter than never filled.
    ana.must(focus(&ana, "Ana", "Nursing"));
    ana.must(focus(&ana, "Ana", ""));
    assert_eq!(ana.circle().roster()[0].focus, "");
}

#[test]
fn undo_takes_an_edit_back_and_undoing_that_brings_it_again() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.must(focus(&ana, "Ben", "Rust"));
    let before = ana.snapshot();
    let edit = ana.must(focus(&ana, "Ben", "Python"));
    let after = ana.snapshot();
    let undone = ana.undo(&edit).unwrap();
    assert_eq!(ana.snapshot(), before);
    ana.undo(&undone).unwrap();
    assert_eq!(ana.snapshot(), after);
    ana.circle();
}

#[test]
fn an_undone_creation_leaves_no_record() {
    let mut ana = Device::found(1, &["Ana"]);
    let empty = ana.circle();
    let (goals, check_ins) = (ana.view.goals.len(), ana.view.check_ins.len());
    let mut written =
        vec![ana.must(promise("Write 3 pages")), ana.must(member::Command::Add { name: "Ben".to_owned() })];
    let draft = CheckInDraft {
        cycle: cycle("2026-10-26"),
        settlements: Vec::new(),
        win: "Slept".to_owned(),
        blocker: String::new(),
        ask: String::new(),
        confidence: Some(3),
        next: Vec::new(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    };
    written.push(ana.must(check_in::Command::Send(draft)));
    for written in written.iter().rev() {
        ana.undo(written).unwrap();
        assert_eq!(ana.undo(written), None, "undone twice");
    }
    assert_eq!((ana.view.goals.len(), ana.view.check_ins.len()), (goals, check_ins));
    assert_eq!(ana.circle(), empty);
    assert_eq!(open(5, &ana.doc.state()).circle(), Ok(empty));
}

#[test]
fn undo_leaves_alone_what_somebody_else_changed_since() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let edit =
        ana.must(member::Command::Edit { id: ana.member("Ben"), name: "Bennie".to_owned(), focus: "Rust".to_owned() });
    ben.import(&ana);
    ben.must(focus(&ben, "Bennie", "Go"));
    ana.import(&ben);
    ana.undo(&edit).unwrap();
    let circle = ana.circle();
    let found = circle.members[&ben.me.clone().unwrap()].clone();
    assert_eq!((found.name.as_str(), found.focus.as_str()), ("Ben", "Go"));
    ben.import(&ana);
    assert_eq!(ben.circle(), circle);
}

#[test]
fn a_removal_can_be_undone_after_a_restart() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let before = ana.snapshot();
    let removal = ana.must(member::Command::Remove(ana.member("Ben")));
    ana.restart(77);
    ana.undo(&removal).unwrap();
    assert_eq!(ana.snapshot(), before);
}

#[test]
fn bytes_that_are_no_update_change_nothing() {
    let mut ana = Device::found(1, &["Ana"]);
    let before = ana.doc.state();
    for bytes in [&b""[..], b"\x01", b"not an update", &[0xff; 40]] {
        assert!(matches!(ana.doc.merge(bytes), Err(DocError::Undecodable(_))), "{bytes:?}");
        assert_eq!(ana.doc.state(), before);
    }
    assert_eq!(ana.doc.merge(&[0, 0]), Ok(None));
    assert!(ana.doc.state_since(b"\xff").is_err());
}

#[test]
fn a_document_without_a_circle_says_so() {
    let mut doc = CircleDoc::empty(1);
    assert_eq!(doc.circle(), Err(DocError::NoCircle));
    let (circle, founder) = new_circle(&["Ana"]);
    doc.put(&[Record::Member((*circle.members[&founder]).clone())]);
    assert_eq!(doc.circle(), Err(DocError::NoCircle));
    doc.put(&[Record::About(circle.about.clone())]);
    assert_eq!(doc.circle().map(|found| found.about), Ok(circle.about));
}

#[test]
fn a_newer_schema_is_seen_and_kept() {
    let mut ana = Device::found(1, &["Ana"]);
    assert_eq!(ana.doc.schema(), SCHEMA);
    let key = format!("{}/schema", ana.view.about.id);
    ana.doc.write(vec![(place(Kind::About, &key), Value::from(SCHEMA + 1))]).unwrap();
    assert!(ana.doc.is_newer());
    ana.must(circle::Command::Describe { name: "Another".to_owned(), purpose: String::new() });
    assert!(open(2, &ana.doc.state()).is_newer(), "an edit took the schema back");
}

#[test]
fn a_check_in_keeps_its_id_through_the_document() {
    let mut ana = Device::found(1, &["Ana"]);
    let member = ana.member("Ana");
    let (win, blocker, ask) = Default::default();
    let check_in =
        CheckIn { cycle: cycle("2026-11-02"), member, submitted_at: ana.now, win, blocker, ask, confidence: Some(5) };
    ana.put(&[Record::CheckIn(check_in.clone())]);
    let circle = ana.circle();
    assert_eq!(circle.check_ins.len(), 1);
    assert_eq!(*circle.check_ins[&check_in.id()], check_in);
}

#[test]
fn the_words_of_the_document_are_those_of_released_files() {
    let mut ana = Device::found(1, &["Ana"]);
    ana.must(promise("Write 3 pages"));
    let commitment = (**ana.view.commitments.values().next().unwrap()).clone();
    let mut check = |record: Record, kind: Kind, key: &str, expected: &str| {
        ana.put(&[record]);
        let key = place(kind, key);
        assert_eq!(ana.doc.facts().get(&key), Some(&text(expected)));
    };
    let key = format!("{}/outcome", commitment.id);
    for (outcome, word) in [
        (Outcome::Kept, "kept"),
        (Outcome::Partial, "partial"),
        (Outcome::Missed, "missed"),
        (Outcome::Renegotiated, "renegotiated"),
        (Outcome::Dropped, "dropped"),
    ] {
        let resolved = Commitment { outcome: Some(outcome), ..commitment.clone() };
        check(Record::Commitment(resolved), Kind::Commitment, &key, word);
    }
    for (nth, day) in (0..).zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]) {
        let due = format!("{day} {:02}:00", nth * 3);
        let rhythm = rhythm("UTC", nth, u16::from(nth) * 3);
        check(
            Record::Rhythm(RhythmVersion { from: None, rhythm, ..RhythmVersion::default() }),
            Kind::Rhythm,
            "rhythm/updates_due",
            &due,
        );
    }
}
