//! Which check-in is due, and its state.

use super::{CheckIn, CheckInState};
use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::{Cycle, Window};
use crate::domain::time::Timestamp;

impl Circle {
    /// A member's check-in of `cycle`, if it was sent.
    pub fn check_in(&self, cycle: Cycle, member: &MemberId) -> Option<&CheckIn> {
        self.check_ins.get(&CheckIn::id_of(cycle, member)).map(|check_in| &**check_in)
    }

    /// Like [`Present::check_in_state`], where the check-in's `window` is known already.
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
}

impl Present<'_> {
    /// Returns the state of a member's check-in of `cycle`.
    pub fn check_in_state(&self, cycle: Cycle, member: &Member) -> CheckInState {
        let window = self.circle.rhythm.window(self.zones, cycle);
        self.circle.check_in_state_in(window, self.now, cycle, member)
    }

    /// The cycle whose check-in a member would write now: last week's while it can still be sent and
    /// was not, this week's otherwise, and next week's once its window has opened. Weeks in which the circle
    /// pauses are passed over.
    pub fn check_in_cycle(&self, member: &Member) -> Cycle {
        let current = self.cycle();
        let rhythm = &self.circle.rhythm;
        let last = rhythm.last_held(current);
        let window = rhythm.window(self.zones, current);
        match self.check_in_state(last, member) {
            CheckInState::Overdue => last,
            _ if window.is_skipped || self.now >= window.closes => rhythm.next_held(current),
            _ => current,
        }
    }
}
