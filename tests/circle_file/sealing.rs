//! A circle file with keys of devices and a sealed note, frozen as version 1 wrote it: the names of its kinds and fields
//! are stored for ever.

use super::export;
use crate::support::{Device, at};
use peer_circle::domain::{DeviceId, FeedbackId, SealedNote, sealing};
use peer_circle::exchange::circle_file::read;
use serde_json::{Value, json};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1-sealing.circle.json");

#[test]
fn keys_and_sealed_notes_of_version_1_open() {
    let bytes = std::fs::read(PATH).unwrap();
    let circle = read(&bytes, 4711).unwrap().doc.circle().unwrap();
    let device = |name: &str| (**circle.devices.get(&DeviceId::new(name)).unwrap()).clone();
    let (own, other) = (device("a1"), device("b1"));
    assert_eq!((own.key.as_str(), own.since), ("BKey of Ana", at("2026-11-03T08:00:01Z")));
    assert_eq!(Some(&other.member), circle.member_named("Ben").map(|ben| &ben.id));
    let id = SealedNote::id_of(&FeedbackId::new("n5r1"), &own.id, &other.id);
    let copy = SealedNote { id, by: own.id, to: other.id, at: at("2026-11-26T08:29:00Z"), data: "BHq8".to_owned() };
    assert_eq!(circle.sealed_notes.values().map(|copy| (**copy).clone()).collect::<Vec<_>>(), [copy]);
    let json: Value = serde_json::from_slice(&bytes).unwrap();
    let copy = &json["circle"]["sealed_notes"][0];
    assert_eq!((&copy["by"], &copy["to"], &copy["data"]), (&json!("a1"), &json!("b1"), &json!("BHq8")));
}

#[test]
#[ignore = "made the fixture once; refuses to write it again"]
fn make_v1_sealing() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let [a1, b1] = ["a1", "b1"].map(DeviceId::new);
    ana.must(sealing::Command::Announce { device: a1.clone(), key: "BKey of Ana".to_owned() });
    ana.me = Some(ana.member("Ben"));
    ana.must(sealing::Command::Announce { device: b1.clone(), key: "BKey of Ben".to_owned() });
    ana.me = Some(ana.member("Ana"));
    let id = SealedNote::id_of(&FeedbackId::new("n5r1"), &a1, &b1);
    let copy = SealedNote { id, by: a1, to: b1, at: at("2026-11-26T08:29:00Z"), data: "BHq8".to_owned() };
    ana.must(sealing::Command::Seal(vec![copy]));
    let mut target = std::fs::File::create_new(PATH).expect("the fixture is frozen: it is there already");
    std::io::Write::write_all(&mut target, export(&ana.doc).as_bytes()).expect("written");
}
