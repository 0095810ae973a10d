//! The circle's dated facts, in the order in which they became known.

use super::{HORIZON, Skip};
use crate::domain::Arrange;
use crate::domain::member::{Member, MemberId};
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::role::absences::deciding_day;
use crate::domain::role::{Absence, OverrideKind, Role, RoleId, RoleKind, TurnId};
use crate::domain::time::{DAY, Day, Timestamp, ZoneRules};

/// Most cycles that are replayed, 20 years. A circle that is older, or was begun by a clock that was very
/// wrong, begins its rota anew every so many cycles.
pub(super) const WEEKS_MAX: i64 = 1040;
/// Most people who are looked at, in the order in which they joined.
const PEOPLE_MAX: usize = 120;
/// The longest interval between two meetings, in weeks.
const INTERVAL_MAX: i64 = 4;
/// How long after its beginning a circle is still being set up: what is known by then counts as known from
/// the start, and nobody who joined by then is a newcomer.
const SETTING_UP: i64 = DAY;

/// Something that became known.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fact {
    Joins(usize),
    Declares(usize, usize),
    TakesBack(usize, usize),
    Leaves(usize),
    Returns(usize),
    Runs(usize, bool),
    Skips(i64),
    Takes(usize, usize),
    Does(usize),
    Ends(usize),
}

impl Fact {
    /// Whether it says who and what there is, rather than what was agreed about a turn.
    pub(super) fn is_ground(self) -> bool {
        match self {
            Self::Joins(_)
            | Self::Declares(..)
            | Self::TakesBack(..)
            | Self::Leaves(_)
            | Self::Returns(_)
            | Self::Runs(..)
            | Self::Skips(_) => true,
            Self::Takes(..) | Self::Does(_) | Self::Ends(_) => false,
        }
    }
}

/// A fact, the cycle in which it became known (from 0), and the instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct DatedFact {
    pub(super) week: i64,
    pub(super) at: Timestamp,
    pub(super) fact: Fact,
    pub(super) is_early: bool,
}

/// Cycles in which a person is away, and whether that is known yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct AwaySpan {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) is_known: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Participant {
    pub(super) id: MemberId,
    pub(super) aways: Vec<AwaySpan>,
    /// The first cycle with a meeting that begins after they joined, for newcomers.
    pub(super) newcomer_in: Option<i64>,
}

/// A swap, cover, claim or mark with its people and turns found.
#[derive(Clone, Debug)]
pub(super) struct Pact {
    pub(super) by: usize,
    pub(super) turn: (i64, usize),
    pub(super) kind: PactKind,
    /// Made within the cycles that are looked at, not by a clock that is far ahead.
    pub(super) is_seen: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PactKind {
    Swap { with: usize, theirs: (i64, usize) },
    Cover,
    Claim,
    Served,
}

/// All that the replay needs, without the circle.
pub(super) struct Timeline {
    pub(super) start: Cycle,
    /// The last cycle whose facts count, from 0.
    pub(super) last: i64,
    pub(super) people: Vec<Participant>,
    pub(super) roles: Vec<(RoleId, RoleKind)>,
    /// In the order of the circle's overrides; `None` for those about nothing that is known here.
    pub(super) pacts: Vec<Option<Pact>>,
    pub(super) events: Vec<DatedFact>,
}

/// Reads instants on the circle's clocks.
struct WeekClock<'a> {
    circle: &'a Circle,
    zones: &'a dyn ZoneRules,
    start: Cycle,
}

impl WeekClock<'_> {
    /// The cycle that `at` falls into, from 0. The zone is asked only near the turn of a week, as a page asks
    /// the browser for each answer.
    fn week(&self, at: Timestamp) -> i64 {
        let early = Cycle::of(at.plus(-DAY).at_offset(0).date());
        let late = Cycle::of(at.plus(DAY).at_offset(0).date());
        let cycle = if early == late { early } else { self.circle.rhythm.cycle_at(self.zones, at) };
        cycle.since(self.start)
    }
}

/// Gathers what is known in `circle` by the end of `through`.
pub(super) fn timeline(circle: &Circle, zones: &dyn ZoneRules, through: Cycle, skips: &[Skip]) -> Timeline {
    let (start, last) = span(circle, zones, through);
    let clock = WeekClock { circle, zones, start };
    let people = people(circle);
    let roles = circle.roles_by_age();
    let mut gathered = Gathered { clock, events: Vec::new(), last };
    let mut persons: Vec<Participant> = Vec::new();
    for (who, member) in people.iter().enumerate() {
        persons.push(gathered.person(who, member));
    }
    for absence in circle.absences.values() {
        if let Some(who) = people.iter().position(|member| member.id == absence.member) {
            gathered.absence(who, &mut persons[who].aways, absence);
        }
    }
    for (nth, role) in roles.iter().enumerate() {
        gathered.role(nth, role);
    }
    // The weeks between, known since the interval was set.
    for cycle in (0..=last + HORIZON).map(|week| start.plus(week)).filter(|cycle| circle.rhythm.is_between(*cycle)) {
        gathered.add(circle.rhythm.version_of(cycle).changed_at, Fact::Skips(cycle.since(start)));
    }
    for skip in skips {
        gathered.add(skip.known_at, Fact::Skips(skip.cycle.since(start)));
    }
    let pacts = gathered.pacts(circle, &people, &roles);
    let mut events = gathered.events;
    events.retain(|event| event.week <= last);
    // Stable: what happened in the same instant stays in the order of kinds and ids.
    events.arrange_by_key(|event| (event.week, event.at));
    let roles = roles.into_iter().map(|role| (role.kind(), role.id)).map(|(kind, id)| (id, kind)).collect();
    Timeline { start, last, people: persons, roles, pacts, events }
}

/// The first cycle, and the last one counted from it.
fn span(circle: &Circle, zones: &dyn ZoneRules, through: Cycle) -> (Cycle, i64) {
    let created = circle.rhythm.cycle_at(zones, circle.about.created_at);
    let season = circle.seasons.values().map(|season| season.first).min();
    let start = season.map_or(created, |first| first.max(created));
    let last = through.since(start).max(0);
    let whole = last / WEEKS_MAX * WEEKS_MAX;
    (start.plus(whole), last - whole)
}

/// Everyone who ever belonged, in roster order.
fn people(circle: &Circle) -> Vec<&Member> {
    let belonged = |member: &&Member| member.left_at.is_none_or(|left| left > member.joined_at);
    let mut people: Vec<&Member> = circle.members.values().map(|member| &**member).filter(belonged).collect();
    people.arrange_by(|a, b| (a.joined_at, &a.id).cmp(&(b.joined_at, &b.id)));
    people.truncate(PEOPLE_MAX);
    people
}

struct Gathered<'a> {
    clock: WeekClock<'a>,
    events: Vec<DatedFact>,
    last: i64,
}

impl Gathered<'_> {
    fn add(&mut self, at: Timestamp, fact: Fact) {
        let week = self.clock.week(at);
        let is_early = week < 0 || at <= self.clock.circle.about.created_at.plus(SETTING_UP);
        self.events.push(DatedFact { week, at, fact, is_early });
    }

    fn person(&mut self, who: usize, member: &Member) -> Participant {
        self.add(member.joined_at, Fact::Joins(who));
        let joined = self.events.last().map(|event| (event.week, event.is_early));
        if let Some(left) = member.left_at {
            self.add(left, Fact::Leaves(who));
        }
        let first_meeting = |week: i64| {
            let cycles = (week + 1..=week + INTERVAL_MAX).map(|week| self.clock.start.plus(week));
            let held = cycles.into_iter().find(|cycle| !self.clock.circle.rhythm.is_between(*cycle));
            held.map(|cycle| cycle.since(self.clock.start))
        };
        let newcomer_in = joined.filter(|(_, is_early)| !is_early).and_then(|(week, _)| first_meeting(week));
        Participant { id: member.id.clone(), aways: Vec::new(), newcomer_in }
    }

    fn absence(&mut self, who: usize, aways: &mut Vec<AwaySpan>, absence: &Absence) {
        let start = self.clock.start;
        let deciding = |cycle: Cycle| deciding_day(&self.clock.circle.rhythm, cycle);
        let week_of = |day: Day| (Cycle::of(day), Cycle::of(day).since(start));
        let (first, week) = week_of(absence.first);
        let from = week + i64::from(deciding(first) < absence.first);
        let to = absence.last.map_or(i64::MAX, |day| {
            let (last, week) = week_of(day);
            week - i64::from(deciding(last) > day)
        });
        let nth = aways.len();
        aways.push(AwaySpan { from, to, is_known: false });
        // The time between leaving and coming back; leaving comes first, as it did before the return.
        let is_leave = absence.last.is_none() && absence.cancelled_at.is_some();
        if is_leave {
            self.add(absence.declared_at, Fact::Leaves(who));
        }
        self.add(absence.declared_at, Fact::Declares(who, nth));
        if let Some(at) = absence.cancelled_at.map(|at| at.max(absence.declared_at)) {
            self.add(at, Fact::TakesBack(who, nth));
            if is_leave {
                self.add(at, Fact::Returns(who));
            }
        }
    }

    fn role(&mut self, nth: usize, role: &Role) {
        let since = match role.kind() {
            RoleKind::Custom => role.created_at,
            RoleKind::Lead | RoleKind::Summarizer | RoleKind::Tracker => Timestamp::from_millis(i64::MIN),
        };
        self.add(since, Fact::Runs(nth, true));
        for (at, is_paused) in &role.pauses {
            self.add((*at).max(since), Fact::Runs(nth, !is_paused));
        }
    }

    fn pacts(&mut self, circle: &Circle, people: &[&Member], roles: &[Role]) -> Vec<Option<Pact>> {
        let who = |id: &MemberId| people.iter().position(|member| &member.id == id);
        let start = self.clock.start;
        let turn = |id: &TurnId| Some((id.cycle.since(start), roles.iter().position(|role| role.id == id.role)?));
        let mut pacts = Vec::new();
        for (nth, one) in circle.overrides.values().enumerate() {
            let kind = match &one.kind {
                OverrideKind::Swap { with, theirs } => {
                    who(with).zip(turn(theirs)).map(|(with, theirs)| PactKind::Swap { with, theirs })
                }
                OverrideKind::Cover => Some(PactKind::Cover),
                OverrideKind::Claim => Some(PactKind::Claim),
                OverrideKind::Served => Some(PactKind::Served),
            };
            let found = kind.zip(who(&one.by)).zip(turn(&one.turn));
            let is_seen = self.clock.week(one.made_at) <= self.last;
            pacts.push(found.map(|((kind, by), turn)| Pact { by, turn, kind, is_seen }));
            match kind {
                Some(PactKind::Claim | PactKind::Served) => self.add(one.made_at, Fact::Does(nth)),
                Some(PactKind::Swap { .. } | PactKind::Cover) => {
                    for (taker, at) in &one.takes {
                        if let Some(taker) = who(taker) {
                            self.add((*at).max(one.made_at), Fact::Takes(nth, taker));
                        }
                    }
                }
                None => {}
            }
            if let Some(at) = one.cancelled_at {
                self.add(at.max(one.made_at), Fact::Ends(nth));
            }
        }
        pacts
    }
}
