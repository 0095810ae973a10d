//! Changes that come before those that they build on: they wait, nothing of them is shown, nothing is lost.

use super::merging::{focus, pair, read};
use crate::support::{Device, open};
use peer_circle::document::CircleDoc;
use peer_circle::domain::{Command, member};

/// The command that calls `who` by `name` with `focus`.
fn edit(device: &Device, who: &str, name: &str, focus: &str) -> Command {
    Command::from(member::Command::Edit { id: device.member(who), name: name.to_owned(), focus: focus.to_owned() })
}

#[test]
fn an_update_before_its_time_waits_and_is_not_lost() {
    let (mut ana, mut ben) = pair();
    let first = ana.must(edit(&ana, "Ana", "Ana", "one"));
    let second = ana.must(edit(&ana, "Ana", "Ana", "two"));
    let base = ben.doc.state();
    let early = ben.merge(&second.update).expect("what waits must be stored too");
    assert_eq!(early.changes, []);
    assert!(ben.doc.has_gaps());
    assert_eq!(ben.merge(&second.update), None, "it waits already");
    assert_eq!(read(&ben, "Ana").focus, "");
    // It survives a restart from the state, and from the updates that were stored one by one.
    let from_state = open(71, &ben.doc.state());
    let from_log = CircleDoc::open(72, [base.as_slice(), &early.update]).unwrap();
    for mut reopened in [from_state, from_log] {
        assert!(reopened.has_gaps());
        reopened.merge(&first.update).unwrap().unwrap();
        assert!(!reopened.has_gaps());
        assert_eq!(reopened.circle(), ana.doc.circle());
    }
    ben.merge(&first.update).expect("both arrive now");
    assert_eq!(read(&ben, "Ana").focus, "two");
    ben.circle();
    assert_eq!(ben.snapshot(), ana.snapshot());
}

#[test]
fn an_update_that_comes_in_part_before_its_time_is_not_lost() {
    let (mut ana, mut ben) = pair();
    let mut chen = ana.copy(3, "Chen");
    let missing = ana.must(member::Command::Add { name: "Dana".to_owned() });
    let waiting = ana.must(member::Command::Add { name: "Elif".to_owned() });
    focus(&mut chen, "Chen", "Law");
    // A copy that knows Chen's edit and the second of Ana's, not the first.
    chen.merge(&waiting.update);
    let base = ben.doc.state();
    let both = chen.doc.state_since(&ben.doc.knows()).unwrap();
    let written = ben.merge(&both).unwrap();
    assert!(ben.doc.has_gaps());
    assert_eq!(read(&ben, "Chen").focus, "Law");
    let mut restarted = Device::with(CircleDoc::open(80, [base.as_slice(), &written.update]).unwrap(), None);
    assert!(restarted.doc.has_gaps(), "what waited was not among what is stored");
    restarted.merge(&missing.update);
    assert_eq!(restarted.circle().roster().len(), 5);
}

#[test]
fn a_value_is_shown_until_what_replaces_it_is() {
    let (mut ana, mut ben) = pair();
    let base = ben.doc.state();
    let missing = ana.must(edit(&ana, "Ben", "Ben", "Law"));
    ana.restart(50);
    // Replaces the focus, which Ben does not know yet, and in the same update the name, which he knows.
    let early = ana.must(edit(&ana, "Ben", "Benno", "Physics"));
    let written = ben.merge(&early.update).unwrap();
    let from_log = CircleDoc::open(72, [base.as_slice(), &written.update]).unwrap();
    for doc in [open(71, &ben.doc.state()), from_log, ben.doc] {
        let mut copy = Device::with(doc, None);
        assert!(copy.doc.has_gaps());
        assert_eq!(read(&copy, "Ben").focus, "", "the name was taken away before its time");
        copy.merge(&missing.update).unwrap();
        assert!(!copy.doc.has_gaps());
        assert_eq!(read(&copy, "Benno").focus, "Physics");
        assert_eq!(copy.snapshot(), ana.snapshot());
    }
}
