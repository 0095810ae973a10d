//! Whatever the text is: no panic, no line lost, and work that grows with its length.

use super::Reader;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// The numbers of all lines that come back, one by one.
fn numbers(reading: &peer_circle::exchange::intake::IntakeReading) -> Vec<usize> {
    let offers = reading.offers.iter().map(|offer| offer.line);
    let waiting = reading.waiting.iter().map(|row| row.line);
    offers.chain(waiting).chain(reading.left_out.iter().map(|row| row.line)).collect()
}

/// A line in the shapes of notes, with anything in between.
fn line() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec![
        "- [x] ",
        "- [ ] ",
        "- ",
        "1. ",
        "✅ ",
        "❌",
        "# ",
        "## ",
        "**",
        "| ",
        "[",
        "> ",
        "---",
        "  ",
        "",
        "\u{200e}[13/11/2026, 9:09\u{202f}AM] Ana: ",
        "13.11.26, 15:05 - ",
        "05/12/26 10:10 - Ben: ",
        "**09/08/2026** — ",
        "Sept 9 - ",
        "Week 3",
        "📅 2026-02-30 ",
        "\\",
        ":x: |",
    ]);
    (mark, "[-*|#\\[\\]0-9.a-c:/ éא️\u{200e}✅📅<>()]{0,14}|\\PC{0,10}").prop_map(|(mark, rest)| format!("{mark}{rest}"))
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,60}(\n\\PC{0,30}){0,4}") {
        Reader::new(&["Ana", "Ben"]).read(&text);
    }

    #[test]
    fn every_line_comes_back(lines in prop::collection::vec(line(), 1..12)) {
        let text = lines.join("\n");
        let reading = Reader::new(&["Ana", "Ben"]).read(&text);
        let numbers = numbers(&reading);
        let count = text.lines().count();
        prop_assert!(numbers.iter().all(|number| (1..=count).contains(number)), "{:?} of {}", numbers, count);
        let distinct: BTreeSet<usize> = numbers.iter().copied().collect();
        prop_assert_eq!(distinct.len(), numbers.len(), "{:?}", numbers);
        let counted: usize = reading.passed_over.values().sum();
        // A line that says something is back, counted, or goes on with the item above.
        let said = text.lines().filter(|line| line.chars().any(char::is_alphanumeric)).count();
        let goes_on = text.lines().filter(|line| line.starts_with(' ')).count();
        if !peer_circle::exchange::notes::is_chat(&text) {
            prop_assert!(numbers.len() + counted + goes_on >= said, "{:?}", reading);
        }
    }
}

#[test]
fn long_texts_take_time_in_proportion() {
    let shapes = [
        "- [ ] Call 2 studios 📅 2026-11-30",
        "- Call",
        "go on",
        "  go on",
        "## Heading",
        "| One | ✅ |",
        "**09/08/2026** — Applied",
        "13/11/2026, 09:09 - Ben: - [x] Call",
        "13/11/2026, 09:09 - Somebody: - [x] Call",
        "* * * * * * * * * * [ [ [ ] ] ] ** ** ** __ __",
    ];
    let reader = Reader::new(&["Ana", "Ben"]);
    for shape in shapes {
        let took = |lines: usize| {
            let first = if shape.starts_with("go") || shape.starts_with("  go") { "- [ ] One\n" } else { "" };
            let text = format!("{first}{}", vec![shape; lines].join("\n"));
            let begun = Instant::now();
            reader.read(&text);
            begun.elapsed()
        };
        took(50);
        // A machine that is busy with something else is asked again.
        let is_fair = || {
            let (few, many) = (took(500), took(5_000));
            many < few * 40 + Duration::from_millis(100)
        };
        assert!((0..4).any(|_| is_fair()), "{shape}");
    }
}
