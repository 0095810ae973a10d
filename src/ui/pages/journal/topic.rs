//! What is told together.

use crate::domain::Kind;

/// A group of kinds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JournalTopic {
    /// Commitments, and what others say to them.
    Commitments,
    /// Goals, the shared aim, and what was measured of them.
    Goals,
    /// Check-ins.
    CheckIns,
    /// Sessions with their agenda, decisions and digests.
    Sessions,
    /// Feedback.
    Feedback,
    /// All else.
    Others,
}

impl JournalTopic {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Commitments, Self::Goals, Self::CheckIns, Self::Sessions, Self::Feedback, Self::Others];

    /// The one that tells of records of `kind`.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Commitment | Kind::Reply => Self::Commitments,
            Kind::Goal | Kind::Progress | Kind::Aim | Kind::AimProgress => Self::Goals,
            Kind::CheckIn => Self::CheckIns,
            Kind::Session | Kind::AgendaItem | Kind::Decision | Kind::Digest => Self::Sessions,
            Kind::Feedback | Kind::FeedbackRequest => Self::Feedback,
            _ => Self::Others,
        }
    }

    /// The name that stands for it in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Commitments => "commitments",
            Self::Goals => "aims",
            Self::CheckIns => "check-ins",
            Self::Sessions => "sessions",
            Self::Feedback => "notes",
            Self::Others => "others",
        }
    }
}
