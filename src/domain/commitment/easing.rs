//! Easing a commitment: before it is due that is renegotiated, afterwards it was missed (design 2.4). Tightening is free.

use super::Commitment;
use crate::domain::records::Circle;
use crate::domain::time::{Timestamp, ZoneRules, day_plus};
use chrono::NaiveTime;

impl Circle {
    /// The instant from which it is too late to ease `commitment`: the end of the day that its owner named, on the circle's
    /// clocks, or when the check-ins of its cycle are due.
    pub fn commitment_due(&self, zones: &dyn ZoneRules, commitment: &Commitment) -> Timestamp {
        match commitment.due {
            Some(day) => {
                let midnight = day_plus(day, 1).and_time(NaiveTime::MIN);
                zones.resolve(&self.rhythm.of(commitment.cycle).zone, midnight).at
            }
            None => self.rhythm.due(zones, commitment.cycle).at,
        }
    }
}

/// Whether `after` asks for less than `before`: a later day, or none; or the same words with a smaller first number.
///
/// Other words are taken as the same promise said better: nobody can tell by rule.
pub fn eases(before: &Commitment, after: &Commitment) -> bool {
    let is_later = match (before.due, after.due) {
        (Some(before), Some(after)) => after > before,
        (Some(_), None) => true,
        (None, _) => false,
    };
    let (old, new) = (FirstNumber::of(&before.text), FirstNumber::of(&after.text));
    is_later || old.zip(new).is_some_and(|(old, new)| old.frame == new.frame && new.value < old.value)
}

/// The first number of a text, and the text around it.
struct FirstNumber<'a> {
    value: u64,
    frame: [&'a str; 2],
}

impl<'a> FirstNumber<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let begin = text.find(|c: char| c.is_ascii_digit())?;
        let length = text[begin..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - begin);
        let (before, after) = (&text[..begin], &text[begin + length..]);
        let value = text[begin..begin + length].parse().ok()?;
        Some(Self { value, frame: [before, after] })
    }
}
