//! Who gets which role: the costs of design 2.5, and the reasons that go with them.

use super::assign::least;
use super::reason::Reason;
use super::replay::Replay;

/// What a person did around the cycle that is decided.
#[derive(Clone, Copy, Default)]
struct Recent {
    /// Roles held in the cycle before, a bit each.
    before: u8,
    /// Roles held in the cycle after, where that is published already.
    after: u8,
    /// The last cycle before with a role, from 1; 0 for none.
    last: i64,
}

/// What a person is weighed with for one role in one cycle.
struct Weighing<'a> {
    replay: &'a Replay,
    week: i64,
    recent: Vec<Recent>,
}

impl Replay {
    /// The least assignment of those available in `week` to all roles, in the order of the roles.
    pub(super) fn choose(&self, week: i64) -> Vec<(usize, Option<usize>, Reason)> {
        let roles: Vec<usize> = (0..self.line.roles.len()).filter(|role| self.runs[*role]).collect();
        let people = self.available(week);
        if people.is_empty() || roles.is_empty() {
            return roles.into_iter().map(|role| (role, None, Reason::Nobody)).collect();
        }
        let weighing = Weighing::of(self, week);
        // With fewer people than roles, the first of them also take the last: of two, the lead tracks.
        let groups = roles.len().min(people.len());
        let mut costs = vec![0; groups * people.len()];
        for (nth, role) in roles.iter().enumerate() {
            for (place, who) in people.iter().enumerate() {
                costs[nth % groups * people.len() + place] += weighing.cost(*who, *role, place, nth, roles.len());
            }
        }
        let chosen = least(&costs, groups, people.len());
        let serving: Vec<usize> = chosen.iter().map(|place| people[*place]).collect();
        let idle: Vec<usize> = people.iter().copied().filter(|who| !serving.contains(who)).collect();
        let each = roles.iter().enumerate().map(|(nth, role)| {
            let holder = serving[nth % groups];
            let reason = weighing.reason(holder, *role, &people, &idle, roles.len());
            (*role, Some(holder), reason)
        });
        each.collect()
    }

    /// The least of those who have no turn in `week`; where all have one, of those with the fewest. Never
    /// `but`, unless there is nobody else to take it. A newcomer leads in the first cycle only if nobody else
    /// is there: who leads instead is relieved of the other turn.
    pub(super) fn choose_one(&self, week: i64, role: usize, but: Option<usize>) -> Option<usize> {
        let slots = &self.week(week)?.slots;
        let load = |who: usize| slots.iter().filter(|slot| slot.holder() == Some(who)).count();
        let people = self.available(week);
        let weighing = Weighing::of(self, week);
        let weigh = |(place, who): (usize, usize)| {
            let is_same = u8::from(Some(who) == but);
            ((is_same, weighing.cannot_lead(who, role), load(who), weighing.cost(who, role, place, 0, 1)), who)
        };
        people.into_iter().enumerate().map(weigh).min().map(|(_, who)| who)
    }

    /// Raises who returns after two or more cycles away to the others' average less one (design 2.5), once
    /// for each break that ended within the published cycles before `week`.
    pub(super) fn make_up_for_breaks(&mut self, week: i64) {
        let people = self.available(week);
        let sum: i64 = people.iter().map(|who| self.scales[*who].total).sum();
        for who in people.iter().copied() {
            let Some(end) = self.break_before(who, week).filter(|end| Some(*end) > self.scales[who].made_up_for) else {
                continue;
            };
            self.scales[who].made_up_for = Some(end);
            let own = self.scales[who].total;
            let others = people.len() as i64 - 1;
            let average = (sum - own).checked_div(others).unwrap_or(0);
            self.allow(who, week, average - 1 - own);
        }
    }

    /// The last cycle of the last break of two or more that ended shortly before `week`: who returns in one
    /// cycle is first thought of in the decision for the one after the published ones.
    fn break_before(&self, who: usize, week: i64) -> Option<i64> {
        let is_off = |week: i64| week >= 0 && self.is_away(who, week);
        (week - super::HORIZON - 2..week).rev().find(|end| is_off(*end)).filter(|end| is_off(end - 1))
    }
}

impl<'a> Weighing<'a> {
    fn of(replay: &'a Replay, week: i64) -> Self {
        let mut recent = vec![Recent::default(); replay.scales.len()];
        let mut is_nearest = true;
        let mut missing = replay.scales.iter().filter(|scale| scale.is_here).count();
        for earlier in (0..week).rev() {
            let Some(past) = replay.week(earlier).filter(|past| !past.is_skipped) else { continue };
            for (who, slot) in past.slots.iter().filter_map(|slot| Some((slot.holder()?, slot))) {
                let person = &mut recent[who];
                if is_nearest {
                    person.before |= 1 << slot.role;
                }
                if person.last == 0 {
                    person.last = earlier + 1;
                    missing = missing.saturating_sub(usize::from(replay.scales[who].is_here));
                }
            }
            is_nearest = false;
            if missing == 0 {
                break;
            }
        }
        let mut later = (week + 1..replay.weeks.len() as i64).filter_map(|later| replay.week(later));
        if let Some(next) = later.find(|next| !next.is_skipped) {
            for (who, slot) in next.slots.iter().filter_map(|slot| Some((slot.holder()?, slot))) {
                recent[who].after |= 1 << slot.role;
            }
        }
        Self { replay, week, recent }
    }

    /// Whether `who` would have `role` twice running.
    fn keeps(&self, who: usize, role: usize) -> bool {
        (self.recent[who].before | self.recent[who].after) & (1 << role) != 0
    }

    fn cannot_lead(&self, who: usize, role: usize) -> bool {
        self.replay.is_lead(role) && self.replay.line.people[who].newcomer_in == Some(self.week)
    }

    /// What it costs that `who`, in roster order the one at `place`, has the role that is the `nth` of
    /// `roles`: the criteria of design 2.5 as fields of one number, the weightiest first, each wide enough
    /// for the sum of eight. The last is a digit of its own per role, so that of equal assignments the one
    /// is least whose row of places, role by role, comes first.
    fn cost(&self, who: usize, role: usize, place: usize, nth: usize, roles: usize) -> u128 {
        let scale = &self.replay.scales[who];
        let recent = self.recent[who];
        let field = |value: i64, width: u32| (value.clamp(0, (1 << (width - 3)) - 1), width);
        let fields = [
            field(i64::from(self.cannot_lead(who, role)), 4),
            field(i64::from(self.keeps(who, role)), 4),
            field(scale.total, 20),
            field(scale.in_role[role], 20),
            field(i64::from(recent.before != 0), 4),
            field(recent.last, 15),
        ];
        let weighed = fields.iter().fold(0_u128, |sum, (value, width)| (sum << width) + *value as u128);
        (weighed << 56) + ((place as u128) << (7 * (roles - 1 - nth)))
    }

    fn reason(&self, holder: usize, role: usize, people: &[usize], idle: &[usize], roles: usize) -> Reason {
        let scales = &self.replay.scales;
        if people.len() == 1 {
            return Reason::OnlyOne;
        }
        if self.keeps(holder, role) {
            let here = scales.iter().filter(|scale| scale.is_here).count();
            return Reason::Keeps { people: people.len(), away: here - people.len() };
        }
        if people.len() < roles {
            return Reason::TooFew { people: people.len(), roles };
        }
        let key = |who: usize| {
            let recent = self.recent[who];
            (scales[who].total, scales[who].in_role[role], recent.before != 0, recent.last, who)
        };
        let Some(next) = idle.iter().copied().min_by_key(|who| key(*who)) else {
            return Reason::EverybodyServes { in_role: scales[holder].in_role[role] };
        };
        let (own, other) = (key(holder), key(next));
        let id = || self.replay.line.people[next].id.clone();
        match () {
            () if own > other && self.cannot_lead(next, role) => Reason::NewcomerCannotLead { other: id() },
            () if own > other && self.keeps(next, role) => Reason::OtherWouldKeep { other: id() },
            () if own > other => Reason::BestTogether,
            () if own.0 < other.0 => Reason::FewestCredits { credits: own.0, next: other.0 },
            () if own.1 < other.1 => Reason::FewestInRole { credits: own.1, next: other.1 },
            () if own.2 != other.2 => Reason::Rested { next: id() },
            () if own.3 < other.3 => Reason::LongestWait { next: id() },
            () => Reason::RosterOrder { next: id() },
        }
    }
}
