//! No bytes make the reader panic, and no file takes longer than its length.

use crate::told::Table;
use peer_circle::exchange::intake::{IntakeChoice, decode};
use proptest::prelude::*;
use std::fmt::Write;

/// Text that looks like a table more often than bytes do.
fn like_a_table() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        "Name|Owner|Goal|Done|Due|Target|Week|Status|Week 1|Week 2|Week 3|id|Progress %|Day|Month|Year",
        "[0-9]{1,9}[./:,-]?[0-9]{0,4}[./:,-]?[0-9]{0,4}",
        "yes|no|-|x|TRUE|Ana|Ben|Mara/Tom|Dec 4, 2026|4 → 5|31/02/2026|45984|\"|\"\"|''=",
        "\\PC{0,12}",
    ];
    let row = proptest::collection::vec(cell, 1..9).prop_map(|cells| cells.join(","));
    proptest::collection::vec(row, 0..12).prop_map(|rows| rows.join("\n"))
}

/// Answers the first open question by its first choice, until none is open.
fn answered(mut table: Table) -> Table {
    for _ in 0..40 {
        let reading = table.read();
        let Some((key, choice)) =
            reading.open_questions().find_map(|q| Some((q.key.clone(), q.choices.first()?.clone())))
        else {
            return table;
        };
        table.answers.set(key, choice);
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let (text, _) = decode(&bytes);
        answered(Table::of(&text)).read();
    }

    #[test]
    fn anything_like_a_table_is_read_and_every_row_told(text in like_a_table()) {
        let table = answered(Table::of(&text));
        let reading = table.read();
        // The answers are stored and come back.
        let stored = table.answers.to_json();
        prop_assert_eq!(peer_circle::exchange::intake::IntakeAnswers::from_json(&stored), table.answers.clone());
        // A choice is one of those that were offered.
        for question in &reading.questions {
            let is_offered = question.chosen.as_ref().is_none_or(|chosen| {
                question.choices.contains(chosen) || matches!(chosen, IntakeChoice::Meaning(_) | IntakeChoice::Kind(_))
            });
            prop_assert!(is_offered, "{question:?}");
        }
    }
}

#[test]
fn five_thousand_rows_take_no_square() {
    let mut text = "Task,Owner,Due,Done,Notes\n".to_owned();
    for nth in 0..5_000 {
        writeln!(
            text,
            "Send application {nth},Person {},{}/11/2026,{},\"a \"\"b\"\"\nc\"",
            nth % 400,
            nth % 28 + 1,
            nth % 2 == 0
        )
        .unwrap();
    }
    let table = Table::of(&text);
    let reading = table.read();
    assert_eq!(reading.waiting.len(), 5_000);
    let mut answers = table.answers.clone();
    for question in reading.open_questions() {
        answers.set(question.key.clone(), IntakeChoice::NewMember);
    }
    let table = Table { answers, ..table };
    let reading = table.read();
    assert_eq!((reading.offers.len(), reading.waiting.len()), (5_400, 0));
}
