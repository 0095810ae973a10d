//! Turns in tests: a circle whose members act at given times, and what their rota says.

use super::{Seeded, Zones, at, cycle, new_circle, present};
use peer_circle::domain::{
    Action, Circle, Command, Context, Cycle, MemberId, Override, OverrideKind, Record, Refusal, RoleDraft, RoleId,
    Rota, Timestamp, TurnId, day_plus, decide, role, rota,
};

/// Ten names in the order of the roster.
pub const NAMES: [&str; 10] = ["Ana", "Ben", "Chen", "Dana", "Elif", "Femi", "Goran", "Hana", "Ivo", "Jun"];

/// A circle that began on Monday, 2 November 2026, and whose members act when a test says so.
pub struct Turns {
    /// All that is known.
    pub circle: Circle,
    /// What a command that is decided sees of the random.
    pub dice: Seeded,
}

impl Turns {
    /// The first `count` of [`NAMES`].
    pub fn of(count: usize) -> Self {
        Self { circle: new_circle(&NAMES[..count]).0, dice: Seeded(count as u64) }
    }

    /// The member called `name`.
    pub fn id(&self, name: &str) -> MemberId {
        self.circle.members.values().find(|member| member.name == name).expect("a member").id.clone()
    }

    /// What `me` does at `now`, checked by the rules against `known`, a copy that may be older.
    pub fn decide(
        &mut self,
        known: &Circle,
        now: Timestamp,
        me: &MemberId,
        command: impl Into<Command>,
    ) -> Result<Vec<Record>, Refusal> {
        let dice = &mut self.dice;
        let mut entropy = || dice.bits();
        let mut ctx = Context { now, me: Some(me), zones: &Zones, entropy: &mut entropy };
        decide(known, command.into(), &mut ctx)
    }

    /// What `name` does at `now`.
    pub fn run(&mut self, now: &str, name: &str, command: impl Into<Command>) -> Result<(), Refusal> {
        let (known, me) = (self.circle.clone(), self.id(name));
        let records = self.decide(&known, at(now), &me, command)?;
        records.into_iter().for_each(|record| self.merge(record));
        Ok(())
    }

    /// What `name` must be allowed to do at `now`; the newest override's id comes back.
    pub fn must(&mut self, now: &str, name: &str, command: impl Into<Command>) {
        self.run(now, name, command).expect("allowed");
    }

    /// What `name` does about the turn of `role` in the cycle of `day`.
    pub fn act(&mut self, now: &str, name: &str, day: &str, role: &str, kind: OverrideKind) -> Result<(), Refusal> {
        self.run(now, name, role::Command::OnTurn(turn(day, role), kind))
    }

    /// The newest override.
    pub fn newest(&self) -> Override {
        let all = self.circle.overrides.values();
        (**all.max_by_key(|one| one.made_at).expect("an override")).clone()
    }

    /// Takes a record in as a merge would: sets grow, whatever either side knew.
    pub fn merge(&mut self, record: Record) {
        let record = match record {
            Record::Override(mut one) => {
                if let Some(known) = self.circle.overrides.get(&one.id) {
                    one.takes.extend(known.takes.iter().cloned());
                    one.takes.sort();
                    one.takes.dedup();
                    one.cancelled_at = one.cancelled_at.or(known.cancelled_at);
                }
                Record::Override(one)
            }
            Record::Role(mut role) => {
                if let Some(known) = self.circle.roles.get(&role.id) {
                    role.pauses.extend(known.pauses.iter().copied());
                    role.pauses.sort_unstable();
                    role.pauses.dedup();
                }
                Record::Role(role)
            }
            other => other,
        };
        self.circle.put(record);
    }

    /// The rota in the cycle of `day`.
    pub fn rota(&self, day: &str) -> Rota {
        rota(&self.circle, &Zones, cycle(day), &[])
    }

    /// Who holds the roles in the cycle of `day`, as seen in the cycle of `seen`: `lead summarizer tracker`.
    pub fn holders(&self, seen: &str, day: &str) -> String {
        holders(&self.circle, &self.rota(seen), cycle(day))
    }
}

/// The names of those who hold the roles of `of`.
pub fn holders(circle: &Circle, rota: &Rota, of: Cycle) -> String {
    let turns = rota.turns(of);
    let names = turns.iter().map(|turn| turn.holder.as_ref().and_then(|id| circle.name_of(id)).unwrap_or("-"));
    names.collect::<Vec<_>>().join(" ")
}

/// The turn of `role` in the cycle of `day`.
pub fn turn(day: &str, role: &str) -> TurnId {
    TurnId { cycle: cycle(day), role: RoleId::new(role) }
}

/// A command about absences, roles or turns that `dice` chooses: `me` at `now`, who knows `circle`.
pub fn command(circle: &Circle, now: Timestamp, me: &MemberId, dice: &mut Seeded) -> role::Command {
    let current = circle.rhythm.cycle_at(&Zones, now);
    match dice.below(12) {
        0 | 1 => {
            let first = day_plus(current.first_day(), dice.below(50) as i64);
            let last = day_plus(first, dice.below(30) as i64);
            role::Command::DeclareAbsence { member: me.clone(), first, last, note: String::new() }
        }
        2 => match circle.absences.keys().nth(dice.below(circle.absences.len())) {
            Some(id) => role::Command::CancelAbsence(id.clone()),
            None => role::Command::Resume(RoleId::new("lead")),
        },
        3 => {
            let roles = circle.roles();
            let role = roles[dice.below(roles.len())].id.clone();
            match dice.below(5) {
                0 => role::Command::Pause(role),
                1 => role::Command::Add(RoleDraft { name: format!("R{}", dice.below(99)), ..RoleDraft::default() }),
                2 => role::Command::Edit(
                    role,
                    RoleDraft { name: format!("S{}", dice.below(99)), place: 3, ..RoleDraft::default() },
                ),
                _ => role::Command::Resume(role),
            }
        }
        _ => on_turn(circle, now, me, dice),
    }
}

/// Something that `me` may do with some turn.
fn on_turn(circle: &Circle, now: Timestamp, me: &MemberId, dice: &mut Seeded) -> role::Command {
    let current = circle.rhythm.cycle_at(&Zones, now);
    let rota = rota(circle, &Zones, current, &[]);
    let mut found = Vec::new();
    for ahead in -2..=4 {
        for turn in rota.turns(current.plus(ahead)) {
            for action in rota.actions(present(circle, now), me, &turn.id) {
                found.push(match action {
                    Action::OfferSwap(candidates) => {
                        let (with, theirs) = candidates[dice.below(candidates.len())].clone();
                        role::Command::OnTurn(turn.id.clone(), OverrideKind::Swap { with, theirs })
                    }
                    Action::AskCover => role::Command::OnTurn(turn.id.clone(), OverrideKind::Cover),
                    Action::Take(id) => role::Command::TakeTurn(id),
                    Action::Cancel(id) => role::Command::CancelOverride(id),
                    Action::Claim => role::Command::OnTurn(turn.id.clone(), OverrideKind::Claim),
                    Action::MarkServed => role::Command::OnTurn(turn.id.clone(), OverrideKind::Served),
                });
            }
        }
    }
    // Takes first, as offers are many.
    let takes = found.iter().position(|command| matches!(command, role::Command::TakeTurn(_)));
    match takes.filter(|_| dice.below(2) == 0) {
        Some(nth) => found.swap_remove(nth),
        None if found.is_empty() => role::Command::Resume(RoleId::new("lead")),
        None => found.swap_remove(dice.below(found.len())),
    }
}
