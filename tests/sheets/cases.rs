//! The small inputs from the life of circles: what is right for each is told by a line of their README.

use crate::told::Table;
use peer_circle::exchange::intake::{TextEncoding, decode};
use std::fs;
use std::path::Path;

fn owner_me() -> String {
    format!("=member/{}", Table::of("").me)
}

#[test]
fn weeks_as_columns_are_a_row_for_each_member_and_week() {
    let table = Table::case("weeks-as-columns.csv");
    assert_eq!(table.open(), ["column/0/0", "column/0/1", "first-week/0"]);
    assert_eq!(table.decided(), ["rows/0=weeks"]);
    assert_eq!((table.offers().len(), table.waiting()), (0, vec![2, 3, 4]));
    let table = table
        .answer("column/0/1", "column/owner")
        .answer("first-week/0", "week/2026-11-02")
        .answer("person/Hana L", "new-member")
        .answer("person/Omar N", "new-member")
        .answer("person/Zoe K", "new-member");
    assert!(table.open().is_empty());
    let offers = table.offers();
    assert_eq!(
        offers[..5],
        [
            "2 | member=Hana L".to_owned(),
            "3 | member=Omar N".to_owned(),
            "4 | member=Zoe K".to_owned(),
            "2 | check-in of +Hana L | week=2026-11-02 | win=10".to_owned(),
            "2 | check-in of +Hana L | week=2026-11-09 | win=10".to_owned(),
        ]
    );
    // Hana L has 4 that count, Omar N and Zoe K 5: pauses and what is to come are none, the stray name is told.
    assert_eq!(offers.len(), 3 + 4 + 5 + 5);
    assert_eq!(table.left_out(), ["4 Zoë Stray { column: \"5\" }"]);
    let commitments = table.answer("rows/0", "kind/commitments").offers();
    assert_eq!(commitments[3], "2 | commitment of +Hana L | 10 | week=2026-11-02");
}

#[test]
fn one_reading_holds_for_a_column() {
    let table = Table::case("semicolon-fr.csv");
    assert!(table.open().is_empty());
    assert_eq!(
        table.decided(),
        [
            "rows/0=kind/goals".to_owned(),
            "column/0/0=column/text".to_owned(),
            "column/0/1=column/due".to_owned(),
            "column/0/2=column/target".to_owned(),
            "column/0/3=column/note".to_owned(),
            "days/0/1=day-first".to_owned(),
            "separator/0/2=decimal-comma".to_owned(),
            format!("owner/0{}", owner_me()),
        ]
    );
    let offers = table.offers();
    let has = |place: usize, parts: &[&str]| parts.iter().all(|part| offers[place].contains(part));
    assert!(has(0, &["Trail des crêtes", "target: 41.0", "due=2026-07-19"]), "{offers:#?}");
    assert!(has(1, &["Marathon", "target: 42.195", "due=2026-11-28"]), "{offers:#?}");
    assert!(has(2, &["Semi du printemps", "target: 21.1", "due=2027-03-08", "why=Inscrit: Non"]), "{offers:#?}");
}

#[test]
fn lines_stay_in_their_cells_and_no_number_is_guessed() {
    let table = Table::case("multiline-cells.csv");
    assert_eq!(table.open(), ["person/Mara/Tom", "person/Tom"]);
    assert_eq!(table.waiting(), [4, 6]);
    let table = table.answer("person/Mara/Tom", "new-member").answer("person/Tom", "new-member");
    let offers = table.offers();
    let first =
        "4 | goal of +Mara/Tom | 1) Answer every ticket in a day\n2) Keep orphan records at or below June levels";
    assert!(offers[2].starts_with(first), "{offers:#?}");
    for kept in
        ["Threshold 50%: >$500K - 50", "Target 100%: 2,014 (-8.2%)", "Weight: 15.00%", "Jul: 12", "Result: T.B.D"]
    {
        assert!(offers[2].contains(kept), "{kept} in {offers:#?}");
    }
    assert!(offers[3].contains("Grow the team") && offers[3].contains("target: 1250.0"), "{offers:#?}");
    assert!(
        table.left_out()[0].starts_with("4 2,014 (-8.2%) Cell { column: \"Target 100%\""),
        "{:?}",
        table.left_out()
    );
    // A title is one line in the circle.
    let made = table.read().counts();
    assert_eq!(made.values().sum::<usize>(), 4);
}

#[test]
fn an_empty_column_parts_two_tables_and_three_columns_make_one_day() {
    let table = Table::case("two-tables.csv");
    assert_eq!(table.open(), ["rows/0"]);
    assert_eq!(table.waiting(), [2, 3, 4]);
    let second = ["2 | goal of Ana | Finish the course", "3 | goal of Ana | Two talks | end=Achieved"];
    assert_eq!(table.offers(), second);
    let offers = table.answer("rows/0", "kind/commitments").offers();
    assert_eq!(
        offers[..6],
        [
            "2 | commitment of Ana | Read? | due=2026-08-15 | outcome=kept",
            "2 | commitment of Ana | Exercise? | due=2026-08-15 | outcome=missed",
            "3 | commitment of Ana | Read? | due=2026-08-16 | outcome=missed",
            "3 | commitment of Ana | Exercise? | due=2026-08-16 | outcome=kept",
            "4 | commitment of Ana | Read? | due=2026-08-17 | outcome=kept",
            "4 | commitment of Ana | Exercise? | due=2026-08-17 | outcome=kept",
        ]
    );
    assert_eq!(offers[6..], second);
}

#[test]
fn nameless_columns_are_left_out_and_a_share_is_of_the_way() {
    let table = Table::case("okr-export.csv");
    assert_eq!(table.open(), ["person/Jonas Weber", "person/Priya Nair"]);
    assert!(!table.decided().iter().any(|decided| decided.starts_with("column/0/13")));
    let offers = table.answer("person/Jonas Weber", "new-member").answer("person/Priya Nair", "new-member").offers();
    let has = |place: usize, parts: &[&str]| parts.iter().all(|part| offers[place].contains(part));
    assert!(has(2, &["goal of +Priya Nair | Ship the guide", "start: 0.0, target: 100.0", "due=2026-12-31"]));
    assert!(
        has(3, &["progress of id/4711 | value=31", "Status: Behind", "\nTwo chapters, then a stop."]),
        "{offers:#?}"
    );
    assert!(has(4, &["goal of +Jonas Weber | Speak twice", "due=2026-09-30", "end=Achieved"]));
    assert!(has(5, &["progress of id/4712 | value=2"]), "{offers:#?}");
}

#[test]
fn times_are_asked_and_less_is_better() {
    let table = Table::case("times-lower-is-better.csv");
    assert_eq!(table.open(), ["clock/0/2"]);
    assert_eq!(table.waiting(), [2, 3]);
    let offers = table.answer("clock/0/2", "by-size").offers();
    // It is there already, and from where it began nobody said.
    assert_eq!(offers[0], "2 | goal of Ana | Half marathon < 1:45 | why=target: 1:45\ncurrent: 1:34:18 | end=Achieved");
    let has = |place: usize, parts: &[&str]| parts.iter().all(|part| offers[place].contains(part));
    assert!(has(1, &["10 km < 45", "start: 2730.0, target: 2700.0"]), "{offers:#?}");
    assert!(has(2, &["10 km < 45", "value=2730"]), "{offers:#?}");
    assert!(has(3, &["Weight < 70 kg", "start: 72.5, target: 70.0"]), "{offers:#?}");
    assert_eq!(offers.len(), 5);
}

#[test]
fn heads_that_nobody_knows_are_asked() {
    let table = Table::case("chinese-headers.csv");
    assert_eq!(table.open(), ["rows/0", "column/0/0", "column/0/1", "column/0/3", "column/0/4"]);
    assert_eq!(table.decided(), ["column/0/2=column/due"]);
    let samples: Vec<String> = table.read().open_questions().flat_map(|question| question.samples.clone()).collect();
    assert!(samples.contains(&"已投递".to_owned()), "{samples:?}");
    let table = table.answer("rows/0", "kind/commitments").answer("column/0/0", "column/text");
    assert_eq!(
        table.offers()[0],
        "2 | commitment of Ana | 青山科技 | due=2026-06-23 | note=职位: 产品经理\n状态: 已投递\n备注: （等回复）"
    );
    assert_eq!(
        table.answer("column/0/3", "column/outcome").offers()[1],
        "3 | commitment of Ana | 青山科技 | due=2026-06-24 | note=职位: 产品经理\n备注: “二面”\n状态: 面试"
    );
}

#[test]
fn a_mark_is_no_part_of_a_name_and_a_range_ends() {
    assert_eq!(
        Table::case("notion-habits.csv").offers(),
        [
            "2 | commitment of Ana | @December 1, 2026 | due=2026-12-04 | outcome=kept | note=Reading: 30",
            "3 | commitment of Ana | @Today | due=2026-12-02",
            "4 | commitment of Ana | Trip | due=2026-12-06 | note=Reading: 12",
        ]
    );
}

#[test]
fn what_is_not_utf_8_is_windows_1252_and_says_so() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases/windows-1252.csv");
    assert_eq!(decode(&fs::read(file).unwrap()).1, TextEncoding::Windows1252);
    assert_eq!(
        Table::case("windows-1252.csv").offers(),
        [
            "2 | goal of Ana | Bewerbung Zürich | due=2026-12-24",
            "3 | goal of Ana | Übung – Gespräch | due=2027-01-03 | end=Achieved",
        ]
    );
}
