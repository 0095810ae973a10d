//! Overrides: what members agree on beside the rota, each a dated fact of its own.
//!
//! A record says only what was done and when; whether it holds is found by replaying all facts in the
//! order of their times (see [`rota`](super::rota())), so that every device finds the same.

use super::RoleId;
use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

id! {
    /// One override of the rota: a swap, a cover, a claim, or a mark that a turn was served.
    OverrideId;
}

/// One turn: a role in a cycle.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TurnId {
    /// Which cycle.
    pub cycle: Cycle,
    /// Which role.
    pub role: RoleId,
}

/// What somebody did about a turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OverrideKind {
    /// Offered it to `with` for `theirs`; holds once they took it.
    Swap {
        /// To whom.
        with: MemberId,
        /// The turn that is asked for in return.
        theirs: TurnId,
    },
    /// Asked for somebody to take it; holds once somebody did.
    Cover,
    /// Served it in the place of its holder.
    Claim,
    /// Served it, as its holder.
    Served,
}

/// One kind of override about one turn.
#[derive(Clone, PartialEq, Debug)]
pub struct Override {
    /// Its id, the same for ever.
    pub id: OverrideId,
    /// Which turn.
    pub turn: TurnId,
    /// What was done.
    pub kind: OverrideKind,
    /// Who did it.
    pub by: MemberId,
    /// When.
    pub made_at: Timestamp,
    /// Who took a swap or cover, and when; several where devices were apart. The earliest that is allowed
    /// counts, of two at the same time the one with the smaller id.
    pub takes: Vec<(MemberId, Timestamp)>,
    /// When it was taken back.
    pub cancelled_at: Option<Timestamp>,
}

entity!(Override by id: OverrideId, of by);
