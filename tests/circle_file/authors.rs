//! A circle file with stamps of who wrote what, frozen as version 1 wrote it: where they are is stored for ever.

use super::export;
use crate::support::{Device, at};
use peer_circle::document::{History, Place, STAMPS, Value as Plain, edits, facts_of};
use peer_circle::domain::{Kind, member};
use peer_circle::exchange::circle_file::read;
use serde_json::Value;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1-authors.circle.json");

#[test]
fn who_wrote_what_is_known_for_ever() {
    let bytes = std::fs::read(PATH).unwrap();
    let file = read(&bytes, 4711).unwrap();
    let circle = file.doc.circle().unwrap();
    let history = History::of(&file.doc).unwrap();
    let id = |name: &str| circle.members.values().find(|member| member.name == name).unwrap().id.clone();
    let place = Place { kind: Kind::Member, key: format!("{}/focus", id("Chen")).into() };
    let (value, author) = history.newest(&place).unwrap();
    let author = author.unwrap();
    assert_eq!((value, circle.name_of(&author.member)), (&Plain::from("two"), Some("Ben")));
    assert_eq!(author.at, at("2026-11-24T09:30:00Z"));
    let entries = history.journal();
    let ana = entries.iter().find(|entry| entry.author.as_ref().is_some_and(|author| author.member == id("Ana")));
    assert_eq!(ana.unwrap().changes[0].after, Plain::from("one"));
    // The readable part has none of it, and nothing of it reads as changed by hand.
    let json: Value = serde_json::from_slice(&bytes).unwrap();
    assert!(json["circle"].get(STAMPS).is_none());
    assert!(file.hand_edits.is_empty());
    assert_eq!(edits(file.doc.facts(), &facts_of(&json["circle"])), []);
}

#[test]
#[ignore = "made the fixture once; refuses to write it again"]
fn make_v1_authors() {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    ana.signs = true;
    let mut ben = ana.copy(2, "Ben");
    let focus = |device: &mut Device, focus: &str, now: &str| {
        device.now = at(now);
        let id = device.member("Chen");
        device.must(member::Command::Edit { id, name: "Chen".to_owned(), focus: focus.to_owned() });
    };
    focus(&mut ana, "one", "2026-11-24T09:00:00Z");
    ben.import(&ana);
    focus(&mut ben, "two", "2026-11-24T09:30:00Z");
    let mut target = std::fs::File::create_new(PATH).expect("the fixture is frozen: it is there already");
    std::io::Write::write_all(&mut target, export(&ben.doc).as_bytes()).expect("written");
}
