//! Edits of the readable part: noticed, named, and nothing concluded from what is not there.

use super::{export, record, with};
use crate::support::{Device, cycle, text};
use peer_circle::document::{Change, Value as Plain, snapshot};
use peer_circle::domain::{CommitmentDraft, Kind, commitment, member};
use peer_circle::exchange::circle_file::{CircleFile, read};
use serde_json::{Value, json};

fn world() -> Device {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let draft = CommitmentDraft { text: "Write 3 pages".to_owned(), ..CommitmentDraft::default() };
    ana.must(commitment::Command::Add { cycle: cycle("2026-11-02"), draft });
    ana
}

fn reread(file: &str) -> CircleFile {
    read(file.as_bytes(), 77).expect("a sound file")
}

/// What is noticed when `edit` is made; the document itself is as the history says.
fn noticed(edit: impl FnOnce(&mut Value)) -> Vec<Change> {
    let ana = world();
    let back = reread(&with(&export(&ana.doc), edit));
    assert_eq!(snapshot(&back.doc), ana.snapshot());
    back.hand_edits
}

fn shown(edits: &[Change]) -> Vec<(Kind, &str, &Plain, &Plain)> {
    edits.iter().map(|edit| (edit.place.kind, edit.place.field(), &edit.before, &edit.after)).collect()
}

#[test]
fn a_value_edited_by_hand_is_named() {
    let edits = noticed(|json| record(json, "members", "name", "Ben")["name"] = "Bennie".into());
    assert_eq!(shown(&edits), [(Kind::Member, "name", &text("Ben"), &text("Bennie"))]);
    let edits = noticed(|json| record(json, "members", "name", "Ben")["focus"] = "Rust".into());
    assert_eq!(shown(&edits), [(Kind::Member, "focus", &Plain::Null, &text("Rust"))]);
    let edits = noticed(|json| record(json, "commitments", "text", "Write 3 pages")["outcome"] = "kept".into());
    assert_eq!(shown(&edits), [(Kind::Commitment, "outcome", &Plain::Null, &text("kept"))]);
    // A value that is said to be nothing is not absent.
    let edits = noticed(|json| record(json, "members", "name", "Ben")["joined_at"] = Value::Null);
    assert_eq!(shown(&edits), [(Kind::Member, "joined_at", &text("2026-11-02T08:00:00.001Z"), &Plain::Null)]);
}

#[test]
fn a_record_and_an_element_added_by_hand_are_named() {
    let edits = noticed(|json| {
        json["circle"]["members"].as_array_mut().unwrap().push(json!({ "id": "c", "name": "Chen" }));
    });
    assert_eq!(shown(&edits), [(Kind::Member, "name", &Plain::Null, &text("Chen"))]);
    let edits = noticed(|json| {
        record(json, "commitments", "text", "Write 3 pages")["carried"] = json!({ "2026-10-26": "A cold" });
    });
    assert_eq!(shown(&edits), [(Kind::Commitment, "carried/2026-10-26", &Plain::Null, &text("A cold"))]);
}

#[test]
fn absence_means_nothing() {
    assert_eq!(noticed(|json| drop(json.as_object_mut().unwrap().remove("circle"))), []);
    assert_eq!(noticed(|json| json["circle"] = json!({})), []);
    assert_eq!(noticed(|json| json["circle"]["members"] = json!([])), []);
    assert_eq!(noticed(|json| drop(json["circle"]["members"].as_array_mut().unwrap().remove(0))), []);
    let without_name = |json: &mut Value| {
        record(json, "members", "name", "Ben").as_object_mut().unwrap().remove("name");
    };
    assert_eq!(noticed(without_name), []);
}

#[test]
fn what_is_no_snapshot_is_passed_over() {
    for nonsense in
        [json!(null), json!(7), json!("text"), json!([]), json!({ "members": 3 }), json!({ "members": [3] })]
    {
        assert_eq!(noticed(|json| json["circle"] = nonsense), []);
    }
    for record in
        [json!({ "name": "no id" }), json!({ "id": 3 }), json!({ "id": "" }), json!({ "id": "a/b", "name": "x" })]
    {
        assert_eq!(noticed(|json| json["circle"]["members"].as_array_mut().unwrap().push(record)), []);
    }
    // Kinds of a newer version are not offered as edits: nothing here could show them.
    assert_eq!(noticed(|json| json["circle"]["kudos"] = json!([{ "id": "f", "note": "x" }])), []);
}

#[test]
fn hand_edits_can_be_taken_in() {
    let mut ana = world();
    let file = with(&export(&ana.doc), |json| record(json, "members", "name", "Ben")["focus"] = "Rust".into());
    let edits = reread(&file).hand_edits;
    let written = ana.doc.write(edits.into_iter().map(|edit| (edit.place, edit.after)).collect()).unwrap();
    ana.doc.refresh(&mut ana.view, &written.changes);
    assert_eq!(ana.circle().members[&ana.member("Ben")].focus, "Rust");
    assert_eq!(reread(&export(&ana.doc)).hand_edits, []);
}

#[test]
fn a_file_written_by_hand_is_a_circle() {
    let file = json!({
        "format": "peer-circle",
        "version": 1,
        "circle": {
            "circle": [{ "id": "north", "name": "Northlight" }],
            "members": [{ "id": "a", "name": "Ana" }, { "id": "b", "name": "Ben", "joined_at": "2026-11-02T08:00:00Z" }],
            "commitments": [{ "id": "c", "owner": "a", "text": "Write", "cycle": "2026-11-04" }]
        }
    });
    let back = reread(&file.to_string());
    assert!(back.is_rebuilt);
    let circle = back.doc.circle().unwrap();
    assert_eq!((circle.about.id.as_str(), circle.about.name.as_str()), ("north", "Northlight"));
    assert_eq!((circle.members.len(), circle.commitments.len()), (2, 1));
    // And goes on like any other.
    let mut device = Device::with(back.doc, None);
    device.must(member::Command::Add { name: "Chen".to_owned() });
    assert_eq!(reread(&export(&device.doc)).doc.circle(), Ok(device.circle()));
}
