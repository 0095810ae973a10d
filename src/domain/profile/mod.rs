//! What a member says of themselves for finding a circle that fits (design 2.1): where they stand, what they are here
//! for, what they can help with and want to learn, when they have time, and whom they know.
//!
//! Nothing of it must be said; whatever is not said is left out of the count.

mod command;
mod hours;
mod news;
mod queries;
mod skills;
mod tie;

use crate::domain::entity::entity;
use crate::domain::member::MemberId;
use crate::domain::time::ZoneId;

pub(in crate::domain) use command::decide;
pub use command::{Answer, Command, NewProfile, SkillSide, answered};
pub use hours::{HOURS_A_DAY, WeeklyHours};
pub use news::ProfileNews;
pub(in crate::domain) use news::profile_news;
pub use queries::{KnownWord, ProfileQuestion, known_words};
pub use skills::{SkillSet, skill_key};
pub use tie::{SaidTie, Tie, TieId, TieKind};

/// How far somebody is in their career.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CareerStage {
    /// Still learning the trade.
    Student,
    /// The first years.
    Early,
    /// Works on their own.
    Mid,
    /// Others ask them.
    Senior,
    /// Leads others.
    Lead,
}

impl CareerStage {
    /// All of them, the earliest first.
    pub const ALL: [Self; 5] = [Self::Student, Self::Early, Self::Mid, Self::Senior, Self::Lead];

    /// Its number, 1 to 5.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The name that stands for it in documents and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Early => "early",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Lead => "lead",
        }
    }

    /// The stage that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.key() == key)
    }
}

/// What somebody wants from a circle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Intention {
    /// A job.
    FindJob,
    /// The next step where they are.
    Promotion,
    /// Another field.
    ChangeField,
    /// A skill.
    LearnSkill,
    /// Something of their own.
    Build,
    /// To keep going.
    Consistent,
}

impl Intention {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::FindJob, Self::Promotion, Self::ChangeField, Self::LearnSkill, Self::Build, Self::Consistent];

    /// The name that stands for it in documents and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FindJob => "find_job",
            Self::Promotion => "promotion",
            Self::ChangeField => "change_field",
            Self::LearnSkill => "learn_skill",
            Self::Build => "build",
            Self::Consistent => "consistent",
        }
    }

    /// The intention that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intention| intention.key() == key)
    }
}

/// Intentions, each said, taken back or never mentioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Intentions([Option<bool>; Intention::ALL.len()]);

impl Intentions {
    /// Those that are said, in their usual order.
    pub fn said(&self) -> impl Iterator<Item = Intention> {
        Intention::ALL.into_iter().filter(|one| self.get(*one) == Some(true))
    }

    /// What is known of `intention`: whether it is said; `None` where it was never mentioned.
    pub fn get(&self, intention: Intention) -> Option<bool> {
        self.0[intention as usize]
    }

    /// The same with another word on `intention`.
    #[must_use]
    pub fn with(mut self, intention: Intention, is_said: Option<bool>) -> Self {
        self.0[intention as usize] = is_said;
        self
    }
}

impl FromIterator<Intention> for Intentions {
    fn from_iter<I: IntoIterator<Item = Intention>>(said: I) -> Self {
        said.into_iter().fold(Self::default(), |all, one| all.with(one, Some(true)))
    }
}

/// What one member says of themselves. There is at most one for each; its id is theirs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// Whose.
    pub id: MemberId,
    /// How far they are.
    pub stage: Option<CareerStage>,
    /// Their field, in a line.
    pub field: String,
    /// What they are here for.
    pub intentions: Intentions,
    /// The same in their own words.
    pub own_intention: String,
    /// What they can help others with.
    pub offers: SkillSet,
    /// What they want to learn or get help with.
    pub wants: SkillSet,
    /// Whose clocks their hours are by.
    pub zone: Option<ZoneId>,
    /// When they have time, in a usual week.
    pub hours: WeeklyHours,
}

entity!(Profile by id: MemberId, of id, about field);

impl Profile {
    /// Nothing said yet.
    pub fn of(id: MemberId) -> Self {
        Self {
            id,
            stage: None,
            field: String::new(),
            intentions: Intentions::default(),
            own_intention: String::new(),
            offers: SkillSet::default(),
            wants: SkillSet::default(),
            zone: None,
            hours: WeeklyHours::default(),
        }
    }
}
