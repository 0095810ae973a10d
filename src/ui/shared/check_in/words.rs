//! Check-ins, as several pages speak of them.

use crate::domain::CheckInState;

pub const WIN: &str = "win";
pub const BLOCKER: &str = "blocker";
pub const ASKS: &str = "asks";

pub const fn state(state: CheckInState) -> &'static str {
    match state {
        CheckInState::Upcoming => "not open yet",
        CheckInState::Open => "not in yet",
        CheckInState::Overdue => "overdue",
        CheckInState::Submitted => "checked in",
        CheckInState::Late => "checked in late",
        CheckInState::Missed => "missed",
        CheckInState::Excused => "excused",
    }
}
