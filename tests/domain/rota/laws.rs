//! Laws over generated histories: people join, leave, are away, swap, cover, claim, on copies that lag.

use crate::support::turns::{NAMES, Turns, command};
use crate::support::{Seeded, Zones, at};
use peer_circle::domain::{
    Circle, Command, Cycle, HOUR, Member, MemberId, OverrideKind, Reason, Record, RoleKind, Rota, Timestamp, Turn,
    TurnId, member, role, rota,
};
use proptest::prelude::*;

/// What somebody does.
#[derive(Clone, Debug)]
enum Deed {
    Member(member::Command),
    Role(role::Command),
}

impl From<Deed> for Command {
    fn from(deed: Deed) -> Self {
        match deed {
            Deed::Member(command) => command.into(),
            Deed::Role(command) => command.into(),
        }
    }
}

struct History {
    turns: Turns,
    now: Timestamp,
    stale: Circle,
    /// The circle before the newest step.
    previous: Circle,
}

impl History {
    fn begin(members: usize) -> Self {
        let turns = Turns::of(members);
        let stale = turns.circle.clone();
        let previous = stale.clone();
        Self { turns, now: at("2026-11-03T12:00:00Z"), stale, previous }
    }

    fn current(&self) -> Cycle {
        self.turns.circle.rhythm.cycle_at(&Zones, self.now)
    }

    fn rota(&self) -> Rota {
        rota(&self.turns.circle, &Zones, self.current(), &[])
    }

    /// Somebody does something, seeing the newest copy or an old one. Returns what it was.
    fn step(&mut self, seed: u64) -> Option<Deed> {
        let mut dice = Seeded(seed);
        self.now = self.now.plus(HOUR * (1 + dice.below(72) as i64));
        let known = if dice.below(4) == 0 { self.stale.clone() } else { self.turns.circle.clone() };
        if dice.below(3) == 0 {
            self.stale = self.turns.circle.clone();
        }
        let roster = known.roster();
        let me = roster.get(dice.below(roster.len()))?.id.clone();
        let deed = match dice.below(16) {
            0 => Deed::Member(member::Command::Add { name: format!("N{}", dice.below(1000)) }),
            1 if roster.len() > 1 => Deed::Member(member::Command::Remove(me.clone())),
            2 => match known.former().first() {
                Some(member) => Deed::Member(member::Command::Restore(member.id.clone())),
                None => Deed::Member(member::Command::Add { name: format!("N{}", dice.below(1000)) }),
            },
            _ => Deed::Role(command(&known, self.now, &me, &mut dice)),
        };
        // Leaving twice on two copies would date the leaving anew, as any edit of one field does.
        let is_stale_roster = matches!(deed, Deed::Member(member::Command::Remove(_) | member::Command::Restore(_)));
        if is_stale_roster && known != self.turns.circle {
            return None;
        }
        let records = self.turns.decide(&known, self.now, &me, deed.clone()).ok()?;
        let ends = |record: &Record| matches!(record, Record::Absence(one) if self.turns.circle.absences.get(&one.id).is_some_and(|known| known.cancelled_at.is_some()));
        if records.iter().any(ends) {
            return None;
        }
        records.into_iter().for_each(|record| self.turns.merge(record));
        Some(deed)
    }
}

/// Who can serve in `cycle`, by the roster and the absences alone.
fn available(circle: &Circle, cycle: Cycle) -> Vec<MemberId> {
    let here = |member: &&Member| !circle.is_away(&Zones, &member.id, cycle);
    circle.roster().into_iter().filter(here).map(|member| member.id.clone()).collect()
}

/// Nobody has two turns by the rota while somebody who is there has none; nobody who is not there has one.
fn nobody_is_overlooked(circle: &Circle, rota: &Rota, from: Cycle) {
    for ahead in 1..=rota.last().since(from) {
        let cycle = from.plus(ahead);
        let turns = rota.turns(cycle);
        let there = available(circle, cycle);
        for turn in &turns {
            match &turn.holder {
                Some(holder) => assert!(there.contains(holder), "{cycle}: {turn:?} is not there"),
                None => assert_eq!(there, [], "{cycle}: nobody has {turn:?}"),
            }
        }
        let by_rota = |turn: &&Turn| turn.holder == turn.scheduled && turn.reason == turn.scheduled_reason;
        let has = |who: &MemberId| turns.iter().filter(|turn| turn.holder.as_ref() == Some(who)).count();
        let idle: Vec<_> = there.iter().filter(|who| has(who) == 0).collect();
        for turn in turns.iter().filter(by_rota) {
            let is_doubled = turn.holder.as_ref().is_some_and(|who| has(who) > 1);
            // A newcomer does not lead at once.
            let could = |who: &&&MemberId| turn.kind != RoleKind::Lead || !turn.shadows.contains(who);
            assert!(!is_doubled || idle.iter().find(could).is_none(), "{cycle}: {idle:?} have none in {turns:?}");
        }
    }
}

/// Whether a changed turn of a cycle that has not begun is one that the new fact concerns.
fn is_concerned(circle: &Circle, old: Option<&Turn>, new: Option<&Turn>, was: &[Turn], deed: &Deed) -> bool {
    let Some(turn) = old.or(new) else { return false };
    let there = available(circle, turn.id.cycle);
    let is_gone = old.is_none_or(|old| old.holder.as_ref().is_none_or(|holder| !there.contains(holder)));
    let is_role = matches!(
        deed,
        Deed::Role(role::Command::Pause(_)) | Deed::Role(role::Command::Resume(_)) | Deed::Role(role::Command::Add(_))
    );
    let is_agreed =
        matches!(deed, Deed::Role(role::Command::TakeTurn(_)) | Deed::Role(role::Command::CancelOverride(_)));
    let doubled = |turn: &Turn| was.iter().filter(|other| other.holder == turn.holder).count() > 1;
    let is_relief = new
        .is_some_and(|new| matches!(new.reason, Reason::Refilled { because: peer_circle::domain::Cause::Relief, .. }));
    is_gone || is_role || is_agreed || (is_relief && old.is_some_and(|old| doubled(old) || is_relief))
}

fn compare(circle: &Circle, before: &Rota, after: &Rota, current: Cycle, deed: &Deed) {
    let begun = |turn: &Turn| (turn.id.clone(), turn.holder.clone(), turn.served_at, turn.reason.clone());
    let mut cycle = before.first();
    while cycle <= before.last() {
        let (was, is) = (before.turns(cycle), after.turns(cycle));
        if cycle <= current {
            let touches = matches!(
                deed,
                Deed::Role(role::Command::OnTurn(_, OverrideKind::Claim | OverrideKind::Served))
                    | Deed::Role(role::Command::CancelOverride(_))
            );
            let changed = was.iter().zip(&is).filter(|(old, new)| begun(old) != begun(new)).count();
            assert_eq!(was.len(), is.len(), "{cycle} begun, {deed:?}");
            assert!(changed == 0 || (touches && changed == 1), "{cycle} begun, {deed:?}:\n{was:?}\n{is:?}");
        } else {
            for id in was.iter().chain(&is).map(|turn| &turn.id) {
                let find = |turns: &[Turn]| turns.iter().position(|turn| &turn.id == id);
                let (old, new) = (find(&was).map(|nth| &was[nth]), find(&is).map(|nth| &is[nth]));
                if old != new && old.map(|turn| &turn.shadows) == new.map(|turn| &turn.shadows) {
                    assert!(is_concerned(circle, old, new, &was, deed), "{cycle} {deed:?}:\n{old:?}\n{new:?}");
                }
            }
        }
        cycle = cycle.plus(1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn facts_change_only_what_they_concern(members in 1..7_usize, seeds in proptest::collection::vec(any::<u64>(), 3..26)) {
        let mut history = History::begin(members);
        let mut before = history.rota();
        let mut seen = Vec::new();
        for seed in seeds {
            let since = history.current();
            let deed = history.step(seed);
            let current = history.current();
            if current != since {
                before = rota(&history.previous, &Zones, current, &[]);
            }
            let after = history.rota();
            if let Some(deed) = &deed {
                compare(&history.turns.circle, &before, &after, current, deed);
            }
            nobody_is_overlooked(&history.turns.circle, &after, current);
            let held: i64 = after.credits(after.last()).iter().map(|credit| credit.total - credit.allowance).sum();
            let turns = |week: i64| after.turns(after.first().plus(week)).iter().filter(|t| t.holder.is_some()).count();
            let all: usize = (0..=after.last().since(after.first())).map(turns).sum();
            prop_assert_eq!(held, all as i64);
            seen.push((current, history.turns.circle.clone()));
            before = after;
            history.previous = history.turns.circle.clone();
        }
        // A device that computed early and one that computes now agree on what had begun, marks apart.
        let (current, circle) = seen.last().unwrap();
        let now = rota(circle, &Zones, *current, &[]);
        for ahead in 1..=3 {
            let later = rota(circle, &Zones, current.plus(ahead), &[]);
            for week in 0..=now.last().since(now.first()) {
                let cycle = now.first().plus(week);
                prop_assert_eq!(now.turns(cycle), later.turns(cycle), "time alone changed {}", cycle);
            }
        }
    }

    #[test]
    fn nobody_keeps_a_role_while_three_are_there(members in 4..=7_usize, breaks in proptest::collection::vec((0..9_usize, 1..5_i64), 1..20)) {
        let mut turns = Turns::of(members);
        let first = turns.rota("2026-11-02").first();
        let (now, ana) = ("2026-11-02T09:00:00Z", turns.id("Ana"));
        // One after the other is away, so that never more than one is missing and nobody has two turns.
        let mut week = 1;
        for (who, weeks) in breaks {
            let member = turns.id(NAMES[who % members]);
            let (from, to) = (first.plus(week).first_day(), first.plus(week + weeks - 1).last_day());
            let command = role::Command::DeclareAbsence { member, first: from, last: to, note: String::new() };
            let known = turns.circle.clone();
            let records = turns.decide(&known, at(now), &ana, command).unwrap();
            records.into_iter().for_each(|record| turns.merge(record));
            week += weeks;
        }
        let rota = rota(&turns.circle, &Zones, first.plus(week), &[]);
        for week in 1..=week {
            for turn in rota.turns(first.plus(week)) {
                let before = rota.turn(&TurnId { cycle: first.plus(week - 1), ..turn.id.clone() }).unwrap();
                prop_assert_ne!(before.holder, turn.holder, "week {} {:?}", week, turn.reason);
            }
        }
    }

    #[test]
    fn three_or_more_who_are_always_there_share_alike(members in 3..=10_usize, weeks in 1..120_i64) {
        let turns = Turns::of(members);
        let first = turns.rota("2026-11-02").first();
        let rota = rota(&turns.circle, &Zones, first.plus(weeks), &[]);
        let totals: Vec<_> = rota.credits(first.plus(weeks)).iter().map(|credit| credit.total).collect();
        prop_assert!(totals.iter().max().unwrap() - totals.iter().min().unwrap() <= 1);
        prop_assert_eq!(totals.len(), NAMES[..members].len());
    }
}
