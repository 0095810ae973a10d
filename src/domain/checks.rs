//! What every form's words and numbers must be like.

use crate::domain::refusal::{Field, Refusal};

/// Most characters that a single line may have: names, titles, commitments.
pub const LINE_MAX: usize = 200;
/// Most characters that a paragraph may have.
pub const TEXT_MAX: usize = 4_000;

/// A single line that must say something.
pub(super) fn line(field: Field, raw: &str) -> Result<String, Refusal> {
    let text = optional_line(field, raw)?;
    if text.is_empty() { Err(Refusal::Empty(field)) } else { Ok(text) }
}

pub(super) fn optional_line(field: Field, raw: &str) -> Result<String, Refusal> {
    let one_line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    within(field, one_line, LINE_MAX)
}

pub(super) fn text(field: Field, raw: &str) -> Result<String, Refusal> {
    within(field, raw.trim().replace("\r\n", "\n"), TEXT_MAX)
}

pub(super) fn within(field: Field, text: String, max: usize) -> Result<String, Refusal> {
    let length = text.chars().count();
    if length > max { Err(Refusal::TooLong { field, length, max }) } else { Ok(text) }
}

pub(super) fn number(field: Field, value: f64) -> Result<f64, Refusal> {
    if value.is_finite() && value.abs() < 1e12 { Ok(value) } else { Err(Refusal::NotANumber(field)) }
}
