//! What messengers and mail programs do to a link: taken all the same, or told as damaged. Never half taken.

use crate::support::Seeded;
use crate::{APP, of_length};
use peer_circle::exchange::update_message::{MessageError, link, read};
use proptest::prelude::*;

/// Characters of the links that are damaged: a short message, a week's, two that outgrow what is usual.
const LENGTHS: [usize; 4] = [500, 1_990, 4_100, 9_000];

/// Checks that a link of each length is taken after `damage`.
fn check_taken(name: &str, damage: impl Fn(&str) -> String) {
    for chars in LENGTHS {
        let (message, link) = of_length(chars);
        assert_eq!(read(&damage(&link)), [Ok(message)], "{name}, {chars} characters");
    }
}

/// Checks that a link of each length is told as damaged after `damage`.
fn check_told(name: &str, damage: impl Fn(&str) -> String) {
    for chars in LENGTHS {
        let (_, link) = of_length(chars);
        let found = read(&damage(&link));
        assert!(
            matches!(found[..], [Err(MessageError::Damaged | MessageError::CutShort { .. })]),
            "{name}, {chars} characters: {found:?}"
        );
    }
}

/// `text` with `between` after every `every` characters.
fn broken(text: &str, every: usize, between: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(every).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}

#[test]
fn whole_links_are_found_in_any_text() {
    check_taken("alone", str::to_owned);
    check_taken("with words", |link| format!("*Ana's check-in*\nKept 2 of 3.\n\n{link}\n\nSee you on Friday!"));
    check_taken("with a full stop", |link| format!("Here: {link}."));
    check_taken("in brackets", |link| format!("({link})"));
    check_taken("in pointed brackets", |link| format!("<{link}>"));
    check_taken("with a tracker", |link| format!("{link}&fbclid=IwAR0123456789abcdef"));
    check_taken("as a Markdown link", |link| format!("[{link}]({link})").split("](").next().unwrap_or("").to_owned());
}

#[test]
fn what_breaks_a_link_apart_is_passed_over() {
    check_taken("blanks", |link| broken(link, 61, " "));
    check_taken("line breaks", |link| broken(link, 76, "\r\n"));
    check_taken("quoting", |link| broken(&format!("> {link}"), 70, "\n> "));
    check_taken("quoting twice", |link| broken(&format!(">> {link}"), 70, "\n>> "));
    check_taken("soft breaks of a mail", |link| broken(&link.replace('=', "=3D"), 75, "=\r\n").replace("=3D", "="));
    check_taken("zero-width spaces", |link| broken(link, 40, "\u{200b}"));
    check_taken("no-break spaces", |link| broken(link, 33, "\u{a0}"));
}

#[test]
fn percent_encoding_is_undone() {
    check_taken("the mark", |link| link.replacen("#update=", "%23update%3D", 1));
    check_taken("the mark, in small letters", |link| link.replacen("#update=", "%23update%3d", 1));
    check_taken("all signs", |link| link.replace('-', "%2D").replace('_', "%5F"));
    check_taken("some letters", |link| {
        let (start, payload) = link.split_at(link.len() - 30);
        let encoded: String = payload.bytes().map(|byte| format!("%{byte:02X}")).collect();
        format!("{start}{encoded}")
    });
}

#[test]
fn what_lost_something_is_told() {
    check_told("cut in the head", |link| link[..APP.len() + 12].to_owned());
    check_told("cut in the middle", |link| link[..link.len() / 2].to_owned());
    check_told("its last character gone", |link| link[..link.len() - 1].to_owned());
    check_told("shortened for showing", |link| format!("{}…", &link[..120]));
    check_told("cut, with words behind", |link| format!("{}\n\nSee you on Friday!", &link[..link.len() - 9]));
    check_told("a stretch gone", |link| format!("{}{}", &link[..200], &link[230..]));
    check_told("in small letters", str::to_lowercase);
    check_told("two letters swapped", |link| {
        let at = (150..link.len() - 1).find(|at| link.as_bytes()[*at] != link.as_bytes()[at + 1]).unwrap();
        format!("{}{}{}{}", &link[..at], &link[at + 1..at + 2], &link[at..=at], &link[at + 2..])
    });
}

#[test]
fn several_messages_are_told_apart() {
    let (first, one) = of_length(500);
    let (second, two) = of_length(1_990);
    let chat = format!("[19:02] Ana: {one}\n[19:04] Ben: {}\n[19:09] Chen: {two}", &one[..one.len() - 20]);
    let found = read(&chat);
    assert_eq!(found.len(), 3);
    assert_eq!(found[0], Ok(first));
    assert!(found[1].is_err(), "the cut one ends where the next begins");
    assert_eq!(found[2], Ok(second));
}

#[test]
fn every_single_change_of_a_character_is_noticed() {
    let (message, link) = of_length(500);
    let start = link.find('#').unwrap() + "#update=".len();
    let mut seeded = Seeded(5);
    for at in start..link.len() - 1 {
        let other = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[seeded.below(64)];
        if link.as_bytes()[at] != other {
            let changed = format!("{}{}{}", &link[..at], char::from(other), &link[at + 1..]);
            assert!(read(&changed)[0].is_err(), "at {at}");
        }
    }
    assert_eq!(read(&link), [Ok(message)]);
}

proptest! {
    #[test]
    fn a_damaged_message_is_never_another_one(
        cut in any::<prop::sample::Index>(), length in 0_usize..40, put in "[A-Za-z0-9_-]{0,40}", chars in 200_usize..3_000
    ) {
        let (message, link) = of_length(chars);
        let at = cut.index(link.len());
        let end = (at + length).min(link.len());
        let damaged = format!("{}{put}{}", &link[..at], &link[end..]);
        for found in read(&damaged) {
            prop_assert!(found.is_err() || found == Ok(message.clone()));
        }
    }
}

#[test]
fn a_link_is_short_enough_for_its_content() {
    let (message, written) = of_length(1_990);
    assert_eq!(link(APP, &message), Some(written));
}
