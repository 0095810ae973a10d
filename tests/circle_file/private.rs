//! Notes for two: they are in no circle file, whatever is done, but sealed, and travel by a file of their own.

use super::export;
use crate::support::{Device, Graphemes, Seeded, at, present};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::inflate::decompress_to_vec;
use peer_circle::domain::{
    CommitmentDraft, DeviceId, Feedback, FeedbackDraft, FeedbackId, MemberId, Offered, PrivateNote, Record, SealedNote,
    Timestamp, ToSeal, Visibility, draft_digest, feedback, part_private, sealing, to_seal,
};
use peer_circle::exchange::circle_file::FileError;
use peer_circle::exchange::note_file::{NoteHead, read, write};
use peer_circle::exchange::notes_page::notes_page;
use peer_circle::exchange::sealed_note::packed;
use peer_circle::exchange::{Form, invitation_file};
use peer_circle::ui::shared::commitment::outside::my_week;
use proptest::prelude::*;
use serde_json::Value;

/// In every word of a note for two, and nowhere else.
const SECRET: &str = "xq7private";

fn secret(nth: usize) -> String {
    format!("{SECRET}{nth} said 👩‍👩‍👧 \"{SECRET}\"")
}

fn draft(to: &MemberId, nth: usize) -> FeedbackDraft {
    FeedbackDraft {
        to: to.clone(),
        visibility: Visibility::Two,
        request: None,
        situation: secret(nth),
        behaviour: secret(nth + 1),
        impact: secret(nth + 2),
        next_time: secret(nth + 3),
    }
}

/// Does `command` as the app does: what is for two goes beside the document, all else into it. The document is even
/// offered everything.
fn run(device: &mut Device, command: feedback::Command) {
    let Ok(records) = device.decide(command) else { return };
    device.put(&records);
    for note in part_private(records).1 {
        device.view.put(Record::Feedback(note.clone()));
        seal(device, &PrivateNote::after(None, note, device.now));
    }
}

/// Seals a note for two for the devices of its two, as the app does. The bytes of the note are turned over instead of
/// sealed: what is searched for is anything of it that stands beside what is sealed.
fn seal(device: &mut Device, note: &PrivateNote) {
    let Some(own) = device.view.devices.values().find(|own| Some(&own.member) == device.me.as_ref()).cloned() else {
        return;
    };
    let copy = |seal: ToSeal| SealedNote {
        id: seal.id,
        by: own.id.clone(),
        to: seal.to.id,
        at: seal.at,
        data: STANDARD.encode(packed(&seal.note).iter().map(|byte| !byte).collect::<Vec<_>>()),
    };
    let copies = to_seal(&device.view, std::slice::from_ref(note), &own).into_iter().map(copy).collect();
    device.run(sealing::Command::Seal(copies)).unwrap();
}

/// Every member's device tells the circle its key.
fn announce(device: &mut Device) {
    let members: Vec<MemberId> = device.view.members.keys().cloned().collect();
    for member in members {
        let (id, key) = (DeviceId::new(&format!("device of {member}")), STANDARD.encode([7; 65]));
        device.me = Some(member);
        device.run(sealing::Command::Announce { device: id, key }).unwrap();
    }
}

/// Something with a note for two, as `seed` chooses.
fn step(device: &mut Device, seed: u64) {
    let mut dice = Seeded(seed);
    let nth = dice.below(1000);
    let members: Vec<MemberId> = device.view.members.keys().cloned().collect();
    let to = members[dice.below(members.len())].clone();
    let notes: Vec<FeedbackId> = private(device).into_iter().map(|note| note.id).collect();
    device.me = Some(members[dice.below(members.len())].clone());
    let Some(id) = (!notes.is_empty()).then(|| notes[dice.below(notes.len())].clone()) else {
        return run(device, feedback::Command::Give(draft(&to, nth)));
    };
    run(
        device,
        match dice.below(8) {
            0 => feedback::Command::Reword(id, draft(&to, nth)),
            1 => feedback::Command::Thank(id, secret(nth)),
            2 => feedback::Command::Act(id, CommitmentDraft { text: "Write 3 pages".to_owned(), ..Default::default() }),
            3 => feedback::Command::Discuss(id, "Something for all".to_owned()),
            4 => feedback::Command::Close(id, secret(nth)),
            5 => feedback::Command::TakeBack(id),
            _ => feedback::Command::Give(draft(&to, nth)),
        },
    );
}

fn private(device: &Device) -> Vec<Feedback> {
    let notes = device.view.feedback.values().filter(|note| note.visibility == Visibility::Two);
    notes.map(|note| (**note).clone()).collect()
}

/// Everything that a circle file says: its text, and its history inflated.
fn everything(file: &str) -> Vec<u8> {
    let json: Value = serde_json::from_str(file).unwrap();
    let deflated = STANDARD.decode(json["history"]["data"].as_str().unwrap()).unwrap();
    let mut all = file.as_bytes().to_vec();
    all.extend(decompress_to_vec(&deflated).unwrap());
    all
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_circle_file_has_a_word_of_a_note_for_two(seeds in proptest::collection::vec(any::<u64>(), 4..24)) {
        let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
        announce(&mut ana);
        // One is there for sure: what `seeds` choose is refused at times.
        ana.me = Some(ana.member("Ana"));
        let first = draft(&ana.member("Ben"), 0);
        run(&mut ana, feedback::Command::Give(first));
        for seed in seeds {
            step(&mut ana, seed);
        }
        let notes = private(&ana);
        prop_assert!(!notes.is_empty() && !ana.view.sealed_notes.is_empty());
        let mut file = export(&ana.doc);
        prop_assert!(!holds(&everything(&file), SECRET));
        for note in &notes {
            prop_assert!(!holds(&everything(&file), note.id.as_str()));
        }
        // Nor in what is written for everybody, or for somebody outside, from all that this device knows.
        let known = present(&ana.view, ana.now);
        let digest = format!("{:?}", draft_digest(known, known.cycle()));
        prop_assert!(!digest.contains(SECRET));
        let cycles = [known.cycle().plus(-1), known.cycle(), known.cycle().plus(1)];
        prop_assert!(!notes_page(known, &cycles).contains(SECRET));
        prop_assert!(!notes_page(known, &cycles[1..2]).contains(SECRET));
        for cycle in cycles {
            for member in ana.view.members.keys() {
                let own = my_week(known, member, (cycle, "this week"), Form::whatsapp(&Graphemes));
                prop_assert!(!own.unwrap_or_default().contains(SECRET));
            }
        }
        prop_assert!(!invitation_file::write(known, Some("Ana")).contains(SECRET));
        for kind in Offered::KINDS {
            let sheet = peer_circle::exchange::sheet_file::write(&ana.view, kind);
            prop_assert!(!sheet.contains(SECRET), "{sheet}");
            prop_assert!(notes.iter().all(|note| !sheet.contains(note.id.as_str())), "{sheet}");
        }
        // The search itself: what is in the open is found, in the history too.
        let open = FeedbackDraft { visibility: Visibility::Circle, ..draft(&ana.member("Ben"), 0) };
        ana.me = Some(ana.member("Ana"));
        run(&mut ana, feedback::Command::Give(open));
        file = export(&ana.doc);
        prop_assert!(holds(&everything(&file)[file.len()..], SECRET));
    }

    #[test]
    fn copies_of_a_note_come_together_in_any_order(seeds in proptest::collection::vec((any::<bool>(), any::<u64>()), 1..16)) {
        let (first, mut ana, mut ben) = pair();
        let mut copies = [first.clone(), first];
        for (nth, (is_giver, seed)) in seeds.into_iter().enumerate() {
            let own = usize::from(!is_giver);
            let device = if is_giver { &mut ana } else { &mut ben };
            device.view.put(Record::Feedback(copies[own].note.clone()));
            let id = copies[own].id().clone();
            let command = match (is_giver, seed % 3) {
                (true, 0) => feedback::Command::TakeBack(id),
                (true, _) => feedback::Command::Reword(id, draft(&device.member("Ben"), nth)),
                (false, 0) => feedback::Command::Thank(id, secret(nth)),
                (false, 1) => feedback::Command::KeepInMind(id),
                (false, _) => feedback::Command::Close(id, secret(nth)),
            };
            if let Ok(records) = device.decide(command) {
                let note = part_private(records).1.remove(0);
                copies[own] = PrivateNote::after(Some(&copies[own]), note, device.now);
            }
            if seed % 5 == 0 {
                copies[1 - own] = copies[1 - own].merged(&copies[own]);
            }
        }
        let [one, other] = copies;
        prop_assert_eq!(one.merged(&other), other.merged(&one));
        prop_assert_eq!(one.merged(&other).merged(&one), one.merged(&other));
        prop_assert_eq!(&one.merged(&one), &one);
        // Each part is as its owner left it.
        prop_assert_eq!(&one.merged(&other).note.situation, &one.note.situation);
        prop_assert_eq!(&one.merged(&other).note.outcome, &other.note.outcome);
    }

    #[test]
    fn a_file_brings_back_what_was_written(seeds in proptest::collection::vec(any::<u64>(), 1..12)) {
        let mut ana = Device::found(1, &["Ana", "Ben"]);
        for seed in seeds {
            step(&mut ana, seed);
        }
        for note in private(&ana) {
            let note = PrivateNote { answered_at: note.thanked_at, ..PrivateNote::after(None, note, at("2026-11-26T08:29:00Z")) };
            let file = read(write(&note, head(None)).as_bytes()).unwrap();
            prop_assert_eq!(file.note, note);
        }
    }
}

/// Ana's note to Ben, and both devices.
fn pair() -> (PrivateNote, Device, Device) {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let give = feedback::Command::Give(draft(&ana.member("Ben"), 0));
    let note = part_private(ana.decide(give).unwrap()).1.remove(0);
    let ben = ana.copy(2, "Ben");
    (PrivateNote::after(None, note, ana.now), ana, ben)
}

fn head(sent_at: Option<Timestamp>) -> NoteHead<'static> {
    NoteHead { circle: ("c1", "Northlight"), from: ("m1", "Ana"), to: ("m2", "Ben"), sent_at }
}

#[test]
fn what_is_wrong_with_a_note_is_said() {
    let (note, ..) = pair();
    let file = write(&note, head(None));
    let check = |change: fn(&mut Value), expected: FileError| {
        let mut json: Value = serde_json::from_str(&file).unwrap();
        change(&mut json);
        assert_eq!(read(json.to_string().as_bytes()), Err(expected));
    };
    check(|json| json["format"] = "peer-circle".into(), FileError::OtherProgram);
    check(|json| json["version"] = 2.into(), FileError::Newer { found: 2, known: 1 });
    check(|json| json["version"] = "1".into(), FileError::Damaged("version"));
    check(|json| json["note"]["behaviour"] = "Another".into(), FileError::Damaged("note"));
    check(|json| drop(json.as_object_mut().unwrap().remove("note")), FileError::Damaged("note"));
    check(|json| drop(json.as_object_mut().unwrap().remove("circle")), FileError::NoCircle);
    for end in 0..file.trim_end().len() {
        assert!(read(&file.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn what_was_sent_waits_again_when_it_changes() {
    let (note, mut ana, _) = pair();
    assert!(note.is_unsent());
    let sent = PrivateNote { sent_at: Some(note.changed_at()), ..note.clone() };
    assert!(!sent.is_unsent());
    ana.view.put(Record::Feedback(sent.note.clone()));
    let reword = feedback::Command::Reword(sent.id().clone(), draft(&ana.member("Ben"), 9));
    let reworded = part_private(ana.decide(reword).unwrap()).1.remove(0);
    // A clock that was put back does not make the newer words the older ones.
    let after = PrivateNote::after(Some(&sent), reworded, at("2020-01-01T00:00:00Z"));
    assert!(after.is_unsent() && after.worded_at > sent.worded_at);
}

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1.note.json");

/// A note that was answered, frozen as version 1 wrote it: it must open for ever.
#[test]
fn a_note_of_version_1_opens() {
    let file = read(&std::fs::read(PATH).unwrap()).unwrap();
    assert_eq!((file.circle.as_str(), file.circle_name.as_str()), ("c1", "Northlight"));
    let PrivateNote { note, worded_at, answered_at, sent_at } = file.note;
    assert_eq!((worded_at, sent_at), (at("2026-11-03T08:00:01Z"), Some(at("2026-11-26T08:30:00Z"))));
    assert_eq!((answered_at, note.closed_at), (Some(at("2026-11-03T08:00:02Z")), Some(at("2026-11-03T08:00:02Z"))));
    assert_eq!(note.situation, "xq7private0 said 👩‍👩‍👧 \"xq7private\"");
    assert_eq!((note.outcome.as_str(), note.visibility), ("It helped.\nTwice.", Visibility::Two));
}

#[test]
#[ignore = "made the fixture once; refuses to write it again"]
fn make_v1_note() {
    let (note, _, mut ben) = pair();
    ben.view.put(Record::Feedback(note.note.clone()));
    let close = feedback::Command::Close(note.id().clone(), "It helped.\nTwice.".to_owned());
    let closed = part_private(ben.decide(close).unwrap()).1.remove(0);
    let note = PrivateNote::after(Some(&note), closed, ben.now);
    let mut target = std::fs::File::create_new(PATH).expect("the fixture is frozen: it is there already");
    let text = write(&note, head(Some(at("2026-11-26T08:30:00Z"))));
    std::io::Write::write_all(&mut target, text.as_bytes()).expect("written");
}
