//! Commitments: what a member commits to for one cycle.

mod command;
mod draft;
mod easing;
mod queries;
mod settle;
mod upcoming;

use crate::domain::entity::entity;
use crate::domain::goal::GoalId;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::phrases::Phrases;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{Day, Timestamp};

pub use command::Command;
pub(in crate::domain) use command::{decide, new_commitment};
pub use draft::CommitmentDraft;
pub use easing::eases;
pub(in crate::domain) use settle::settle;
pub use settle::{Settlement, Verdict};
pub use upcoming::{NextCommitments, Wait};

use std::collections::BTreeMap;

id! {
    /// One commitment; it keeps its id however often it is carried.
    CommitmentId;
}

/// How many open commitments per member and cycle the circle advises.
pub const SOFT_LIMIT: usize = 3;

/// What became of a commitment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// Done as promised.
    Kept,
    /// Done in part.
    Partial,
    /// Not done.
    Missed,
    /// Eased before it was due.
    Renegotiated,
    /// No longer wanted.
    Dropped,
}

impl Outcome {
    /// All of them, from the best.
    pub const ALL: [Self; 5] = [Self::Kept, Self::Partial, Self::Missed, Self::Renegotiated, Self::Dropped];

    /// The name that stands for it in files, drafts and styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Partial => "partial",
            Self::Missed => "missed",
            Self::Renegotiated => "renegotiated",
            Self::Dropped => "dropped",
        }
    }

    /// The outcome that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// What a member commits to do within one cycle.
#[derive(Clone, PartialEq, Debug)]
pub struct Commitment {
    /// Its identity, the same however often it is carried.
    pub id: CommitmentId,
    /// Whose it is.
    pub owner: MemberId,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// Verb, measure and date in the owner's words.
    pub text: String,
    /// The cycle it belongs to now.
    pub cycle: Cycle,
    /// The day it is due, when the owner named one.
    pub due: Option<Day>,
    /// "If …": the cue of the if-then plan.
    pub cue: String,
    /// "… then I …": the action of the if-then plan.
    pub action: String,
    /// The member who helps.
    pub helper: Option<MemberId>,
    /// What became of it; `None` while open.
    pub outcome: Option<Outcome>,
    /// When the outcome was given.
    pub resolved_at: Option<Timestamp>,
    /// What the owner says about the outcome.
    pub note: String,
    /// Cycles it was carried out of, each with the reason given.
    pub carried: BTreeMap<Cycle, String>,
    /// When it was eased before it was due, each time with the words that held until then.
    pub eased: BTreeMap<Timestamp, String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

entity!(Commitment by id: CommitmentId, of owner, about text);

/// What is asked of someone who carries a commitment over once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CarryDemand {
    /// First time: what got in the way.
    Reason,
    /// Second time: shrink it or change the plan.
    Change,
    /// From the third on: the circle looks at it together.
    Session,
}

impl Commitment {
    /// Its words, as a form that changes none of them would send them.
    pub fn draft(&self) -> CommitmentDraft {
        let Self { text, goal, due, cue, action, helper, .. } = self.clone();
        CommitmentDraft { text, goal, due, cue, action, helper }
    }

    /// Whether it still waits for an outcome.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none() && self.deleted_at.is_none()
    }

    /// Returns whether it belongs to `cycle`, or was carried out of it.
    pub fn touches(&self, cycle: Cycle) -> bool {
        self.cycle == cycle || self.carried.contains_key(&cycle)
    }

    /// What carrying it once more asks for.
    pub fn carry_demand(&self) -> CarryDemand {
        match self.carried.len() {
            0 => CarryDemand::Reason,
            1 => CarryDemand::Change,
            _ => CarryDemand::Session,
        }
    }
}

/// What makes a commitment hard to check on Friday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Vagueness {
    /// It says "try", "work on" and the like.
    Hedged(&'static str),
    /// Nothing in it can be counted.
    NoNumber,
}

/// Words that promise effort instead of a result.
const HEDGES: [&str; 8] =
    ["try", "work on", "think about", "look into", "maybe", "hopefully", "continue", "keep going"];

const COUNTED: [&str; 13] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "both", "first"];

/// What is vague about `text`; empty when nothing is, or when nothing is written yet.
///
/// A hint, never a barrier: the words are English, the digits of any script.
pub fn vagueness(text: &str) -> Vec<Vagueness> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let phrases = Phrases::of(text);
    let mut found: Vec<_> = phrases.first_of(&HEDGES).map(Vagueness::Hedged).into_iter().collect();
    if !text.chars().any(char::is_numeric) && phrases.first_of(&COUNTED).is_none() {
        found.push(Vagueness::NoNumber);
    }
    found
}
