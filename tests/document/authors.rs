//! Who wrote what and when, read off the history of the document.

use crate::support::history::{World, steps};
use crate::support::{Device, Seeded, at, grown, new_circle, text};
use peer_circle::document::{
    Author, Change, CircleDoc, Facts, History, JournalEntry, Place, STAMPS, ToldSoFar, Value, import_update, snapshot,
};
use peer_circle::domain::{Arrange, Kind, circle, member};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::time::Instant;

/// Ana's and Ben's devices, which sign what they write.
fn two() -> (Device, Device) {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    ana.signs = true;
    let ben = ana.copy(2, "Ben");
    (ana, ben)
}

fn focus(device: &mut Device, name: &str, focus: &str) {
    let id = device.member(name);
    device.must(member::Command::Edit { id, name: name.to_owned(), focus: focus.to_owned() });
}

fn focus_of(device: &Device, name: &str) -> Place {
    Place { kind: Kind::Member, key: format!("{}/focus", device.member(name)).into() }
}

fn name_of(device: &Device, author: Option<&Author>) -> String {
    author.and_then(|author| device.view.name_of(&author.member)).unwrap_or("–").to_owned()
}

/// Who wrote the value that counts as the focus of `of`.
fn check_author(device: &Device, of: &str, value: &str, by: &str) {
    let history = History::of(&device.doc).unwrap();
    let (newest, author) = history.newest(&focus_of(device, of)).unwrap();
    assert_eq!((newest, name_of(device, author)), (&text(value), by.to_owned()));
}

#[test]
fn a_value_says_who_wrote_it_wherever_it_is_read() {
    let (mut ana, mut ben) = two();
    focus(&mut ana, "Chen", "by Ana");
    ben.import(&ana);
    check_author(&ben, "Chen", "by Ana", "Ana");
    focus(&mut ben, "Chen", "by Ben");
    ana.import(&ben);
    for device in [&ana, &ben] {
        check_author(device, "Chen", "by Ben", "Ben");
    }
    // What was there before anybody signed is nobody's.
    let history = History::of(&ana.doc).unwrap();
    let name = Place { kind: Kind::Member, key: format!("{}/name", ana.member("Chen")).into() };
    assert_eq!(history.newest(&name), Some((&text("Chen"), None)));
}

#[test]
fn a_device_that_changes_hands_stamps_anew() {
    let (mut ana, _) = two();
    focus(&mut ana, "Chen", "by Ana");
    ana.me = Some(ana.member("Ben"));
    focus(&mut ana, "Chen", "by Ben");
    check_author(&ana, "Chen", "by Ben", "Ben");
}

/// The stamps that a device writes for edits at these times, on the same day.
fn check_stamps(times: &[&str], expected: &[&str]) {
    let (mut ana, _) = two();
    let before = ana.doc.change_count() as usize;
    let instant = |time: &str| at(&format!("2026-11-24T{time}:00Z"));
    for time in times {
        ana.now = instant(time).plus(-1000);
        focus(&mut ana, "Chen", time);
    }
    let stamps = ana.doc.change_count() as usize - before - times.len();
    assert_eq!(stamps, expected.len(), "{times:?}");
    let told: Vec<_> = History::of(&ana.doc).unwrap().journal().into_iter().filter_map(|entry| entry.author).collect();
    let told: Vec<_> = told.into_iter().map(|author| author.at).rev().collect();
    let mut seen = told.clone();
    seen.arrange();
    seen.dedup();
    let expected: Vec<_> = expected.iter().map(|time| instant(time)).collect();
    assert_eq!(seen, expected, "{times:?}");
}

#[test]
fn a_stamp_counts_for_an_hour() {
    check_stamps(&["10:00"], &["10:00"]);
    check_stamps(&["10:00", "10:30", "10:59"], &["10:00"]);
    check_stamps(&["10:00", "11:00"], &["10:00", "11:00"]);
    check_stamps(&["10:00", "10:50", "11:10", "12:09"], &["10:00", "11:10"]);
    // A clock that was put back tells it as well.
    check_stamps(&["10:00", "08:00"], &["08:00", "10:00"]);
}

#[test]
fn stamps_show_up_nowhere_else() {
    let (mut ana, mut ben) = two();
    focus(&mut ana, "Chen", "one");
    let written = ben.merge(&ana.doc.state()).unwrap();
    assert_eq!(written.changes.len(), 1);
    assert!(ana.snapshot().get(STAMPS).is_none());
    assert_eq!(ana.snapshot(), ben.snapshot());
    // An undo takes the change back and leaves what says who made it.
    let undone = ben.undo(&written).unwrap();
    assert_eq!(undone.changes.len(), 1);
    let history = History::of(&ben.doc).unwrap();
    let (newest, author) = history.newest(&focus_of(&ben, "Chen")).unwrap();
    assert_eq!((newest, name_of(&ben, author)), (&Value::Null, "Ben".to_owned()));
}

#[test]
fn a_conflict_says_who_wrote_each_value() {
    let (mut ana, mut ben) = two();
    let told = ToldSoFar::everything(&ben.doc);
    focus(&mut ana, "Chen", "by Ana");
    ben.now = at("2026-11-24T09:00:00Z");
    focus(&mut ben, "Chen", "by Ben");
    let check = |ours: &str, theirs: &str, found: &peer_circle::document::Imported, device: &Device| {
        let [conflict] = &found.conflicts[..] else { panic!("one conflict") };
        let authors = [&conflict.our_author, &conflict.their_author].map(|author| name_of(device, author.as_ref()));
        assert_eq!(authors, [ours, theirs]);
        assert_eq!([&conflict.ours, &conflict.theirs], [&text(&format!("by {ours}")), &text(&format!("by {theirs}"))]);
        let ben = [&conflict.our_author, &conflict.their_author].map(|author| author.as_ref().unwrap().at);
        assert!(ben.contains(&at("2026-11-24T09:00:00Z")), "{ben:?}");
        assert_eq!(found.overruled(&device.doc, device.me.as_ref().unwrap()), []);
    };
    let mut copy = ana.copy(7, "Ana");
    check("Ana", "Ben", &copy.import(&ben), &copy);
    let mut copy = ben.copy(8, "Ben");
    check("Ben", "Ana", &copy.import(&ana), &copy);
    // By a message as well.
    let message = ben.doc.difference(&told).unwrap().unwrap();
    let mut copy = ana.copy(9, "Ana");
    check("Ana", "Ben", &import_update(&mut copy.doc, &message).unwrap(), &copy);
}

/// What the member of a device learns was replaced: mine, theirs, and by whom.
fn overruled(device: &mut Device, by: &Device) -> Vec<(Value, Value, String)> {
    let imported = device.import(by);
    let found = imported.overruled(&device.doc, device.me.as_ref().unwrap());
    let name = |author: &Option<Author>| name_of(device, author.as_ref());
    found.iter().map(|one| (one.ours.clone(), one.theirs.clone(), name(&one.their_author))).collect()
}

#[test]
fn whose_value_lost_learns_it() {
    let (mut ana, mut ben) = two();
    let mut chen = ana.copy(3, "Chen");
    focus(&mut ana, "Chen", "mine");
    focus(&mut ben, "Chen", "yours");
    // A third one meets both. Ben's counts, as that of the higher client id; Ana hears of it from Chen.
    chen.import(&ana);
    chen.import(&ben);
    assert_eq!(overruled(&mut ana, &chen), [(text("mine"), text("yours"), "Ben".to_owned())]);
    // It is told once, and Ben has nothing to learn.
    assert_eq!(overruled(&mut ana, &chen), []);
    assert_eq!(overruled(&mut ben, &chen), []);
    // Who puts theirs back does so knowingly.
    focus(&mut ana, "Chen", "mine");
    assert_eq!(overruled(&mut ben, &ana), []);
    check_author(&ben, "Chen", "mine", "Ana");
}

#[test]
fn who_knew_what_they_replaced_overrules_nobody() {
    let (mut ana, mut ben) = two();
    focus(&mut ana, "Chen", "mine");
    ben.import(&ana);
    focus(&mut ben, "Chen", "yours");
    assert_eq!(overruled(&mut ana, &ben), []);
    // Nor does somebody who goes on from that.
    let mut chen = ben.copy(3, "Chen");
    focus(&mut chen, "Chen", "later");
    assert_eq!(overruled(&mut ana, &chen), []);
}

#[test]
fn nobody_learns_what_was_not_signed_or_is_their_own() {
    let (mut ana, mut ben) = two();
    let mut other = ana.copy(9, "Ana");
    let mut chen = ana.copy(3, "Chen");
    ben.signs = false;
    focus(&mut ana, "Chen", "mine");
    focus(&mut other, "Chen", "mine, too");
    chen.import(&ana);
    chen.import(&other);
    assert_eq!(overruled(&mut ana, &chen), [], "another device of the same member");
    let (mut ana, mut ben) = two();
    ana.signs = false;
    let mut chen = ana.copy(3, "Chen");
    focus(&mut ana, "Chen", "mine");
    focus(&mut ben, "Chen", "yours");
    chen.import(&ana);
    chen.import(&ben);
    assert_eq!(overruled(&mut ana, &chen), [], "nobody knows whose it was");
}

/// The journal of `device` in short: who, whether it began, and what changed.
fn told(device: &Device) -> Vec<String> {
    let value = |value: &Value| match value {
        Value::String(text) => text.to_string(),
        other => other.to_string(),
    };
    let change =
        |change: &Change| format!("{} {}→{}", change.place.field(), value(&change.before), value(&change.after));
    let line = |entry: &JournalEntry| {
        let changes: Vec<_> = entry.changes.iter().map(change).collect();
        let what = if entry.is_new { "new".to_owned() } else { changes.join(", ") };
        format!("{} {}: {what}", name_of(device, entry.author.as_ref()), entry.kind.name())
    };
    History::of(&device.doc).unwrap().journal().iter().map(line).collect()
}

#[test]
fn the_journal_tells_the_newest_first() {
    let (mut ana, mut ben) = two();
    ana.now = at("2026-11-24T09:00:00Z");
    focus(&mut ana, "Chen", "one");
    ben.import(&ana);
    ben.now = at("2026-11-24T09:10:00Z");
    focus(&mut ben, "Chen", "two");
    ana.import(&ben);
    // Her stamp is older than his, and what she changes is younger.
    focus(&mut ana, "Chen", "three");
    ben.now = at("2026-11-26T09:00:00Z");
    let id = ben.member("Ben");
    ben.must(member::Command::Edit { id, name: "Benjamin".to_owned(), focus: "four".to_owned() });
    ana.import(&ben);
    let expected = ["Benjamin members: focus null→four, name Ben→Benjamin", "Ana members: focus two→three"];
    assert_eq!(told(&ana)[..2], expected);
    assert_eq!(told(&ana)[2..4], ["Benjamin members: focus one→two", "Ana members: focus null→one"]);
    // The circle as it began: nobody signed that.
    assert!(told(&ana)[4..].iter().all(|line| line.starts_with("– ")), "{:?}", told(&ana));
    assert!(told(&ana)[4..].iter().any(|line| line == "– members: new"));
}

#[test]
fn a_record_begins_with_what_says_most_of_it_whatever_the_client_ids_are() {
    for clients in [[10, 20], [20, 10]] {
        let (circle, me) = new_circle(&["Ana", "Ben"]);
        let mut doc = CircleDoc::empty(clients[0]);
        doc.sign(Author { member: me.clone(), at: at("2026-11-03T08:00:00Z") });
        let mut ana = Device::with(doc.holding(&circle), Some(me));
        ana.signs = true;
        let mut ben = ana.copy(clients[1], "Ben");
        let name = ben.view.about.name.clone();
        ben.must(circle::Command::Describe { name, purpose: "Ben's".to_owned() });
        let told = told(&ben);
        for line in ["Ana circle: new", "Ben circle: purpose null→Ben's"] {
            assert!(told.iter().any(|told| told == line), "{clients:?} {told:?}");
        }
    }
}

#[test]
fn the_journal_leaves_keys_and_sealed_notes_out() {
    let (mut ana, _) = two();
    let place = |kind, key: &str| Place { kind, key: key.into() };
    let count = told(&ana).len();
    ana.write(vec![
        (place(Kind::SealedNote, "n/data"), text("sealed")),
        (place(Kind::DeviceKey, "d/key"), text("key")),
    ]);
    assert_eq!(told(&ana).len(), count);
}

#[test]
fn an_edit_of_the_same_value_in_the_same_minute_is_an_entry_of_its_own() {
    let (mut ana, _) = two();
    focus(&mut ana, "Chen", "one");
    focus(&mut ana, "Chen", "two");
    assert_eq!(told(&ana)[..2], ["Ana members: focus one→two", "Ana members: focus null→one"]);
}

fn facts_of(history: &History) -> BTreeMap<Place, Value> {
    let places = history.places().iter();
    places.map(|place| (place.clone(), history.newest(place).unwrap().0.clone())).collect()
}

fn shown(facts: &Facts) -> BTreeMap<Place, Value> {
    let of = |kind| facts.of(kind).iter().map(move |(key, value)| (Place { kind, key: key.clone() }, value.clone()));
    Kind::ALL.into_iter().flat_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_newest_values_of_a_history_are_those_of_yrs(steps in steps(4, 40..200), order in any::<u64>()) {
        let world = World::live(4, &steps);
        let raw = world.learned_from_raw_updates(order);
        for doc in world.devices.iter().map(|device| &device.doc).chain([&raw]) {
            let (read, shown) = (facts_of(&History::of(doc).unwrap()), shown(doc.facts()));
            let differing: Vec<_> = shown.iter().filter(|(place, value)| read.get(place) != Some(value)).collect();
            prop_assert_eq!(differing, vec![]);
            // What was never anything but cleared is not shown.
            prop_assert!(read.iter().all(|(place, value)| *value == Value::Null || shown.contains_key(place)));
        }
    }

    #[test]
    fn many_hands_at_few_places(dice in any::<u64>(), writes in 10..120_usize) {
        let mut dice = Seeded(dice);
        let mut docs: Vec<_> = (0..4).map(|_| CircleDoc::empty(dice.bits() as u32)).collect();
        let mut written = BTreeMap::<Place, Vec<String>>::new();
        for nth in 0..writes {
            let (on, from) = (dice.below(4), dice.below(4));
            let place = Place { kind: Kind::Goal, key: format!("g{}/title", dice.below(3)).into() };
            docs[on].write(vec![(place.clone(), text(&nth.to_string()))]);
            written.entry(place).or_default().push(nth.to_string());
            if dice.below(3) == 0 {
                let state = docs[from].state();
                docs[on].merge(&state).unwrap();
            }
        }
        let states: Vec<_> = docs.iter().map(CircleDoc::state).collect();
        let all = CircleDoc::open(7, states.iter().map(Vec::as_slice)).unwrap();
        let history = History::of(&all).unwrap();
        prop_assert_eq!(facts_of(&history), shown(all.facts()));
        for (place, values) in written {
            let mut found: Vec<_> = history.values(&place).map(|value| match value {
                Value::String(text) => text.to_string(),
                other => panic!("{other:?}"),
            }).collect();
            let mut values = values;
            found.arrange();
            values.arrange();
            prop_assert_eq!(found, values);
        }
    }

    #[test]
    fn bent_bytes_end_in_an_error_or_a_history(bits in any::<u64>(), bends in 1..6_usize) {
        let (mut ana, _) = two();
        focus(&mut ana, "Chen", "one");
        focus(&mut ana, "Chen", "two");
        let (mut bytes, mut dice) = (ana.doc.state(), Seeded(bits));
        for _ in 0..bends {
            let at = dice.below(bytes.len());
            match dice.below(4) {
                0 => bytes.truncate(at + 1),
                1 => drop(bytes.remove(at.min(bytes.len() - 1))),
                _ => bytes[at] = dice.bits() as u8,
            }
        }
        if let Ok(history) = History::read(&bytes) {
            facts_of(&history);
            history.journal();
        }
    }
}

#[test]
fn a_grown_history_is_read_whole() {
    let grown = grown(1, 5, 20);
    let doc = CircleDoc::open(2, grown.updates.iter().map(Vec::as_slice)).unwrap();
    let history = History::of(&doc).unwrap();
    assert_eq!(facts_of(&history), shown(doc.facts()));
    let signed = |place: &Place| history.newest(place).unwrap().1.is_some();
    assert!(history.places().iter().all(signed), "all of it is signed");
    assert!(snapshot(&doc).get(STAMPS).is_none());
    let times: Vec<_> = history.journal().iter().map(|entry| entry.author.clone().unwrap().at).collect();
    assert!(times.windows(2).all(|pair| pair[0].millis() - pair[1].millis() > -3_600_000));
}

#[test]
#[ignore = "prints times; run with --release --nocapture"]
fn speed_of_reading_a_history() {
    let best = |weeks| {
        let doc = CircleDoc::open(2, grown(1, 12, weeks).updates.iter().map(Vec::as_slice)).unwrap();
        let times = (0..5).map(|_| {
            let begun = Instant::now();
            let history = History::of(&doc).unwrap();
            let read = begun.elapsed().as_secs_f64() * 1000.0;
            let entries = history.journal().len();
            (read, begun.elapsed().as_secs_f64() * 1000.0, entries)
        });
        times.fold((f64::INFINITY, f64::INFINITY, 0), |a, b| (a.0.min(b.0), a.1.min(b.1), b.2))
    };
    for weeks in [52, 520] {
        let (read, told, entries) = best(weeks);
        println!(
            "bench: history of 12 members × {weeks} weeks: read in {read:.1} ms, journal after {told:.1} ms, {entries} entries"
        );
    }
}
