//! Who is late, and who drifts away (design 2.4): what the check-in lead looks at.

use super::CheckInState;
use crate::domain::Arrange;
use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{HOUR, Timestamp};

/// How long before it is due a missing check-in is worth a friendly word.
pub const DUE_SOON: i64 = 24 * HOUR;
/// How many cycles that were held are looked back upon for misses.
const LOOK_BACK: usize = 12;

/// How late a check-in is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lateness {
    /// It is due within [`DUE_SOON`].
    DueSoon,
    /// It was due and can still be sent.
    Overdue,
    /// It was missed, the last of so many in a row.
    Missed(u32),
}

/// Somebody whose check-in is missing.
#[derive(Clone, PartialEq, Debug)]
pub struct Late {
    /// Who.
    pub member: MemberId,
    /// How late.
    pub lateness: Lateness,
    /// When it is or was due.
    pub due: Timestamp,
}

/// Who is late with the check-in of `cycle`, in roster order. Who is excused is not.
pub fn late(present: Present<'_>, cycle: Cycle) -> Vec<Late> {
    let Present { circle, zones, now } = present;
    let due = circle.rhythm.window(zones, cycle).due;
    let mut found = Vec::new();
    for member in circle.roster() {
        let lateness = match present.check_in_state(cycle, member) {
            CheckInState::Open if now.plus(DUE_SOON) >= due => Lateness::DueSoon,
            CheckInState::Overdue => Lateness::Overdue,
            CheckInState::Missed => Lateness::Missed(missed_in_a_row(present, cycle, member)),
            CheckInState::Upcoming
            | CheckInState::Open
            | CheckInState::Submitted
            | CheckInState::Late
            | CheckInState::Excused => continue,
        };
        found.push(Late { member: member.id.clone(), lateness, due });
    }
    found
}

/// Whose check-in the circle waits for: the running week's, or the next one's once that can be sent
/// instead, and the last one's while it can still be sent. Each member once, in roster order within a week, the older week first.
pub fn awaited(present: Present<'_>) -> Vec<Late> {
    let Present { circle, zones, now } = present;
    let current = present.cycle();
    let mut found = late(present, circle.rhythm.last_held(current));
    found.retain(|late| late.lateness == Lateness::Overdue);
    let is_over = now >= circle.rhythm.window(zones, current).closes;
    let cycle = if is_over { circle.rhythm.next_held(current) } else { current };
    for late in late(present, cycle) {
        if !found.iter().any(|other| other.member == late.member) {
            found.push(late);
        }
    }
    found
}

/// What the circle does about somebody who drifts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DriftStep {
    /// One miss: the lead writes a private word.
    Nudge,
    /// Two: a buddy calls.
    Buddy,
    /// Three or more: whether the charter still fits goes onto the agenda.
    Charter,
}

/// Somebody who has missed check-ins in a row.
#[derive(Clone, PartialEq, Debug)]
pub struct Drift {
    /// Who.
    pub member: MemberId,
    /// How many in a row, excused ones not counted.
    pub missed: u32,
    /// What is due now.
    pub step: DriftStep,
    /// The last cycle of which the circle has their check-in, however long ago; `None` where there is none yet.
    pub last: Option<Cycle>,
}

/// Who drifts: the most misses first, then in roster order.
///
/// Looks back over twelve cycles. An excused cycle neither counts nor ends the run.
pub fn drift(present: Present<'_>) -> Vec<Drift> {
    let (circle, current) = (present.circle, present.cycle());
    let mut found = Vec::new();
    for member in circle.roster() {
        let missed = missed_in_a_row(present, current, member);
        let step = match missed {
            0 => continue,
            1 => DriftStep::Nudge,
            2 => DriftStep::Buddy,
            _ => DriftStep::Charter,
        };
        found.push(Drift { member: member.id.clone(), missed, step, last: last_check_in(circle, &member.id) });
    }
    found.arrange_by_key(|drift| std::cmp::Reverse(drift.missed));
    found
}

/// The newest cycle of which the circle has a check-in of `member`.
fn last_check_in(circle: &Circle, member: &MemberId) -> Option<Cycle> {
    let own = circle.check_ins.values().filter(|check_in| &check_in.member == member);
    own.map(|check_in| check_in.cycle).max()
}

/// The run of misses of `member` that ends with `cycle`, or with the newest before it that is over. Weeks before they
/// joined do not count.
fn missed_in_a_row(present: Present<'_>, cycle: Cycle, member: &Member) -> u32 {
    let rhythm = &present.circle.rhythm;
    let joined = rhythm.cycle_at(present.zones, member.joined_at);
    let mut missed = 0;
    let looked_at = std::iter::successors(Some(cycle), |cycle| Some(rhythm.last_held(*cycle)));
    for cycle in looked_at.take(LOOK_BACK).take_while(|cycle| *cycle >= joined) {
        match present.check_in_state(cycle, member) {
            CheckInState::Missed => missed += 1,
            CheckInState::Submitted | CheckInState::Late => break,
            CheckInState::Upcoming | CheckInState::Open | CheckInState::Overdue | CheckInState::Excused => {}
        }
    }
    missed
}

/// To whom the check-in lead writes a word: the one source of every screen that says who, or that nobody is.
#[derive(Clone, PartialEq, Debug)]
pub struct NeedsWord {
    /// Whose check-in is awaited.
    pub awaited: Vec<Late>,
    /// Who has missed check-ins in a row. Somebody may be in both.
    pub drifting: Vec<Drift>,
}

impl NeedsWord {
    /// Reads it off the circle as it is now.
    pub fn of(present: Present<'_>) -> Self {
        Self { awaited: awaited(present), drifting: drift(present) }
    }

    /// Everybody once, those first whose check-in is awaited.
    pub fn people(&self) -> Vec<&MemberId> {
        let awaited = self.awaited.iter().map(|late| &late.member);
        let mut people: Vec<&MemberId> = Vec::new();
        for who in awaited.chain(self.drifting.iter().map(|drift| &drift.member)) {
            if !people.contains(&who) {
                people.push(who);
            }
        }
        people
    }
}
