//! What earlier versions of the app stored opens for ever.

use crate::world::storage_of;
use peer_circle::document::CircleDoc;
use peer_circle::vault::{Flaw, Loaded, Storage, load, write_generation};

/// A small circle as it was stored: two generations, and a log that adds Dana.
fn check_opens(dump: &str, start: &str) {
    let contents = serde_json::from_str(dump).expect("JSON");
    let storage = storage_of(&contents);
    let key = contents.keys().next().expect("a key");
    let circle = key.split('/').nth(2).expect("a circle");
    assert!(contents[key].starts_with(start), "{key} is in another form");
    let Ok(Loaded::Ready(ready)) = load(&storage, circle) else { panic!("not ready") };
    assert_eq!(ready.faults, []);
    let doc = CircleDoc::open(1, ready.parts()).expect("updates");
    let members = doc.circle().expect("a circle").members;
    assert!(members.values().any(|member| member.name == "Dana"), "the log is not read");
    assert!(members.len() > 1, "the generations are not read");
    // Two compactions later everything is in the form that is written today, and the log has done its work.
    let mut known = ready.generation;
    for _ in 0..2 {
        known =
            write_generation(&storage, circle, &doc.state(), Some(&known), &ready.log_keys).expect("room").generation;
    }
    let Ok(Loaded::Ready(again)) = load(&storage, circle) else { panic!("not ready") };
    assert_eq!((again.updates.len(), again.faults.len()), (0, 0));
    assert!(storage.get(key).expect("an answer").expect("a value").starts_with("pc2 "));
    let reopened = CircleDoc::open(2, [again.newest.as_slice()]).expect("a state");
    assert_eq!(reopened.circle().expect("a circle").members, members);
}

#[test]
fn what_version_1_stored_opens_for_ever() {
    check_opens(include_str!("../fixtures/stored-v1.json"), "pc1 ");
}

#[test]
fn what_version_2_stored_beside_version_1_opens_for_ever() {
    check_opens(include_str!("../fixtures/stored-v2.json"), "pc2 ");
}

#[test]
fn a_form_that_comes_later_is_told_as_newer() {
    let mut contents: std::collections::BTreeMap<String, String> =
        serde_json::from_str(include_str!("../fixtures/stored-v2.json")).expect("JSON");
    let circle = contents.keys().next().expect("a key").split('/').nth(2).expect("a circle").to_owned();
    for value in contents.values_mut() {
        // Its last character is lost as well: otherwise its checksum tells that the version alone is damaged.
        value.pop();
        value.replace_range(..3, "pc9");
    }
    let Ok(Loaded::Unreadable { faults, .. }) = load(&storage_of(&contents), &circle) else { panic!("readable") };
    assert_eq!(faults.len(), 3);
    assert!(faults.iter().all(|fault| fault.flaw == Flaw::Newer { version: 9 }), "{faults:?}");
}
