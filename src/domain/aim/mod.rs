//! The circle's one shared aim above the single goals (design 2.2): measured as a goal is, by whoever measures it.

mod command;
mod news;
mod queries;

use crate::domain::entity::entity;
use crate::domain::goal::{Closing, Goal, GoalId, Measure};
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::time::{Day, Timestamp};

pub(in crate::domain) use command::decide;
pub use command::{AimDraft, Command};
pub use news::AimNews;
pub(in crate::domain) use news::aim_news;

id! {
    /// One shared aim.
    AimId;
    /// One measurement of it.
    AimProgressId;
}

/// What the circle wants to reach together.
#[derive(Clone, PartialEq, Debug)]
pub struct Aim {
    /// Its id, the same for ever.
    pub id: AimId,
    /// What shall be true at the end.
    pub title: String,
    /// How one can tell.
    pub measure: Measure,
    /// Until when.
    pub due: Option<Day>,
    /// Who wrote it down.
    pub by: MemberId,
    /// When it was set.
    pub set_at: Timestamp,
    /// How it ended.
    pub closing: Option<Closing>,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

/// One measurement of a shared aim.
#[derive(Clone, PartialEq, Debug)]
pub struct AimProgress {
    /// Its id, the same for ever.
    pub id: AimProgressId,
    /// Of which aim.
    pub aim: AimId,
    /// Who measured.
    pub by: MemberId,
    /// When it was taken.
    pub at: Timestamp,
    /// In the aim's unit.
    pub value: f64,
    /// A word about it.
    pub note: String,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

entity!(Aim by id: AimId, about title);
entity!(AimProgress by id: AimProgressId, of by);

impl Aim {
    /// Whether it is still pursued.
    pub fn is_open(&self) -> bool {
        self.closing.is_none() && self.deleted_at.is_none()
    }

    /// The aim as a goal, for the rules of goals: how far it has come, whether it is on its way.
    pub fn as_goal(&self) -> Goal {
        let Self { id, title, measure, due, by, set_at, closing, closed_at, deleted_at } = self.clone();
        let (id, owner, created_at) = (GoalId::new(id.as_str()), by, set_at);
        let (why, obstacle) = (String::new(), String::new());
        Goal { id, owner, title, why, measure, due, obstacle, created_at, closing, closed_at, deleted_at }
    }
}
