//! The square code of a link: an independent reader finds in it what was put in.

use crate::support::{Seeded, read_square_code};
use peer_circle::exchange::square_code::of;

/// A link with a payload of the letters that payloads have.
fn link(length: usize, seed: u64) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut dice = Seeded(seed);
    let start = "https://example.org/circle/#update=";
    let payload = (start.len()..length).map(|_| char::from(LETTERS[dice.below(LETTERS.len())]));
    start.chars().chain(payload).collect()
}

#[test]
fn what_was_put_in_is_read() {
    for length in [40, 100, 333, 700, 1_000, 1_273] {
        let text = link(length, length as u64);
        let code = of(&text).unwrap_or_else(|| panic!("{length} characters have no code"));
        assert_eq!(
            read_square_code(&code.path, code.side as usize).as_deref(),
            Some(text.as_str()),
            "{length} characters"
        );
    }
}

#[test]
fn what_no_phone_could_read_has_no_code() {
    assert_eq!(of(&link(1_274, 1)), None);
    assert_eq!(of(&link(9_000, 1)), None);
}

#[test]
fn the_largest_code_has_two_and_a_half_pixels_a_module_on_a_narrow_phone() {
    let code = of(&link(1_273, 2)).expect("a code");
    assert_eq!(code.side, 117 + 8);
    assert!(code.side * 5 <= 320 * 2, "two and a half at 320 CSS pixels");
}
