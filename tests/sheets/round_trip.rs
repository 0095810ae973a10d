//! This app's own sheets come back as they were, kind by kind.

use crate::support::{Zones, at, present, sample_circle};
use peer_circle::domain::{
    Circle, Collection, Command, Context, Kind, MemberId, NumberFormat, Offered, Record, decide, intake,
};
use peer_circle::exchange::intake::{IntakeAnswers, IntakeSetting, decode, read_tables};
use peer_circle::exchange::sheet_file;
use proptest::prelude::*;

const NOW: &str = "2026-11-25T09:00:00Z";

/// Takes `sheet` into `circle`; every row must be read.
fn take_in(circle: &mut Circle, sheet: &str) {
    let me = MemberId::new("reader");
    let setting =
        IntakeSetting { present: present(circle, at(NOW)), me: Some(&me), numbers: NumberFormat { decimal: ',' } };
    let (text, _) = decode(sheet.as_bytes());
    let reading = read_tables(&text, &IntakeAnswers::default(), setting);
    assert_eq!((&reading.waiting, &reading.left_out), (&vec![], &vec![]), "{sheet}");
    let mut entropy = || 0;
    let mut ctx = Context { now: at(NOW), me: Some(&me), zones: &Zones, entropy: &mut entropy };
    let records = decide(circle, Command::from(intake::Command::TakeIn(reading.offers)), &mut ctx).unwrap();
    records.into_iter().for_each(|record| circle.put(record));
}

/// A circle with nothing in it but what `circle` is called and when it meets.
fn emptied(circle: &Circle) -> Circle {
    let mut empty = Circle::new(circle.about.clone());
    empty.rhythm = circle.rhythm.clone();
    empty
}

fn of_kind(circle: &Circle, kind: Kind) -> Vec<Record> {
    let is_of = |record: &Record| {
        matches!(
            (record, kind),
            (Record::Member(_), Kind::Member)
                | (Record::Goal(_), Kind::Goal)
                | (Record::Progress(_), Kind::Progress)
                | (Record::Commitment(_), Kind::Commitment)
                | (Record::CheckIn(_), Kind::CheckIn)
                | (Record::Reply(_), Kind::Reply)
        )
    };
    circle.records().into_iter().filter(is_of).collect()
}

/// Words that a stored line can have.
fn line() -> impl Strategy<Value = String> {
    "['=+@＝-]{0,2}[\\PC\",;]{1,20}".prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Words that a stored paragraph can have.
fn text() -> impl Strategy<Value = String> {
    "['=+@\t-]{0,2}(\\PC|[\n\",;\t]){0,20}".prop_map(|text| text.trim().replace("\r\n", "\n"))
}

/// Puts `words` into every text of the circle's records, one after the other.
fn reworded(circle: &mut Circle, lines: &[String], texts: &[String]) {
    let mut nth = 0;
    let mut next = |list: &[String]| {
        nth += 1;
        list[nth % list.len()].clone()
    };
    for record in circle.records() {
        circle.put(match record {
            Record::Goal(mut goal) => {
                let title = next(lines);
                goal.title = if title.is_empty() { "1".to_owned() } else { title };
                (goal.why, goal.obstacle) = (next(texts), next(texts));
                Record::Goal(goal)
            }
            Record::Commitment(mut commitment) => {
                let words = next(lines);
                commitment.text = if words.is_empty() { "1".to_owned() } else { words };
                (commitment.cue, commitment.action, commitment.note) = (next(lines), next(lines), next(texts));
                for reason in commitment.carried.values_mut() {
                    *reason = next(texts);
                }
                Record::Commitment(commitment)
            }
            Record::Progress(mut progress) => {
                progress.note = next(texts);
                Record::Progress(progress)
            }
            Record::CheckIn(mut check_in) => {
                (check_in.win, check_in.blocker, check_in.ask) = (next(texts), next(texts), next(texts));
                Record::CheckIn(check_in)
            }
            Record::Reply(mut reply) => {
                reply.text = next(lines);
                Record::Reply(reply)
            }
            other => other,
        });
    }
}

fn check(circle: &Circle) {
    let mut back = emptied(circle);
    for kind in Offered::KINDS {
        let sheet = sheet_file::write(circle, kind);
        take_in(&mut back, &sheet);
        assert_eq!(of_kind(&back, kind), of_kind(circle, kind), "{sheet}");
        assert_eq!(sheet_file::count(circle, kind), of_kind(circle, kind).len());
        // In the circle that it came from it changes nothing.
        let mut again = circle.clone();
        let before = again.clone();
        take_in_known(&mut again, &sheet);
        assert_eq!(again, before);
    }
}

/// Takes `sheet` into a circle that has all of it.
fn take_in_known(circle: &mut Circle, sheet: &str) {
    let me = MemberId::new("reader");
    let setting = IntakeSetting { present: present(circle, at(NOW)), me: Some(&me), numbers: NumberFormat::ENGLISH };
    let reading = read_tables(&decode(sheet.as_bytes()).0, &IntakeAnswers::default(), setting);
    assert!(reading.offers.is_empty() && reading.waiting.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_kind_comes_back_as_it_was(
        seed in any::<u64>(),
        members in 1_usize..7,
        weeks in 1_usize..6,
        lines in proptest::collection::vec(line(), 3..40),
        texts in proptest::collection::vec(text(), 3..40),
    ) {
        let mut circle = sample_circle(seed, members, weeks);
        reworded(&mut circle, &lines, &texts);
        check(&circle);
    }
}

#[test]
fn there_is_something_of_every_kind_to_come_back() {
    let circle = sample_circle(3, 6, 5);
    assert!(Offered::KINDS.into_iter().all(|kind| sheet_file::count(&circle, kind) > 0));
    check(&circle);
}

#[test]
fn a_sheet_is_what_excel_reads() {
    let mut circle = sample_circle(3, 2, 1);
    let first = circle.members.values().next().unwrap().clone();
    let mut member = (*first).clone();
    member.name = "Zoë \"Z\" K, née L".to_owned();
    member.focus = "=1+1".to_owned();
    circle.members.put(member.clone());
    let sheet = sheet_file::write(&circle, Kind::Member);
    assert!(sheet.starts_with("\u{feff}id,name,focus,joined_at,left_at\r\n"));
    let row = format!("{},\"Zoë \"\"Z\"\" K, née L\",'=1+1,{},\r\n", member.id, member.joined_at);
    assert!(sheet.contains(&row), "{sheet}");
    assert!(sheet.ends_with("\r\n") && !sheet.replace("\r\n", "").contains(['\r', '\n']));
}
