//! The rhythm through time: its versions, the weeks that differ, and what they make of each cycle.
//!
//! A change of the rhythm holds from a cycle on and leaves the weeks before it as they were: nothing that
//! was in time becomes late because the circle meets on another day now.

use super::{Clock, Cycle, Rhythm};
use crate::domain::entity::{Collection, Entity, entity};
use crate::domain::ids::EntityId;
use crate::domain::member::MemberId;
use crate::domain::time::{Resolved, Timestamp, ZoneRules, day_plus};
use chrono::NaiveDateTime;
use std::sync::Arc;

/// How many days before it is due a check-in opens, at the same time on the circle's clocks.
pub const WINDOW_DAYS: i64 = 3;
/// Most weeks that are counted.
const LONG: i64 = 520;
/// How many weeks a search for a week that is held looks at.
const SEARCH: i64 = 53;

/// The rhythm from one cycle on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RhythmVersion {
    /// The first cycle that it holds for; `None` for the one that the circle began with.
    pub from: Option<Cycle>,
    /// The times.
    pub rhythm: Rhythm,
    /// When it was set; before any time for what an earlier version of the app wrote.
    pub changed_at: Timestamp,
}

/// What one week does differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WeekException {
    /// Which week; its identity.
    pub cycle: Cycle,
    /// Whether the circle pauses: no clocks, no check-in expected.
    pub is_skipped: bool,
    /// When the session is held instead, as the circle's clocks show it.
    ///
    /// A local time as the rhythm itself is one: what people agreed on, whatever becomes of zone rules.
    pub session_moved_to: Option<NaiveDateTime>,
    /// When this was last changed.
    pub changed_at: Timestamp,
    /// Who changed it last.
    pub by: Option<MemberId>,
}

/// A check-in's window as instants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// From here on the circle expects it.
    pub opens: Timestamp,
    /// Until here it is on time.
    pub due: Timestamp,
    /// From here on it counts as missed: the next window opens.
    pub closes: Timestamp,
    /// Whether the circle does not meet that week, so that no check-in is expected.
    pub is_skipped: bool,
}

/// A circle's rhythm: each version of it, and the weeks that differ.
#[derive(Clone, PartialEq, Debug)]
pub struct Rhythms {
    /// Sorted by their first cycle. The first is always there and has none.
    versions: Vec<Arc<RhythmVersion>>,
    /// Sorted by cycle.
    weeks: Vec<Arc<WeekException>>,
}

impl Default for Rhythms {
    fn default() -> Self {
        Self::new(Rhythm::default())
    }
}

impl Entity for RhythmVersion {
    type Id = Option<Cycle>;

    fn id(&self) -> Option<Cycle> {
        self.from
    }
}

/// The key of the version that holds from the start.
const FROM_THE_START: &str = "rhythm";

/// The first cycle of a version of the rhythm.
impl EntityId for Option<Cycle> {
    fn from_key(key: &str) -> Option<Self> {
        if key == FROM_THE_START { Some(None) } else { Cycle::from_key(key).map(Some) }
    }

    fn to_key(&self) -> String {
        self.map_or_else(|| FROM_THE_START.to_owned(), |from| from.to_key())
    }
}

entity!(WeekException by cycle: Cycle);

impl Collection<RhythmVersion> for Rhythms {
    fn put(&mut self, version: RhythmVersion) {
        match self.versions.binary_search_by(|known| known.from.cmp(&version.from)) {
            Ok(place) => self.versions[place] = Arc::new(version),
            Err(place) => self.versions.insert(place, Arc::new(version)),
        }
    }

    /// The first version becomes the default one.
    fn forget(&mut self, from: &Option<Cycle>) {
        match self.versions.binary_search_by(|known| known.from.cmp(from)) {
            Ok(0) => self.versions[0] = Arc::default(),
            Ok(place) => drop(self.versions.remove(place)),
            Err(_) => {}
        }
    }

    fn find(&self, from: &Option<Cycle>) -> Option<&RhythmVersion> {
        let place = self.versions.binary_search_by(|known| known.from.cmp(from)).ok()?;
        Some(&self.versions[place])
    }

    fn records(&self) -> impl Iterator<Item = &RhythmVersion> {
        self.versions.iter().map(|version| &**version)
    }
}

impl Collection<WeekException> for Rhythms {
    fn put(&mut self, week: WeekException) {
        match self.week_place(week.cycle) {
            Ok(place) => self.weeks[place] = Arc::new(week),
            Err(place) => self.weeks.insert(place, Arc::new(week)),
        }
    }

    fn forget(&mut self, cycle: &Cycle) {
        if let Ok(place) = self.week_place(*cycle) {
            self.weeks.remove(place);
        }
    }

    fn find(&self, cycle: &Cycle) -> Option<&WeekException> {
        self.week(*cycle)
    }

    fn records(&self) -> impl Iterator<Item = &WeekException> {
        self.weeks.iter().map(|week| &**week)
    }
}

impl Rhythms {
    /// `rhythm` from the start and for ever.
    pub fn new(rhythm: Rhythm) -> Self {
        Self {
            versions: vec![Arc::new(RhythmVersion { from: None, rhythm, ..RhythmVersion::default() })],
            weeks: Vec::new(),
        }
    }

    /// Every version, oldest first; never empty.
    pub fn versions(&self) -> &[Arc<RhythmVersion>] {
        &self.versions
    }

    /// The rhythm that holds from the newest change on.
    pub fn newest(&self) -> &Rhythm {
        &self.versions[self.versions.len() - 1].rhythm
    }

    /// Every week that differs, or did and was set right again, oldest first.
    pub fn weeks(&self) -> &[Arc<WeekException>] {
        &self.weeks
    }

    fn week_place(&self, cycle: Cycle) -> Result<usize, usize> {
        self.weeks.binary_search_by(|known| known.cycle.cmp(&cycle))
    }

    /// The version that holds for `cycle`.
    pub fn version_of(&self, cycle: Cycle) -> &RhythmVersion {
        let after = self.versions.partition_point(|version| version.from <= Some(cycle));
        &self.versions[after.saturating_sub(1)]
    }

    /// The rhythm that holds for `cycle`.
    pub fn of(&self, cycle: Cycle) -> &Rhythm {
        &self.version_of(cycle).rhythm
    }

    /// What `cycle` does differently, if anything.
    pub fn week(&self, cycle: Cycle) -> Option<&WeekException> {
        self.week_place(cycle).ok().map(|place| &*self.weeks[place])
    }

    /// Whether the circle does not meet in `cycle`: it pauses, or the interval leaves that week out.
    pub fn is_skipped(&self, cycle: Cycle) -> bool {
        self.is_between(cycle) || self.week(cycle).is_some_and(|week| week.is_skipped)
    }

    /// Whether `cycle` is one of the weeks between that the interval leaves out.
    pub fn is_between(&self, cycle: Cycle) -> bool {
        let (anchor, weeks) = self.beat(cycle);
        (cycle.number() - anchor).rem_euclid(weeks) != 0
    }

    /// The number of the meeting of `cycle`, one more each time that the interval comes round: what turns go round
    /// by. A week between has the number of the meeting before it.
    pub fn meeting(&self, cycle: Cycle) -> i64 {
        let (anchor, weeks) = self.beat(cycle);
        anchor + (cycle.number() - anchor).div_euclid(weeks)
    }

    /// The number of the week from which the interval of `cycle` is counted, and its length. It is counted from the
    /// first cycle of the version that brought it; a later one that changes other things alone keeps the beat.
    fn beat(&self, cycle: Cycle) -> (i64, i64) {
        let interval = self.of(cycle).interval;
        let until = self.versions.partition_point(|version| version.from <= Some(cycle));
        let own = self.versions[..until].iter().rev().take_while(|version| version.rhythm.interval == interval);
        (own.last().and_then(|version| version.from).map_or(0, Cycle::number), interval.weeks())
    }

    /// How many weeks after `earlier` up to `cycle` are held, of at most ten years.
    pub fn held_since(&self, earlier: Cycle, cycle: Cycle) -> i64 {
        let weeks = cycle.since(earlier).clamp(0, LONG);
        (0..weeks).filter(|back| !self.is_skipped(cycle.plus(-back))).count() as i64
    }

    /// The next week after `cycle` in which the circle does not pause; a year on where it pauses longer.
    pub fn next_held(&self, cycle: Cycle) -> Cycle {
        self.held(cycle, 1)
    }

    /// The last week before `cycle` in which the circle did not pause; a year back where it paused longer.
    pub fn last_held(&self, cycle: Cycle) -> Cycle {
        self.held(cycle, -1)
    }

    fn held(&self, cycle: Cycle, step: i64) -> Cycle {
        let near = (1..SEARCH).map(|n| cycle.plus(n * step)).find(|other| !self.is_skipped(*other));
        near.unwrap_or_else(|| cycle.plus(SEARCH * step))
    }

    /// The cycle that `now` falls into: the last whose Monday has come on the clocks that hold for it.
    pub fn cycle_at(&self, zones: &dyn ZoneRules, now: Timestamp) -> Cycle {
        let has_come = |cycle: &Cycle| Cycle::of(zones.local(&self.of(*cycle).zone, now).date()) >= *cycle;
        // No clock is more than a day away from Greenwich.
        let near = Cycle::of(now.at_offset(0).date());
        [near.plus(1), near].into_iter().find(has_come).unwrap_or_else(|| near.plus(-1))
    }

    /// When check-ins of `cycle` are due, and whether clocks change over that time.
    pub fn due(&self, zones: &dyn ZoneRules, cycle: Cycle) -> Resolved {
        self.regular(zones, cycle, Clock::CheckIns)
    }

    /// When `clock` of `cycle` would be, were the week like any other.
    pub fn regular(&self, zones: &dyn ZoneRules, cycle: Cycle, clock: Clock) -> Resolved {
        let rhythm = self.of(cycle);
        zones.resolve(&rhythm.zone, rhythm.local(cycle, clock))
    }

    /// The window of `cycle`'s check-in; it stays open until that of the next week which is held opens.
    pub fn window(&self, zones: &dyn ZoneRules, cycle: Cycle) -> Window {
        let due = self.due(zones, cycle).at;
        let closes = self.opens(zones, self.next_held(cycle));
        // A new rhythm may be due so early that its window opens before this one is due.
        Window { opens: self.opens(zones, cycle), due, closes: closes.max(due), is_skipped: self.is_skipped(cycle) }
    }

    /// When the window of `cycle`'s check-in opens: three days before it is due, at the same time on the circle's
    /// clocks, so that a change of the clocks between moves nothing.
    fn opens(&self, zones: &dyn ZoneRules, cycle: Cycle) -> Timestamp {
        let rhythm = self.of(cycle);
        let due = rhythm.local(cycle, Clock::CheckIns);
        zones.resolve(&rhythm.zone, day_plus(due.date(), -WINDOW_DAYS).and_time(due.time())).at
    }

    /// The first cycle that may get `rhythm` at `now`: the first of which no clock has passed, neither as it
    /// is nor as it would be.
    pub fn earliest_change(&self, zones: &dyn ZoneRules, now: Timestamp, rhythm: &Rhythm) -> Cycle {
        let current = self.cycle_at(zones, now);
        let is_ahead = |cycle: &Cycle| {
            let then = zones.resolve(&rhythm.zone, rhythm.local(*cycle, Clock::CheckIns)).at;
            let moved = self.occasion(zones, *cycle, Clock::Session).map_or(then, |occasion| occasion.at);
            now < self.due(zones, *cycle).at && now < then && now < moved
        };
        (0..3).map(|weeks| current.plus(weeks)).find(is_ahead).unwrap_or_else(|| current.plus(3))
    }
}
