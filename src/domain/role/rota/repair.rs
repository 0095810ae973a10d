//! Published turns that the facts no longer allow, and what becomes of them.

use super::reason::{Cause, Reason};
use super::replay::{Replay, State, TurnSlot};
use crate::domain::role::ROLES_MAX;

impl Replay {
    /// Mends every published turn that has not begun and that the facts no longer allow.
    pub(super) fn repair(&mut self) {
        let from = self.now + 1;
        for week in from..self.weeks.len() as i64 {
            if self.weeks[week as usize].is_skipped {
                continue;
            }
            self.match_roles(week);
            for nth in 0..self.weeks[week as usize].slots.len() {
                let slot = &self.weeks[week as usize].slots[nth];
                let is_new = matches!(slot.reason, Reason::Refilled { because: Cause::NewRole, .. });
                let cause = match slot.holder() {
                    None if is_new => Cause::NewRole,
                    None => Cause::WasEmpty,
                    Some(who) if !self.scales[who].is_here => Cause::Left,
                    Some(who) if self.is_away(who, week) => Cause::Away,
                    Some(_) => continue,
                };
                self.refill(week, nth, cause);
            }
            self.relieve(week);
        }
    }

    /// Drops turns of paused roles, opens turns of new ones.
    fn match_roles(&mut self, week: i64) {
        for nth in (0..self.weeks[week as usize].slots.len()).rev() {
            if !self.runs[self.weeks[week as usize].slots[nth].role] {
                self.drop_slot(week, nth);
            }
        }
        for role in 0..self.line.roles.len() {
            let slots = &mut self.weeks[week as usize].slots;
            if self.runs[role] && !slots.iter().any(|slot| slot.role == role) {
                let place = slots.iter().filter(|slot| slot.role < role).count();
                let reason = Reason::Refilled { instead_of: None, because: Cause::NewRole };
                slots.insert(place, TurnSlot { role, scheduled: None, reason, moves: Vec::new(), served: None });
            }
        }
    }

    /// Takes turns off those who have two by the rota while somebody has none. What was agreed stays, and so
    /// does the lead where only a newcomer is free.
    fn relieve(&mut self, week: i64) {
        for _ in 0..ROLES_MAX {
            let slots = &self.weeks[week as usize].slots;
            let load = |who: usize| slots.iter().filter(|slot| slot.holder() == Some(who)).count();
            let is_free = |slot: &TurnSlot| {
                let heir = self.choose_one(week, slot.role, slot.holder());
                heir.is_some_and(|who| load(who) == 0)
            };
            let heavy = |slot: &TurnSlot| slot.moves.is_empty() && slot.scheduled.is_some_and(|who| load(who) > 1);
            let Some(nth) = slots.iter().rposition(|slot| heavy(slot) && is_free(slot)) else { return };
            self.refill(week, nth, Cause::Relief);
        }
    }

    fn refill(&mut self, week: i64, nth: usize, because: Cause) {
        let (role, before) = {
            let slot = &self.weeks[week as usize].slots[nth];
            (slot.role, slot.holder())
        };
        let chosen = self.choose_one(week, role, before);
        if chosen.is_none() && before.is_none() {
            return;
        }
        self.credit(before, role, -1);
        self.credit(chosen, role, 1);
        let instead_of = before.map(|who| self.line.people[who].id.clone());
        let slot = &mut self.weeks[week as usize].slots[nth];
        let moved = std::mem::take(&mut slot.moves);
        slot.scheduled = chosen;
        slot.reason = match chosen {
            Some(_) => Reason::Refilled { instead_of, because },
            None => Reason::Nobody,
        };
        for (pact, ..) in moved {
            self.states[pact] = State::Over;
        }
    }

    pub(super) fn drop_slot(&mut self, week: i64, nth: usize) {
        let slot = self.weeks[week as usize].slots.remove(nth);
        self.credit(slot.holder(), slot.role, -1);
        for (pact, ..) in slot.moves {
            self.states[pact] = State::Over;
        }
    }
}
