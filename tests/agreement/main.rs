//! A group's written agreement: each line is offered as something, asked about, or left out with its number.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle::domain::CharterPart;
use peer_circle::exchange::agreement::{AgreementLine, AgreementOffer as Offer, read_agreement};
use proptest::prelude::*;

const WRITTEN: &str = "# How we work

| Name | Time zone | Contact |
|---|---|---|
| Hana | UTC+9 | chat |
| Omar | UTC+1 | chat |

1. We meet Sundays, 45 minutes, camera on.
2. Who cannot come says so a day before.
3. What is said here stays here.

## When we disagree

We ask a third member.

## Signatures
";

/// One line in short: number, sign of its offer, text.
fn short(line: &AgreementLine) -> String {
    let offer = match &line.offer {
        Offer::Norm => "norm".to_owned(),
        Offer::Part(part) => part.key().to_owned(),
        Offer::Person { name, reach } => format!("person {name}/{reach}"),
        Offer::Open => "?".to_owned(),
        Offer::LeftOut(reason) => format!("{reason:?}").to_lowercase(),
    };
    format!("{} {offer}: {}", line.number, line.text)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read_agreement(text).iter().map(short).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn an_agreement_becomes_rules_and_people() {
    let expected = [
        "1 heading: How we work",
        "3 frame: Name · Time zone · Contact",
        "4 frame: --- · --- · ---",
        "5 person Hana/UTC+9, chat: Hana · UTC+9 · chat",
        "6 person Omar/UTC+1, chat: Omar · UTC+1 · chat",
        "8 norm: We meet Sundays, 45 minutes, camera on.",
        "9 norm: Who cannot come says so a day before.",
        "10 norm: What is said here stays here.",
        "12 heading: When we disagree",
        "14 ?: We ask a third member.",
        "16 heading: Signatures",
    ];
    check(WRITTEN, &expected);
    check(&WRITTEN.replace('\n', "\r\n"), &expected);
    check(&format!("\u{feff}{WRITTEN}"), &expected);
    assert_eq!(read_agreement(WRITTEN)[9].heading, "When we disagree");
}

#[test]
fn lists_come_in_many_marks() {
    let marks = [
        "-",
        "*",
        "+",
        "•",
        "–",
        "1.",
        "12)",
        "(3)",
        "a)",
        "✅",
        "✔\u{fe0f}",
        "- [ ]",
        "- [x]",
        "☐",
        "1\u{fe0f}\u{20e3}",
        "٣.",
    ];
    for mark in marks {
        check(&format!("{mark} Camera on"), &["1 norm: Camera on"]);
    }
    check("**Camera** on", &["1 ?: Camera on"]);
    check("- **Camera** on", &["1 norm: Camera on"]);
    check("3.5 hours a week", &["1 ?: 3.5 hours a week"]);
    check("-5 degrees", &["1 ?: -5 degrees"]);
    check("2026: the year", &["1 ?: 2026: the year"]);
    check("- Camera on,\n  also on trains\n- On time", &["2 norm: Camera on, also on trains", "3 norm: On time"]);
    check("-", &["1 frame: -"]);
    check("\n \n\t\n", &[]);
}

#[test]
fn headings_say_what_is_below_them() {
    check(
        "Members:\n- Hana (UTC+9, chat)\n- Omar – UTC+1\n- Lê Thị Mai, mail",
        &[
            "1 heading: Members",
            "2 person Hana/UTC+9, chat: Hana (UTC+9, chat)",
            "3 person Omar/UTC+1: Omar – UTC+1",
            "4 person Lê Thị Mai/mail: Lê Thị Mai, mail",
        ],
    );
    check(
        "**Who is in**\n* Everyone who comes to 3 sessions.",
        &["1 heading: Who is in", "2 ?: Everyone who comes to 3 sessions."],
    );
    check(
        "Purpose\n=======\nWe find better jobs.",
        &["1 heading: Purpose", "2 frame: =======", "3 purpose: We find better jobs."],
    );
    let parts = [
        ("Our goals", CharterPart::Outcome),
        ("Confidentiality", CharterPart::Confidentiality),
        ("If you cannot come", CharterPart::Absence),
        ("How to leave", CharterPart::Leaving),
        ("Contact", CharterPart::Contact),
        ("Why we meet", CharterPart::Purpose),
    ];
    for (heading, part) in parts {
        check(&format!("## {heading}\n- x"), &[&format!("1 heading: {heading}"), &format!("2 {}: x", part.key())]);
    }
    check(
        "# Signatures\nHana, 3 May\n- Omar",
        &["1 heading: Signatures", "2 signature: Hana, 3 May", "3 signature: Omar"],
    );
}

#[test]
fn tables_of_people_have_names() {
    check("Who\tZone\nHana\tUTC+9", &["1 frame: Who · Zone", "2 person Hana/UTC+9: Hana · UTC+9"]);
    check(
        "| Rule | Since |\n|:--|--:|\n| Camera on | May |",
        &["1 frame: Rule · Since", "2 frame: :-- · --:", "3 ?: Camera on · May"],
    );
    check("# Team\n| Hana | UTC+9 |\n| | |", &["1 heading: Team", "2 person Hana/UTC+9: Hana · UTC+9"]);
    check(
        "| Zone | Name |\n|---|---|\n| UTC+9 | Hana |",
        &["1 frame: Zone · Name", "2 frame: --- · ---", "3 person Hana/UTC+9: UTC+9 · Hana"],
    );
}

#[test]
fn a_chat_speaks_by_its_members_and_by_itself() {
    let chat = "[12/11/25, 8:15:03\u{202f}PM] Rowers: \u{200e}Messages and calls are end-to-end encrypted
[12/11/25, 8:16:00\u{202f}PM] Ana: *How we work*
1. Camera on
2. On time: 18:00
\u{200e}[12/11/25, 8:17:00\u{202f}PM] Ben: \u{200e}image omitted
[12/11/25, 8:18:00\u{202f}PM] Ben: - No advice before a question
12.11.25, 20:19 - Ana hat Ben hinzugefügt
12.11.25, 20:20 - Ana: <Media omitted>
12.11.25, 20:21 - Dr. C. & Co: 3) What is said here stays here";
    check(
        chat,
        &[
            "1 notice: Messages and calls are end-to-end encrypted",
            "2 heading: How we work",
            "3 norm: Camera on",
            "4 norm: On time: 18:00",
            "5 notice: image omitted",
            "6 norm: No advice before a question",
            "7 notice: Ana hat Ben hinzugefügt",
            "8 notice: <Media omitted>",
            "9 norm: What is said here stays here",
        ],
    );
}

proptest! {
    /// Every line that says something is returned exactly once, in its order, or goes on with an item above.
    #[test]
    fn no_line_is_lost(text in "([-*|#\\[\\]0-9.a-z:\\t éא️ ]{0,14}\n){0,9}") {
        let read = read_agreement(&text);
        let numbers: Vec<_> = read.iter().map(|line| line.number).collect();
        prop_assert!(numbers.is_sorted_by(|a, b| a < b), "{:?}", numbers);
        let is_said = |line: &str| line.chars().any(char::is_alphabetic);
        let count = text.lines().filter(|line| is_said(line)).count();
        let goes_on = text.lines().filter(|line| is_said(line) && line.starts_with([' ', '\t'])).count();
        prop_assert!(read.len() + goes_on >= count, "{} of {}", read.len(), count);
        let letters = |text: &str| text.chars().filter(|c| c.is_ascii_lowercase()).count();
        let kept: usize = read.iter().map(|line| letters(&line.text)).sum();
        // The letter of `a)` and the x of a box are marks.
        prop_assert!(kept + 2 * count >= letters(&text), "{:?}", read);
    }
}
