//! Plain values: a circle without its history, as a start shows it before the document is read. That they are the circle whatever
//! happened to it, `histories` says.

use crate::support::{Device, grown, open, text};
use peer_circle::document::{CircleDoc, Place, Value, circle_of_plain, plain};
use peer_circle::domain::{Kind, member};

fn grown_doc() -> CircleDoc {
    CircleDoc::open(2, grown(1, 3, 4).updates.iter().map(Vec::as_slice)).unwrap()
}

#[test]
fn they_are_the_circle() {
    let doc = grown_doc();
    let values = plain(doc.facts());
    assert_eq!(circle_of_plain(&values), doc.circle().ok());
    assert!(values.len() < doc.state().len(), "{} bytes beside {}", values.len(), doc.state().len());
}

#[test]
fn an_edit_makes_other_bytes_and_its_undo_the_same_again() {
    let mut ana = Device::found(1, &["Ana"]);
    let before = plain(ana.doc.facts());
    let joined = ana.must(member::Command::Add { name: "Ben".to_owned() });
    assert_ne!(plain(ana.doc.facts()), before);
    ana.undo(&joined).expect("something to take back");
    assert_eq!(plain(ana.doc.facts()), before);
}

#[test]
fn what_another_program_wrote_is_in_them_too() {
    let mut ana = Device::found(1, &["Ana"]);
    let odd = [Value::from(f64::INFINITY), Value::from(vec![Value::Null, text("\u{0}é")]), Value::Bool(true)];
    let values = odd
        .into_iter()
        .zip(0..)
        .map(|(value, nth)| (Place { kind: Kind::Goal, key: format!("x/field {nth}").into() }, value));
    ana.doc.write(values.collect()).unwrap();
    let reopened = open(7, &ana.doc.state());
    assert_eq!(plain(reopened.facts()), plain(ana.doc.facts()));
    assert_eq!(circle_of_plain(&plain(ana.doc.facts())), reopened.circle().ok());
}

#[test]
fn damaged_or_of_another_version_they_are_nothing() {
    let values = plain(grown_doc().facts());
    for at in 0..values.len() {
        let mut damaged = values.clone();
        damaged[at] ^= 0x21;
        assert_eq!(circle_of_plain(&damaged), None, "byte {at}");
    }
    for end in [0, 7, 8, values.len() / 2, values.len() - 1] {
        assert_eq!(circle_of_plain(&values[..end]), None, "cut at {end}");
    }
    let nothing = plain(CircleDoc::empty(1).facts());
    assert_eq!(circle_of_plain(&nothing), None);
}
