//! The whole circle as plain values, and the questions screens ask of it.

use super::check_in::{CheckIn, CheckInState};
use super::commitment::Commitment;
use super::cycle::{Cycle, Season, SeasonWeek};
use super::entity::{Collection, entity};
use super::goal::{Goal, Progress, Standing};
use super::ids::{CircleId, GoalId, MemberId};
use super::member::Member;
use super::order::{Order, ordered};
use super::records::Circle;
use super::rhythms::Window;
use super::session::Session;
use super::time::{Timestamp, ZoneRules};

/// What the circle says of itself.
#[derive(Clone, PartialEq, Debug)]
pub struct About {
    /// Its identity on every device.
    pub id: CircleId,
    /// Its name.
    pub name: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// When it was started.
    pub created_at: Timestamp,
}

entity!(About by id: CircleId);

impl Collection<About> for About {
    fn put(&mut self, record: About) {
        *self = record;
    }

    /// There is always one.
    fn forget(&mut self, _id: &CircleId) {}

    fn records(&self) -> impl Iterator<Item = &About> {
        std::iter::once(self)
    }
}

impl Circle {
    /// Those who belong now, in roster order: by when they joined.
    pub fn roster(&self) -> Vec<&Member> {
        ordered(self.members.values().map(|m| &**m).filter(|m| m.left_at.is_none()), by_joining)
    }

    /// Those who left, in the order they joined.
    pub fn former(&self) -> Vec<&Member> {
        ordered(self.members.values().map(|m| &**m).filter(|m| m.left_at.is_some()), by_joining)
    }

    /// The cycle in which the circle was started.
    pub fn first_cycle(&self, zones: &dyn ZoneRules) -> Cycle {
        self.rhythm.cycle_at(zones, self.about.created_at)
    }

    /// A name to show for `id`, even where the person is not known here yet.
    pub fn name_of(&self, id: &MemberId) -> Option<&str> {
        self.members.get(id).map(|member| member.name.as_str())
    }

    /// A member's place among everyone who ever belonged, from 0: what their colour is chosen by.
    pub fn seat_of(&self, id: &MemberId) -> usize {
        let Some(member) = self.members.get(id) else {
            return 0;
        };
        let key = (member.joined_at, &member.id);
        self.members.values().filter(|other| (other.joined_at, &other.id) < key).count()
    }

    /// Where `cycle` lies in `season`: which of its meetings, weeks between not counted; `None` outside.
    pub fn season_week(&self, season: &Season, cycle: Cycle) -> Option<SeasonWeek> {
        let week = season.week(cycle)?;
        let meetings = |weeks: u32| {
            let cycles = (0..i64::from(weeks)).map(|index| season.first.plus(index));
            cycles.filter(|cycle| !self.rhythm.is_between(*cycle)).count() as u32
        };
        Some(SeasonWeek { number: meetings(week.number).max(1), of: meetings(week.of).max(1) })
    }

    /// The season that `cycle` lies in, the newest where two overlap, and the week of it.
    pub fn season_at(&self, cycle: Cycle) -> Option<(&Season, SeasonWeek)> {
        let running = self.seasons.values().filter_map(|season| Some((&**season, self.season_week(season, cycle)?)));
        running.max_by_key(|(season, _)| (season.first, season.id.clone()))
    }

    /// A member's goals that are not deleted, open ones first, then by age.
    pub fn goals_of<'a>(&'a self, owner: &MemberId) -> Vec<&'a Goal> {
        let goals = self.goals.values().map(|g| &**g).filter(|g| &g.owner == owner && g.deleted_at.is_none());
        ordered(goals, |goal| (u8::from(goal.closing.is_some()), goal.created_at, goal.id.as_str()))
    }

    /// A goal's progress entries that are not deleted, oldest first.
    pub fn progress_of(&self, goal: &GoalId) -> Vec<&Progress> {
        let entries = self.progress.values().map(|p| &**p).filter(|p| &p.goal == goal && p.deleted_at.is_none());
        ordered(entries, |entry| (0, entry.at, entry.id.as_str()))
    }

    /// How far a goal has come.
    pub fn standing_of(&self, goal: &Goal) -> Standing {
        goal.standing(self.progress_of(&goal.id).last().map(|entry| entry.value))
    }

    /// A member's commitments that stand in `cycle` or were carried out of it, oldest first.
    pub fn commitments_in<'a>(&'a self, owner: &MemberId, cycle: Cycle) -> Vec<&'a Commitment> {
        self.commitments_where(&|c| &c.owner == owner && c.touches(cycle))
    }

    /// A member's commitments that want an outcome before `cycle` ends: open ones of it and of earlier ones.
    pub fn unresolved<'a>(&'a self, owner: &MemberId, cycle: Cycle) -> Vec<&'a Commitment> {
        self.commitments_where(&|c| &c.owner == owner && c.is_open() && c.cycle <= cycle)
    }

    /// How many commitments of `owner` are open in `cycle`.
    pub fn open_count(&self, owner: &MemberId, cycle: Cycle) -> usize {
        self.commitments.values().filter(|c| &c.owner == owner && c.is_open() && c.cycle == cycle).count()
    }

    /// Commitments that are not deleted and pass `test`, oldest first.
    pub fn commitments_where(&self, test: &dyn Fn(&Commitment) -> bool) -> Vec<&Commitment> {
        let found = self.commitments.values().map(|c| &**c).filter(|c| c.deleted_at.is_none() && test(c));
        ordered(found, |commitment| (0, commitment.created_at, commitment.id.as_str()))
    }

    /// A member's check-in of `cycle`, if it was sent.
    pub fn check_in(&self, cycle: Cycle, member: &MemberId) -> Option<&CheckIn> {
        self.check_ins.get(&CheckIn::id_of(cycle, member)).map(|check_in| &**check_in)
    }

    /// The session of `cycle`, if anything was noted of it.
    pub fn session(&self, cycle: Cycle) -> Option<&Session> {
        self.sessions.get(&cycle).map(|session| &**session)
    }

    /// Where a member's check-in of `cycle` stands at `now`.
    pub fn check_in_state(&self, zones: &dyn ZoneRules, now: Timestamp, cycle: Cycle, member: &Member) -> CheckInState {
        self.check_in_state_in(self.rhythm.window(zones, cycle), now, cycle, member)
    }

    /// The same for who has the check-in's `window` at hand.
    pub(super) fn check_in_state_in(
        &self,
        window: Window,
        now: Timestamp,
        cycle: Cycle,
        member: &Member,
    ) -> CheckInState {
        let sent = self.check_in(cycle, &member.id).map(|check_in| check_in.submitted_at);
        let state = CheckInState::at(now, window, sent, member.joined_at);
        if self.is_away_when_due(&member.id, cycle, window.due) { state.excused() } else { state }
    }

    /// The cycle whose check-in a member would write at `now`: last week's while it can still be sent and
    /// was not, this week's otherwise, and next week's once its window has opened. Weeks in which the circle
    /// pauses are passed over.
    pub fn check_in_cycle(&self, zones: &dyn ZoneRules, now: Timestamp, member: &Member) -> Cycle {
        let current = self.rhythm.cycle_at(zones, now);
        let last = self.rhythm.last_held(current);
        let window = self.rhythm.window(zones, current);
        match self.check_in_state(zones, now, last, member) {
            CheckInState::Overdue => last,
            _ if window.is_skipped || now >= window.closes => self.rhythm.next_held(current),
            _ => current,
        }
    }

    /// The cycle that a commitment made at `now` by `member` belongs to: the next one once they checked in, or
    /// where the circle pauses.
    pub fn cycle_for_new(&self, zones: &dyn ZoneRules, now: Timestamp, member: &MemberId) -> Cycle {
        let current = self.rhythm.cycle_at(zones, now);
        let is_over = self.check_in(current, member).is_some() || self.rhythm.is_skipped(current);
        if is_over { self.rhythm.next_held(current) } else { current }
    }
}

fn by_joining(member: &Member) -> Order<'_> {
    (0, member.joined_at, member.id.as_str())
}
