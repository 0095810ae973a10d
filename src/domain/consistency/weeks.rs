//! Members by weeks: what the streaks are read from.

use super::{Attendance, MemberWeek, SteadyWeeks};
use crate::domain::check_in::CheckInState;
use crate::domain::insight::Insights;
use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::rhythm::{Cycle, Window};

/// Members by the weeks that the circle held.
#[derive(Clone, PartialEq, Debug)]
pub struct WeekTable {
    /// The weeks, the oldest first.
    pub cycles: Vec<Cycle>,
    /// Every member who belongs now, in roster order; each with one week per cycle.
    pub members: Vec<SteadyWeeks>,
}

impl WeekTable {
    /// The weeks of `member`.
    pub fn of(&self, member: &MemberId) -> &[MemberWeek] {
        self.members.iter().find(|found| &found.member == member).map_or(&[], |found| &found.weeks)
    }
}

/// Reads the last `count` weeks that the circle held off the circle as it is now, the running one included: what
/// [`Insights`] say of the commitments, and who showed up.
pub fn week_table(present: Present<'_>, count: usize) -> WeekTable {
    let circle = present.circle;
    let Insights { cycles, members: rows } = Insights::of(present, count);
    let windows: Vec<Window> = cycles.iter().map(|cycle| circle.rhythm.window(present.zones, *cycle)).collect();
    let members = circle.roster().into_iter().zip(rows).map(|(member, row)| {
        let weeks = cycles.iter().zip(&windows).zip(row.tallies).map(|((cycle, window), tally)| MemberWeek {
            cycle: *cycle,
            attendance: attendance(present, *window, *cycle, member),
            tally,
        });
        SteadyWeeks { member: member.id.clone(), weeks: weeks.collect() }
    });
    let members = members.collect();
    WeekTable { cycles, members }
}

fn attendance(present: Present<'_>, window: Window, cycle: Cycle, member: &Member) -> Attendance {
    match present.circle.check_in_state_in(window, present.now, cycle, member) {
        CheckInState::Submitted | CheckInState::Late => Attendance::In,
        CheckInState::Missed => Attendance::Missed,
        CheckInState::Excused => Attendance::Excused,
        CheckInState::Upcoming | CheckInState::Open | CheckInState::Overdue => Attendance::Pending,
    }
}
