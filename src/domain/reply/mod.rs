//! Replies: what members say to each other's commitments, in one tap.

mod command;
mod news;
mod queries;

use crate::domain::commitment::{Commitment, CommitmentId, Outcome};
use crate::domain::entity::Entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::time::Timestamp;

pub use command::Command;
pub(in crate::domain) use command::decide;
pub use news::{ReplyNews, reply_news};

id! {
    /// One reply: `<commitment>~<member>~<kind>`, so that a member says the same thing once, on whatever device.
    ReplyId;
}

/// What a reply says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReplyKind {
    /// Well done, or go on.
    Cheer,
    /// An offer to help with it.
    Help,
    /// They saw that it was kept.
    Witness,
}

impl ReplyKind {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::Cheer, Self::Help, Self::Witness];

    /// The name that stands for it in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cheer => "cheer",
            Self::Help => "help",
            Self::Witness => "witness",
        }
    }

    /// The kind that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether it can be said of `commitment` as it is now: help of what is open, and only what was kept, in whole or
    /// in part, has a witness.
    pub fn suits(self, commitment: &Commitment) -> bool {
        match self {
            Self::Cheer => true,
            Self::Help => commitment.outcome.is_none(),
            Self::Witness => matches!(commitment.outcome, Some(Outcome::Kept | Outcome::Partial)),
        }
    }
}

/// What a member says to another one's commitment.
#[derive(Clone, PartialEq, Debug)]
pub struct Reply {
    /// Its id.
    pub id: ReplyId,
    /// To which commitment.
    pub commitment: CommitmentId,
    /// Who says it.
    pub from: MemberId,
    /// What it says.
    pub kind: ReplyKind,
    /// A word with it; may be empty.
    pub text: String,
    /// When it was said.
    pub at: Timestamp,
    /// When it was taken back.
    pub deleted_at: Option<Timestamp>,
}

impl Reply {
    /// The one id that this reply of `from` can have.
    pub fn id_of(commitment: &CommitmentId, from: &MemberId, kind: ReplyKind) -> ReplyId {
        ReplyId::new(&format!("{commitment}~{from}~{}", kind.key()))
    }

    /// Whether it holds of `commitment` as it is now. What a witness saw is the outcome that was given before: a later one
    /// wants another look.
    pub fn holds(&self, commitment: &Commitment) -> bool {
        let is_of_now = match self.kind {
            ReplyKind::Cheer | ReplyKind::Help => true,
            ReplyKind::Witness => commitment.resolved_at.is_some_and(|resolved| resolved <= self.at),
        };
        self.deleted_at.is_none() && self.kind.suits(commitment) && is_of_now
    }
}

impl Entity for Reply {
    type Id = ReplyId;

    fn id(&self) -> ReplyId {
        self.id.clone()
    }

    fn owner(&self) -> Option<&MemberId> {
        Some(&self.from)
    }

    fn title(&self) -> &str {
        &self.text
    }
}
