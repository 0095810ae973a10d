//! Roles: what takes turns.
//!
//! Three exist in every circle without a record; a record with their id renames, pauses or describes them.
//! Others are added by a record of their own.

mod absence;
mod absences;
mod command;
mod overrides;
mod queries;
mod rota;
mod tasks;
mod tracking;
mod turns;

use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::time::Timestamp;

pub use absence::{Absence, AbsenceId};
pub(in crate::domain) use absences::absence_between;
pub(in crate::domain) use command::decide;
pub use command::{Command, RoleDraft};
pub use overrides::{Override, OverrideId, OverrideKind, TurnId};
pub(in crate::domain) use rota::rota_news;
pub use rota::{
    Action, Cause, Credits, HORIZON, MovedTurns, OverrideState, Reason, Rota, RotaNews, SeenTurns, Skip, Turn,
    TurnStatus, cycles_ahead, deadline, rota, rota_in, rota_part,
};
pub use tasks::Task;
pub use tracking::{DRIFTING_WEEKS, DriftingGoal, Tracking, Waiting, WaitingOf, tracking};

id! {
    /// One role; the default ones are called `lead`, `summarizer` and `tracker`.
    RoleId;
}

/// Most roles that a circle has, paused ones included.
pub const ROLES_MAX: usize = 8;

/// Which role it is. Words for the three default ones are made by the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoleKind {
    /// Check-in lead: opens the window, nudges, runs the session.
    Lead,
    /// Progress summarizer: edits and publishes the digest.
    Summarizer,
    /// Goal tracker: statuses, carry-overs, drift.
    Tracker,
    /// One that the circle made up.
    Custom,
}

impl RoleKind {
    /// Those that every circle has.
    pub const DEFAULTS: [Self; 3] = [Self::Lead, Self::Summarizer, Self::Tracker];

    /// The id of the default role; `None` for the others.
    pub const fn default_id(self) -> Option<&'static str> {
        match self {
            Self::Lead => Some("lead"),
            Self::Summarizer => Some("summarizer"),
            Self::Tracker => Some("tracker"),
            Self::Custom => None,
        }
    }
}

/// A role and what the circle says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Role {
    /// Its identity; `lead`, `summarizer` and `tracker` are the default ones.
    pub id: RoleId,
    /// Its name; empty where the default one holds.
    pub name: String,
    /// What it is there for; empty where the default holds.
    pub duty: String,
    /// What to do, one thing per line; empty where the default holds.
    pub checklist: String,
    /// Its place among the others on screen. The rota does not look at it.
    pub place: u8,
    /// When it was added; the default ones have always been there.
    pub created_at: Timestamp,
    /// When it was paused (`true`) and resumed (`false`), oldest first.
    pub pauses: Vec<(Timestamp, bool)>,
}

entity!(Role by id: RoleId);

impl Role {
    /// The default role called `id`, or an empty one of the circle's own.
    pub fn plain(id: RoleId) -> Self {
        let place = RoleKind::DEFAULTS.iter().position(|kind| kind.default_id() == Some(id.as_str()));
        Self {
            id,
            name: String::new(),
            duty: String::new(),
            checklist: String::new(),
            place: place.map_or(RoleKind::DEFAULTS.len(), |place| place) as u8,
            created_at: Timestamp::default(),
            pauses: Vec::new(),
        }
    }

    /// Which role it is.
    pub fn kind(&self) -> RoleKind {
        let mut kinds = RoleKind::DEFAULTS.into_iter();
        kinds.find(|kind| kind.default_id() == Some(self.id.as_str())).unwrap_or(RoleKind::Custom)
    }

    /// Whether it is paused after all that was said so far.
    pub fn is_paused(&self) -> bool {
        self.pauses.iter().max().is_some_and(|(_, is_paused)| *is_paused)
    }

    /// The things to do.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.checklist.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}
