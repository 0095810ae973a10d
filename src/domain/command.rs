//! What a member can do, as data; what the rules say to it is in `decide`.

use super::commitment::Outcome;
use super::cycle::Cycle;
use super::goal::{Closing, Measure};
use super::ids::{AbsenceId, AgendaId, CommitmentId, DecisionId, GoalId, MemberId, OverrideId, RoleId};
use super::number::NumberFault;
use super::overrides::{Deed, TurnId};
use super::rhythm::Rhythm;
use super::session::{AgendaDraft, DecisionDraft, SessionAct};
use super::time::{Day, Timestamp, ZoneId};
use chrono::NaiveDateTime;

/// Most characters that a single line may have: names, titles, promises.
pub const LINE_MAX: usize = 200;
/// Most characters that a paragraph may have.
pub const TEXT_MAX: usize = 4_000;

/// What a form says of a goal.
#[derive(Clone, PartialEq, Debug)]
pub struct GoalDraft {
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
}

/// What a form says of a commitment.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CommitmentDraft {
    /// Verb, measure and date.
    pub text: String,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// The day it is due.
    pub due: Option<Day>,
    /// The cue of the if-then plan.
    pub cue: String,
    /// The action of the if-then plan.
    pub action: String,
}

/// What becomes of a commitment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It ends with this outcome.
    Ended(Outcome),
    /// It goes on in the next week that is held.
    Carried,
}

impl Verdict {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 6] = [
        Self::Ended(Outcome::Kept),
        Self::Ended(Outcome::Partial),
        Self::Ended(Outcome::Missed),
        Self::Carried,
        Self::Ended(Outcome::Renegotiated),
        Self::Ended(Outcome::Dropped),
    ];

    /// The name that stands for it in forms and drafts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ended(outcome) => outcome.key(),
            Self::Carried => "carried",
        }
    }

    /// The verdict that `key` stands for. Older drafts say "carry".
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "carried" | "carry" => Some(Self::Carried),
            key => Outcome::from_key(key).map(Self::Ended),
        }
    }
}

/// What a form says of one commitment: its words, what becomes of it, and why. What is `None` stays as it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Settlement {
    /// Which commitment.
    pub commitment: CommitmentId,
    /// Its words; a second carry asks for others.
    pub draft: Option<CommitmentDraft>,
    /// What becomes of it.
    pub verdict: Option<Verdict>,
    /// The owner's word about that; a carry needs one as its reason.
    pub note: Option<String>,
}

impl Settlement {
    /// Whether it leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        self.draft.is_none() && self.verdict.is_none() && self.note.is_none()
    }

    /// `verdict` alone, on `commitment`.
    pub fn verdict(commitment: CommitmentId, verdict: Verdict) -> Self {
        Self { commitment, draft: None, verdict: Some(verdict), note: None }
    }
}

/// What a form says of a check-in.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckInDraft {
    /// Which cycle.
    pub cycle: Cycle,
    /// Outcomes of the commitments, first of all.
    pub settlements: Vec<Settlement>,
    /// What went well.
    pub win: String,
    /// What stood in the way.
    pub blocker: String,
    /// What the circle can help with.
    pub ask: String,
    /// Confidence in the next week, 1 to 5.
    pub confidence: Option<u8>,
    /// Promises for the next cycle.
    pub next: Vec<CommitmentDraft>,
    /// Whether the member said in so many words that there is nothing to say this week.
    pub has_nothing_to_say: bool,
}

/// What a form says of a role.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RoleDraft {
    /// Its name; empty for the default one of a default role.
    pub name: String,
    /// What it is there for; empty for the default.
    pub duty: String,
    /// What to do, one thing per line; empty for the default.
    pub checklist: String,
    /// Where it stands on screen.
    pub place: u8,
}

/// Everything that changes a circle from within.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Names the circle and its purpose.
    Describe { name: String, purpose: String },
    /// Sets the fixed times from a cycle on; what was planned for later cycles is replaced.
    SetRhythm { rhythm: Rhythm, from: Cycle },
    /// The circle pauses that week.
    SkipWeek(Cycle),
    /// The circle does not pause that week after all.
    ResumeWeek(Cycle),
    /// Holds one week's review at another time, as the circle's clocks show it.
    MoveReview { cycle: Cycle, to: NaiveDateTime },
    /// Holds that week's review at its usual time after all.
    KeepReview(Cycle),
    /// Adds a person.
    AddMember { name: String },
    /// Changes a person's name and focus.
    EditMember { id: MemberId, name: String, focus: String },
    /// A person leaves; what they did stays.
    RemoveMember(MemberId),
    /// A person who left is back.
    RestoreMember(MemberId),
    /// Sets a goal of one's own.
    AddGoal(GoalDraft),
    /// Changes a goal.
    EditGoal(GoalId, GoalDraft),
    /// Notes where a goal stands.
    RecordProgress { goal: GoalId, value: f64, note: String },
    /// Ends a goal, or opens it again with `None`.
    CloseGoal(GoalId, Option<Closing>),
    /// Deletes a goal.
    DeleteGoal(GoalId),
    /// Makes a promise for `cycle`.
    AddCommitment { cycle: Cycle, draft: CommitmentDraft },
    /// Changes a commitment, says in `cycle` what becomes of it, or both at once.
    Settle { cycle: Cycle, settlement: Settlement },
    /// Takes an outcome back.
    Reopen(CommitmentId),
    /// Deletes a promise.
    DeleteCommitment(CommitmentId),
    /// Sends or changes a check-in.
    CheckIn(CheckInDraft),
    /// Writes down a promise that another member makes for `cycle`, as in a session.
    AddCommitmentFor { owner: MemberId, cycle: Cycle, draft: CommitmentDraft },
    /// Runs the session of `cycle`, or notes something of it.
    RunSession { cycle: Cycle, act: SessionAct },
    /// Brings something to the session of `cycle`.
    AddAgendaItem { cycle: Cycle, draft: AgendaDraft },
    /// Changes an agenda item.
    EditAgendaItem(AgendaId, AgendaDraft),
    /// Writes a note to an agenda item.
    AddAgendaNote(AgendaId, String),
    /// Changes the note that `by` wrote `at`; an empty text deletes it.
    EditAgendaNote { item: AgendaId, at: Timestamp, by: MemberId, text: String },
    /// An agenda item was finished in the session of `cycle`.
    FinishAgendaItem { id: AgendaId, cycle: Cycle },
    /// An agenda item is open again.
    ReopenAgendaItem(AgendaId),
    /// Drops an agenda item.
    DeleteAgendaItem(AgendaId),
    /// Writes down a decision taken in the session of `cycle`.
    RecordDecision { cycle: Cycle, draft: DecisionDraft },
    /// Changes a decision.
    EditDecision(DecisionId, DecisionDraft),
    /// Closes a decision with what was found on looking at it again, or opens it with `None`.
    CloseDecision(DecisionId, Option<String>),
    /// Deletes a decision.
    DeleteDecision(DecisionId),
    /// Publishes the digest of `cycle`, or publishes it again.
    PublishDigest { cycle: Cycle, text: String },
    /// Says on which days a member is away, the last one included.
    DeclareAbsence { member: MemberId, first: Day, last: Day, note: String },
    /// Takes an absence back.
    CancelAbsence(AbsenceId),
    /// Adds a role of the circle's own.
    AddRole(RoleDraft),
    /// Changes what the circle says of a role.
    EditRole(RoleId, RoleDraft),
    /// A role has no turns from the next cycle on.
    PauseRole(RoleId),
    /// A paused role has turns again from the next cycle on.
    ResumeRole(RoleId),
    /// Offers, requests, claims or marks a turn; which deeds are open, `Rota::actions` tells.
    OnTurn(TurnId, Deed),
    /// Takes an offer or request.
    TakeTurn(OverrideId),
    /// Takes an override back, or says no to it.
    CancelOverride(OverrideId),
}

/// A field of a form, so that a refusal can be shown beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// A person's or circle's name.
    Name,
    /// Purpose, focus.
    Purpose,
    /// A goal's title or a promise's text.
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
    /// A review's or session's length, or added minutes.
    Minutes,
    /// Review: place or link.
    Place,
    /// An agenda item's detail.
    Detail,
    /// A session's summary, or what was found of a decision.
    Summary,
    /// A digest.
    Digest,
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
    /// Nobody has said who holds this device.
    #[error("nobody is named on this device")]
    NobodyHere,
    /// The record is not in this circle, or was deleted on another device.
    #[error("the {0} is not there")]
    Gone(&'static str),
    /// Carrying needs a reason.
    #[error("carrying needs a reason")]
    CarryNeedsReason(CommitmentId),
    /// A check-in without a word, a number or an outcome; whoever means it says so.
    #[error("nothing is said in this check-in")]
    NothingSaid,
    /// A second carry needs a smaller promise or another plan.
    #[error("a second carry needs a changed promise")]
    CarryNeedsChange(CommitmentId),
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
    /// A review must stay between its neighbours and in the future.
    #[error("the review must lie after {after} and before {before}")]
    ReviewOutside { after: Timestamp, before: Timestamp },
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
