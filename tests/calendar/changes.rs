//! A file after a change: names that stay, a sequence that rises.

use crate::reading::{order, read, reckoned, values};
use crate::support::{Device, Zones, cycle, local, rhythm};
use peer_circle::domain::{Command, rhythm};
use peer_circle::exchange::calendar::{CalendarOrder, TakenBack, calendar};

fn file(device: &Device) -> String {
    let taken_back = TakenBack::of(device.doc.facts());
    let order = CalendarOrder { sequence: device.doc.change_count(), taken_back, ..order("2026-11-03T08:00:00Z") };
    calendar(&device.circle(), &Zones, &order)
}

fn names(file: &str) -> Vec<String> {
    let mut names = values(file, "UID");
    names.sort();
    names.dedup();
    names
}

fn sequence(file: &str) -> u32 {
    let mut found = values(file, "SEQUENCE");
    found.dedup();
    assert_eq!(found.len(), 1, "one sequence for all of a file");
    found[0].parse().unwrap()
}

#[test]
fn names_stay_and_the_sequence_rises_with_every_change() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let week = cycle("2026-12-07");
    let mut before = file(&ana);
    assert_eq!(file(&ana), before, "the same knowledge, the same file");
    assert_eq!(names(&before).len(), 3);
    let move_review = rhythm::Command::MoveSession { cycle: week, to: local("2026-12-12T10:00") };
    for command in [
        rhythm::Command::Skip(week),
        rhythm::Command::Resume(week),
        move_review,
        rhythm::Command::KeepSession(week),
        rhythm::Command::Set { rhythm: rhythm("Europe/Lisbon", 2, 9), from: cycle("2026-11-02") },
    ] {
        ana.must(command.clone());
        let after = file(&ana);
        assert!(sequence(&after) > sequence(&before), "{command:?}");
        assert_eq!(names(&after), names(&before), "{command:?}");
        before = after;
    }
    let later = ana.must(rhythm::Command::Set { rhythm: rhythm("Europe/Lisbon", 4, 9), from: week });
    let after = file(&ana);
    assert_eq!(names(&after).len(), 6);
    assert!(names(&before).iter().all(|name| names(&after).contains(name)));
    // Calendars pass over what has a smaller sequence than they know, so an undo must raise it too.
    ana.undo(&later).unwrap();
    let undone = file(&ana);
    assert!(sequence(&undone) > sequence(&after));
    // The series that is no more is called off by its name.
    assert_eq!(names(&undone), names(&after));
    assert_eq!(cancelled(&undone).len(), 3);
    assert!(cancelled(&undone).iter().all(|name| !names(&before).contains(name)));
    // Set again, it is held again.
    ana.must(rhythm::Command::Set { rhythm: rhythm("Europe/Lisbon", 4, 9), from: week });
    assert_eq!(cancelled(&file(&ana)), [""; 0]);
}

/// The names of the events that are called off.
fn cancelled(file: &str) -> Vec<String> {
    let events = file.split("BEGIN:VEVENT").filter(|event| event.contains("STATUS:CANCELLED"));
    events.flat_map(|event| values(event, "UID")).collect()
}

#[test]
fn a_move_that_is_taken_back_is_told_to_calendars() {
    let week = cycle("2026-12-07");
    let move_session = || Command::from(rhythm::Command::MoveSession { cycle: week, to: local("2026-12-12T10:00") });
    let usual = "RECURRENCE-ID;TZID=Europe/Lisbon:20261211T170000\r\nDTSTART;TZID=Europe/Lisbon:20261211T170000\r\n";
    let check = |take_back: &dyn Fn(&mut Device), overrides: usize| {
        let mut ana = Device::found(1, &["Ana", "Ben"]);
        take_back(&mut ana);
        let file = file(&ana);
        assert!(file.contains(usual), "{file}");
        assert_eq!(values(&file, "RECURRENCE-ID").len(), overrides);
        // A calendar reads each event once, at the time that the app shows.
        assert_eq!(read(&file), reckoned(&ana.circle(), (0..10).map(|week| cycle("2026-11-02").plus(week))));
    };
    check(
        &|ana| {
            ana.must(move_session());
            ana.must(rhythm::Command::KeepSession(week));
        },
        3,
    );
    check(
        &|ana| {
            let moved = ana.must(move_session());
            ana.undo(&moved).unwrap();
        },
        3,
    );
    check(
        &|ana| {
            ana.must(rhythm::Command::Skip(week));
            ana.must(rhythm::Command::Resume(week));
        },
        3,
    );
}

#[test]
fn devices_that_know_the_same_make_the_same_file() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    let mut ben = ana.copy(2, "Ben");
    ana.must(rhythm::Command::Skip(cycle("2026-12-07")));
    ben.must(rhythm::Command::Set { rhythm: rhythm("Asia/Kolkata", 2, 9), from: cycle("2026-11-16") });
    let apart = [sequence(&file(&ana)), sequence(&file(&ben))];
    ana.import(&ben);
    ben.import(&ana);
    assert_eq!(file(&ana), file(&ben));
    assert!(apart.iter().all(|earlier| *earlier < sequence(&file(&ana))));
    ana.restart(77);
    assert_eq!(file(&ana), file(&ben));
}
