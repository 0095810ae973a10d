//! Which session a circle has at hand.

use super::Session;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::{Clock, Cycle};
use crate::domain::time::{DAY, MINUTE};

/// The cycle whose session the circle has at hand.
///
/// The last held week's, until its session has been over for a day, or while somebody who started it within
/// the last day has not ended it; else the running week's, or the next held one's where the circle does not meet and
/// nobody holds a session all the same.
pub fn session_cycle(present: Present<'_>) -> Cycle {
    let (rhythm, current) = (&present.circle.rhythm, present.cycle());
    let last = rhythm.last_held(current);
    if is_fresh(present, last) {
        last
    } else if rhythm.is_skipped(current) && !goes_on(present, current) {
        rhythm.next_held(current)
    } else {
        current
    }
}

impl Circle {
    /// The session of `cycle`, if anything was noted of it.
    pub fn session(&self, cycle: Cycle) -> Option<&Session> {
        self.sessions.get(&cycle).map(|session| &**session)
    }
}

/// Whether the session of `cycle`, a week that is over, still goes on or has only just been.
fn is_fresh(present: Present<'_>, cycle: Cycle) -> bool {
    let Present { circle, zones, now } = present;
    if cycle < circle.first_cycle(zones) {
        return false;
    }
    let minutes = i64::from(circle.rhythm.of(cycle).session.minutes);
    let session = circle.rhythm.occasion(zones, cycle, Clock::Session);
    let was_just_held = session.is_some_and(|session| now < session.at.plus(minutes * MINUTE + DAY));
    was_just_held || goes_on(present, cycle)
}

/// Whether somebody started the session of `cycle` within the last day, and nobody has ended it.
fn goes_on(present: Present<'_>, cycle: Cycle) -> bool {
    let Present { circle, now, .. } = present;
    let session = circle.session(cycle).filter(|session| session.ended_at.is_none());
    let started_at = session.and_then(|session| session.started_at);
    started_at.is_some_and(|started_at| started_at <= now && now < started_at.plus(DAY))
}
