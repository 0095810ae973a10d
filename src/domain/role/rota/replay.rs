//! The replay: facts in the order of their times, cycle by cycle.

use super::HORIZON;
use super::reason::Reason;
use super::timeline::{DatedFact, Fact, Timeline};
use crate::domain::role::{OverrideId, ROLES_MAX, RoleKind};
use crate::domain::time::Timestamp;

/// A role in a cycle.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct TurnSlot {
    pub(super) role: usize,
    /// Whose turn it is by the rota.
    pub(super) scheduled: Option<usize>,
    pub(super) reason: Reason,
    /// Overrides that hold, the newest last: which one, who holds the turn by it, and the reason to tell.
    pub(super) moves: Vec<(usize, usize, Reason)>,
    /// When it was served, and by which mark or claim that is known.
    pub(super) served: Option<(Timestamp, usize)>,
}

impl TurnSlot {
    /// Whose turn it is.
    pub(super) fn holder(&self) -> Option<usize> {
        self.moves.last().map(|(_, holder, _)| *holder).or(self.scheduled)
    }
}

#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct RotaWeek {
    pub(super) is_skipped: bool,
    pub(super) slots: Vec<TurnSlot>,
}

/// What a person has on the scales.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct CreditScale {
    pub(super) is_here: bool,
    /// Turns held and published, and allowances.
    pub(super) total: i64,
    pub(super) in_role: [i64; ROLES_MAX],
    /// The last cycle of the break that was made up for.
    pub(super) made_up_for: Option<i64>,
}

/// Credits without a turn: given to newcomers and to those who return.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Allowance {
    pub(super) who: usize,
    /// The first cycle that it counts for.
    pub(super) week: i64,
    pub(super) credits: i64,
}

/// Whether an override holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    Waiting,
    Holds,
    Over,
}

pub(super) struct Replay {
    pub(super) line: Timeline,
    /// The running cycle; −1 before the first.
    pub(super) now: i64,
    pub(super) weeks: Vec<RotaWeek>,
    pub(super) scales: Vec<CreditScale>,
    pub(super) runs: [bool; ROLES_MAX],
    pub(super) allowances: Vec<Allowance>,
    pub(super) states: Vec<State>,
    pub(super) ids: Vec<OverrideId>,
    skips: Vec<i64>,
}

impl Replay {
    /// Replays `line`; `ids` are those of its pacts.
    pub(super) fn of(line: Timeline, ids: Vec<OverrideId>) -> Self {
        let scales = vec![CreditScale::default(); line.people.len()];
        let states = vec![State::Waiting; line.pacts.len()];
        let mut replay = Self {
            line,
            now: -1,
            weeks: Vec::new(),
            scales,
            runs: [false; ROLES_MAX],
            allowances: Vec::new(),
            states,
            ids,
            skips: Vec::new(),
        };
        replay.run();
        replay
    }

    fn run(&mut self) {
        let events = std::mem::take(&mut self.line.events);
        let is_founding = |event: &&DatedFact| event.is_early && event.fact.is_ground();
        for event in events.iter().filter(is_founding) {
            self.apply(event);
        }
        for week in 0..HORIZON {
            self.decide(week);
        }
        let mut rest = events.iter().filter(|event| !is_founding(event)).peekable();
        for week in 0..=self.line.last {
            self.now = week;
            self.decide(week + HORIZON);
            while let Some(event) = rest.next_if(|event| event.week <= week) {
                self.apply(event);
            }
        }
    }

    fn apply(&mut self, event: &DatedFact) {
        match event.fact {
            Fact::Joins(who) => self.join(who),
            Fact::Declares(who, nth) => self.line.people[who].aways[nth].is_known = true,
            Fact::TakesBack(who, nth) => {
                // What has passed stays passed.
                let away = &mut self.line.people[who].aways[nth];
                away.to = away.to.min(event.week - 1);
            }
            Fact::Leaves(who) => self.scales[who].is_here = false,
            Fact::Returns(who) => self.scales[who].is_here = true,
            Fact::Runs(role, is_on) => self.runs[role] = is_on,
            Fact::Skips(week) => self.skip(week),
            Fact::Takes(pact, taker) => self.take(pact, taker),
            Fact::Does(pact) => self.claim_or_mark(pact, event.at),
            Fact::Ends(pact) => self.end(pact),
        }
        if !matches!(event.fact, Fact::Does(_)) {
            self.repair();
        }
    }

    fn join(&mut self, who: usize) {
        let here: Vec<i64> = self.scales.iter().filter(|scale| scale.is_here).map(|scale| scale.total).collect();
        let average = here.iter().sum::<i64>().checked_div(here.len() as i64).unwrap_or(0);
        self.scales[who].is_here = true;
        self.allow(who, self.now + 1, average);
    }

    pub(super) fn allow(&mut self, who: usize, week: i64, credits: i64) {
        if credits > 0 {
            self.scales[who].total += credits;
            self.allowances.push(Allowance { who, week, credits });
        }
    }

    fn skip(&mut self, week: i64) {
        if week <= self.now {
            return;
        }
        self.skips.push(week);
        if self.week(week).is_some() {
            while !self.weeks[week as usize].slots.is_empty() {
                self.drop_slot(week, 0);
            }
            self.weeks[week as usize].is_skipped = true;
        }
    }

    /// Publishes `week`, the one after the last published one.
    fn decide(&mut self, week: i64) {
        let is_skipped = self.skips.contains(&week);
        self.weeks.push(RotaWeek { is_skipped, slots: Vec::new() });
        if is_skipped {
            return;
        }
        self.make_up_for_breaks(week);
        for (role, holder, reason) in self.choose(week) {
            self.weeks[week as usize].slots.push(TurnSlot {
                role,
                scheduled: holder,
                reason,
                moves: Vec::new(),
                served: None,
            });
            self.credit(holder, role, 1);
        }
    }

    pub(super) fn credit(&mut self, who: Option<usize>, role: usize, by: i64) {
        if let Some(who) = who {
            self.scales[who].total += by;
            self.scales[who].in_role[role] += by;
        }
    }

    /// Cycle `week`, if it is published.
    pub(super) fn week(&self, week: i64) -> Option<&RotaWeek> {
        self.weeks.get(usize::try_from(week).ok()?)
    }

    /// Whether it is known that `who` is away in `week`.
    pub(super) fn is_away(&self, who: usize, week: i64) -> bool {
        self.line.people[who].aways.iter().any(|away| away.is_known && away.from <= week && week <= away.to)
    }

    /// Those who can have turns in `week`, in roster order.
    pub(super) fn available(&self, week: i64) -> Vec<usize> {
        (0..self.scales.len()).filter(|who| self.scales[*who].is_here && !self.is_away(*who, week)).collect()
    }

    pub(super) fn is_lead(&self, role: usize) -> bool {
        self.line.roles[role].1 == RoleKind::Lead
    }
}
