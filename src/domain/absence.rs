//! Absences: a member says, ahead or afterwards, on which days the circle could not count on them.

use super::cycle::Cycle;
use super::entity::entity;
use super::ids::{AbsenceId, MemberId};
use super::records::Circle;
use super::rhythms::Rhythms;
use super::time::{Day, Timestamp, ZoneRules, day_plus};

/// Days on which a member is away.
///
/// A member who left and came back leaves one behind as well: declared when they left, without a last day,
/// cancelled when they returned. So the time in between stays a fact after `left_at` is cleared.
#[derive(Clone, PartialEq, Debug)]
pub struct Absence {
    /// Its identity.
    pub id: AbsenceId,
    /// Who is away.
    pub member: MemberId,
    /// The first day, in the circle's zone.
    pub first: Day,
    /// The last day, itself included; `None` until it is cancelled.
    pub last: Option<Day>,
    /// A word to the others.
    pub note: String,
    /// When it was declared.
    pub declared_at: Timestamp,
    /// When it was taken back. What was due before that stays excused, unless the absence was declared afterwards.
    pub cancelled_at: Option<Timestamp>,
}

entity!(Absence by id: AbsenceId);

impl Absence {
    /// Whether `day` is one of its days.
    pub fn covers(&self, day: Day) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// The day of `cycle` that decides whether a member is away in it: the one on which updates are due.
///
/// It is the one day of the week on which everybody is expected to do something, and the lead most of all;
/// who is away on another day only can still take part.
pub(super) fn deciding_day(rhythm: &Rhythms, cycle: Cycle) -> Day {
    day_plus(cycle.first_day(), i64::from(rhythm.of(cycle).updates_due.weekday.num_days_from_monday()))
}

impl Circle {
    /// Whether `member` is away in `cycle`: an absence covers the day on which updates are due, and was not
    /// cancelled before that instant. Whoever is away owes no check-in.
    ///
    /// An absence that was declared after that instant excuses for as long as it is not cancelled at all.
    pub fn is_away(&self, zones: &dyn ZoneRules, member: &MemberId, cycle: Cycle) -> bool {
        self.is_away_when_due(member, cycle, self.rhythm.due(zones, cycle).at)
    }

    /// The same for who knows the instant at which updates of `cycle` are due.
    pub(super) fn is_away_when_due(&self, member: &MemberId, cycle: Cycle, due: Timestamp) -> bool {
        let day = deciding_day(&self.rhythm, cycle);
        self.absences.values().any(|absence| {
            let holds = |at| at > due && absence.declared_at <= due;
            &absence.member == member && absence.covers(day) && absence.cancelled_at.is_none_or(holds)
        })
    }

    /// A member's absences that were not cancelled and end on `today` or later, the next one first.
    pub fn absences_ahead(&self, member: &MemberId, today: Day) -> Vec<&Absence> {
        let ahead = |absence: &&Absence| {
            &absence.member == member && absence.cancelled_at.is_none() && absence.last.is_none_or(|last| last >= today)
        };
        let mut found: Vec<&Absence> = self.absences.values().map(|absence| &**absence).filter(ahead).collect();
        found.sort_by(|a, b| (a.first, &a.id).cmp(&(b.first, &b.id)));
        found
    }
}
