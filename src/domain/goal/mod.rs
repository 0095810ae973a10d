//! Goals, their measures and progress.

mod command;
mod line;
mod measure;
mod queries;

use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::time::{Day, Timestamp};

pub(in crate::domain) use command::decide;
pub(in crate::domain) use command::new_progress;
pub use command::{Command, GoalDraft};
pub(in crate::domain) use line::points;
pub use line::{GoalPoint, thinned};
pub use measure::{Amount, Measure, MeasureKind, Scale};
pub(in crate::domain) use measure::{checked_measure, checked_value};

id! {
    /// One goal.
    GoalId;
    /// One progress entry of a goal.
    ProgressId;
}

/// How a goal ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closing {
    /// It was reached.
    Achieved,
    /// It was given up, for a reason or none.
    Dropped,
}

/// Something a member wants to reach within the season or beyond.
#[derive(Clone, PartialEq, Debug)]
pub struct Goal {
    /// Its id, the same for ever.
    pub id: GoalId,
    /// Whose it is.
    pub owner: MemberId,
    /// What shall be true at the end.
    pub title: String,
    /// Why it matters to the owner.
    pub why: String,
    /// How one can tell.
    pub measure: Measure,
    /// Until when.
    pub due: Option<Day>,
    /// What is most likely to stand in the way.
    pub obstacle: String,
    /// When it was set.
    pub created_at: Timestamp,
    /// How it ended.
    pub closing: Option<Closing>,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

/// One measurement of a goal.
#[derive(Clone, PartialEq, Debug)]
pub struct Progress {
    /// Its id, the same for ever.
    pub id: ProgressId,
    /// Which goal.
    pub goal: GoalId,
    /// When it was taken.
    pub at: Timestamp,
    /// In the goal's unit.
    pub value: f64,
    /// A word about it.
    pub note: String,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

entity!(Goal by id: GoalId, of owner, about title);
entity!(Progress by id: ProgressId);

/// How far a goal has come.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Standing {
    /// The newest value, in the goal's unit; 0 or 1 for [`Measure::Done`].
    pub value: f64,
    /// Share of the way from start to target, 0 to 1.
    pub share: f64,
}

impl Goal {
    /// Whether it is still pursued.
    pub fn is_open(&self) -> bool {
        self.closing.is_none() && self.deleted_at.is_none()
    }

    /// How far it has come, given its newest progress value.
    pub fn standing(&self, newest: Option<f64>) -> Standing {
        let achieved = self.closing == Some(Closing::Achieved);
        match &self.measure {
            Measure::Done => {
                let value = f64::from(u8::from(achieved));
                Standing { value, share: value }
            }
            Measure::Number { start, target, .. } => {
                let value = newest.unwrap_or(*start);
                let share = match newest {
                    _ if achieved => 1.0,
                    Some(_) => line::way_gone(*start, *target, value).clamp(0.0, 1.0),
                    None => 0.0,
                };
                Standing { value, share }
            }
        }
    }

    /// Share of the way that the straight path from creation to the due day has reached at `today`;
    /// `None` without a due day.
    pub fn expected_share(&self, today: Day) -> Option<f64> {
        let begun = self.created_at.at_offset(0).date();
        let whole = self.due?.to_epoch_days() - begun.to_epoch_days();
        let gone = today.to_epoch_days() - begun.to_epoch_days();
        if whole <= 0 {
            return Some(1.0);
        }
        Some((f64::from(gone) / f64::from(whole)).clamp(0.0, 1.0))
    }
}
