//! What a message carries: no more than is new, and no less.

use crate::support::history::{Step, World, steps};
use crate::support::{Device, open, text};
use peer_circle::document::{ToldSoFar, Value, import, import_update, snapshot};
use peer_circle::domain::{Command, member};
use proptest::prelude::*;

fn focus(device: &mut Device, name: &str, focus: &str) {
    let (id, name) = (device.member(name), name.to_owned());
    device.must(Command::from(member::Command::Edit { id, name, focus: focus.to_owned() }));
}

fn is_partial(step: &Step) -> bool {
    matches!(step, Step::Restore { .. } | Step::Deliver { .. })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn who_knows_what_went_before_knows_all_afterwards(steps in steps(3, 20..150), cut in 0_usize..100) {
        let (before, after) = steps.split_at(steps.len() * cut / 100);
        let mut world = World::live(3, before);
        world.settle();
        let told = ToldSoFar::everything(&world.devices[0].doc);
        let mut reader = Device::with(open(7000, &world.devices[1].doc.state()), None);
        for device in &mut world.devices {
            device.restart(device.doc.client() + 10_000);
        }
        // Who goes back to a backup, or has heard the end of something only, has less to say than they know.
        let after: Vec<_> = after.iter().filter(|step| !is_partial(step)).cloned().collect();
        world.go_on(&after);
        let sender = &world.devices[0];
        prop_assume!(!sender.doc.has_gaps());
        if let Some(update) = sender.doc.difference(&told).unwrap() {
            reader.merge(&update);
        }
        prop_assert!(!reader.doc.has_gaps());
        prop_assert_eq!(snapshot(&reader.doc), sender.snapshot());
        // Nothing is left to learn, deletions included.
        prop_assert_eq!(reader.merge(&sender.doc.state()), None);
    }
}

#[test]
fn the_own_part_leaves_out_what_came_from_others() {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    let (mut ben, mut chen) = (ana.copy(2, "Ben"), ana.copy(3, "Chen"));
    let mut told = ToldSoFar::everything(&ana.doc);
    focus(&mut ben, "Ben", "from Ben");
    ana.import(&ben);
    assert_eq!(ana.doc.own_difference(&told).unwrap(), None);
    focus(&mut ana, "Ana", "from Ana");
    told.note(ana.doc.client());
    let own = ana.doc.own_difference(&told).unwrap().expect("a change");
    chen.merge(&own);
    assert_eq!(chen.view.members[&chen.member("Ana")].focus, "from Ana");
    assert_eq!(chen.view.members[&chen.member("Ben")].focus, "");
    let all = ana.doc.difference(&told).unwrap().expect("two changes");
    assert!(all.len() > own.len());
    chen.merge(&all);
    assert_eq!(chen.snapshot(), ana.snapshot());
}

#[test]
fn what_is_written_while_a_message_is_on_its_way_is_told_next_time() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut told = ToldSoFar::everything(&ana.doc);
    focus(&mut ana, "Ana", "one");
    told.note(ana.doc.client());
    let sent = ToldSoFar::everything(&ana.doc);
    let both = sent.clone().after(Some(&told), &ana.doc);
    assert_eq!(ana.doc.own_difference(&both).unwrap(), None);
    focus(&mut ana, "Ana", "two");
    told.note(ana.doc.client());
    let told = sent.after(Some(&told), &ana.doc);
    assert!(ana.doc.own_difference(&told).unwrap().is_some());
}

#[test]
fn what_lacks_earlier_changes_waits_and_is_not_shown() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let first = ToldSoFar::everything(&ana.doc);
    focus(&mut ana, "Ana", "one");
    let second = ToldSoFar::everything(&ana.doc);
    focus(&mut ana, "Ana", "two");
    let late = ana.doc.difference(&second).unwrap().unwrap();
    let early = ana.doc.difference(&first).unwrap().unwrap();
    ben.merge(&late);
    assert!(ben.doc.has_gaps());
    assert_eq!(ben.view.members[&ben.member("Ana")].focus, "");
    ben.merge(&early);
    assert!(!ben.doc.has_gaps());
    assert_eq!(ben.snapshot(), ana.snapshot());
    assert_eq!(open(9, &ben.doc.state()).change_count(), ana.doc.change_count());
}

/// What a copy of `reader` that takes `message` in finds both changed: field, here, there.
fn conflicts(reader: &Device, message: &[u8]) -> Vec<(String, Value, Value)> {
    let found = import_update(&mut open(7, &reader.doc.state()), message).unwrap();
    let told = found.conflicts.into_iter();
    told.map(|conflict| (conflict.place.field().to_owned(), conflict.ours, conflict.theirs)).collect()
}

#[test]
fn a_message_that_changes_what_was_changed_here_is_a_conflict() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let base = ToldSoFar::everything(&ben.doc);
    focus(&mut ben, "Ana", "from Ben");
    let message = ben.doc.difference(&base).unwrap().unwrap();
    assert_eq!(conflicts(&ana, &message), []);
    focus(&mut ana, "Ana", "from Ana");
    let both = ("focus".to_owned(), text("from Ana"), text("from Ben"));
    assert_eq!(conflicts(&ana, &message), [both]);
    // Also on the device of a third one, who has heard of Ana's by now.
    let chen = ana.copy(3, "Ana");
    assert_eq!(conflicts(&chen, &message).len(), 1);
    // Whoever knew it before they changed it is in no conflict.
    ben.import(&ana);
    let base = ToldSoFar::everything(&ben.doc);
    focus(&mut ben, "Ana", "from Ben, who knows");
    let message = ben.doc.difference(&base).unwrap().unwrap();
    ana.import(&ben);
    let mut restored = open(8, &chen.doc.state());
    restored.merge(&ben.doc.state()).unwrap();
    assert_eq!(conflicts(&Device::with(restored, None), &message), []);
}

#[test]
fn a_conflict_that_waited_is_found_when_its_gap_is_filled() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let first = ToldSoFar::everything(&ben.doc);
    ben.must(Command::from(member::Command::Add { name: "Chen".to_owned() }));
    let early = ben.doc.difference(&first).unwrap().unwrap();
    let second = ToldSoFar::everything(&ben.doc);
    focus(&mut ben, "Ana", "from Ben");
    let late = ben.doc.difference(&second).unwrap().unwrap();
    focus(&mut ana, "Ana", "from Ana");
    let mut copy = open(7, &ana.doc.state());
    assert_eq!(import_update(&mut copy, &late).unwrap().conflicts, []);
    assert!(copy.has_gaps());
    let found = import_update(&mut copy, &early).unwrap().conflicts;
    assert!(!copy.has_gaps());
    assert_eq!(found.iter().map(|conflict| conflict.place.field()).collect::<Vec<_>>(), ["focus"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_message_finds_each_conflict_that_a_file_finds(steps in steps(3, 20..150), cut in 0_usize..100) {
        let (before, after) = steps.split_at(steps.len() * cut / 100);
        let mut world = World::live(3, before);
        world.settle();
        for device in &mut world.devices {
            device.restart(device.doc.client() + 10_000);
        }
        let after: Vec<_> = after.iter().filter(|step| !is_partial(step)).cloned().collect();
        world.go_on(&after);
        for (from, to) in [(0, 1), (1, 2), (2, 0)] {
            let (sender, reader) = (&world.devices[from].doc, &world.devices[to].doc);
            let Some(message) = sender.difference(&ToldSoFar::everything(reader)).unwrap() else { continue };
            let by_message = import_update(&mut open(7000, &reader.state()), &message).unwrap();
            let by_file = import(&mut open(7000, &reader.state()), sender).unwrap();
            // And those that its sender knew of, but not whoever wrote the values: that, a file does not tell.
            for conflict in &by_file.conflicts {
                let ours = (&conflict.place, &conflict.ours, &conflict.our_author);
                let mut found = by_message.conflicts.iter();
                let is_found = found.any(|same| (&same.place, &same.ours, &same.our_author) == ours);
                prop_assert!(is_found, "{:?} lacks {conflict:?}", by_message.conflicts);
            }
        }
    }
}
