//! The rhythm, as several pages speak of it.

use crate::domain::{Clock, LocalTime};

pub const NEXT: &str = "Next events";
pub const EDIT: &str = "Change the rhythm";
pub const MOVED: &str = "moved";
pub const NO_TIME: &str = "A time is needed.";
pub const NOTHING_HINT: &str = "The circle pauses for a long time. End a pause under The season to go on.";

pub const fn clock(clock: Clock) -> &'static str {
    match clock {
        Clock::CheckIns => "Check-ins due",
        Clock::Session => "Session",
        Clock::NextSteps => "Next commitments due",
    }
}

pub fn there(city: &str, time: &str) -> String {
    format!("{time} in {city}")
}

/// What is odd about a local time, as clocks change.
pub const fn odd(kind: LocalTime) -> &'static str {
    match kind {
        LocalTime::Unambiguous => "",
        LocalTime::Fold => "clocks go back: the first of the two",
        LocalTime::Gap => "clocks go forward over it: moved on",
    }
}
