//! Why a turn is whose it is.

use crate::domain::member::MemberId;
use crate::domain::role::OverrideId;

/// Why a turn is whose it is. Counts of credits are those at the time of the decision, turns that were
/// already published included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Nobody is there.
    Nobody,
    /// Nobody else is there.
    OnlyOne,
    /// Fewer people than roles: who holds it may hold another.
    TooFew {
        /// How many are there.
        people: usize,
        /// How many roles want a holder.
        roles: usize,
    },
    /// The same role twice running, as no other choice keeps fewer.
    Keeps {
        /// How many were there to choose from.
        people: usize,
        /// How many belong to the circle but are away.
        away: usize,
    },
    /// Everybody has a role in this cycle; this one evens out who did what.
    EverybodyServes {
        /// How often the holder had this role.
        in_role: i64,
    },
    /// Fewer credits in all than anybody without a role.
    FewestCredits {
        /// The holder's.
        credits: i64,
        /// The least of those without a role.
        next: i64,
    },
    /// As many credits in all as the next, fewer in this role.
    FewestInRole {
        /// The holder's in this role.
        credits: i64,
        /// The next one's in this role.
        next: i64,
    },
    /// As many credits as the next, who had a role in the last cycle.
    Rested {
        /// Who had one.
        next: MemberId,
    },
    /// As many credits as the next, and waiting for longer.
    LongestWait {
        /// Who waits less.
        next: MemberId,
    },
    /// Alike in everything; first in the roster.
    RosterOrder {
        /// Who comes later.
        next: MemberId,
    },
    /// Somebody has fewer credits, but would keep the role of last cycle.
    OtherWouldKeep {
        /// Who that is.
        other: MemberId,
    },
    /// Somebody has fewer credits, but a newcomer does not lead in the first cycle.
    NewcomerCannotLead {
        /// Who that is.
        other: MemberId,
    },
    /// Part of the arrangement that is fairest as a whole.
    BestTogether,
    /// Filled again, or for the first time, after it was published.
    Refilled {
        /// Who had it.
        instead_of: Option<MemberId>,
        /// What changed.
        because: Cause,
    },
    /// Exchanged; both agreed.
    Swap {
        /// Whose it was.
        with: MemberId,
        /// The agreement.
        by: OverrideId,
    },
    /// Taken over on request.
    Cover {
        /// Whose it was.
        of: MemberId,
        /// The request.
        by: OverrideId,
    },
    /// Served in the place of a silent holder.
    Claim {
        /// Whose it was, if anybody's.
        of: Option<MemberId>,
        /// The claim.
        by: OverrideId,
    },
}

/// What made a published turn want another holder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The holder is away.
    Away,
    /// The holder left the circle.
    Left,
    /// The role was added or resumed.
    NewRole,
    /// The holder had two roles, and somebody has none.
    Relief,
    /// Nobody was there before.
    WasEmpty,
}
