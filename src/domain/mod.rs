//! Plain types and pure rules of a peer circle.
//!
//! Knows no browser, no screen and no storage. Time, zone rules and randomness come in as arguments, so
//! the same facts give the same answers on every device. Nothing here panics on data.

mod absence;
mod buddies;
mod check_in;
mod circle;
mod command;
mod commitment;
mod cycle;
mod decide;
mod digest;
mod drift;
mod due;
mod entity;
mod goal;
mod ids;
mod member;
mod news;
mod number;
mod occasion;
mod order;
mod overrides;
mod records;
mod reminder;
mod rhythm;
mod rhythms;
mod role;
mod rota;
mod sample;
mod segment;
mod session;
mod table;
mod tasks;
mod time;
mod tracking;
mod week;

pub use absence::Absence;
pub use buddies::buddies;
pub use check_in::{CheckIn, CheckInState};
pub use circle::About;
pub use command::{
    CheckInDraft, Command, CommitmentDraft, Field, GoalDraft, LINE_MAX, Refusal, RoleDraft, Settlement, TEXT_MAX,
    Verdict,
};
pub use commitment::{CarryDemand, Commitment, Outcome, SOFT_LIMIT, Vagueness, vagueness};
pub use cycle::{Cycle, Season, SeasonWeek, Span};
pub use decide::{Context, begin, decide};
pub use digest::{
    DIGEST_MAX, Digest, DigestDecision, DigestDraft, DigestEntry, digest_cycle, draft_digest, has_digest,
};
pub use drift::{DUE_SOON, Drift, DriftStep, Late, Lateness, NeedsWord, awaited, drift, late};
pub use due::{DueDoubt, due_doubt};
pub use entity::{Collection, Entity, EntityId, random_id};
pub use goal::{Closing, Goal, Measure, Progress, Standing};
pub use ids::{
    AbsenceId, AgendaId, CheckInId, CircleId, CommitmentId, DecisionId, GoalId, MemberId, OverrideId, ProgressId,
    RoleId, SeasonId,
};
pub use member::Member;
pub use news::{Happening, News, news, people};
pub use number::{NUMBER_MAX, Number, NumberFault, NumberFormat, NumberKind, read_number};
pub use occasion::{Occasion, StripWeek, Tense, season_strip};
pub use overrides::{Deed, Override, TurnId};
pub(crate) use records::records;
pub use records::{Circle, Kind, Record};
pub use reminder::{LAST_CALL, Matter, REVIEW_SOON, Reminder, STEPS_SOON, reminders, waiting_for};
pub use rhythm::{Clock, Interval, REVIEW_MINUTES, Review, Rhythm};
pub use rhythms::{RhythmVersion, Rhythms, WINDOW_DAYS, WeekException, Window};
pub use role::{ROLES_MAX, Role, RoleKind};
pub use rota::{
    Action, Cause, Credits, HORIZON, MovedTurns, OverrideState, Reason, Rota, RotaNews, SeenTurns, Skip, Turn,
    TurnStatus, deadline, rota,
};
pub use sample::{Sample, sample};
pub use segment::{CautiousSegmenter, Segmenter, clipped, initials};
pub use session::{
    AgendaDraft, AgendaEntry, AgendaItem, AgendaKind, AgendaMatter, ClockState, Decision, DecisionDraft, HotSeat,
    HotTurn, LENGTH, LENGTHS, Moment, Move, Note, Presence, STRETCH_MAX, Session, SessionAct, SessionClock,
    SessionSummary, Step, StepClock, Tick, Topic, agenda, decisions_of, decisions_to_review, hot_seat_question,
    hot_seat_queue, minutes, session_cycle, session_summary,
};
pub use table::Table;
pub use tasks::Task;
pub use time::{
    DAY, Day, HOUR, LocalTime, MINUTE, Resolved, Timestamp, WeeklyTime, ZoneId, ZoneRules, day_plus, iso_day,
    iso_local, parse_day, parse_local,
};
pub use tracking::{DRIFTING_WEEKS, DriftingGoal, Tracking, Waiting, WaitingOf, tracking};
pub use week::{Seat, Tally, WeekView};
