//! Lengths of time as people write them: `1:45:00`, `45:30`, `1 h 45 min`.
//!
//! Two numbers with one colon are minutes and seconds here, as runners write them. Where another reading is possible
//! (the columns of a sheet), who asks decides, and says so by writing all three.

use super::number::{NUMBER_MAX, NumberFault, NumberFormat, read_number};

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3_600.0;

/// Reads a length of time in seconds.
///
/// A bare number is refused, unless it is zero: nobody can tell its minutes from its seconds.
///
/// # Errors
/// A [`NumberFault`]; [`NumberFault::NoTime`] for what has no such form.
pub fn read_duration(text: &str, format: NumberFormat) -> Result<f64, NumberFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberFault::Empty);
    }
    let is_nothing = read_number(text, format).is_ok_and(|number| number.value == 0.0);
    let seconds = if is_nothing {
        0.0
    } else if text.contains([':', '：']) {
        colons(text, format)?
    } else {
        units(text, format)?
    };
    if seconds >= NUMBER_MAX { Err(NumberFault::TooLarge) } else { Ok(seconds) }
}

/// `h:mm:ss` or `m:ss`; the last part may have a fraction.
fn colons(text: &str, format: NumberFormat) -> Result<f64, NumberFault> {
    let parts: Vec<&str> = text.split([':', '：']).collect();
    if !(2..=3).contains(&parts.len()) {
        return Err(NumberFault::NoTime);
    }
    let mut seconds = 0.0;
    for (place, part) in parts.iter().enumerate() {
        let value = part_of(part, format)?;
        let (is_first, is_last) = (place == 0, place + 1 == parts.len());
        if (!is_first && value >= MINUTE) || (!is_last && value.fract() != 0.0) {
            return Err(NumberFault::NoTime);
        }
        seconds = seconds * MINUTE + value;
    }
    Ok(seconds)
}

/// `1 h 45 min`, `90s`: numbers, each with its unit, the larger unit first.
fn units(text: &str, format: NumberFormat) -> Result<f64, NumberFault> {
    let mut rest = text;
    let (mut seconds, mut below) = (0.0, f64::INFINITY);
    while !rest.is_empty() {
        let end = rest.find(char::is_alphabetic).ok_or(NumberFault::NoTime)?;
        let (number, after) = rest.split_at(end);
        let unit_end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, left) = after.split_at(unit_end);
        let unit = unit_seconds(&unit.to_lowercase()).filter(|unit| *unit < below).ok_or(NumberFault::NoTime)?;
        seconds += part_of(number, format)? * unit;
        below = unit;
        rest = left.trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}']);
    }
    Ok(seconds)
}

fn unit_seconds(unit: &str) -> Option<f64> {
    match unit {
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" => Some(HOUR),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(MINUTE),
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" => Some(1.0),
        _ => None,
    }
}

fn part_of(text: &str, format: NumberFormat) -> Result<f64, NumberFault> {
    let number = read_number(text, format).map_err(|_| NumberFault::NoTime)?;
    if number.value < 0.0 { Err(NumberFault::NoTime) } else { Ok(number.value) }
}

/// Writes `seconds` as `h:mm:ss`, or as `m:ss` below an hour, to a hundredth of a second. [`read_duration`] reads it
/// back.
pub fn duration_text(seconds: f64) -> String {
    let hundredths = (seconds.abs() * 100.0).round();
    let whole = (hundredths / 100.0).floor();
    let (hours, minutes, rest) = ((whole / HOUR).floor(), (whole % HOUR / MINUTE).floor(), whole % MINUTE);
    let sign = if seconds < 0.0 && hundredths > 0.0 { "-" } else { "" };
    let fraction = match hundredths % 100.0 {
        0.0 => String::new(),
        part => format!(".{part:02}").trim_end_matches('0').to_owned(),
    };
    if hours > 0.0 {
        format!("{sign}{hours}:{minutes:02}:{rest:02}{fraction}")
    } else {
        format!("{sign}{minutes}:{rest:02}{fraction}")
    }
}
