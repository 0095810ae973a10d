//! Keeping a spreadsheet from taking somebody's words for a formula.
//!
//! By OWASP's *CSV Injection*: a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return, or with the
//! full-width form of one, gets an apostrophe before it. A text that begins with apostrophes before such a sign gets one
//! more, so that taking one off gives back what was. Plain numbers stay numbers: `-5` is no formula.

/// What spreadsheets take for the beginning of a formula.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The mark of a guarded cell.
const GUARD: char = '\'';

/// `text` as it can be written into a cell.
pub fn guarded(text: &str) -> String {
    let is_open = text.trim_start_matches(GUARD).starts_with(SIGNS) && !is_number(text);
    if is_open { format!("{GUARD}{text}") } else { text.to_owned() }
}

/// The text that [`guarded`] made `cell` of; any other cell as it is.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(text) if text.trim_start_matches(GUARD).starts_with(SIGNS) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet reads `text` as the number that it is: `-5`, `-0.25`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].into_iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
