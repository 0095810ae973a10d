//! How many have checked in.

use super::CheckInState;
use crate::domain::present::Present;
use crate::domain::rhythm::Cycle;

/// How many of those who are expected have checked in. Who is excused is not expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CheckInCount {
    /// Whose check-in is in.
    pub checked_in: usize,
    /// Whose check-in is in, or to come.
    pub expected: usize,
}

impl CheckInCount {
    /// Counts `states`, one of each member.
    pub fn of(states: &[CheckInState]) -> Self {
        let expected = states.iter().filter(|state| **state != CheckInState::Excused);
        let checked_in = states.iter().filter(|state| state.is_in());
        Self { checked_in: checked_in.count(), expected: expected.count() }
    }
}

impl Present<'_> {
    /// How many have checked in for `cycle`.
    pub fn check_in_count(&self, cycle: Cycle) -> CheckInCount {
        let states = self.circle.roster().into_iter().map(|member| self.check_in_state(cycle, member));
        CheckInCount::of(&states.collect::<Vec<_>>())
    }
}
