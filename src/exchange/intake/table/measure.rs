//! Numbers and times in cells.

use super::columns::time_parts;
use crate::domain::{NumberFault, NumberFormat, read_number};

/// What two numbers with a colon are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeForm {
    /// Hours and minutes.
    HoursFirst,
    /// Minutes and seconds.
    MinutesFirst,
    /// Hours and minutes up to 4:59, minutes and seconds from 5:00 on.
    BySize,
}

/// Reads a number whose fraction begins with `fraction`, or a time in seconds.
///
/// # Errors
/// A [`NumberFault`] that says what is in the way.
pub fn read_measure(cell: &str, fraction: char, clock: TimeForm) -> Result<f64, NumberFault> {
    if let Some(parts) = time_parts(cell) {
        return Ok(f64::from(seconds(&parts, clock)));
    }
    // The one sign that begins a fraction and nothing else.
    let sure: String = match cell.rsplit_once(fraction) {
        Some((whole, rest)) if !whole.contains(fraction) => format!("{whole}٫{rest}"),
        _ => cell.to_owned(),
    };
    read_number(&sure, NumberFormat { decimal: fraction }).map(|number| number.value)
}

fn seconds(parts: &[u32], clock: TimeForm) -> u32 {
    match (parts, clock) {
        ([hours, minutes, seconds], _) => (hours * 60 + minutes) * 60 + seconds,
        ([first, second], TimeForm::HoursFirst) => (first * 60 + second) * 60,
        ([first, second], TimeForm::BySize) if *first < 5 => (first * 60 + second) * 60,
        ([first, second], TimeForm::MinutesFirst | TimeForm::BySize) => first * 60 + second,
        _ => 0,
    }
}
