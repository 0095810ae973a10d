//! What other versions and other programs wrote: shown as far as it can be, never lost.

use crate::support::{Device, cycle, open, text};
use peer_circle::document::{CircleDoc, Place, Value, from_snapshot, snapshot};
use peer_circle::domain::{
    About, CircleId, Kind, MemberId, Record, Rhythm, RhythmVersion, Rhythms, Timestamp, circle, member,
};
use serde_json::json;
use std::sync::Arc;
use yrs::{Any, Doc, Map, MapPrelim, Number, ReadTxn, StateVector, Transact, WriteTxn};

fn place(kind: Kind, key: &str) -> Place {
    Place { kind, key: key.into() }
}

fn write(device: &mut Device, kind: Kind, key: &str, value: Value) {
    let written = device.doc.write(vec![(place(kind, key), value)]);
    device.doc.refresh(&mut device.view, &written.unwrap().changes);
}

/// An update of another program with one root map.
fn foreign_update(client: u64, root: &str, values: &[(&str, Any)]) -> Vec<u8> {
    let doc = Doc::with_client_id(client);
    let mut txn = doc.transact_mut();
    let map = txn.get_or_insert_map(root);
    for (key, value) in values {
        map.insert(&mut txn, *key, value.clone());
    }
    txn.encode_state_as_update_v1(&StateVector::default())
}

fn nested() -> Any {
    let inner: Arc<[Any]> = [Any::from("a"), Any::from(2), Any::Bool(true), Any::Null].into();
    Any::Array(inner)
}

#[test]
fn records_with_fields_missing_read_as_far_as_they_go() {
    let check = |kind: Kind, fields: &[(&str, Value)], is_there: bool| {
        let mut ana = Device::found(1, &["Ana"]);
        let before = ana.circle();
        for (field, value) in fields {
            write(&mut ana, kind, field, value.clone());
        }
        assert_eq!(ana.circle() != before, is_there, "{kind:?} {fields:?}");
        assert_eq!(open(9, &ana.doc.state()).circle(), Ok(ana.circle()));
    };
    check(Kind::Member, &[("x/name", text("Zoe"))], true);
    check(Kind::Member, &[("x/name", Value::from(3))], true);
    check(Kind::Goal, &[("x/title", text("No owner"))], false);
    check(Kind::Goal, &[("x/owner", text("m"))], true);
    check(Kind::Goal, &[("x/owner", text("m")), ("x/measure", text("stars")), ("x/start", text("a"))], true);
    check(Kind::Progress, &[("x/value", Value::from(3))], false);
    check(Kind::Progress, &[("x/goal", text("g")), ("x/value", Value::from(f64::NAN))], true);
    check(Kind::Commitment, &[("x/owner", text("m")), ("x/text", text("No cycle"))], false);
    check(Kind::Commitment, &[("x/owner", text("m")), ("x/cycle", text("2026-11-04"))], true);
    check(Kind::CheckIn, &[("2026-11-02~m/win", text("No time"))], false);
    check(Kind::CheckIn, &[("2026-11-02~m/submitted_at", text("2026-11-05T10:00:00Z"))], true);
    check(Kind::CheckIn, &[("2026-11-02~m/submitted_at", text("yesterday"))], false);
    // Its id must name a Monday, else two ids would mean the same check-in.
    check(Kind::CheckIn, &[("2026-11-04~m/submitted_at", text("2026-11-05T10:00:00Z"))], false);
    check(Kind::CheckIn, &[("nonsense/submitted_at", text("2026-11-05T10:00:00Z"))], false);
    check(Kind::Season, &[("x/weeks", Value::from(10))], false);
    check(Kind::Season, &[("x/first", text("2026-11-02")), ("x/weeks", Value::from(999))], true);
    check(Kind::Member, &[("no slash", text("Zoe"))], false);
    check(Kind::Rhythm, &[("other/zone", text("Asia/Kolkata"))], false);
    check(Kind::Rhythm, &[("2026-11-23/zone", text("Asia/Kolkata"))], true);
    check(Kind::Rhythm, &[("2026-11-24/zone", text("Asia/Kolkata"))], false);
    check(Kind::Rhythm, &[("rhythm/review", text("wed 12:30"))], true);
    check(Kind::Rhythm, &[("rhythm/review", text("someday"))], false);
    check(Kind::Rhythm, &[("rhythm/review", text("wed 24:00"))], false);
    // More minutes than a number of minutes holds.
    check(Kind::Rhythm, &[("rhythm/review", text("wed 12000:30"))], false);
    check(Kind::Rhythm, &[("rhythm/review_minutes", Value::from(70_000))], false);
    check(Kind::Rhythm, &[("rhythm/review_minutes", Value::from(900))], true);
    check(Kind::Week, &[("2026-11-23/is_skipped", Value::Bool(true))], true);
    check(Kind::Week, &[("2026-11-23/review_moved_to", text("9999-12-31T23:59"))], true);
    check(Kind::Week, &[("2026-11-26/is_skipped", Value::Bool(true))], false);
    check(Kind::Week, &[("nonsense/is_skipped", Value::Bool(true))], false);
    let turn = [("x/cycle", text("2026-11-02")), ("x/role", text("lead")), ("x/by", text("m"))];
    check(Kind::Override, &[turn.as_slice(), &[("x/deed", text("cover"))]].concat(), true);
    check(Kind::Override, &[turn.as_slice(), &[("x/deed", text("juggle"))]].concat(), false);
    check(Kind::Override, &turn, false);
}

#[test]
fn an_edit_leaves_foreign_values_beside_it_alone() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let ben = ana.member("Ben");
    let foreign = [
        (format!("{ben}/joined_at"), Value::from(1_700_000_000_000_i64)),
        (format!("{ben}/left_at"), nested()),
        (format!("{ben}/pronouns"), text("they")),
        (format!("{ben}/wants/rust"), Value::Bool(true)),
    ];
    for (key, value) in &foreign {
        write(&mut ana, Kind::Member, key, value.clone());
    }
    assert_eq!(ana.view.members[&ben].joined_at, Timestamp::default());
    ana.must(member::Command::Edit { id: ben.clone(), name: "Bennie".to_owned(), focus: "Rust".to_owned() });
    for (key, value) in &foreign {
        assert_eq!(ana.doc.facts().get(&place(Kind::Member, key)), Some(value), "{key}");
    }
    // What is said anew does replace it.
    ana.must(member::Command::Remove(ben.clone()));
    assert_eq!(ana.circle().members[&ben].left_at, Some(ana.now));
}

#[test]
fn unknown_fields_and_kinds_go_through_merge_and_export() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let ben_id = ana.member("Ben");
    write(&mut ana, Kind::Member, &format!("{ben_id}/wants/rust"), Value::Bool(true));
    let feedback = foreign_update(
        31,
        "kudos",
        &[("f1/note", text("Clear slides")), ("f1/stars", Value::from(4.5)), ("f1/tags", nested())],
    );
    let brought = ana.merge(&feedback).expect("something new");
    assert_eq!(brought.changes, [], "no change at a place that this version knows");
    let expected = json!([{ "id": "f1", "note": "Clear slides", "stars": 4.5, "tags": ["a", 2, true, null] }]);
    assert_eq!(ana.snapshot()["kudos"], expected);

    let mut ben = Device::found(2, &["Ana", "Ben"]).copy(3, "Ben");
    ben.doc = open(4, &ana.doc.state());
    ben.view = ben.doc.circle().unwrap();
    ben.must(circle::Command::Describe { name: "Another".to_owned(), purpose: String::new() });
    ana.import(&ben);
    for device in [&ana, &ben] {
        let shown = device.snapshot();
        assert_eq!(shown["kudos"], expected);
        let member = shown["members"].as_array().unwrap().iter().find(|m| m["id"] == ben_id.as_str()).unwrap().clone();
        assert_eq!(member["wants"], json!({ "rust": true }));
    }
    let rebuilt = from_snapshot(6, &ana.snapshot());
    assert_eq!(snapshot(&rebuilt), ana.snapshot());
    assert_eq!(rebuilt.circle(), Ok(ana.circle()));
}

#[test]
fn shared_types_where_values_belong_are_passed_over_and_kept() {
    let mut ana = Device::found(1, &["Ana"]);
    let before = ana.circle();
    let (feedback, members) = {
        let doc = Doc::with_client_id(32);
        let mut txn = doc.transact_mut();
        let map = txn.get_or_insert_map("kudos");
        map.insert(&mut txn, "f1/body", MapPrelim::from([("deep", "note")]));
        txn.get_or_insert_text("essay");
        let feedback = txn.encode_state_as_update_v1(&StateVector::default());
        drop(txn);
        let doc = Doc::with_client_id(33);
        let mut txn = doc.transact_mut();
        let map = txn.get_or_insert_map("members");
        map.insert(&mut txn, "x/name", MapPrelim::from([("first", "Zoe")]));
        (feedback, txn.encode_state_as_update_v1(&StateVector::default()))
    };
    ana.merge(&feedback).unwrap();
    ana.merge(&members).unwrap();
    assert_eq!(ana.circle(), before);
    let again = open(40, &ana.doc.state());
    assert_eq!(snapshot(&again), ana.snapshot());
    assert_eq!(ana.snapshot()["kudos"][0]["body"], json!({ "deep": "note" }));
    assert_eq!(again.state(), ana.doc.state());
}

#[test]
fn a_key_that_another_program_removed_reads_as_nothing() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let ben = ana.member("Ben");
    ana.must(member::Command::Edit { id: ben.clone(), name: "Ben".to_owned(), focus: "Rust".to_owned() });
    let removal = {
        let doc = Doc::with_client_id(50);
        let mut txn = doc.transact_mut();
        txn.apply_update(yrs::updates::decoder::Decode::decode_v1(&ana.doc.state()).unwrap()).unwrap();
        let members = txn.get_or_insert_map("members");
        members.remove(&mut txn, &format!("{ben}/focus")).unwrap();
        txn.encode_update_v1()
    };
    ana.merge(&removal).expect("a removal is something new");
    assert_eq!(ana.circle().members[&ben].focus, "");
    assert_eq!(ana.merge(&removal), None);
    assert_eq!(snapshot(&open(51, &ana.doc.state())), ana.snapshot());
}

#[test]
fn two_circle_records_in_one_document_read_alike_everywhere() {
    let mut ana = Device::found(1, &["Ana"]);
    let own = ana.view.about.clone();
    for id in ["0", "zzzzzzzzzzzzz"] {
        let about = About { id: CircleId::new(id), name: format!("Circle {id}"), ..own.clone() };
        let other = CircleDoc::begin(60, &peer_circle::domain::Circle::new(about));
        ana.merge(&other.state());
        let read = ana.circle();
        assert_eq!(open(61, &ana.doc.state()).circle(), Ok(read));
        // The refresh of an edit to either must not choose differently.
        write(&mut ana, Kind::About, &format!("{id}/purpose"), text("Another"));
        ana.circle();
    }
}

#[test]
fn a_whole_number_reads_alike_however_it_was_written() {
    let mut ana = Device::found(1, &["Ana"]);
    let mut ben = ana.copy(2, "Ana");
    let [whole, float] = [Value::Number(Number::Int(0)), Value::Number(Number::Float(0.0))];
    write(&mut ana, Kind::Role, "r/place", whole);
    write(&mut ben, Kind::Role, "r/place", float);
    let (of_ana, of_ben) = (ana.doc.state(), ben.doc.state());
    ana.merge(&of_ben);
    ben.merge(&of_ana);
    assert_eq!(ana.snapshot().to_string(), ben.snapshot().to_string());
    assert_eq!(ana.snapshot()["roles"][0]["place"].to_string(), "0");
}

#[test]
fn an_undone_rhythm_reads_as_the_default() {
    let mut doc = CircleDoc::empty(1);
    doc.put(&[Record::About(Device::found(1, &["Ana"]).view.about)]);
    let mut ana = Device::with(doc, Some(MemberId::new("m")));
    let rhythm = Rhythm { zone: peer_circle::domain::ZoneId::new("Asia/Kolkata"), ..Rhythm::default() };
    let written = ana.put(&[Record::Rhythm(RhythmVersion { from: None, rhythm, ..RhythmVersion::default() })]).unwrap();
    ana.undo(&written).unwrap();
    assert_eq!(ana.circle().rhythm, Rhythms::default());
}

#[test]
fn carries_of_another_version_keep_what_can_be_read() {
    let mut ana = Device::found(1, &["Ana"]);
    for (field, value) in [
        ("c/owner", text("m")),
        ("c/cycle", text("2026-11-16")),
        ("c/carried/2026-11-02", text("A cold")),
        ("c/carried/never", text("no cycle")),
        ("c/carried/2026-11-09", Value::from(1)),
    ] {
        write(&mut ana, Kind::Commitment, field, value);
    }
    let circle = ana.circle();
    let commitment = circle.commitments.values().next().unwrap();
    assert_eq!(commitment.carried.iter().collect::<Vec<_>>(), [(&cycle("2026-11-02"), &"A cold".to_owned())]);
}
