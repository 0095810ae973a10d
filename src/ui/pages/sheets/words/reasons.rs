//! Why something of a text is not taken.

use super::{kind, outcome};
use crate::exchange::intake::{CellFault, IntakeReason, PassedOver};
use crate::ui::text::{count, numbers, problems};

/// Why a row, or what of it, is not taken.
pub fn reason(reason: &IntakeReason) -> String {
    let words = match reason {
        IntakeReason::Empty => "it says nothing",
        IntakeReason::NoWords => "the words are missing",
        IntakeReason::NotWanted => "left out as you chose",
        IntakeReason::Known(of) => return format!("{}: in the circle already, and stays as it is there", kind(*of)),
        IntakeReason::KnownOpen(of) => {
            let said = outcome(*of);
            return format!(
                "in the circle already, where it is still open. This says {said}: its owner can say so on Week"
            );
        }
        IntakeReason::Refused(refusal) => return problems::refusal(refusal),
        IntakeReason::Cell { column, fault } => return format!("in “{column}”: {}", self::fault(fault)),
        IntakeReason::Stray { column } => return format!("in “{column}”: a word among numbers"),
        IntakeReason::NoGoal => "nobody has this goal yet",
        IntakeReason::Present => "it says only who was there",
        IntakeReason::Frame => "a heading",
        IntakeReason::Paused => "a pause",
        IntakeReason::NoTask => "nothing in it is to be done",
        IntakeReason::NoSuchDay(day) => return format!("there is no day {day}"),
        IntakeReason::MovedOn => "it went on in a later week",
        IntakeReason::Again { line } => return format!("says again what line {line} says"),
    };
    words.to_owned()
}

fn fault(fault: &CellFault) -> String {
    let words = match fault {
        CellFault::NoDay => "no day, kept as a note",
        CellFault::NoSuchDay => "there is no such day, kept as a note",
        CellFault::Number(fault) => return format!("kept as a note. {}", numbers::fault(fault)),
        CellFault::NoAnswer => "neither yes nor no, kept as a note",
        CellFault::OpenQuote => "its quotes are never closed",
    };
    words.to_owned()
}

/// What was passed over, counted.
pub fn passed_over(what: PassedOver, n: usize) -> String {
    match what {
        PassedOver::Empty => count(n, "empty row", "empty rows"),
        PassedOver::Paused => count(n, "pause", "pauses"),
        PassedOver::Notice => count(n, "notice of the chat", "notices of the chat"),
        PassedOver::Media => count(n, "picture or file", "pictures and files"),
        PassedOver::Talk => count(n, "other message", "other messages"),
    }
}
