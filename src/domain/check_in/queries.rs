//! Which check-in is due, and its state.

use super::{CheckIn, CheckInState};
use crate::domain::member::{Member, MemberId};
use crate::domain::records::Circle;
use crate::domain::rhythm::{Cycle, Window};
use crate::domain::time::{Timestamp, ZoneRules};

impl Circle {
    /// A member's check-in of `cycle`, if it was sent.
    pub fn check_in(&self, cycle: Cycle, member: &MemberId) -> Option<&CheckIn> {
        self.check_ins.get(&CheckIn::id_of(cycle, member)).map(|check_in| &**check_in)
    }

    /// Returns the state of a member's check-in of `cycle` at `now`.
    pub fn check_in_state(&self, zones: &dyn ZoneRules, now: Timestamp, cycle: Cycle, member: &Member) -> CheckInState {
        self.check_in_state_in(self.rhythm.window(zones, cycle), now, cycle, member)
    }

    /// Like [`Self::check_in_state`], where the check-in's `window` is known already.
    pub(in crate::domain) fn check_in_state_in(
        &self,
        window: Window,
        now: Timestamp,
        cycle: Cycle,
        member: &Member,
    ) -> CheckInState {
        let sent = self.check_in(cycle, &member.id).map(|check_in| check_in.submitted_at);
        let state = CheckInState::at(now, window, sent, member.joined_at);
        if self.is_away_when_due(&member.id, cycle, window.due) { state.excused() } else { state }
    }

    /// The cycle whose check-in a member would write at `now`: last week's while it can still be sent and
    /// was not, this week's otherwise, and next week's once its window has opened. Weeks in which the circle
    /// pauses are passed over.
    pub fn check_in_cycle(&self, zones: &dyn ZoneRules, now: Timestamp, member: &Member) -> Cycle {
        let current = self.rhythm.cycle_at(zones, now);
        let last = self.rhythm.last_held(current);
        let window = self.rhythm.window(zones, current);
        match self.check_in_state(zones, now, last, member) {
            CheckInState::Overdue => last,
            _ if window.is_skipped || now >= window.closes => self.rhythm.next_held(current),
            _ => current,
        }
    }
}
