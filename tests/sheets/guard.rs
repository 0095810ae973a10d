//! The guard against formulas (OWASP, *CSV Injection*).

use crate::told::Table;
use peer_circle::exchange::intake::{guarded, sheet_rows, unguarded};
use proptest::prelude::*;

#[test]
fn what_a_spreadsheet_would_compute_is_guarded_and_numbers_are_not() {
    let check = |text: &str, expected: &str| {
        assert_eq!(guarded(text), expected, "{text}");
        assert_eq!(unguarded(expected), text, "{expected}");
    };
    check("=1+1", "'=1+1");
    check("+49 30 123", "'+49 30 123");
    check("- call Ben", "'- call Ben");
    check("@Ana", "'@Ana");
    check("\tTab", "'\tTab");
    check("\rReturn", "'\rReturn");
    for wide in ["＝1", "＋1", "－1", "＠Ana"] {
        check(wide, &format!("'{wide}"));
    }
    check("-5", "-5");
    check("-0.25", "-0.25");
    check("-5%", "'-5%");
    check("+5", "'+5");
    check("-", "'-");
    check("-1.2.3", "'-1.2.3");
    // A text that begins with the guard.
    check("'=x", "''=x");
    check("''-Bar", "'''-Bar");
    check("'tis", "'tis");
    check("3-4", "3-4");
    check("", "");
}

#[test]
fn the_cells_of_the_case_come_back_as_they_were() {
    let rows = sheet_rows(&Table::case("formula-cells.csv").text);
    // What the file holds is what was written there before a guard was known: the texts themselves.
    let texts = [
        "-5",
        "+49 30 123",
        "- call Ben",
        "@Ana",
        "=1+1",
        "'=x",
        "''-Bar",
        "\tTab",
        "007",
        "1E5",
        "a,b",
        "two\nlines",
        "TRUE",
        "3-4",
    ];
    let written: String =
        texts.chunks(2).map(|pair| format!("\"{}\",\"{}\"\r\n", guarded(pair[0]), guarded(pair[1]))).collect();
    let back: Vec<String> = sheet_rows(&written).into_iter().flat_map(|row| row.cells).collect();
    assert_eq!(back, texts);
    let lines: Vec<usize> = rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [1, 2, 3, 4, 5, 6, 7, 9]);
}

proptest! {
    #[test]
    fn every_text_comes_back_and_none_begins_with_a_sign(text in "['=+@\t\r＝＋－＠a1.-]{0,6}\\PC{0,4}") {
        let cell = guarded(&text);
        prop_assert_eq!(unguarded(&cell), &text);
        let is_number = text.parse::<f64>().is_ok();
        prop_assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']));
    }
}
