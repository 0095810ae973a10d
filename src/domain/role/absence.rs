//! Absences: a member says, ahead or afterwards, on which days the circle could not count on them.

use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::time::{Day, Timestamp};

id! {
    /// One absence of a member.
    AbsenceId;
}

/// Days on which a member is away.
///
/// A member who left and came back leaves one behind as well: declared when they left, without a last day,
/// cancelled when they returned. So the time in between stays a fact after `left_at` is cleared. Who leaves with a season
/// has one from its end on, see [`Absence::is_leave`].
#[derive(Clone, PartialEq, Debug)]
pub struct Absence {
    /// Its id, the same for ever.
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

/// What the id begins with of an absence by which somebody leaves.
const LEAVE: &str = "leave~";

entity!(Absence by id: AbsenceId, of member);

impl Absence {
    /// The one id of the absence by which `member` leaves with the season called `season`.
    pub(in crate::domain) fn leave_id(season: &str, member: &MemberId) -> AbsenceId {
        AbsenceId::new(&format!("{LEAVE}{season}~{member}"))
    }

    /// Whether it is how somebody leaves with a season: that is told, and taken back, where the season's end is.
    pub fn is_leave(&self) -> bool {
        self.id.as_str().starts_with(LEAVE)
    }

    /// Whether `day` is one of its days.
    pub fn covers(&self, day: Day) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}
