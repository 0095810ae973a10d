//! Ties: how two members know each other.

use crate::domain::entity::entity;
use crate::domain::ids::EntityId;
use crate::domain::member::MemberId;
use crate::domain::time::Timestamp;

/// Two members, whoever of them says it: the smaller id comes first, so that both name their tie alike.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TieId {
    one: MemberId,
    other: MemberId,
}

impl TieId {
    /// The two in their order; `None` for one and the same.
    pub fn of(a: &MemberId, b: &MemberId) -> Option<Self> {
        let (one, other) = if a < b { (a, b) } else { (b, a) };
        (one != other).then(|| Self { one: one.clone(), other: other.clone() })
    }

    /// Both, the smaller id first.
    pub fn both(&self) -> [&MemberId; 2] {
        [&self.one, &self.other]
    }

    /// Whether `member` is one of the two.
    pub fn has(&self, member: &MemberId) -> bool {
        self.both().contains(&member)
    }
}

impl EntityId for TieId {
    /// Only the order that [`Self::to_key`] writes: the other one would be a second tie of the same two.
    fn from_key(key: &str) -> Option<Self> {
        let (one, other) = key.split_once('~')?;
        (one < other).then(|| Self { one: MemberId::new(one), other: MemberId::new(other) })
    }

    fn to_key(&self) -> String {
        format!("{}~{}", self.one, self.other)
    }
}

/// How two know each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TieKind {
    /// They are friends.
    Friend,
    /// They work together.
    Colleague,
    /// One reports to the other; who reports.
    ReportsTo(MemberId),
    /// They have not met before.
    New,
}

/// A tie from where one of the two stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaidTie {
    /// We are friends.
    Friend,
    /// We work together.
    Colleague,
    /// I report to them.
    ReportsToThem,
    /// They report to me.
    ReportsToMe,
    /// They are new to me.
    New,
}

impl SaidTie {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Friend, Self::Colleague, Self::ReportsToThem, Self::ReportsToMe, Self::New];

    /// The name that stands for it in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Friend => "friend",
            Self::Colleague => "colleague",
            Self::ReportsToThem => "to_them",
            Self::ReportsToMe => "to_me",
            Self::New => "new",
        }
    }

    /// The tie that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tie| tie.key() == key)
    }

    /// What it is for both.
    pub(super) fn kind(self, me: &MemberId, them: &MemberId) -> TieKind {
        match self {
            Self::Friend => TieKind::Friend,
            Self::Colleague => TieKind::Colleague,
            Self::ReportsToThem => TieKind::ReportsTo(me.clone()),
            Self::ReportsToMe => TieKind::ReportsTo(them.clone()),
            Self::New => TieKind::New,
        }
    }
}

/// How two members know each other, as one of them said it last.
#[derive(Clone, PartialEq, Debug)]
pub struct Tie {
    /// Which two.
    pub id: TieId,
    /// How they know each other.
    pub kind: TieKind,
    /// When it was said.
    pub said_at: Timestamp,
    /// When it was taken back.
    pub deleted_at: Option<Timestamp>,
}

entity!(Tie by id: TieId);

impl Tie {
    /// What it is from where `me` stands.
    pub fn said_by(&self, me: &MemberId) -> SaidTie {
        match &self.kind {
            TieKind::Friend => SaidTie::Friend,
            TieKind::Colleague => SaidTie::Colleague,
            TieKind::ReportsTo(report) if report == me => SaidTie::ReportsToThem,
            TieKind::ReportsTo(_) => SaidTie::ReportsToMe,
            TieKind::New => SaidTie::New,
        }
    }
}
