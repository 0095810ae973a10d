//! Check-ins: a member's word about one cycle.

mod command;
mod count;
mod drift;
mod queries;
mod writing;

use crate::domain::entity::Entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::rhythm::{Cycle, Window};
use crate::domain::time::Timestamp;

pub(in crate::domain) use command::decide;
pub use command::{CheckInDraft, Command};
pub use count::CheckInCount;
pub use drift::{DUE_SOON, Drift, DriftStep, Late, Lateness, NeedsWord, awaited, drift, late};
pub use writing::{CheckInTexts, CommitmentTexts, OutcomeTexts, to_settle};

id! {
    /// One check-in: `<cycle>~<member>`, so that two devices of a member write the same one.
    CheckInId;
}

/// What a member tells the circle about one cycle.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckIn {
    /// Which cycle.
    pub cycle: Cycle,
    /// Who speaks.
    pub member: MemberId,
    /// When it was first sent.
    pub submitted_at: Timestamp,
    /// What went well.
    pub win: String,
    /// What stood in the way.
    pub blocker: String,
    /// What the circle can help with.
    pub ask: String,
    /// Confidence in the next week, 1 to 5.
    pub confidence: Option<u8>,
}

impl CheckIn {
    /// The one id that a member's check-in of a cycle can have.
    pub fn id_of(cycle: Cycle, member: &MemberId) -> CheckInId {
        CheckInId::new(&format!("{cycle}~{member}"))
    }
}

impl Entity for CheckIn {
    type Id = CheckInId;

    fn id(&self) -> CheckInId {
        Self::id_of(self.cycle, &self.member)
    }

    fn owner(&self) -> Option<&MemberId> {
        Some(&self.member)
    }
}

/// The state of a member's check-in of a cycle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckInState {
    /// The window has not opened.
    Upcoming,
    /// It may be written and is not due yet.
    Open,
    /// It is due and missing; it can still be sent, late.
    Overdue,
    /// Sent in time.
    Submitted,
    /// Sent after it was due.
    Late,
    /// The next window has opened without it.
    Missed,
    /// Not expected: the member was away or not there yet, or the circle pauses that week.
    Excused,
}

impl CheckInState {
    /// The state at `now` of a check-in with `window`, sent at `submitted` if at all, of someone who has
    /// belonged to the circle since `joined`.
    pub fn at(now: Timestamp, window: Window, submitted: Option<Timestamp>, joined: Timestamp) -> Self {
        let is_excused = window.is_skipped || joined > window.due;
        match submitted {
            Some(at) if at <= window.due || is_excused => Self::Submitted,
            Some(_) => Self::Late,
            None if is_excused => Self::Excused,
            None if now < window.opens => Self::Upcoming,
            None if now <= window.due => Self::Open,
            None if now < window.closes => Self::Overdue,
            None => Self::Missed,
        }
    }

    /// The same of a member who was away: what was not sent is not expected.
    pub fn excused(self) -> Self {
        match self {
            Self::Submitted | Self::Late => self,
            Self::Upcoming | Self::Open | Self::Overdue | Self::Missed | Self::Excused => Self::Excused,
        }
    }

    /// Whether the circle has it.
    pub fn is_in(self) -> bool {
        matches!(self, Self::Submitted | Self::Late)
    }
}
