//! The awkward forms that days, numbers, answers and tables have in people's sheets.

use crate::support::day;
use crate::told::Table;
use peer_circle::domain::Day;
use peer_circle::exchange::intake::{
    BinaryForm, CellFault, DayForm, DayOrder, OrderFound, TextEncoding, binary_form, decode, order_of, read_day,
    sheet_rows,
};

fn today() -> Day {
    day("2026-11-25")
}

#[test]
fn bytes_are_text_in_one_of_three_encodings() {
    let check = |bytes: &[u8], text: &str, encoding: TextEncoding| {
        assert_eq!(decode(bytes), (text.to_owned(), encoding), "{bytes:?}");
    };
    check("Zoë".as_bytes(), "Zoë", TextEncoding::Utf8);
    check(b"\xef\xbb\xbfName", "Name", TextEncoding::Utf8);
    check(b"\xff\xfeZ\0o\0\xeb\0", "Zoë", TextEncoding::Utf16);
    check(b"\xfe\xff\0Z\0o\0\xeb", "Zoë", TextEncoding::Utf16);
    check(b"\xff\xfe\x3d\xd8\x4b\xdc", "👋", TextEncoding::Utf16);
    check(b"\xff\xfe\x3d\xd8", "\u{fffd}", TextEncoding::Utf16);
    check(b"Z\xfcrich \x96 5 \x80", "Zürich – 5 €", TextEncoding::Windows1252);
    check(b"\xef\xbb\xbf\xff", "\u{fffd}", TextEncoding::Utf8);
    check(b"", "", TextEncoding::Utf8);
}

#[test]
fn what_is_no_text_is_told_from_text() {
    let check = |bytes: &[u8], expected: Option<BinaryForm>| assert_eq!(binary_form(bytes), expected, "{bytes:?}");
    check(b"PK\x03\x04rest", Some(BinaryForm::Workbook));
    check(b"\xd0\xcf\x11\xe0\xa1", Some(BinaryForm::Workbook));
    check(b" \n{\"format\":1}", Some(BinaryForm::Json));
    check(b"\x89PNG\0\0", Some(BinaryForm::Other));
    check(b"\xff\xfeZ\0", None);
    check(b"Name,{x}", None);
    check(b"", None);
}

#[test]
fn days_are_read_in_every_form() {
    let check = |text: &str, expected: &str| {
        assert_eq!(read_day(text, today()), Ok(DayForm::Known(day(expected))), "{text}");
    };
    check("2026-11-23", "2026-11-23");
    check("2026/11/23", "2026-11-23");
    check("2026.11.23", "2026-11-23");
    check("20261123", "2026-11-23");
    check("2026-11-23T00:00", "2026-11-23");
    check("2026-06-23 00:00:00", "2026-06-23");
    check("2026-04-18 15:40:17 UTC", "2026-04-18");
    check("2026-11-23T19:05:54.120Z", "2026-11-23");
    check("Nov 23, 2026", "2026-11-23");
    check("November 23rd, 2026", "2026-11-23");
    check("Mon, Nov 23, 2026", "2026-11-23");
    check("December 4, 2026 8:45 AM", "2026-12-04");
    check("23 November 2026", "2026-11-23");
    check("23. Dez. 2026", "2026-12-23");
    check("Montag, 23. November 2026", "2026-11-23");
    check("23 août 2026", "2026-08-23");
    check("23 de noviembre de 2026", "2026-11-23");
    check("23.11.26", "2026-11-23");
    check("03.01.2027", "2027-01-03");
    check("2026年11月23日", "2026-11-23");
    check("45984", "2025-11-23");
    check("45984.5", "2025-11-23");
    check("December 3, 2026 → December 6, 2026", "2026-12-06");
    check("Sep 6 – Sep 12", "2026-09-12");
    check("Sept 9", "2026-09-09");
    check("Jan 3", "2027-01-03");
    check("1.1.70", "1970-01-01");
}

#[test]
fn what_is_no_day_says_so() {
    let check = |text: &str, expected: CellFault| assert_eq!(read_day(text, today()), Err(expected), "{text}");
    for text in ["", "T.B.D", "next week", "Marathon 12 2026", "12", "3/4", "1,500", "Nov 2026", "007", "1/2/3/4", "→"]
    {
        check(text, CellFault::NoDay);
    }
    for text in ["2026-02-30", "31.04.2026", "Feb 30, 2026", "13/13/2026", "0000-01-01", "2026-13-01"] {
        check(text, CellFault::NoSuchDay);
    }
}

#[test]
fn one_day_decides_the_order_of_a_column() {
    let check = |days: &[&str], expected: OrderFound| {
        let forms = days.iter().map(|text| read_day(text, today()).unwrap());
        assert_eq!(order_of(forms), expected, "{days:?}");
    };
    check(&["05/12/2026", "28/11/2026"], OrderFound::Decided(DayOrder::DayFirst));
    check(&["05/12/2026", "11/28/2026"], OrderFound::Decided(DayOrder::MonthFirst));
    check(&["05/12/2026", "06/12/26"], OrderFound::Open);
    check(&["28/11/2026", "11/28/2026"], OrderFound::Open);
    check(&["2026-11-23", "05.12.2026", "5/5/2026"], OrderFound::NotNeeded);
    check(&[], OrderFound::NotNeeded);
}

#[test]
fn cells_are_parted_by_what_explains_most_rows() {
    let check = |text: &str, expected: &[&[&str]]| {
        let rows: Vec<Vec<String>> = sheet_rows(text).into_iter().map(|row| row.cells).collect();
        assert_eq!(rows, expected, "{text:?}");
    };
    check("a,b\r\n1,2", &[&["a", "b"], &["1", "2"]]);
    check("a;b\n1,5;2\n", &[&["a", "b"], &["1,5", "2"]]);
    check("a\tb\n1, 2, 3\t4\n", &[&["a", "b"], &["1, 2, 3", "4"]]);
    check("sep=|\na|b\n", &[&["a", "b"]]);
    check("| a | b |\n|---|:-:|\n| 1 |  |\n", &[&["a", "b"], &["1", ""]]);
    check("a,b\r1,2", &[&["a", "b"], &["1", "2"]]);
    check("\"a \"\"x\"\"\nb\",c\nd,e", &[&["a \"x\"\nb", "c"], &["d", "e"]]);
    check("\"a, b\" c,d\n1,2", &[&["a, b c", "d"], &["1", "2"]]);
    check("5\" pipe,b\n1,2", &[&["5\" pipe", "b"], &["1", "2"]]);
    check("\"open,b\n1,2", &[&["\"open", "b"], &["1", "2"]]);
    check("one\ntwo", &[&["one"], &["two"]]);
    check("", &[]);
}

/// What one commitment has for an outcome where a table says `cell` in a column of that name.
fn outcome(header: &str, cell: &str) -> String {
    let offers = Table::of(&format!("Task,{header}\nCall,{cell}\n")).offers();
    let (_, said) = offers[0].split_once("Call").unwrap();
    said.trim_start_matches(" | ").to_owned()
}

#[test]
fn a_yes_and_a_word_say_what_became_of_a_row() {
    let check = |header: &str, cell: &str, expected: &str| assert_eq!(outcome(header, cell), expected, "{cell}");
    for yes in ["TRUE", "Yes", "Oui", "Ja", "✓", "x", "✅", "Sí", "1", ":heavy_check_mark:"] {
        check("Done", yes, "outcome=kept");
    }
    for no in ["FALSE", "No", "Non", "Nein", "", "☐", "0"] {
        check("Done", no, "");
    }
    check("Done", "half", "note=Done: half");
    check("Status", "Completed", "outcome=kept");
    check("Status", "not-started", "");
    check("Status", "In progress", "");
    check("Status", "Cancelled", "outcome=dropped");
    check("Status", "teilweise", "outcome=partial");
    check("Status", "Missed", "outcome=missed");
    check("Status", "Behind", "note=Status: Behind");
}

#[test]
fn several_people_in_a_cell_are_asked_about_and_not_taken_for_the_first() {
    let check = |owner: &str, open: &[&str]| {
        let table = Table::of(&format!("Task,Owner\nCall 2 studios,\"{owner}\"\n"));
        assert_eq!(table.open(), open, "{owner}");
    };
    for both in ["Ana & Ben", "Ana and Ben", "Ana, Ben", "Ana/Ben", "Ana + Ben", "Ana und Ben", "Ana y Ben"] {
        check(both, &[&format!("person/{both}")]);
    }
    check("Ana Maria", &[]);
    check("Ana E", &[]);
    check("ana", &[]);
}

#[test]
fn days_that_no_row_decides_are_asked_once_for_the_column() {
    let text = "Task,Due\nCall,05/12/2026\nWrite,06/12/2026\nRest,2026-12-24\n";
    assert_eq!(Table::of(text).open(), ["days/0/1"]);
    assert_eq!(Table::of(text).waiting(), [2, 3]);
    assert_eq!(Table::of(text).offers(), ["4 | commitment of Ana | Rest | due=2026-12-24"]);
    let read = Table::of(text).answer("days/0/1", "month-first").offers();
    assert_eq!(
        read[..2],
        ["2 | commitment of Ana | Call | due=2026-05-12", "3 | commitment of Ana | Write | due=2026-06-12"]
    );
}

#[test]
fn a_day_that_there_is_not_is_kept_as_a_note_and_told() {
    let table = Table::of("Task,Due\nCall,30/02/2026\nWrite,28/02/2026\n");
    assert_eq!(table.offers()[0], "2 | commitment of Ana | Call | note=Due: 30/02/2026");
    assert_eq!(table.left_out(), ["2 30/02/2026 Cell { column: \"Due\", fault: NoSuchDay }"]);
}

#[test]
fn tables_below_each_other_are_parted_and_named() {
    let text = "Our goals,,\nGoal,Due,Done\nCourse,2026-12-01,no\n,,\nPromises,,\nTask,Owner,Due\nCall,Ben,2026-11-27\n,,\nWrite,Ana,\n";
    assert_eq!(
        Table::of(text).offers(),
        [
            "3 | goal of Ana | Course | due=2026-12-01",
            "7 | commitment of Ben | Call | due=2026-11-27",
            "9 | commitment of Ana | Write",
        ]
    );
    let headings: Vec<String> = Table::of(text).read().offers.into_iter().map(|offer| offer.heading).collect();
    assert_eq!(headings, ["Our goals", "Promises", "Promises"]);
}

#[test]
fn rows_keep_their_identity_wherever_they_are() {
    let ids = |text: &str| {
        let mut ids: Vec<_> = Table::of(text).read().offers.into_iter().map(|offer| offer.identity).collect();
        ids.sort();
        ids
    };
    let first = "Task,Due,Done\nCall,2026-11-27,no\nRun,2026-11-26,no\nRun,2026-11-26,no\n";
    let moved = "Due,Task,Done,New\n2026-11-26,Run,yes,\n2026-11-27,CALL,yes,x\n2026-11-26,Run,no,\n";
    assert_eq!(ids(first), ids(moved));
    let other = "Task,Due,Done\nCall,2026-11-28,no\nRun,2026-11-26,no\nRun,2026-11-26,no\n";
    assert_ne!(ids(first), ids(other));
}
