//! Copies that meet: nothing is lost, and what both changed is named.

use crate::support::{Device, cycle, text};
use peer_circle::document::{Conflict, Value, covers};
use peer_circle::domain::{CheckInDraft, Command, CommitmentDraft, Member, Settlement, check_in, commitment, member};

/// Two devices that know the same circle.
pub fn pair() -> (Device, Device) {
    let ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    let ben = ana.copy(2, "Ben");
    (ana, ben)
}

pub fn focus(device: &mut Device, name: &str, focus: &str) {
    let command = Command::from(member::Command::Edit {
        id: device.member(name),
        name: name.to_owned(),
        focus: focus.to_owned(),
    });
    device.must(command);
}

fn check_in(win: &str, blocker: &str) -> Command {
    Command::from(check_in::Command::Send(CheckInDraft {
        cycle: cycle("2026-11-02"),
        settlements: Vec::new(),
        win: win.to_owned(),
        blocker: blocker.to_owned(),
        ask: String::new(),
        confidence: None,
        next: Vec::new(),
        progress: Vec::new(),
        has_nothing_to_say: true,
    }))
}

/// Both devices take the other's copy in, and know the same then.
fn meet(a: &mut Device, b: &mut Device) -> (Vec<Conflict>, Vec<Conflict>) {
    let before = b.copy(999, "Ana");
    let on_b = b.import(a).conflicts;
    let on_a = a.import(&before).conflicts;
    assert_eq!(a.snapshot(), b.snapshot());
    assert_eq!(a.circle(), b.circle());
    (on_a, on_b)
}

fn shown(conflicts: &[Conflict]) -> Vec<(&str, &Value, &Value, &Value)> {
    conflicts.iter().map(|c| (c.place.field(), &c.base, &c.ours, &c.theirs)).collect()
}

pub fn read<'a>(device: &'a Device, name: &str) -> &'a Member {
    &device.view.members[&device.member(name)]
}

#[test]
fn one_check_in_written_on_two_devices_loses_no_field() {
    for (phone, laptop) in [(1, 2), (2, 1)] {
        let base = Device::found(100, &["Ana", "Ben"]);
        let (mut phone, mut laptop) = (base.copy(phone, "Ana"), base.copy(laptop, "Ana"));
        laptop.now = phone.now.plus(60_000);
        phone.must(check_in("Slept", ""));
        laptop.must(check_in("", "A cold"));
        meet(&mut phone, &mut laptop);
        let circle = phone.circle();
        assert_eq!(circle.check_ins.len(), 1);
        let found = circle.check_ins.values().next().unwrap();
        assert_eq!((found.win.as_str(), found.blocker.as_str()), ("Slept", "A cold"));
    }
}

#[test]
fn what_both_changed_is_named_with_what_both_knew() {
    let (mut ana, mut ben) = pair();
    focus(&mut ana, "Chen", "Nursing");
    meet(&mut ana, &mut ben);
    focus(&mut ana, "Chen", "Teaching");
    focus(&mut ben, "Chen", "Management");
    let (on_a, on_b) = meet(&mut ana, &mut ben);
    let [base, from_a, from_b] = ["Nursing", "Teaching", "Management"].map(text);
    assert_eq!(shown(&on_a), [("focus", &base, &from_a, &from_b)]);
    assert_eq!(shown(&on_b), [("focus", &base, &from_b, &from_a)]);
    assert!(on_a[0].place.id() == ana.member("Chen").as_str());
}

#[test]
fn what_only_one_changed_is_no_conflict() {
    let (mut ana, mut ben) = pair();
    focus(&mut ana, "Ana", "Writing");
    focus(&mut ben, "Ben", "Reading");
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
    assert_eq!((read(&ana, "Ana").focus.as_str(), read(&ana, "Ben").focus.as_str()), ("Writing", "Reading"));
    // Nor what both changed alike.
    focus(&mut ana, "Chen", "Law");
    focus(&mut ben, "Chen", "Law");
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
}

#[test]
fn who_knew_the_other_s_value_has_no_conflict() {
    let (mut ana, mut ben) = pair();
    focus(&mut ana, "Chen", "Teaching");
    ben.import(&ana);
    focus(&mut ben, "Chen", "Management");
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
    assert_eq!(read(&ana, "Chen").focus, "Management");
    // Even where both have changed other things since.
    focus(&mut ana, "Chen", "Law");
    ben.import(&ana);
    focus(&mut ana, "Ana", "Writing");
    focus(&mut ben, "Chen", "Medicine");
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
    assert_eq!(read(&ana, "Chen").focus, "Medicine");
}

#[test]
fn a_value_changed_to_and_fro_is_no_conflict() {
    let (mut ana, mut ben) = pair();
    focus(&mut ana, "Chen", "Law");
    meet(&mut ana, &mut ben);
    focus(&mut ana, "Chen", "Medicine");
    focus(&mut ana, "Chen", "Law");
    focus(&mut ben, "Chen", "Art");
    let (on_a, on_b) = meet(&mut ana, &mut ben);
    assert_eq!((on_a, on_b), (Vec::new(), Vec::new()));
}

#[test]
fn a_cleared_value_is_a_value_in_a_conflict() {
    let (mut ana, mut ben) = pair();
    ana.must(member::Command::Remove(ana.member("Chen")));
    meet(&mut ana, &mut ben);
    ben.must(member::Command::Restore(ben.member("Chen")));
    ana.must(member::Command::Restore(ana.member("Chen")));
    ana.must(member::Command::Remove(ana.member("Chen")));
    let (on_a, on_b) = meet(&mut ana, &mut ben);
    assert_eq!((on_a.len(), on_b.len()), (1, 1));
    assert_eq!((&on_a[0].theirs, &on_b[0].ours), (&Value::Null, &Value::Null));
    assert_eq!(on_a[0].place.field(), "left_at");
}

#[test]
fn conflicts_are_named_for_three_devices_in_a_ring() {
    let (mut ana, mut ben) = pair();
    let mut chen = ana.copy(3, "Chen");
    focus(&mut ana, "Chen", "from Ana");
    focus(&mut ben, "Chen", "from Ben");
    focus(&mut chen, "Chen", "from Chen");
    ben.import(&ana);
    let passed_on = chen.import(&ben);
    assert_eq!(passed_on.conflicts.len(), 1);
    assert_eq!(passed_on.conflicts[0].ours, text("from Chen"));
    ana.import(&chen);
    ben.import(&ana);
    chen.import(&ben);
    assert_eq!(ana.snapshot(), chen.snapshot());
    assert_eq!(ben.snapshot(), chen.snapshot());
    assert_eq!(ana.import(&chen).written, None);
}

#[test]
fn choosing_the_other_value_settles_a_conflict() {
    let (mut ana, mut ben) = pair();
    focus(&mut ana, "Chen", "Teaching");
    focus(&mut ben, "Chen", "Management");
    let (on_a, _) = meet(&mut ana, &mut ben);
    let loser = if read(&ana, "Chen").focus == "Teaching" { &on_a[0].theirs } else { &on_a[0].ours };
    let chosen = ana.doc.write(vec![(on_a[0].place.clone(), loser.clone())]).unwrap();
    ana.doc.refresh(&mut ana.view, &chosen.changes);
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
    assert_eq!(text(&read(&ben, "Chen").focus), *loser);
}

#[test]
fn an_edit_of_what_was_deleted_is_kept_and_the_deletion_stands() {
    let (mut ana, mut ben) = pair();
    let draft = |text: &str| CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    ana.must(commitment::Command::Add { cycle: cycle("2026-11-02"), draft: draft("Write 3 pages") });
    meet(&mut ana, &mut ben);
    let id = ana.view.commitments.keys().next().unwrap().clone();
    ana.must(commitment::Command::Delete(id.clone()));
    let settlement =
        Settlement { commitment: id.clone(), draft: Some(draft("Write 2 pages")), verdict: None, note: None };
    ben.must(commitment::Command::Settle { cycle: cycle("2026-11-02"), settlement });
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
    let found = &ana.view.commitments[&id];
    assert_eq!((found.text.as_str(), found.deleted_at), ("Write 2 pages", Some(ana.now)));
    assert!(!found.is_open());
}

#[test]
fn what_a_removed_member_does_meanwhile_is_kept() {
    let (mut ana, mut ben) = pair();
    ana.must(member::Command::Remove(ana.member("Ben")));
    focus(&mut ben, "Ben", "Still here");
    ben.must(check_in("Slept", ""));
    assert_eq!(meet(&mut ana, &mut ben), (Vec::new(), Vec::new()));
    let circle = ana.circle();
    assert_eq!(circle.former()[0].focus, "Still here");
    assert_eq!(circle.check_ins.len(), 1);
    ana.must(member::Command::Restore(ana.member("Ben")));
    assert_eq!(ana.circle().roster().len(), 3);
}

#[test]
fn a_restored_backup_goes_on_and_loses_nothing() {
    let (mut ana, mut ben) = pair();
    focus(&mut ana, "Ana", "before the backup");
    let backup = ana.doc.state();
    focus(&mut ana, "Ana", "after the backup");
    focus(&mut ana, "Chen", "heard by Ben");
    ben.import(&ana);
    focus(&mut ana, "Ben", "heard by nobody");
    // The phone is lost; the backup is opened on a new one.
    ana.reopen(50, &backup);
    assert_eq!(read(&ana, "Ana").focus, "before the backup");
    focus(&mut ana, "Ben", "after the restore");
    meet(&mut ana, &mut ben);
    let focuses = ["Ana", "Ben", "Chen"].map(|name| read(&ana, name).focus.clone());
    assert_eq!(focuses, ["after the backup", "after the restore", "heard by Ben"]);
    assert_eq!(ana.import(&ben).written, None);
}

#[test]
fn an_old_copy_after_a_new_one_changes_nothing() {
    let (mut ana, mut ben) = pair();
    let old = ana.copy(60, "Ana");
    focus(&mut ana, "Ana", "new");
    ben.import(&ana);
    let before = ben.doc.state();
    assert_eq!(ben.import(&old), peer_circle::document::Imported::default());
    assert_eq!(ben.doc.state(), before);
}

#[test]
fn a_copy_takes_the_place_of_what_it_has_all_of() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    assert!(covers(&ana.doc, &ben.doc) && covers(&ben.doc, &ana.doc));
    ana.must(check_in("A win", ""));
    assert!(covers(&ana.doc, &ben.doc) && !covers(&ben.doc, &ana.doc));
    ben.must(check_in("Another", ""));
    assert!(!covers(&ana.doc, &ben.doc) && !covers(&ben.doc, &ana.doc));
    ana.import(&ben);
    assert!(covers(&ana.doc, &ben.doc) && !covers(&ben.doc, &ana.doc));
}
