//! Small notes and chats in the shapes that people's have.

use super::{NOW, Reader};
use crate::support::{Device, at, cycle};
use peer_circle::domain::{Command, Kind, NumberFormat, intake};
use peer_circle::exchange::intake::{IntakeAnswers, IntakeChoice, IntakeKey, IntakeSetting};
use peer_circle::exchange::notes::{is_chat, read_notes};
use std::fs;

const CASES: [&str; 10] = [
    "goals-table.md",
    "log-sunday-weeks.md",
    "minutes-present.md",
    "notion-projects.md",
    "notion-week.md",
    "tasks-with-dates.md",
    "whatsapp-android-de.txt",
    "whatsapp-ios-en.txt",
    "whatsapp-order-day-first.txt",
    "whatsapp-order-unknown.txt",
];

fn case(name: &str) -> String {
    let path = format!("{}/tests/fixtures/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap()
}

fn hana() -> Reader {
    Reader::new(&["Hana", "Omar", "Tom"])
}

#[test]
fn a_chat_of_ios() {
    let text = case("whatsapp-ios-en.txt");
    assert!(is_chat(&text));
    hana().check(
        &text,
        &[
            "1 Omar: 3 applications | kept 2026-11-13 | 2026-11-09",
            "3 ?person/Zoë 🏔️: talk outline: done and sent to Hana",
            "5 ?person/Zoë 🏔️: call two studios",
            "6 ?person/Zoë 🏔️: write the abstract",
            "notice 1",
            "media 1",
        ],
    );
    let is_new = || IntakeKey::Person("Zoë 🏔️".to_owned());
    let told = hana().told(is_new(), IntakeChoice::NewMember);
    told.check(
        &text,
        &[
            "1 Omar: 3 applications | kept 2026-11-13 | 2026-11-09",
            "3 member Zoë 🏔️",
            "3 new Zoë 🏔️: talk outline: done and sent to Hana | kept 2026-11-13 | 2026-11-09",
            "5 new Zoë 🏔️: call two studios | open | 2026-11-09",
            "6 new Zoë 🏔️: write the abstract | open | 2026-11-09",
            "notice 1",
            "media 1",
        ],
    );
    assert_eq!(hana().told(is_new(), IntakeChoice::Nothing).read(&text).offers.len(), 1);
}

#[test]
fn a_chat_of_android() {
    hana().check(
        &case("whatsapp-android-de.txt"),
        &[
            "2 Hana: Portfolio an 3 Studios | open | 2026-04-13",
            "3 Hana: 2 Gespräche geführt | kept 2026-04-15 | 2026-04-13",
            "notice 1",
            "media 1",
            "talk 1",
        ],
    );
}

#[test]
fn the_order_of_a_chat_is_decided_or_asked() {
    let decided = case("whatsapp-order-day-first.txt");
    hana().check(&decided, &["1 Omar: one | open | 2026-11-30", "2 Omar: two | kept 2026-12-20 | 2026-12-14"]);
    assert_eq!(hana().questions(&decided), ["days/0/0 = day-first"]);
    let unknown = case("whatsapp-order-unknown.txt");
    hana().check(&unknown, &["1 ?days/0/0: one", "2 ?days/0/0: two"]);
    assert_eq!(hana().questions(&unknown), ["days/0/0 = ?"]);
    let key = || IntakeKey::DayOrder { table: 0, column: 0 };
    hana()
        .told(key(), IntakeChoice::DayFirst)
        .check(&unknown, &["1 Omar: one | open | 2026-11-30", "2 Omar: two | kept 2026-12-06 | 2026-11-30"]);
    hana()
        .told(key(), IntakeChoice::MonthFirst)
        .check(&unknown, &["1 Omar: one | open | 2026-05-11", "2 Omar: two | kept 2026-06-12 | 2026-06-08"]);
}

#[test]
fn minutes_say_who_was_there() {
    let text = case("minutes-present.md");
    hana().check(
        &text,
        &[
            "1 -frame: Sunday sync, 3/14/26",
            "3 -frame: Present",
            "5 -present: Hana",
            "6 -present: Omar",
            "7 -present: Tom (ill)",
            "9 -frame: To do",
            "11 Omar: send the list | open | 2026-03-09 < To do",
        ],
    );
    // Whoever is not in the circle is asked about, with the heading beside the name.
    Reader::new(&["Ida"]).check(
        &text,
        &[
            "1 -frame: Sunday sync, 3/14/26",
            "3 -frame: Present",
            "5 ?rows/Present: Hana",
            "6 ?rows/Present: Omar",
            "7 ?rows/Present: Tom (ill)",
            "9 -frame: To do",
            "11 Ida: Omar: send the list | open | 2026-03-09 < To do",
        ],
    );
}

#[test]
fn days_of_tasks() {
    hana().check(
        &case("tasks-with-dates.md"),
        &[
            "1 Hana: Call the bank | open | 2026-11-30 | due 2026-11-30",
            "2 Hana: Pay the fee | kept 2026-11-19 | 2026-11-16",
            "3 Hana: Old plan | dropped 2026-11-01 | 2026-10-26",
            "4 Hana: Half-done draft 🔁 every week | open | 2026-11-16",
            "5 -nosuchday(\"2026-02-30\"): Impossible day",
        ],
    );
    let owner = format!("owner/0 = member/{}", hana().me);
    assert_eq!(hana().questions(&case("tasks-with-dates.md")), [owner.as_str(), "week/0 = week/2026-11-16"]);
}

#[test]
fn a_log_whose_weeks_begin_on_sunday() {
    let text = case("log-sunday-weeks.md");
    hana().check(
        &text,
        &[
            "1 -frame: Week of Sep 6 – Sep 12",
            "3 Hana: Applied to two clinics | kept 2026-09-08 | 2026-09-07 < Week of Sep 6 – Sep 12",
            "4 Hana: Call with Mara | kept 2026-09-10 | 2026-09-07 < Week of Sep 6 – Sep 12",
            "6 -frame: Week of Aug 30 – Sept 5",
            "8 Hana: CV rewritten | kept 2026-09-02 | 2026-08-31 < Week of Aug 30 – Sept 5",
            "9 Hana: First list of ten | kept 2026-09-01 | 2026-08-31 < Week of Aug 30 – Sept 5",
        ],
    );
    // A Sunday belongs to the week that ends with it.
    hana().check(
        "## Week of Sep 6 – Sep 12\n**09/06/2026** — Rested 8 hours",
        &[
            "1 -frame: Week of Sep 6 – Sep 12",
            "2 Hana: Rested 8 hours | kept 2026-09-06 | 2026-08-31 < Week of Sep 6 – Sep 12",
        ],
    );
}

#[test]
fn a_table_of_marks() {
    hana().told(IntakeKey::Week(2), IntakeChoice::Week(cycle("2026-06-22"))).check(
        &case("goals-table.md"),
        &[
            "1 -frame: ---",
            "2 -frame: title: Week 26",
            "3 -frame: ---",
            "5 -frame: Goal · Mon · Tue · Result",
            "6 -frame: --- · --- · --- · ---",
            "7 Hana: Run 10 km | kept | 2026-06-22",
            "8 Hana: Draft two pages | partial | 2026-06-22",
            "9 Hana: Call Tom | missed | 2026-06-22",
        ],
    );
    assert_eq!(hana().questions(&case("goals-table.md"))[1..], ["week/2 = ?"]);
}

#[test]
fn a_week_of_notion() {
    let text = case("notion-week.md");
    let left_out = ["1 -frame: Weekly list", "3 -frame: Sept 9 - Sept 13", "5 -frame: ---", "7 -frame: Mon"];
    let asked = ["9 ?year/: Call the clinic", "10 -empty: ", "12 -frame: Tues", "14 ?year/: Two applications"];
    hana().check(&text, &[left_out, asked].concat());
    let answered = [
        "9 Hana: Call the clinic | kept 2024-09-09 | 2024-09-09 < Mon",
        "10 -empty: ",
        "12 -frame: Tues",
        "14 Hana: Two applications | open | 2024-09-09 < Tues",
    ];
    hana().told(IntakeKey::Year, IntakeChoice::Year(2024)).check(&text, &[left_out, answered].concat());
}

#[test]
fn projects_of_notion_are_goals() {
    let text = case("notion-projects.md");
    hana().check(
        &text,
        &[
            "1 -frame: Planner",
            "3 goal Hana: Publish the handbook",
            "5 -frame: ---",
            "7 Hana: Compare three printers | kept | 2026-11-16 | of the goal < Publish the handbook",
            "8 Hana: Write chapter 4 | open | 2026-11-16 | of the goal < Publish the handbook",
            "10 goal Hana: Run the workshop",
            "12 Hana: Book the room | open | 2026-11-16 | of the goal < Run the workshop",
        ],
    );
    let told = hana().told(IntakeKey::Heading("Run the workshop".to_owned()), IntakeChoice::Nothing);
    assert_eq!(super::count(&told.read(&text), Kind::Goal), 1);
}

/// The answers that make everything of the cases readable.
fn answered() -> IntakeAnswers {
    let mut answers = IntakeAnswers::default();
    answers.set(IntakeKey::Person("Zoë 🏔️".to_owned()), IntakeChoice::NewMember);
    answers.set(IntakeKey::DayOrder { table: 0, column: 0 }, IntakeChoice::DayFirst);
    answers.set(IntakeKey::Year, IntakeChoice::Year(2025));
    answers.set(IntakeKey::Week(2), IntakeChoice::Week(cycle("2026-06-22")));
    answers
}

#[test]
fn a_second_import_changes_nothing_and_undo_takes_all_back() {
    for name in CASES {
        let text = case(name);
        let mut answers = answered();
        if name == "log-sunday-weeks.md" {
            answers = IntakeAnswers::default();
        }
        let mut device = Device::found(1, &["Hana", "Omar", "Tom"]);
        device.now = at(NOW);
        let before = device.view.clone();
        let read = |device: &Device| {
            let numbers = NumberFormat { decimal: '.' };
            let present = crate::support::present(&device.view, device.now);
            read_notes(&text, &answers, &IntakeSetting { present, me: device.me.as_ref(), numbers })
        };
        let first = read(&device);
        assert!(first.waiting.is_empty(), "{name}: {:?}", first.waiting);
        assert!(!first.offers.is_empty(), "{name}");
        let written = device.must(Command::from(intake::Command::TakeIn(first.offers.clone())));
        let second = read(&device);
        assert_eq!(second.offers, [], "{name}");
        // Also weeks later, when "this week" is another one.
        device.now = at("2026-12-16T09:00:00Z");
        assert_eq!(read(&device).offers, [], "{name}");
        device.undo(&written);
        let commitments = |circle: &peer_circle::domain::Circle| {
            circle.commitments.values().filter(|commitment| commitment.deleted_at.is_none()).count()
        };
        assert_eq!(commitments(&device.view), commitments(&before), "{name}");
        assert_eq!(device.view.roster().len(), before.roster().len(), "{name}");
    }
}
