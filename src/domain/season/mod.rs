//! The end of a season and the beginning of the next one (design 2.2): each member looks back, thanks somebody, and
//! says whether they re-commit or leave.
//!
//! Whoever leaves does so at the season's end. Saying so is an [`Absence`](crate::domain::Absence) without a last day
//! that begins then: from that week on they have no turn and owe no check-in, on every device, whatever copies meet in
//! which order. The farewell, by which they are no longer among the members, follows once the season is over.

mod closing;
mod command;
mod news;

use crate::domain::entity::entity;
use crate::domain::goal::GoalId;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::rhythm::SeasonId;
use crate::domain::time::Timestamp;
use std::collections::BTreeMap;

pub use closing::{SeasonClosing, SeasonPhase, season_closing, season_last_day};
pub use command::{Command, RecommitDraft, RetroDraft, SEASON_WEEKS};
pub(in crate::domain) use command::{decide, returned};
pub use news::SeasonNews;
pub(in crate::domain) use news::season_news;

id! {
    /// What a member says of a season: `<season>~<member>`.
    RetroId;
    /// Whether a member goes on after a season: `<season>~<member>`.
    RecommitmentId;
}

/// What a member says of a season that ends.
#[derive(Clone, PartialEq, Debug)]
pub struct Retro {
    /// `<season>~<member>`.
    pub id: RetroId,
    /// Which season.
    pub season: SeasonId,
    /// Who speaks.
    pub member: MemberId,
    /// What shall stay as it is.
    pub keep: String,
    /// What shall change.
    pub change: String,
    /// Whom they thank; nobody for all of them.
    pub thanks_to: Option<MemberId>,
    /// What for.
    pub thanks: String,
    /// When they said it last.
    pub said_at: Timestamp,
}

/// Whether a member goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeasonChoice {
    /// They re-commit for the next season.
    Stay,
    /// They leave at the end of this one.
    Leave,
}

impl SeasonChoice {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::Stay, Self::Leave];

    /// The name that stands for it in documents and forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stay => "stay",
            Self::Leave => "leave",
        }
    }

    /// The choice that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }
}

/// What becomes of a goal at the end of a season.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GoalNext {
    /// It goes on into the next season.
    Carried,
    /// It was reached.
    Achieved,
    /// It was given up.
    Dropped,
}

impl GoalNext {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Carried, Self::Achieved, Self::Dropped];

    /// The name that stands for it in documents and forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::Achieved => "achieved",
            Self::Dropped => "dropped",
        }
    }

    /// What `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|next| next.key() == key)
    }
}

/// A member says whether they go on, and with which goals.
#[derive(Clone, PartialEq, Debug)]
pub struct Recommitment {
    /// `<season>~<member>`.
    pub id: RecommitmentId,
    /// The season that ends.
    pub season: SeasonId,
    /// Who says so.
    pub member: MemberId,
    /// Whether they go on.
    pub choice: SeasonChoice,
    /// What becomes of their goals that were open then.
    pub goals: BTreeMap<GoalId, GoalNext>,
    /// A word to the others.
    pub word: String,
    /// When they said so last.
    pub said_at: Timestamp,
}

entity!(Retro by id: RetroId, of member);
entity!(Recommitment by id: RecommitmentId, of member);

impl Retro {
    /// The one id that a member's word on `season` can have.
    pub fn id_of(season: &SeasonId, member: &MemberId) -> RetroId {
        RetroId::new(&format!("{season}~{member}"))
    }

    /// Whether anything is said in it.
    pub fn is_empty(&self) -> bool {
        [&self.keep, &self.change, &self.thanks].into_iter().all(|text| text.is_empty())
    }
}

impl Recommitment {
    /// The one id that a member's choice after `season` can have.
    pub fn id_of(season: &SeasonId, member: &MemberId) -> RecommitmentId {
        RecommitmentId::new(&format!("{season}~{member}"))
    }
}
