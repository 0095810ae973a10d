//! Taking in what a group wrote elsewhere: in a table, a note or a chat.
//!
//! Whatever the text was, its rows arrive here as [`Offer`]s: which record each proposes, whose it is, and what it is
//! known by. The same row proposes the same record again, so that a second import changes nothing.

mod command;
mod identity;
mod make;
mod standing;

use crate::domain::check_in::CheckIn;
use crate::domain::commitment::{CommitmentId, Outcome};
use crate::domain::goal::{Closing, Measure};
use crate::domain::member::MemberId;
use crate::domain::records::Kind;
use crate::domain::reply::ReplyKind;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{Day, Timestamp};
use std::collections::BTreeMap;

pub use command::Command;
pub(in crate::domain) use command::decide;
pub use identity::Identity;
pub use standing::{OfferStanding, offers_standing};

/// One record that a row of an outside text proposes.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// The line of the text that it begins on, from 1.
    pub line: usize,
    /// What is above it: a heading, the name of a table; empty where there is none.
    pub heading: String,
    /// What the record is known by.
    pub identity: Identity,
    /// The record's content.
    pub content: Offered,
}

/// What a row proposes. What is `None` or empty was not said.
#[derive(Clone, PartialEq, Debug)]
pub enum Offered {
    /// Somebody who belongs to the circle.
    Member(OfferedMember),
    /// A goal.
    Goal(OfferedGoal),
    /// A measurement of a goal.
    Progress(OfferedProgress),
    /// A commitment.
    Commitment(OfferedCommitment),
    /// A check-in.
    CheckIn(OfferedCheckIn),
    /// What somebody says to a commitment.
    Reply(OfferedReply),
}

/// Whose a row is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OfferOwner {
    /// A member of the circle, or one whom another row brings with that id.
    Id(MemberId),
    /// Whoever has this name: a member, or somebody whom another row brings.
    Named(String),
}

/// When something was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum OfferTime {
    /// On a day; noon of it by the circle's clocks.
    Day(Day),
    /// At an instant.
    Instant(Timestamp),
}

/// A member, as a row tells of them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OfferedMember {
    /// What the others call them.
    pub name: String,
    /// What they are working towards.
    pub focus: String,
    /// When they joined; now where nothing is said.
    pub joined: Option<OfferTime>,
    /// When they left.
    pub left: Option<OfferTime>,
}

/// A goal, as a row tells of it.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferedGoal {
    /// Whose it is.
    pub owner: OfferOwner,
    /// What shall be true at the end.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How one can tell.
    pub measure: Measure,
    /// Until when.
    pub due: Option<Day>,
    /// What is most likely to stand in the way.
    pub obstacle: String,
    /// When it was set; now where nothing is said.
    pub created: Option<OfferTime>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// When it ended; now where nothing is said.
    pub closed: Option<OfferTime>,
}

/// A measurement, as a row tells of it.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferedProgress {
    /// The goal, which the circle has or another row brings.
    pub goal: Identity,
    /// When it was taken; now where nothing is said.
    pub at: Option<OfferTime>,
    /// In the goal's unit.
    pub value: f64,
    /// A word about it.
    pub note: String,
}

/// A commitment, as a row tells of it.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferedCommitment {
    /// Whose it is.
    pub owner: OfferOwner,
    /// The goal that it serves, which the circle has or another row brings.
    pub goal: Option<Identity>,
    /// Verb, measure and date.
    pub text: String,
    /// Its week; that of the due day, or the one that commitments are made for now, where nothing is said.
    pub cycle: Option<Cycle>,
    /// The day it is due.
    pub due: Option<Day>,
    /// "If …".
    pub cue: String,
    /// "… then I …".
    pub action: String,
    /// Who offered to help.
    pub helper: Option<OfferOwner>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// When the outcome was given; on the due day, though not later than now, where nothing is said.
    pub resolved: Option<OfferTime>,
    /// A word about it.
    pub note: String,
    /// Weeks that it was carried out of, each with the reason.
    pub carried: BTreeMap<Cycle, String>,
    /// When it was eased, each time with the words until then.
    pub eased: BTreeMap<Timestamp, String>,
    /// When it was made; now where nothing is said.
    pub created: Option<OfferTime>,
}

impl OfferedCommitment {
    /// `text` of `owner`, with nothing else said.
    pub fn new(owner: OfferOwner, text: impl Into<String>) -> Self {
        Self {
            owner,
            goal: None,
            text: text.into(),
            cycle: None,
            due: None,
            cue: String::new(),
            action: String::new(),
            helper: None,
            outcome: None,
            resolved: None,
            note: String::new(),
            carried: BTreeMap::new(),
            eased: BTreeMap::new(),
            created: None,
        }
    }
}

impl OfferedGoal {
    /// A goal of `owner` that is reached or not, with nothing else said.
    pub fn new(owner: OfferOwner, title: impl Into<String>) -> Self {
        Self {
            owner,
            title: title.into(),
            why: String::new(),
            measure: Measure::Done,
            due: None,
            obstacle: String::new(),
            created: None,
            closing: None,
            closed: None,
        }
    }
}

/// A check-in, as a row tells of it.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferedCheckIn {
    /// Who speaks.
    pub owner: OfferOwner,
    /// Of which week.
    pub cycle: Cycle,
    /// When it was sent; on the last day of its week, though not later than now, where nothing is said.
    pub submitted: Option<OfferTime>,
    /// What went well.
    pub win: String,
    /// What stood in the way.
    pub blocker: String,
    /// What the circle can help with.
    pub ask: String,
    /// Confidence in the next week, 1 to 5.
    pub confidence: Option<u8>,
}

/// A reply, as a row tells of it.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferedReply {
    /// Who says it.
    pub from: OfferOwner,
    /// To which commitment, which the circle has or another row brings.
    pub commitment: CommitmentId,
    /// What it says.
    pub kind: ReplyKind,
    /// A word with it; may be empty.
    pub text: String,
    /// When it was said; now where nothing is said of that.
    pub at: Option<OfferTime>,
}

impl Offered {
    /// The kinds of record that can be offered.
    pub const KINDS: [Kind; 6] =
        [Kind::Member, Kind::Goal, Kind::Progress, Kind::Commitment, Kind::CheckIn, Kind::Reply];

    /// The kind of record.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Member(_) => Kind::Member,
            Self::Goal(_) => Kind::Goal,
            Self::Progress(_) => Kind::Progress,
            Self::Commitment(_) => Kind::Commitment,
            Self::CheckIn(_) => Kind::CheckIn,
            Self::Reply(_) => Kind::Reply,
        }
    }

    /// Whose it is; `None` of a member and of progress, which is its goal's.
    pub const fn owner(&self) -> Option<&OfferOwner> {
        match self {
            Self::Member(_) | Self::Progress(_) => None,
            Self::Goal(goal) => Some(&goal.owner),
            Self::Commitment(commitment) => Some(&commitment.owner),
            Self::CheckIn(check_in) => Some(&check_in.owner),
            Self::Reply(reply) => Some(&reply.from),
        }
    }

    /// What it says, in the words of the text.
    pub fn title(&self) -> &str {
        match self {
            Self::Member(member) => &member.name,
            Self::Goal(goal) => &goal.title,
            Self::Progress(progress) => &progress.note,
            Self::Commitment(commitment) => &commitment.text,
            Self::Reply(reply) => &reply.text,
            Self::CheckIn(OfferedCheckIn { win, blocker, ask, .. }) => {
                [win, blocker, ask].into_iter().find(|words| !words.is_empty()).map_or("", String::as_str)
            }
        }
    }
}

/// What a member's check-in of a week is known by, whatever the text says: there is one only.
pub(in crate::domain) fn check_in_key(cycle: Cycle, member: &MemberId) -> String {
    CheckIn::id_of(cycle, member).to_string()
}
