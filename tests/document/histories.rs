//! Generated histories over five devices: whatever happened in whatever order, all arrive at the same.

use crate::support::history::{World, steps};
use crate::support::open;
use peer_circle::document::{CircleDoc, circle_of_plain, plain, snapshot};
use proptest::prelude::*;

const DEVICES: u32 = 5;

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn all_copies_arrive_at_the_same(steps in steps(DEVICES as usize, 60..260), order in any::<u64>()) {
        let mut world = World::live(DEVICES, &steps);
        for device in &world.devices {
            // What was carried along edit by edit is what a fresh reading finds, here and after a restart.
            let circle = device.circle();
            let reopened = open(5000, &device.doc.state());
            prop_assert_eq!(reopened.has_gaps(), device.doc.has_gaps());
            prop_assert_eq!(snapshot(&reopened), device.snapshot());
            prop_assert_eq!(circle_of_plain(&plain(reopened.facts())), Some(circle.clone()));
            prop_assert!(plain(reopened.facts()) == plain(device.doc.facts()), "equal values in other bytes");
            prop_assert_eq!(reopened.circle(), Ok(circle));
        }
        world.settle();
        // Also where something waits: a restored backup may leave edits of which some heard the end and
        // nobody the beginning.
        for device in &world.devices {
            prop_assert_eq!(device.doc.has_gaps(), world.devices[0].doc.has_gaps());
            prop_assert!(device.snapshot() == world.devices[0].snapshot(), "copies that met differ");
            prop_assert_eq!(device.circle(), world.devices[0].circle());
        }
        // Everybody's raw updates, each twice, in any order, say the same to everyone.
        let raw = world.learned_from_raw_updates(order);
        prop_assert!(!raw.has_gaps());
        let shown = snapshot(&raw);
        prop_assert!(snapshot(&world.learned_from_raw_updates(order ^ 1)) == shown, "raw updates in two orders differ");
        world.deliver_all(order);
        for device in &world.devices {
            prop_assert!(!device.doc.has_gaps());
            prop_assert!(device.snapshot() == shown, "a copy that heard all differs from the raw updates");
            prop_assert_eq!(Ok(device.circle()), raw.circle());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn merging_does_not_care_for_order_grouping_or_repetition(steps in steps(3, 20..150)) {
        let world = World::live(3, &steps);
        let states: Vec<_> = world.devices.iter().map(|device| device.doc.state()).collect();
        let merged = |order: &[usize]| {
            let updates = order.iter().map(|nth| states[*nth].as_slice());
            snapshot(&CircleDoc::open(6000, updates).unwrap())
        };
        let expected = merged(&[0, 1, 2]);
        for order in [&[2, 1, 0][..], &[1, 0, 2], &[0, 0, 2, 1, 2, 0]] {
            prop_assert_eq!(&merged(order), &expected);
        }
        // (0 ∪ 1) ∪ 2 by way of a copy that met one first.
        let mut grouped = CircleDoc::open(6001, [states[1].as_slice(), &states[2]]).unwrap();
        grouped.merge(&states[0]).unwrap();
        prop_assert_eq!(&snapshot(&grouped), &expected);
        prop_assert_eq!(grouped.merge(&states[0]), Ok(None));
    }

    #[test]
    fn a_conflict_is_what_both_changed_since_they_last_knew(steps in steps(2, 10..80)) {
        let mut world = World::new(2);
        world.settle();
        let base = world.devices[0].doc.facts().clone();
        // No imports in between: the base is what both began with.
        let apart: Vec<_> = steps.into_iter().filter(is_alone).collect();
        world = World::live(2, &apart);
        let [ours, theirs] = world.devices.get_disjoint_mut([0, 1]).unwrap();
        let (our_facts, their_facts) = (ours.doc.facts().clone(), theirs.doc.facts().clone());
        let conflicts = ours.import(theirs).conflicts;
        for kind in peer_circle::domain::Kind::ALL {
            for key in their_facts.of(kind).keys() {
                let place = peer_circle::document::Place { kind, key: key.clone() };
                let values = [base.get(&place), our_facts.get(&place), their_facts.get(&place)];
                let is_conflict = values[0] != values[1] && values[0] != values[2] && values[1] != values[2];
                let named = conflicts.iter().find(|conflict| conflict.place == place);
                prop_assert_eq!(named.is_some(), is_conflict, "{:?} {:?}", place, values);
            }
        }
    }
}

fn is_alone(step: &crate::support::history::Step) -> bool {
    use crate::support::history::Step;
    matches!(step, Step::Edit { .. } | Step::Undo { .. } | Step::Restart { .. })
}
