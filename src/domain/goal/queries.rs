//! Goals of a member, and how far they have come.

use super::{Goal, GoalId, Progress, Standing};
use crate::domain::member::MemberId;
use crate::domain::order::ordered;
use crate::domain::records::Circle;

impl Circle {
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
}
