//! Out and in again.

use super::{export, with};
use crate::support::history::{World, steps};
use crate::support::{Device, at, sample_circle};
use peer_circle::document::{CircleDoc, snapshot};
use peer_circle::domain::{Command, member};
use peer_circle::exchange::circle_file::{CircleFile, read};
use proptest::prelude::*;
use serde_json::Value;

fn reread(file: &str) -> CircleFile {
    read(file.as_bytes(), 77).expect("a sound file")
}

/// The same document comes out of its file, with and without the history.
fn check(doc: &CircleDoc) {
    let file = export(doc);
    let back = reread(&file);
    assert_eq!(snapshot(&back.doc), snapshot(doc));
    assert_eq!(back.doc.circle(), doc.circle());
    assert_eq!(back.doc.state(), doc.state(), "history went missing");
    assert_eq!((back.hand_edits, back.is_rebuilt), (Vec::new(), false));
    assert_eq!((back.exported_at, back.exported_by.as_str()), (Some(at("2026-11-23T19:05:54Z")), "Ana"));
    assert_eq!(export(&back.doc), file);

    let readable = with(&file, |json| drop(json.as_object_mut().unwrap().remove("history")));
    let rebuilt = reread(&readable);
    assert!(rebuilt.is_rebuilt && rebuilt.hand_edits.is_empty());
    assert_eq!(rebuilt.doc.circle(), doc.circle());
    assert!(rebuilt.doc.knows() != doc.knows(), "a rebuilt circle has a history of its own");
}

#[test]
fn made_up_circles_come_back() {
    for (seed, members, weeks) in [(1, 1, 1), (2, 6, 10), (3, 12, 52)] {
        check(&CircleDoc::begin(9, &sample_circle(seed, members, weeks)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn generated_histories_come_back(steps in steps(3, 20..160)) {
        let world = World::live(3, &steps);
        for device in &world.devices {
            let file = export(&device.doc);
            let back = reread(&file);
            prop_assert_eq!(snapshot(&back.doc), device.snapshot());
            prop_assert_eq!(back.doc.circle(), Ok(device.circle()));
            prop_assert_eq!(back.hand_edits, Vec::new());
            let readable = with(&file, |json| drop(json.as_object_mut().unwrap().remove("history")));
            prop_assert_eq!(reread(&readable).doc.circle(), Ok(device.circle()));
        }
    }

    #[test]
    fn numbers_come_back_to_the_last_bit_and_no_edit_is_seen_in_rounding(value in any::<f64>()) {
        prop_assume!(value.is_finite());
        let mut circle = sample_circle(1, 2, 3);
        let id = circle.progress.keys().next().unwrap().clone();
        std::sync::Arc::make_mut(circle.progress.get_mut(&id).unwrap()).value = value;
        let doc = CircleDoc::begin(9, &circle);
        let back = reread(&export(&doc));
        prop_assert_eq!(back.hand_edits, Vec::new());
        prop_assert_eq!(back.doc.circle().unwrap().progress[&id].value.to_bits(), doc.circle().unwrap().progress[&id].value.to_bits());
        // Nor is one noticed beside a real edit.
        let edited = with(&export(&doc), |json| json["circle"]["circle"][0]["name"] = Value::from("Edited"));
        let fields: Vec<_> = reread(&edited).hand_edits.iter().map(|edit| edit.place.field().to_owned()).collect();
        prop_assert_eq!(fields, ["name"]);
    }
}

#[test]
fn a_file_reads_the_same_with_a_byte_order_mark_crlf_or_on_one_line() {
    let doc = Device::found(1, &["Ana", "כהן", "👩‍👩‍👧‍👦"]).doc;
    let file = export(&doc);
    let compact = serde_json::to_string(&serde_json::from_str::<Value>(&file).unwrap()).unwrap();
    let sorted = with(&file, Value::sort_all_objects);
    for variant in [format!("\u{feff}{file}"), file.replace('\n', "\r\n"), compact, sorted, format!("\n\n {file} \n")] {
        let back = reread(&variant);
        assert_eq!(snapshot(&back.doc), snapshot(&doc));
        assert_eq!(back.hand_edits, Vec::new());
    }
}

#[test]
fn members_of_the_file_that_nobody_knows_are_ignored() {
    let doc = Device::found(1, &["Ana"]).doc;
    let file = with(&export(&doc), |json| {
        json["sealed"] = Value::from(true);
        json["history"]["comment"] = Value::from("hello");
        let others = json.as_object_mut().unwrap();
        others.remove("exported_at");
        others.remove("exported_by");
        others.remove("knows");
    });
    let back = reread(&file);
    assert_eq!((back.exported_at, back.exported_by.as_str()), (None, ""));
    assert_eq!(snapshot(&back.doc), snapshot(&doc));
}

#[test]
fn a_file_that_waits_for_changes_says_so_and_keeps_them() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    let add = |name: &str| Command::from(member::Command::Add { name: name.to_owned() });
    let missing = ana.must(add("Chen"));
    ben.merge(&ana.must(add("Dana")).update);
    let mut back = reread(&export(&ben.doc)).doc;
    assert!(back.has_gaps());
    back.merge(&missing.update).unwrap();
    assert_eq!(back.circle(), Ok(ana.circle()));
}
