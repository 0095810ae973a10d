//! What was understood of a number, and what was not.

use crate::domain::{Number, NumberFault, NumberKind};
use crate::platform::number_text;

/// What stands beside the field before it is saved: "1,500" or "50 %".
fn understood(number: Number) -> String {
    match number.kind {
        NumberKind::Plain => number_text(number.value),
        NumberKind::Percent => format!("{} %", number_text(number.value)),
    }
}

/// The same in a sentence.
pub fn read_as(number: Number) -> String {
    read_as_text(&understood(number))
}

/// The same of a number that was written out already.
pub fn read_as_text(text: &str) -> String {
    format!("Read as {text}")
}

/// Why a text is not taken, and what to write instead.
pub fn fault(fault: &NumberFault) -> String {
    match fault {
        NumberFault::Empty => "A number is needed.".to_owned(),
        NumberFault::NoDigits => "Write a number, such as 12 or 7.5.".to_owned(),
        NumberFault::Words(words) => format!("Write the number alone, without “{words}”."),
        NumberFault::Separators => {
            "The commas, points or spaces are in unusual places. Write only the digits.".to_owned()
        }
        NumberFault::Ambiguous { grouped, decimal } => {
            format!("Is this {grouped} or {}? Write it the way you mean it.", number_text(*decimal))
        }
        NumberFault::TooLarge => "This number is too large.".to_owned(),
        NumberFault::NotWhole => "Write a whole number.".to_owned(),
        NumberFault::NoTime => "Write a time, such as 45:30 or 1:45:00.".to_owned(),
    }
}
