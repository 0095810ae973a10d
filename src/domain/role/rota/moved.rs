//! What changed in somebody's turns since they last looked.

use super::{HORIZON, Reason, Rota};
use crate::domain::member::MemberId;
use crate::domain::rhythm::Cycle;
use crate::domain::role::TurnId;

/// Somebody's published turns at the time of a look at them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenTurns {
    /// The last cycle that was published then.
    pub through: Cycle,
    /// Their turns.
    pub turns: Vec<TurnId>,
}

/// Turns that moved to somebody or away from them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MovedTurns {
    /// Theirs now.
    pub gained: Vec<TurnId>,
    /// Theirs no longer.
    pub lost: Vec<TurnId>,
}

impl MovedTurns {
    /// Whether nothing moved.
    pub fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }
}

impl Rota {
    /// The turns of `member` from `running` on, as a look at them shows.
    pub fn seen_turns(&self, member: &MemberId, running: Cycle) -> SeenTurns {
        let through = running.plus(HORIZON);
        let turns = self.turns_of(member, running).into_iter().map(|turn| turn.id);
        SeenTurns { through, turns: turns.filter(|id| id.cycle <= through).collect() }
    }

    /// What moved for `member` since they saw `seen`, in cycles from `running` on. What was published since is no
    /// move, and neither is a turn that they took themselves.
    pub fn moved_since(&self, seen: &SeenTurns, member: &MemberId, running: Cycle) -> MovedTurns {
        let own = self.turns_of(member, running);
        let is_taken = |reason: &Reason| matches!(reason, Reason::Cover { .. } | Reason::Claim { .. });
        let is_new = |id: &TurnId| id.cycle <= seen.through && !seen.turns.contains(id);
        let gained = own.iter().filter(|turn| !is_taken(&turn.reason) && is_new(&turn.id));
        let is_lost = |id: &&TurnId| id.cycle >= running && !own.iter().any(|turn| turn.id == **id);
        MovedTurns {
            gained: gained.map(|turn| turn.id.clone()).collect(),
            lost: seen.turns.iter().filter(is_lost).cloned().collect(),
        }
    }
}
