//! What a member can do with a turn now, and its state.

use super::replay::State;
use super::timeline::PactKind;
use super::{HORIZON, Rota, Turn};
use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::rhythm::{Cycle, Rhythms};
use crate::domain::role::{OverrideId, RoleKind, TurnId};
use crate::domain::time::{DAY, Timestamp, ZoneRules};

/// The state of a turn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TurnStatus {
    /// Its cycle has not begun.
    Planned,
    /// Its cycle has begun; it was not marked as served.
    Pending,
    /// It was marked as served, or claimed.
    Served,
    /// Its deadline passed a day ago: anyone may serve it.
    Claimable,
    /// Older than [`HORIZON`] cycles: it counts as its holder's.
    Settled,
}

/// Something that a member can do with a turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// Offer it for one of these turns of others.
    OfferSwap(Vec<(MemberId, TurnId)>),
    /// Ask for somebody to take it.
    AskCover,
    /// Take the offer or request.
    Take(OverrideId),
    /// Say no to an offer, or take back what one said oneself or took.
    Cancel(OverrideId),
    /// Serve it in the place of its holder.
    Claim,
    /// Mark it as served.
    MarkServed,
}

/// When a role's work of `cycle` should be done: the lead's when check-ins are due, the others' three days
/// later, when the session has been held wherever in the week the circle has it.
pub fn deadline(rhythm: &Rhythms, zones: &dyn ZoneRules, kind: RoleKind, cycle: Cycle) -> Timestamp {
    let due = rhythm.due(zones, cycle).at;
    match kind {
        RoleKind::Lead => due,
        RoleKind::Summarizer | RoleKind::Tracker | RoleKind::Custom => due.plus(3 * DAY),
    }
}

impl Rota {
    /// Returns the state of `turn`.
    pub fn status(&self, present: Present<'_>, turn: &Turn) -> TurnStatus {
        let Present { circle, zones, now } = present;
        let age = present.cycle().since(turn.id.cycle);
        match turn.served_at {
            Some(_) => TurnStatus::Served,
            None if age < 0 => TurnStatus::Planned,
            None if age > HORIZON => TurnStatus::Settled,
            None if now >= deadline(&circle.rhythm, zones, turn.kind, turn.id.cycle).plus(DAY) => TurnStatus::Claimable,
            None => TurnStatus::Pending,
        }
    }

    /// What `me` can do with the turn `id`. The rules of the commands are these.
    pub fn actions(&self, present: Present<'_>, me: &MemberId, id: &TurnId) -> Vec<Action> {
        let mut actions = Vec::new();
        let (Some(turn), Some(place), Some(who)) = (self.turn(id), self.place(id), self.person(me)) else {
            return actions;
        };
        let is_own = turn.holder.as_ref() == Some(me);
        match self.status(present, &turn) {
            TurnStatus::Planned if is_own => {
                let candidates = self.candidates(place, who);
                if !candidates.is_empty() {
                    actions.push(Action::OfferSwap(candidates));
                }
                if !self.has_open_cover(place) {
                    actions.push(Action::AskCover);
                }
            }
            TurnStatus::Pending | TurnStatus::Claimable if is_own => actions.push(Action::MarkServed),
            TurnStatus::Claimable if self.replay.can_claim(place, who) => actions.push(Action::Claim),
            TurnStatus::Planned
            | TurnStatus::Pending
            | TurnStatus::Claimable
            | TurnStatus::Served
            | TurnStatus::Settled => {}
        }
        for nth in self.about(place) {
            if self.replay.can_take(nth, who) {
                actions.push(Action::Take(self.replay.ids[nth].clone()));
            }
            if self.may_end(nth, who, place) {
                actions.push(Action::Cancel(self.replay.ids[nth].clone()));
            }
        }
        actions
    }

    /// Turns that the holder of `own` could be asked for in return: of others, in cycles that have not
    /// begun, without anybody having two in one cycle, and no lead for a newcomer.
    fn candidates(&self, own: (i64, usize), who: usize) -> Vec<(MemberId, TurnId)> {
        let replay = &self.replay;
        let mut found = Vec::new();
        for week in replay.now + 1..replay.weeks.len() as i64 {
            for slot in replay.week(week).map_or(&[][..], |week| &week.slots) {
                let theirs = (week, slot.role);
                let Some(other) = slot.holder().filter(|other| *other != who) else { continue };
                let is_new = |who: usize, (week, role): (i64, usize)| {
                    replay.is_lead(role) && replay.line.people[who].newcomer_in == Some(week)
                };
                let fits = replay.fits(who, own, theirs) && replay.fits(other, theirs, own);
                if fits && !is_new(who, theirs) && !is_new(other, own) {
                    let role = self.roles()[slot.role].0.clone();
                    let id = TurnId { cycle: self.first().plus(week), role };
                    found.push((replay.line.people[other].id.clone(), id));
                }
            }
        }
        found
    }

    fn has_open_cover(&self, place: (i64, usize)) -> bool {
        let is_cover = |nth: usize| self.replay.line.pacts[nth].as_ref().is_some_and(|p| p.kind == PactKind::Cover);
        self.about(place).into_iter().any(|nth| is_cover(nth) && self.replay.is_open(nth))
    }

    /// Overrides about the turn at `place`, swaps that ask for it included.
    fn about(&self, place: (i64, usize)) -> Vec<usize> {
        let touches = |nth: &usize| {
            self.replay.line.pacts[*nth].as_ref().is_some_and(|pact| {
                let asks = matches!(pact.kind, PactKind::Swap { theirs, .. } if theirs == place);
                pact.turn == place || asks
            })
        };
        (0..self.replay.line.pacts.len()).filter(touches).collect()
    }

    /// Whether it is for `who` to take the override back: who made it, whom it was offered to, who took it.
    fn may_end(&self, nth: usize, who: usize, place: (i64, usize)) -> bool {
        let Some(pact) = &self.replay.line.pacts[nth] else { return false };
        let is_party = match pact.kind {
            PactKind::Swap { with, .. } => who == pact.by || who == with,
            PactKind::Cover => who == pact.by || self.replay.holder(place) == Some(who),
            PactKind::Claim | PactKind::Served => who == pact.by,
        };
        let is_live = match self.replay.states[nth] {
            State::Waiting => self.replay.is_open(nth),
            State::Holds => true,
            State::Over => false,
        };
        is_party && is_live && self.replay.can_end(nth)
    }
}
