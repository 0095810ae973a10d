//! A file of version 1, frozen: it must open for ever.
//!
//! `tests/fixtures/v1-small.circle.json` was written once by `make_v1_small` below (`cargo test
//! --no-default-features --test circle_file make_v1_small -- --ignored`), which refuses to write it again.
//! When a test here fails, the code has changed what a released file means; the fixture is right.

use super::export;
use crate::support::{Device, at, cycle, rhythm, text};
use peer_circle::document::{CircleDoc, Place, SCHEMA, Value as Plain, snapshot};
use peer_circle::domain::{
    CheckInDraft, Closing, Command, CommitmentDraft, GoalDraft, Kind, Measure, Outcome, Rhythms, Scale, Settlement,
    Verdict, check_in, circle, commitment, day_plus, goal, member, rhythm,
};
use peer_circle::exchange::circle_file::{CircleFile, read};
use serde_json::{Value, json};
use yrs::{Any, Doc, Map, ReadTxn, StateVector, Transact, WriteTxn};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1-small.circle.json");

fn bytes() -> Vec<u8> {
    std::fs::read(PATH).expect("the fixture is there")
}

fn open() -> CircleFile {
    read(&bytes(), 4711).expect("the fixture opens")
}

#[test]
fn it_opens_with_all_that_it_held() {
    let file = open();
    assert!(!file.is_rebuilt && file.hand_edits.is_empty());
    assert_eq!((file.exported_at, file.exported_by.as_str()), (Some(at("2026-11-23T19:05:54Z")), "Ana"));
    assert!(!file.doc.has_gaps() && !file.doc.is_newer());
    assert_eq!(file.doc.schema(), 1);

    let circle = file.doc.circle().unwrap();
    assert_eq!((circle.about.name.as_str(), circle.about.id.as_str()), ("Northlight", "qe34kchw1zj7"));
    assert_eq!(circle.about.purpose, "Each of us takes one visible step a week.\nZusammen. 🌱");
    assert_eq!(circle.about.created_at, at("2026-11-02T08:00:00Z"));
    assert_eq!(circle.rhythm, Rhythms::new(rhythm("America/New_York", 4, 9)));
    let season = circle.seasons.values().next().unwrap();
    assert_eq!((circle.seasons.len(), season.first, season.weeks), (1, cycle("2026-11-02"), 10));

    let names = |members: Vec<&peer_circle::domain::Member>| -> Vec<String> {
        members.into_iter().map(|member| format!("{}|{}", member.name, member.focus)).collect()
    };
    assert_eq!(names(circle.roster()), ["Ana|A product role by spring", "ליאור|", "Jörg \"J\" O'Neil <b>|Rust"]);
    assert_eq!(names(circle.former()), ["Dana|"]);
    let counts = [circle.goals.len(), circle.progress.len(), circle.commitments.len(), circle.check_ins.len()];
    assert_eq!(counts, [2, 2, 4, 2]);
}

#[test]
fn its_records_say_what_they_said() {
    let circle = open().doc.circle().unwrap();
    let goal = circle.goals.values().find(|goal| goal.title == "Weekly overtime down to an hour").unwrap();
    assert_eq!(goal.measure, Measure::Number { scale: Scale::Quantity("hours".to_owned()), start: 9.0, target: 0.5 });
    assert_eq!(goal.due, Some(day_plus(cycle("2026-11-02").first_day(), 70)));
    assert_eq!(circle.standing_of(goal).value, 7.3);
    let closed = circle.goals.values().find(|goal| goal.closing == Some(Closing::Achieved)).unwrap();
    assert_eq!((closed.title.as_str(), &closed.measure), ("Read \"Moby-Dick\"", &Measure::Done));

    let commitment = |text: &str| circle.commitments.values().find(|commitment| commitment.text == text).unwrap();
    let kept = commitment("Write 600 words");
    assert_eq!((kept.outcome, kept.note.as_str(), kept.goal.as_ref()), (Some(Outcome::Kept), "Done!", Some(&goal.id)));
    assert_eq!((kept.cue.as_str(), kept.action.as_str()), ("it is 8:00", "open the draft"));
    let carried = commitment("Call 1 person");
    let reasons: Vec<_> = carried.carried.iter().map(|(from, reason)| (from.to_string(), reason.as_str())).collect();
    assert_eq!(reasons, [("2026-11-02".to_owned(), "A cold, three days")]);
    assert_eq!((carried.cycle, carried.outcome), (cycle("2026-11-09"), None));
    assert!(commitment("Deleted 1").deleted_at.is_some());

    let ana = circle.roster()[0];
    let check_in = circle.check_in(cycle("2026-11-02"), &ana.id).unwrap();
    assert_eq!((check_in.win.as_str(), check_in.ask.as_str(), check_in.confidence), ("Slept", "A reader?", Some(4)));
    let lior = circle.check_in(cycle("2026-11-02"), &circle.roster()[1].id).unwrap();
    assert_eq!((lior.win.as_str(), lior.blocker.as_str()), ("", "שבוע קצר"));
}

#[test]
fn its_readable_part_is_what_its_history_says() {
    let json: Value = serde_json::from_slice(&bytes()).unwrap();
    let shown = snapshot(&open().doc);
    assert_eq!(json["circle"], shown);
    assert_eq!(shown["feedback"], json!([{ "id": "f1", "note": "Clear slides", "stars": 4.5 }]));
    let ana = shown["members"].as_array().unwrap().iter().find(|member| member["name"] == "Ana").unwrap();
    assert_eq!(ana["wants"], json!({ "interviewing": true, "rust": true }));
}

#[test]
fn it_goes_on() {
    let mut device = Device::with(open().doc, None);
    device.must(member::Command::Add { name: "Elif".to_owned() });
    let back = read(export(&device.doc).as_bytes(), 5).unwrap();
    assert_eq!(back.doc.circle(), Ok(device.circle()));
    let mut old = Device::with(open().doc, None);
    assert_eq!(old.import(&device).conflicts, []);
    assert_eq!(old.snapshot(), device.snapshot());
    assert_eq!(SCHEMA, 1, "a newer schema wants a fixture of its own beside this one");
}

#[test]
#[ignore = "made the fixture once; refuses to write it again"]
fn make_v1_small() {
    let file = export(&small_circle());
    let mut target = std::fs::File::create_new(PATH).expect("the fixture is frozen: it is there already");
    std::io::Write::write_all(&mut target, file.as_bytes()).expect("written");
}

/// Three people, two weeks, two devices, a conflict, and fields and kinds of a later version.
fn small_circle() -> CircleDoc {
    let mut ana = Device::found(101, &["Ana", "ליאור", "Jörg \"J\" O'Neil <b>", "Dana"]);
    let mut lior = ana.copy(202, "ליאור");
    let purpose = "Each of us takes one visible step a week.\nZusammen. 🌱".to_owned();
    ana.must(circle::Command::Describe { name: "Northlight".to_owned(), purpose });
    ana.must(rhythm::Command::Set { rhythm: rhythm("America/New_York", 4, 9), from: cycle("2026-11-02") });
    let focus = |device: &Device, name: &str, focus: &str| {
        Command::from(member::Command::Edit { id: device.member(name), name: name.to_owned(), focus: focus.to_owned() })
    };
    ana.must(focus(&ana, "Ana", "A product role by spring"));
    ana.must(goal(
        "Weekly overtime down to an hour",
        Measure::Number { scale: Scale::Quantity("hours".to_owned()), start: 9.0, target: 0.5 },
    ));
    ana.must(goal("Read \"Moby-Dick\"", Measure::Done));
    let by_title = |title: &str| ana.view.goals.values().find(|goal| goal.title == title).unwrap().id.clone();
    let (hours, book) = (by_title("Weekly overtime down to an hour"), by_title("Read \"Moby-Dick\""));
    for value in [8.0, 7.3] {
        ana.must(goal::Command::RecordProgress { goal: hours.clone(), value, note: String::new() });
    }
    ana.must(goal::Command::Close(book, Some(Closing::Achieved)));
    for text in ["Write 600 words", "Call 2 people", "Deleted 1"] {
        ana.must(commitment::Command::Add { cycle: cycle("2026-11-02"), draft: promise(text) });
    }
    let by_text = |text: &str| ana.view.commitments.values().find(|c| c.text == text).unwrap().id.clone();
    let (kept, carried, deleted) = (by_text("Write 600 words"), by_text("Call 2 people"), by_text("Deleted 1"));
    let plan = CommitmentDraft {
        goal: Some(hours),
        cue: "it is 8:00".to_owned(),
        action: "open the draft".to_owned(),
        ..promise("Write 600 words")
    };
    let cycle = cycle("2026-11-02");
    let words = Settlement { commitment: kept.clone(), draft: Some(plan), verdict: None, note: None };
    ana.must(commitment::Command::Settle { cycle, settlement: words });
    ana.must(commitment::Command::Delete(deleted));
    let settle = |commitment, verdict, note: &str| Settlement {
        note: Some(note.to_owned()),
        ..Settlement::verdict(commitment, verdict)
    };
    let settlements = vec![
        settle(kept, Verdict::Ended(Outcome::Kept), "Done!"),
        Settlement { draft: Some(promise("Call 1 person")), ..settle(carried, Verdict::Carried, "A cold, three days") },
    ];
    let next = vec![promise("Rest 1 day")];
    ana.must(check_in(CheckInDraft { settlements, next, ask: "A reader?".to_owned(), ..draft("Slept") }));
    ana.must(member::Command::Remove(ana.member("Dana")));

    lior.must(focus(&lior, "Jörg \"J\" O'Neil <b>", "Law"));
    lior.must(check_in(CheckInDraft { blocker: "שבוע קצר".to_owned(), confidence: None, ..draft("") }));
    lior.must(focus(&lior, "Jörg \"J\" O'Neil <b>", "Rust"));
    ana.import(&lior);
    let id = ana.member("Ana");
    let wants =
        ["interviewing", "rust"].map(|want| Place { kind: Kind::Member, key: format!("{id}/wants/{want}").into() });
    ana.doc.write(wants.map(|place| (place, Plain::Bool(true))).into());
    ana.doc.write(vec![(Place { kind: Kind::Member, key: format!("{id}/pronouns").into() }, text("she"))]);
    ana.doc.merge(&later_kind()).expect("an update");
    ana.doc
}

fn goal(title: &str, measure: Measure) -> Command {
    let due = Some(day_plus(cycle("2026-11-02").first_day(), 70));
    let (why, obstacle) = ("So that the next choice is mine.".to_owned(), "Evenings".to_owned());
    Command::from(goal::Command::Add(GoalDraft { title: title.to_owned(), why, measure, due, obstacle }))
}

fn promise(text: &str) -> CommitmentDraft {
    CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() }
}

fn draft(win: &str) -> CheckInDraft {
    let (settlements, blocker, ask, next) = Default::default();
    let cycle = cycle("2026-11-02");
    CheckInDraft {
        cycle,
        settlements,
        win: win.to_owned(),
        blocker,
        ask,
        confidence: Some(4),
        next,
        progress: Vec::new(),
        has_nothing_to_say: false,
    }
}

fn check_in(draft: CheckInDraft) -> Command {
    Command::from(check_in::Command::Send(draft))
}

/// A kind of record that version 1 does not know.
fn later_kind() -> Vec<u8> {
    let doc = Doc::with_client_id(303);
    let mut txn = doc.transact_mut();
    let feedback = txn.get_or_insert_map("feedback");
    feedback.insert(&mut txn, "f1/note", Any::from("Clear slides"));
    feedback.insert(&mut txn, "f1/stars", Any::from(4.5));
    txn.encode_state_as_update_v1(&StateVector::default())
}
