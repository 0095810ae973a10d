//! What a device has that the others were not sent yet, counted as people would.

use super::goal::{GoalId, Progress, ProgressId};
use super::ids::EntityId;
use super::member::MemberId;
use super::records::{Circle, Kind};
use super::time::Timestamp;
use std::collections::BTreeSet;

/// Changes that wait to be sent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Unsent {
    /// Whether nobody else has the circle at all; the counts are 0 then.
    pub is_whole: bool,
    /// Check-ins.
    pub check_ins: usize,
    /// Commitments, new ones and those with a new outcome.
    pub commitments: usize,
    /// Goals that changed or have new progress.
    pub goals: usize,
    /// Everything else.
    pub others: usize,
}

impl Unsent {
    /// How many things wait; a whole circle is one.
    pub const fn count(&self) -> usize {
        if self.is_whole { 1 } else { self.check_ins + self.commitments + self.goals + self.others }
    }

    /// Whether nothing waits.
    pub const fn is_empty(&self) -> bool {
        self.count() == 0
    }
}

/// Counts the records of `circle` that wait to be sent.
pub fn unsent<'a>(circle: &Circle, records: impl IntoIterator<Item = (Kind, &'a str)>) -> Unsent {
    let mut found = Unsent::default();
    let mut goals = BTreeSet::new();
    let (mut members, mut is_about_waiting, mut is_note_waiting) = (0, false, false);
    for (kind, id) in records {
        match kind {
            Kind::CheckIn => found.check_ins += 1,
            Kind::Commitment => found.commitments += 1,
            Kind::Goal => drop(goals.insert(GoalId::new(id))),
            Kind::Progress => goals.extend(goal_of(circle, id)),
            Kind::Member => members += 1,
            Kind::About => is_about_waiting = true,
            // A device's key goes along with whatever else is sent.
            Kind::DeviceKey => {}
            Kind::SealedNote => is_note_waiting = true,
            _ => found.others += 1,
        }
    }
    if is_about_waiting && members == circle.members.values().count() {
        return Unsent { is_whole: true, ..Unsent::default() };
    }
    found.goals = goals.len();
    // One note is sealed for several devices, and one or several are one thing to send.
    found.others += members + usize::from(is_about_waiting) + usize::from(is_note_waiting);
    found
}

fn goal_of(circle: &Circle, progress: &str) -> Option<GoalId> {
    let entry: Option<&Progress> = circle.progress.get(&ProgressId::new(progress)).map(|entry| &**entry);
    entry.map(|entry| entry.goal.clone())
}

/// What `me` wrote after `since`, or ever, by the times that records carry: for a device that has not kept what waits.
pub fn written_since(circle: &Circle, me: &MemberId, since: Option<Timestamp>) -> Vec<(Kind, String)> {
    let is_later = |at: Timestamp| since.is_none_or(|since| at > since);
    let is_any_later = |times: &[Option<Timestamp>]| times.iter().flatten().any(|at| is_later(*at));
    let check_ins = circle.check_ins.iter();
    let check_ins = check_ins.filter(|(_, one)| one.member == *me && is_later(one.submitted_at));
    let commitments = circle
        .commitments
        .values()
        .filter(|one| one.owner == *me && is_any_later(&[Some(one.created_at), one.resolved_at, one.deleted_at]));
    let goals = circle
        .goals
        .values()
        .filter(|one| one.owner == *me && is_any_later(&[Some(one.created_at), one.closed_at, one.deleted_at]));
    let is_mine = |goal: &GoalId| circle.goals.get(goal).is_some_and(|goal| goal.owner == *me);
    let progress = circle.progress.values().filter(|one| is_mine(&one.goal) && is_later(one.at));
    let check_ins = check_ins.map(|(id, _)| (Kind::CheckIn, id.to_key()));
    let commitments = commitments.map(|one| (Kind::Commitment, one.id.to_key()));
    let goals = goals.map(|one| (Kind::Goal, one.id.to_key()));
    let progress = progress.map(|one| (Kind::Progress, one.id.to_key()));
    check_ins.chain(commitments).chain(goals).chain(progress).collect()
}
