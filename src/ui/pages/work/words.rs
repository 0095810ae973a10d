//! A role's work: what to do this week, and how far it is.

use crate::domain::CarryDemand;

pub const TABS: &str = "Roles";
pub const TURN: &str = "The turn";
pub const CHECKLIST: &str = "What to do";
pub const CHECKLIST_EMPTY: &str = "This role has no list yet.";
pub const CHECKLIST_EDIT: &str = "Write one under Roles";
pub const TICKS: &str = "What the circle’s records show ticks itself. Your own ticks stay on this device.";
pub const SERVED: &str = "Mark as done";
pub const SERVED_SAID: &str = "Turn marked as done";
pub const CLAIM: &str = "Step in";
pub const CLAIM_SAID: &str = "The turn is yours. Thank you";
pub const CLAIM_HINT: &str = "Its time was over a day ago: anyone may do it now, and gets the credit.";
pub const TO_ROLES: &str = "All roles and turns";
pub const TO_SESSION: &str = "Go to the session";
pub const NO_ROLES: &str = "All roles are paused";
pub const NO_ROLES_HINT: &str = "Nobody has a turn this week. Resume a role when the circle wants it back.";

/// "Your turn, until Sunday"
pub fn mine(until: &str) -> String {
    format!("Your turn, until {until}")
}

/// What follows a name: "Ben has the turn, until Sunday".
pub fn theirs(until: &str) -> String {
    format!("has the turn, until {until}")
}

pub fn nobody(until: &str) -> String {
    format!("Nobody has the turn until {until}")
}

pub const PAUSED_WEEK: &str = "The circle does not meet this week: no turns";

/// `week` as in "9 Nov": the last one that was held may be long ago.
pub fn last_mine(week: &str) -> String {
    format!("You had the turn in the week of {week}")
}

/// What follows a name.
pub fn last_theirs(week: &str) -> String {
    format!("had the turn in the week of {week}")
}

pub fn last_nobody(week: &str) -> String {
    format!("Nobody had the turn in the week of {week}")
}

pub const fn last_turn_hint(is_mine: bool) -> &'static str {
    if is_mine { "If it is done, say so." } else { CLAIM_HINT }
}

pub fn served(ago: &str) -> String {
    format!("Done {ago}")
}

pub fn shadows(names: &str) -> String {
    format!("New here and watching: {names}.")
}

pub fn ticked(done: usize, all: usize) -> String {
    format!("{done} of {all}")
}

/// The goal tracker's screen.
pub mod tracker {
    use super::CarryDemand;

    pub const WAITING: &str = "Waiting for an outcome";
    pub const NOTHING: &str = "Nothing left over";
    pub const NOTHING_HINT: &str = "Every commitment of earlier weeks has its outcome.";
    pub const GOALS: &str = "Goals that have not moved";
    pub const TO_GOALS: &str = "Your goals and commitments";
    pub const BY_ITSELF: &str = "What was carried three times comes to the session by itself.";
    pub const AT_SESSION: &str = "comes to the session by itself";
    pub const ON_AGENDA: &str = "on the agenda";
    pub const ADD: &str = "Put it on the agenda";
    pub const ADDED: &str = "It is on the agenda of this week’s session";

    pub fn add(text: &str) -> String {
        format!("{ADD}: {text}")
    }

    pub fn weeks(weeks: i64) -> String {
        match weeks {
            0 => "this week’s".to_owned(),
            1 => "since last week".to_owned(),
            n => format!("for {n} weeks"),
        }
    }

    /// What the next carry asks for.
    pub const fn next(demand: CarryDemand) -> &'static str {
        match demand {
            CarryDemand::Reason => "carrying it asks for a reason",
            CarryDemand::Change => "carrying it again asks for a smaller step",
            CarryDemand::Session => "a third carry brings it to the session",
        }
    }

    /// This week's commitments, which nobody needs to ask about yet.
    pub fn fresh(count: usize) -> String {
        match count {
            1 => "1 commitment of this week, still open".to_owned(),
            n => format!("{n} commitments of this week, still open"),
        }
    }

    pub fn still(weeks: i64) -> String {
        format!("no move for {weeks} weeks")
    }
}
