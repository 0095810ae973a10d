//! The rota: whose turn it is, as a pure function of dated facts (design 2.5).
//!
//! Time is replayed from the circle's first cycle. At the beginning of each cycle the one four cycles ahead
//! is decided, with what was known by then; that is its publication. Afterwards a fact changes only the
//! turns that it directly concerns, and only of cycles that have not begun:
//!
//! - who leaves, or declares an absence, loses the turns in that time; each is filled again by the same
//!   rules among those without a turn in that cycle;
//! - a role that is added, paused or resumed gets or loses its turns from the next cycle on;
//! - a member without a turn relieves one who has two;
//! - a skipped cycle loses its turns; it is not the "last cycle" of any other;
//! - overrides move the turns that they name.
//!
//! A cycle begins on Monday at 00:00 in the circle's zone. What is known within the circle's first 24 hours
//! counts as known from the start, so that a circle is set up in any order; the rota begins with the cycle
//! of that day, or with the first season if that comes later.
//!
//! A credit goes to whoever holds a turn in the end. Silence does not cost the credit unless somebody claims the
//! turn: otherwise a silent member would get more and more turns, and the circle would stand still.
//!
//! Facts carry the time of somebody's clock. A clock that is behind makes a fact earlier, so it may count
//! for turns that others saw published; one that is ahead delays it, for turns and offers alike, until that
//! time has come. Zone, due day and roster order have no date: changing the first two reads all earlier
//! absences anew. All loops are bounded by the records and by 20 years of cycles.

mod actions;
mod assign;
mod choose;
mod moved;
mod news;
mod pacts;
mod reason;
mod repair;
mod replay;
mod timeline;

use super::{OverrideId, RoleId, RoleKind, TurnId};
use crate::domain::member::MemberId;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{Timestamp, ZoneRules};

pub use actions::{Action, TurnStatus, deadline};
pub use moved::{MovedTurns, SeenTurns};
pub use news::RotaNews;
pub(in crate::domain) use news::rota_news;
pub use reason::{Cause, Reason};

use replay::{Replay, State, TurnSlot};

/// How many cycles ahead turns are published.
pub const HORIZON: i64 = 4;

/// A cycle in which the circle does not meet, and since when that is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Skip {
    /// Which cycle.
    pub cycle: Cycle,
    /// From when on it counts. Once its cycle has begun it changes nothing.
    pub known_at: Timestamp,
}

/// One turn, with all that a screen says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// Which one.
    pub id: TurnId,
    /// Which role.
    pub kind: RoleKind,
    /// Whose it is; `None` when nobody was there.
    pub holder: Option<MemberId>,
    /// Whose it was by the rota, before swaps, covers and claims.
    pub scheduled: Option<MemberId>,
    /// Why it is theirs.
    pub reason: Reason,
    /// Why it was whose it was by the rota.
    pub scheduled_reason: Reason,
    /// When it was marked as served, or claimed.
    pub served_at: Option<Timestamp>,
    /// Newcomers who look over the holder's shoulder: the lead's, in their first cycle.
    pub shadows: Vec<MemberId>,
}

/// One member's credits.
#[derive(Clone, PartialEq, Debug)]
pub struct Credits {
    /// Whose.
    pub member: MemberId,
    /// Turns held per role, in the order of [`Rota::roles`].
    pub turns: Vec<i64>,
    /// Given without a turn: to newcomers, and to those who return from a long absence.
    pub allowance: i64,
    /// All together.
    pub total: i64,
}

/// The state of an override.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverrideState {
    /// It can be taken.
    Open,
    /// It holds.
    Holds,
    /// It was taken back, came too late, or lost its turn.
    Over,
}

/// Whose turn it is, from the circle's first cycle to [`HORIZON`] cycles ahead.
pub struct Rota {
    replay: Replay,
}

/// The rota with all that is known by the end of `through`, the running cycle; turns are known
/// [`HORIZON`] cycles further.
///
/// `skips` are the cycles in which the circle does not meet. Costs a few milliseconds for years of a circle:
/// make it once per change of the circle, not per row.
pub fn rota(circle: &Circle, zones: &dyn ZoneRules, through: Cycle, skips: &[Skip]) -> Rota {
    let circle = rota_part(circle);
    let line = timeline::timeline(&circle, zones, through, skips);
    Rota { replay: Replay::of(line, circle.overrides.keys().cloned().collect()) }
}

/// What of `circle` the rota comes from. Circles that agree in it have one rota: [`rota`] reads nothing else.
pub fn rota_part(circle: &Circle) -> Circle {
    Circle {
        rhythm: circle.rhythm.clone(),
        seasons: circle.seasons.clone(),
        members: circle.members.clone(),
        roles: circle.roles.clone(),
        absences: circle.absences.clone(),
        overrides: circle.overrides.clone(),
        ..Circle::new(circle.about.clone())
    }
}

/// The cycles that come after `running`, from the next one to `count` on.
pub fn cycles_ahead(running: Cycle, count: i64) -> Vec<Cycle> {
    (1..=count).map(|ahead| running.plus(ahead)).collect()
}

/// The rota as it will be `weeks` after `running` if nothing else becomes known: with turns that are not published.
pub fn rota_in(circle: &Circle, zones: &dyn ZoneRules, running: Cycle, weeks: i64) -> Rota {
    rota(circle, zones, running.plus(weeks), &circle.skips())
}

impl Circle {
    /// The cycles that the circle skips, for [`rota`].
    pub fn skips(&self) -> Vec<Skip> {
        let skipped = self.rhythm.weeks().iter().filter(|week| week.is_skipped);
        skipped.map(|week| Skip { cycle: week.cycle, known_at: week.changed_at }).collect()
    }
}

impl Rota {
    /// The first cycle that has turns.
    pub fn first(&self) -> Cycle {
        self.replay.line.start
    }

    /// The last cycle whose turns are published.
    pub fn last(&self) -> Cycle {
        self.first().plus(self.replay.weeks.len() as i64 - 1)
    }

    /// All roles, paused ones included, in the order in which they are filled.
    pub fn roles(&self) -> &[(RoleId, RoleKind)] {
        &self.replay.line.roles
    }

    /// Whether the circle skips `cycle`.
    pub fn is_skipped(&self, cycle: Cycle) -> bool {
        self.replay.week(cycle.since(self.first())).is_some_and(|week| week.is_skipped)
    }

    /// The turns of `cycle`, in the order of the roles; none where nothing is published.
    pub fn turns(&self, cycle: Cycle) -> Vec<Turn> {
        let week = cycle.since(self.first());
        let slots = self.replay.week(week).map_or(&[][..], |week| &week.slots);
        slots.iter().map(|slot| self.show(week, slot)).collect()
    }

    /// One turn.
    pub fn turn(&self, id: &TurnId) -> Option<Turn> {
        let place = self.place(id)?;
        self.replay.slot(place).map(|slot| self.show(place.0, slot))
    }

    /// The turns that `member` holds in `cycle`.
    pub fn held(&self, cycle: Cycle, member: &MemberId) -> Vec<Turn> {
        self.turns(cycle).into_iter().filter(|turn| turn.holder.as_ref() == Some(member)).collect()
    }

    /// A member's turns from `from` on, the next one first.
    pub fn turns_of(&self, member: &MemberId, from: Cycle) -> Vec<Turn> {
        let weeks = self.replay.weeks.len() as i64;
        let first = from.since(self.first()).clamp(0, weeks);
        let mut found = Vec::new();
        for (week, slots) in (first..weeks).filter_map(|week| Some((week, &self.replay.week(week)?.slots))) {
            let own = slots.iter().filter(|slot| self.name(slot.holder()).as_ref() == Some(member));
            found.extend(own.map(|slot| self.show(week, slot)));
        }
        found
    }

    /// A member's turns in cycles after `running`, the next one first.
    pub fn coming_turns(&self, member: &MemberId, running: Cycle) -> Vec<Turn> {
        self.turns_of(member, running.plus(1))
    }

    /// Everybody's credits for cycles up to `through`, in roster order; of those who left too.
    pub fn credits(&self, through: Cycle) -> Vec<Credits> {
        let last = through.since(self.first());
        let roles = self.roles().len();
        let mut all: Vec<Credits> = Vec::new();
        for person in &self.replay.line.people {
            all.push(Credits { member: person.id.clone(), turns: vec![0; roles], allowance: 0, total: 0 });
        }
        for (_, week) in (0..=last).zip(&self.replay.weeks) {
            for (who, slot) in week.slots.iter().filter_map(|slot| Some((slot.holder()?, slot))) {
                all[who].turns[slot.role] += 1;
                all[who].total += 1;
            }
        }
        for allowance in self.replay.allowances.iter().filter(|allowance| allowance.week <= last) {
            all[allowance.who].allowance += allowance.credits;
            all[allowance.who].total += allowance.credits;
        }
        all
    }

    /// Returns the state of an override; `None` when it is about nothing that is known here.
    pub fn standing(&self, id: &OverrideId) -> Option<OverrideState> {
        let nth = self.nth(id)?;
        Some(match self.replay.states[nth] {
            State::Holds => OverrideState::Holds,
            State::Waiting if self.replay.is_open(nth) => OverrideState::Open,
            State::Waiting | State::Over => OverrideState::Over,
        })
    }

    /// Offers and requests that `member` could take now.
    pub fn offers_to(&self, member: &MemberId) -> Vec<OverrideId> {
        let Some(who) = self.person(member) else { return Vec::new() };
        let open = (0..self.replay.ids.len()).filter(|nth| self.replay.can_take(*nth, who));
        open.map(|nth| self.replay.ids[nth].clone()).collect()
    }

    fn show(&self, week: i64, slot: &TurnSlot) -> Turn {
        let (role, kind) = self.roles()[slot.role].clone();
        let shadows = if kind == RoleKind::Lead { self.newcomers(week) } else { Vec::new() };
        Turn {
            id: TurnId { cycle: self.first().plus(week), role },
            kind,
            holder: self.name(slot.holder()),
            scheduled: self.name(slot.scheduled),
            reason: slot.moves.last().map_or(&slot.reason, |(_, _, reason)| reason).clone(),
            scheduled_reason: slot.reason.clone(),
            served_at: slot.served.map(|(at, _)| at),
            shadows,
        }
    }

    fn newcomers(&self, week: i64) -> Vec<MemberId> {
        let people = self.replay.line.people.iter();
        people.filter(|person| person.newcomer_in == Some(week)).map(|person| person.id.clone()).collect()
    }

    fn name(&self, who: Option<usize>) -> Option<MemberId> {
        who.map(|who| self.replay.line.people[who].id.clone())
    }

    fn person(&self, member: &MemberId) -> Option<usize> {
        self.replay.line.people.iter().position(|person| &person.id == member)
    }

    fn nth(&self, id: &OverrideId) -> Option<usize> {
        let nth = self.replay.ids.iter().position(|other| other == id)?;
        self.replay.line.pacts[nth].as_ref().map(|_| nth)
    }

    fn place(&self, id: &TurnId) -> Option<(i64, usize)> {
        let role = self.roles().iter().position(|(role, _)| role == &id.role)?;
        Some((id.cycle.since(self.first()), role))
    }
}
