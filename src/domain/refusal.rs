//! Why the rules refuse something.

use crate::domain::charter::CharterPart;
use crate::domain::commitment::CommitmentId;
use crate::domain::goal::GoalId;
use crate::domain::number::NumberFault;
use crate::domain::reply::ReplyKind;
use crate::domain::rhythm::Cycle;
use crate::domain::role::TurnId;
use crate::domain::time::{Timestamp, ZoneId};

/// A field of a form, so that a refusal can be shown beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// A person's or circle's name.
    Name,
    /// The name of the person who starts a circle.
    Founder,
    /// The names of the others of a new circle.
    Others,
    /// Purpose, focus.
    Purpose,
    /// A member's field of work.
    Focus,
    /// A skill.
    Skill,
    /// A goal's title or a commitment's text.
    Text,
    /// A goal's why.
    Why,
    /// A goal's obstacle.
    Obstacle,
    /// The unit of a measure.
    Unit,
    /// Start or target of a measure.
    Target,
    /// A progress value.
    Value,
    /// The if part of a plan.
    Cue,
    /// The then part of a plan.
    Action,
    /// A reason or a note.
    Note,
    /// Check-in: win.
    Win,
    /// Check-in: blocker.
    Blocker,
    /// Check-in: ask.
    Ask,
    /// Check-in: confidence.
    Confidence,
    /// A session's or session's length, or added minutes.
    Minutes,
    /// Session: place or link.
    Place,
    /// An agenda item's detail.
    Detail,
    /// A session's summary, or what was found of a decision.
    Summary,
    /// A digest.
    Digest,
    /// The question of a request for feedback.
    Question,
    /// Feedback: when and where.
    Situation,
    /// Feedback: what could be seen.
    Behaviour,
    /// Feedback: what that did.
    Impact,
    /// Feedback: what to try next time.
    NextTime,
    /// The thanks for feedback.
    Thanks,
    /// What came of feedback.
    Outcome,
    /// The charter's focus in the circle's own words.
    FocusWords,
    /// A rule of the charter.
    Norms,
    /// One of the charter's texts.
    Charter(CharterPart),
    /// A season: what to keep.
    Keep,
    /// A season: what to change.
    Change,
    /// A word to the others at the end of a season.
    Word,
    /// How many weeks a season has.
    Weeks,
    /// An absence's first day.
    FirstDay,
    /// An absence's last day.
    LastDay,
}

/// Why the circle's rules say no. Words for it are made by the page.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum Refusal {
    /// Nothing was written where something is needed.
    #[error("{0:?} is empty")]
    Empty(Field),
    /// More was written than is kept.
    #[error("{field:?} has {length} characters, {max} are kept")]
    TooLong { field: Field, length: usize, max: usize },
    /// A number that is none, or out of its range.
    #[error("{0:?} is not a number in range")]
    NotANumber(Field),
    /// A text that is not taken as a number.
    #[error("{0:?} is not read as a number: {1:?}")]
    Unread(Field, NumberFault),
    /// Start and target of a measure are the same.
    #[error("start and target are the same")]
    NoWay,
    /// Somebody in the circle has this name.
    #[error("{0} is in the circle already")]
    NameTaken(String),
    /// Two people of a new circle have this name.
    #[error("{0} is named twice")]
    NamedTwice(String),
    /// Nobody has said who holds this device.
    #[error("nobody is named on this device")]
    NobodyHere,
    /// Who acts has left the circle.
    #[error("who acts has left the circle")]
    YouLeft,
    /// The record is not in this circle, or was deleted on another device.
    #[error("the {0} is not there")]
    Gone(&'static str),
    /// Only somebody else can do that.
    #[error("that is somebody else's to do")]
    SomebodyElses,
    /// Feedback to oneself.
    #[error("feedback goes to somebody else")]
    ToOneself,
    /// Feedback that was acknowledged stays as it was read.
    #[error("the feedback was acknowledged already")]
    Acknowledged,
    /// Somebody else has signed this version of the charter.
    #[error("somebody else has signed it")]
    Signed,
    /// More rules than a charter has.
    #[error("a charter has at most {0} rules")]
    TooManyNorms(usize),
    /// The season is not at its end yet.
    #[error("the season runs until {last}")]
    SeasonRuns { last: Cycle },
    /// The next season was begun already, perhaps by somebody else.
    #[error("the next season begins with {first}")]
    SeasonBegun { first: Cycle },
    /// Carrying needs a reason.
    #[error("carrying needs a reason")]
    CarryNeedsReason(CommitmentId),
    /// A check-in without a word, a number or an outcome; whoever means it says so.
    #[error("nothing is said in this check-in")]
    NothingSaid,
    /// The commitment for the next week at this place of a check-in is refused, and why.
    #[error("commitment {place} for the next week: {refusal}")]
    OfNext { place: usize, refusal: Box<Refusal> },
    /// What was said of one of several goals.
    #[error("of {goal}: {refusal}")]
    OfGoal { goal: GoalId, refusal: Box<Refusal> },
    /// A second carry needs a smaller commitment or another plan.
    #[error("a second carry needs a changed commitment")]
    CarryNeedsChange(CommitmentId),
    /// The commitment was due already; what was agreed stays.
    #[error("it was due already")]
    EasedTooLate(CommitmentId),
    /// The commitment's outcome does not go with this reply.
    #[error("{0:?} does not go with what became of it")]
    ReplyUnsuited(ReplyKind),
    /// The session was not started.
    #[error("the session was not started")]
    SessionNotStarted,
    /// The session was started already, perhaps by somebody else.
    #[error("the session was started already")]
    SessionStarted,
    /// The session is over.
    #[error("the session is over")]
    SessionEnded,
    /// These still wait for an outcome.
    #[error("{} commitments want an outcome first", .0.len())]
    Unresolved(Vec<CommitmentId>),
    /// A whole number outside of what makes sense.
    #[error("{field:?} must be {min} to {max}")]
    OutOfRange { field: Field, min: u16, max: u16 },
    /// Nobody knows this zone here.
    #[error("{} is not a known zone", .0.as_str())]
    UnknownZone(ZoneId),
    /// The week's clocks have passed; the earliest that can still be changed.
    #[error("nothing before {earliest} can be changed any more")]
    TooEarly { earliest: Cycle },
    /// So far ahead nobody plans; the last week that can be changed.
    #[error("nothing after {latest} can be changed yet")]
    TooFar { latest: Cycle },
    /// The circle pauses that week.
    #[error("the circle pauses in {0}")]
    Paused(Cycle),
    /// The interval leaves that week out.
    #[error("the circle does not meet in {0}")]
    Between(Cycle),
    /// A session must stay between its neighbours and in the future.
    #[error("the review must lie after {after} and before {before}")]
    SessionOutside { after: Timestamp, before: Timestamp },
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    DaysBackwards,
    /// The last of these days lies too far back, more than so many days.
    #[error("these days are past for more than {0} days")]
    DaysPast(i64),
    /// More days than an absence may have.
    #[error("an absence has at most {0} days")]
    TooManyDays(i64),
    /// There are as many roles as a circle can have.
    #[error("there are {0} roles already")]
    TooManyRoles(usize),
    /// The turn does not allow it (any more): it began, was served, or is somebody else's.
    #[error("the turn of {} does not allow that", .0.cycle)]
    TurnMoved(TurnId),
}
