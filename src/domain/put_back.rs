//! Whose words may be put back to what they were (design 2.7).

use super::member::MemberId;
use super::records::{Circle, Kind};

/// Whether a record is nothing without its `field`, so that this is never put back to nothing.
pub fn is_needed(field: &str) -> bool {
    matches!(field, "name" | "title" | "text" | "created_at" | "owner" | "measure" | "value" | "joined_at")
}

impl Circle {
    /// Whether `me` may put the value `field` of a record back to what it was before.
    ///
    /// What belongs to all, anybody can; what somebody says of themselves, they alone. What was agreed by rules of its own
    /// stays as it is: feedback that was read, signatures, turns, the clocks of weeks that have passed, the course of a
    /// session. All of it is changed where it is shown.
    pub fn can_put_back(&self, kind: Kind, id: &str, field: &str, me: &MemberId) -> bool {
        match kind {
            Kind::About
            | Kind::Aim
            | Kind::AimProgress
            | Kind::Member
            | Kind::Goal
            | Kind::Progress
            | Kind::Commitment
            | Kind::AgendaItem
            | Kind::Decision
            | Kind::Digest => true,
            Kind::Session => field == "summary",
            Kind::CheckIn | Kind::Reply | Kind::Profile | Kind::Retro => self.owner_and_title(kind, id).0 == Some(me),
            Kind::Rhythm
            | Kind::Week
            | Kind::Charter
            | Kind::Signature
            | Kind::Season
            | Kind::Recommitment
            | Kind::FeedbackRequest
            | Kind::Feedback
            | Kind::Absence
            | Kind::Role
            | Kind::Override
            | Kind::Tie
            | Kind::DeviceKey
            | Kind::SealedNote => false,
        }
    }
}
