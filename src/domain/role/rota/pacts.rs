//! Swaps, covers, claims and marks: whether they hold, found at the instant at which they were made.

use super::HORIZON;
use super::reason::Reason;
use super::replay::{Replay, State, TurnSlot};
use super::timeline::{Pact, PactKind};
use crate::domain::time::Timestamp;

impl Replay {
    /// The slot of `turn`, if it is published.
    pub(super) fn slot(&self, (week, role): (i64, usize)) -> Option<&TurnSlot> {
        self.week(week)?.slots.iter().find(|slot| slot.role == role)
    }

    fn slot_mut(&mut self, (week, role): (i64, usize)) -> Option<&mut TurnSlot> {
        let week = self.weeks.get_mut(usize::try_from(week).ok()?)?;
        week.slots.iter_mut().find(|slot| slot.role == role)
    }

    pub(super) fn holder(&self, turn: (i64, usize)) -> Option<usize> {
        self.slot(turn)?.holder()
    }

    /// Whether `who` could take part in `week`.
    pub(super) fn can_serve(&self, who: usize, week: i64) -> bool {
        self.scales[who].is_here && !self.is_away(who, week)
    }

    /// Whether an offer still waits and could be taken now: its turns have not begun and are whose they were.
    pub(super) fn is_open(&self, nth: usize) -> bool {
        let Some(pact) = self.line.pacts[nth].as_ref().filter(|pact| pact.is_seen) else { return false };
        self.states[nth] == State::Waiting
            && pact.turn.0 > self.now
            && self.holder(pact.turn) == Some(pact.by)
            && match pact.kind {
                PactKind::Cover => true,
                PactKind::Swap { with, theirs } => {
                    theirs.0 > self.now
                        && self.holder(theirs) == Some(with)
                        && self.fits(pact.by, pact.turn, theirs)
                        && self.fits(with, theirs, pact.turn)
                }
                PactKind::Claim | PactKind::Served => false,
            }
    }

    /// Whether `who` can give `own` away for `other` without having two turns in one cycle.
    pub(super) fn fits(&self, who: usize, own: (i64, usize), other: (i64, usize)) -> bool {
        let Some(week) = self.week(other.0) else { return false };
        let has_more = week.slots.iter().any(|slot| slot.holder() == Some(who) && (other.0, slot.role) != own);
        own != other && self.can_serve(who, other.0) && !has_more
    }

    /// Whether `taker` could take the open offer.
    pub(super) fn can_take(&self, nth: usize, taker: usize) -> bool {
        let Some(pact) = self.line.pacts[nth].as_ref().filter(|_| self.is_open(nth)) else { return false };
        match pact.kind {
            PactKind::Cover => taker != pact.by && self.can_serve(taker, pact.turn.0),
            PactKind::Swap { with, .. } => taker == with,
            PactKind::Claim | PactKind::Served => false,
        }
    }

    pub(super) fn take(&mut self, nth: usize, taker: usize) {
        if !self.can_take(nth, taker) {
            return;
        }
        let Some(Pact { by, turn, kind, .. }) = self.line.pacts[nth].clone() else { return };
        let override_id = self.ids[nth].clone();
        let (giver, getter) = (self.line.people[by].id.clone(), self.line.people[taker].id.clone());
        if let PactKind::Swap { theirs, .. } = kind {
            self.push(theirs, nth, by, Reason::Swap { with: getter, by: override_id.clone() });
            self.push(turn, nth, taker, Reason::Swap { with: giver, by: override_id });
        } else {
            self.push(turn, nth, taker, Reason::Cover { of: giver, by: override_id });
        }
        self.states[nth] = State::Holds;
    }

    /// Whether `who` could claim `turn`: it has begun and is at most [`HORIZON`] cycles old, somebody else
    /// has it, and nobody served it. The hour at which claiming begins is the command's matter: were it asked
    /// again here, another rhythm would take credits back.
    pub(super) fn can_claim(&self, turn: (i64, usize), who: usize) -> bool {
        let is_recent = turn.0 <= self.now && self.now <= turn.0 + HORIZON;
        let is_silent = |slot: &TurnSlot| slot.served.is_none() && slot.holder() != Some(who);
        is_recent && self.scales[who].is_here && self.slot(turn).is_some_and(is_silent)
    }

    pub(super) fn claim_or_mark(&mut self, nth: usize, at: Timestamp) {
        let Some(Pact { by, turn, kind, .. }) = self.line.pacts[nth].clone() else { return };
        // Taken back by a clock that was behind, or claimed twice.
        if self.states[nth] != State::Waiting {
            return;
        }
        let holds = match kind {
            PactKind::Claim => self.can_claim(turn, by),
            PactKind::Served => {
                let is_own = |slot: &TurnSlot| slot.served.is_none() && slot.holder() == Some(by);
                turn.0 <= self.now && self.slot(turn).is_some_and(is_own)
            }
            PactKind::Swap { .. } | PactKind::Cover => false,
        };
        if !holds {
            return;
        }
        if kind == PactKind::Claim {
            let of = self.holder(turn).map(|silent| self.line.people[silent].id.clone());
            let reason = Reason::Claim { of, by: self.ids[nth].clone() };
            self.push(turn, nth, by, reason);
        }
        self.states[nth] = State::Holds;
        if let Some(slot) = self.slot_mut(turn) {
            slot.served = Some((at, nth));
        }
    }

    /// Whether the override can be taken back: it waits, or it holds and nothing was built on it; a swap or
    /// cover only before its cycles begin.
    pub(super) fn can_end(&self, nth: usize) -> bool {
        let Some(pact) = &self.line.pacts[nth] else { return false };
        let is_on_top = |turn| {
            let slot = self.slot(turn);
            slot.is_some_and(|slot| slot.moves.last().is_some_and(|(last, ..)| *last == nth))
        };
        match (self.states[nth], pact.kind) {
            (State::Waiting, _) => true,
            (State::Over, _) => false,
            (State::Holds, PactKind::Swap { theirs, .. }) => {
                pact.turn.0.min(theirs.0) > self.now && is_on_top(pact.turn) && is_on_top(theirs)
            }
            (State::Holds, PactKind::Cover) => pact.turn.0 > self.now && is_on_top(pact.turn),
            (State::Holds, PactKind::Claim) => is_on_top(pact.turn) && self.now <= pact.turn.0 + HORIZON,
            (State::Holds, PactKind::Served) => {
                let served = self.slot(pact.turn).and_then(|slot| slot.served);
                served.is_some_and(|(_, by)| by == nth) && self.now <= pact.turn.0 + HORIZON
            }
        }
    }

    pub(super) fn end(&mut self, nth: usize) {
        if !self.can_end(nth) {
            return;
        }
        let Some(Pact { turn, kind, .. }) = self.line.pacts[nth].clone() else { return };
        if self.states[nth] == State::Holds {
            match kind {
                PactKind::Swap { theirs, .. } => {
                    self.pop(theirs);
                    self.pop(turn);
                }
                PactKind::Cover => self.pop(turn),
                PactKind::Claim | PactKind::Served => {
                    if kind == PactKind::Claim {
                        self.pop(turn);
                    }
                    if let Some(slot) = self.slot_mut(turn) {
                        slot.served = None;
                    }
                }
            }
        }
        self.states[nth] = State::Over;
    }

    fn push(&mut self, turn: (i64, usize), nth: usize, holder: usize, reason: Reason) {
        let before = self.holder(turn);
        self.credit(before, turn.1, -1);
        self.credit(Some(holder), turn.1, 1);
        if let Some(slot) = self.slot_mut(turn) {
            slot.moves.push((nth, holder, reason));
        }
    }

    fn pop(&mut self, turn: (i64, usize)) {
        let before = self.holder(turn);
        if let Some(slot) = self.slot_mut(turn) {
            slot.moves.pop();
        }
        let after = self.holder(turn);
        self.credit(before, turn.1, -1);
        self.credit(after, turn.1, 1);
    }
}
