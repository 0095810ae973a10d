//! How steadily members show up and keep what they promise, week by week, in a way that forgives (design 2.4).
//!
//! What was borrowed: the decaying mean from Loop Habit Tracker's score, which never falls to nothing by one bad week
//! (here with a half-life of [`HALF_LIFE`] weeks and divided by the weights, so that a newcomer does not begin at zero);
//! the grace from Beeminder's horizon, by which a slip is foreseen instead of punished; and that progress is noted and
//! seen by others at all from Harkin and others (2016, Psychological Bulletin 142), who found that monitoring helps
//! most when it is written down or public. Nothing here ranks one member against another.

mod streak;
mod weeks;

use crate::domain::member::MemberId;
use crate::domain::rhythm::Cycle;
use crate::domain::week::Tally;

pub use streak::{GRACE_WEEKS, HALF_LIFE, Streak, streak};
pub use weeks::{WeekTable, week_table};

/// Whether a member showed up in a cycle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attendance {
    /// Checked in, in time or late.
    In,
    /// The check-in was missed.
    Missed,
    /// Away, not there yet, or left before.
    Excused,
    /// The check-in can still be sent.
    Pending,
}

/// One cycle of one member.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MemberWeek {
    /// Which cycle; one that the circle held.
    pub cycle: Cycle,
    /// Whether they showed up.
    pub attendance: Attendance,
    /// What became of their commitments.
    pub tally: Tally,
}

impl MemberWeek {
    /// What the week counts, 0 to 1: the share kept, or showing up alone where nothing came to an end. `None` of a week
    /// that says nothing.
    pub fn value(self) -> Option<f64> {
        match self.attendance {
            Attendance::In => Some(self.tally.keep_rate().unwrap_or(1.0)),
            Attendance::Missed => Some(0.0),
            Attendance::Excused | Attendance::Pending => None,
        }
    }
}

/// The cycles of one member, the oldest first.
#[derive(Clone, PartialEq, Debug)]
pub struct SteadyWeeks {
    /// Whose.
    pub member: MemberId,
    /// One of each cycle that the circle held in the time looked at.
    pub weeks: Vec<MemberWeek>,
}
