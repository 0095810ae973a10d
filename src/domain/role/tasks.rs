//! What a default role asks of its holder each week, and which of it the circle's records show as done.

use super::RoleKind;
use crate::domain::check_in::CheckInState;
use crate::domain::digest::digest_cycle;
use crate::domain::present::Present;
use crate::domain::rhythm::Cycle;
use crate::domain::session::Session;
use crate::domain::week::Tally;

/// One thing to do in a default role.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Task {
    /// Lead: say that the check-in is open.
    SayOpen,
    /// Lead: ask those whose check-in is missing.
    AskMissing,
    /// Lead: run the session to its end.
    RunSession,
    /// Summarizer: read all check-ins.
    ReadCheckIns,
    /// Summarizer: edit the drafted digest.
    EditDigest,
    /// Summarizer: publish it.
    PublishDigest,
    /// Tracker: see that every commitment has an outcome.
    SeeOutcomes,
    /// Tracker: bring what was carried three times to the session.
    BringCarried,
    /// Tracker: offer help where a goal does not move.
    OfferHelp,
}

impl Task {
    /// What a role of `kind` has to do, in order; nothing for a role of the circle's own.
    pub const fn of(kind: RoleKind) -> &'static [Self] {
        match kind {
            RoleKind::Lead => &[Self::SayOpen, Self::AskMissing, Self::RunSession],
            RoleKind::Summarizer => &[Self::ReadCheckIns, Self::EditDigest, Self::PublishDigest],
            RoleKind::Tracker => &[Self::SeeOutcomes, Self::BringCarried, Self::OfferHelp],
            RoleKind::Custom => &[],
        }
    }

    /// A short name that stays, for what is stored.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SayOpen => "say-open",
            Self::AskMissing => "ask-missing",
            Self::RunSession => "run-session",
            Self::ReadCheckIns => "read-check-ins",
            Self::EditDigest => "edit-digest",
            Self::PublishDigest => "publish-digest",
            Self::SeeOutcomes => "see-outcomes",
            Self::BringCarried => "bring-carried",
            Self::OfferHelp => "offer-help",
        }
    }

    /// Whether the circle's records show that it was done in `cycle`. What nobody records is never shown as done:
    /// the holder ticks it off.
    pub fn is_done(self, present: Present<'_>, cycle: Cycle) -> bool {
        let circle = present.circle;
        match self {
            Self::AskMissing => {
                let mut states = circle.roster().into_iter().map(|member| present.check_in_state(cycle, member));
                states.all(|state| state.is_in() || state == CheckInState::Excused)
            }
            Self::RunSession => circle.session(cycle).is_some_and(Session::is_over),
            Self::EditDigest | Self::PublishDigest => circle.digests.contains_key(&digest_cycle(circle, cycle)),
            Self::SeeOutcomes => {
                let standing = circle.commitments_where(&|commitment| commitment.touches(cycle));
                let tally = Tally::of(standing, cycle);
                tally.total > 0 && tally.open == 0
            }
            Self::SayOpen | Self::ReadCheckIns | Self::BringCarried | Self::OfferHelp => false,
        }
    }
}
