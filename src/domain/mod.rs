//! Plain types and pure rules of a peer circle.
//!
//! Knows no browser, no screen and no storage. Time, zone rules and randomness come in as arguments, so
//! the same facts give the same answers on every device. Nothing here panics on data.

pub mod aim;
mod board;
pub mod charter;
pub mod check_in;
mod checks;
pub mod circle;
mod command;
pub mod commitment;
pub mod consistency;
mod context;
mod day_doubt;
pub mod digest;
mod duration;
mod entity;
pub mod feedback;
pub mod fit;
pub mod goal;
mod ids;
mod insight;
pub mod intake;
pub mod member;
mod news;
mod number;
mod order;
mod phrases;
mod present;
pub mod profile;
mod put_back;
mod records;
mod refusal;
mod reminder;
pub mod reply;
pub mod rhythm;
pub mod role;
mod sample;
pub mod sealing;
mod search;
pub mod season;
mod segment;
pub mod session;
mod subject;
mod table;
mod time;
mod typing;
mod unsent;
mod week;
mod zone;

pub use aim::{Aim, AimDraft, AimId, AimNews, AimProgress, AimProgressId};
pub use board::{
    BoardChoices, BoardFilter, BoardMark, BoardNeighbours, BoardRow, BoardView, Counted, board_neighbours,
};
pub use charter::{
    CharterDifference, CharterFocus, CharterHint, CharterId, CharterNews, CharterPart, CharterStanding, CharterTerms,
    CharterVersion, NORMS_KEPT, NORMS_MAX, PURPOSE_WORDS, Signature, SignatureId, charter_differences, charter_hints,
};
pub use check_in::{
    CheckIn, CheckInCount, CheckInDraft, CheckInId, CheckInState, CheckInTexts, CommitmentTexts, DUE_SOON, Drift,
    DriftStep, Late, Lateness, NeedsWord, OutcomeTexts, awaited, drift, late, to_settle,
};
pub use checks::{LINE_MAX, TEXT_MAX};
pub use circle::{About, CircleId, begin};
pub use command::{Command, decide};
pub use commitment::{
    CarryDemand, Commitment, CommitmentDraft, CommitmentId, NextCommitments, Outcome, SOFT_LIMIT, Settlement,
    Vagueness, Verdict, Wait, eases, vagueness,
};
pub use consistency::{
    Attendance, GRACE_WEEKS, HALF_LIFE, MemberWeek, SteadyWeeks, Streak, WeekTable, streak, week_table,
};
pub use context::Context;
pub use day_doubt::{DayDoubt, day_doubt};
pub use digest::{
    DIGEST_MAX, Digest, DigestDecision, DigestDraft, DigestEntry, digest_cycle, draft_digest, fresh_digest, has_digest,
};
pub use duration::{duration_text, read_duration};
pub use entity::{Collection, Entity};
pub use feedback::{
    FEEDBACK_PAUSE, Feedback, FeedbackAge, FeedbackBalance, FeedbackDraft, FeedbackFlow, FeedbackHint, FeedbackId,
    FeedbackNews, FeedbackRequest, FeedbackRequestDraft, FeedbackRequestId, FeedbackStage, FeedbackStep,
    FeedbackWaiting, NoteChange, PrivateNote, Response, Visibility, feedback_balance, feedback_flow, feedback_hints,
    feedback_waiting, part_private, without_feedback,
};
pub use fit::{
    Blocker, CIRCLE_MOST, FitAdvice, FitCircle, FitHelp, FitPart, FitReason, FitScore, FitWeek, FreeTime, HelpStep,
    Mix, PODS_FROM, SkillCount, TieCount, anonymous, fit, fit_advice, fit_help, free_time, pairs,
};
pub use goal::{
    Amount, Closing, Goal, GoalDraft, GoalId, GoalPoint, Measure, MeasureKind, Progress, ProgressId, Scale, Standing,
    thinned,
};
pub use ids::{EntityId, random_id};
pub use insight::{INSIGHT_WEEKS, Insights, MemberWeeks};
pub use intake::{
    Identity, Offer, OfferOwner, OfferStanding, OfferTime, Offered, OfferedCheckIn, OfferedCommitment, OfferedGoal,
    OfferedMember, OfferedProgress, OfferedReply, offers_standing,
};
pub use member::{Member, MemberId, buddies};
pub use news::{Happening, News, news, people};
pub use number::{NUMBER_MAX, Number, NumberFault, NumberFormat, NumberKind, digit, read_number};
pub use order::{Arrange, gathered};
pub use present::Present;
pub use profile::{
    Answer, CareerStage, HOURS_A_DAY, Intention, Intentions, KnownWord, NewProfile, Profile, ProfileNews,
    ProfileQuestion, SaidTie, SkillSet, SkillSide, Tie, TieId, TieKind, WeeklyHours, answered, known_words, skill_key,
};
pub use put_back::is_needed;
pub(crate) use records::records;
pub use records::{Circle, Kind, Record};
pub use refusal::{Field, Refusal};
pub use reminder::{LAST_CALL, Reminder, ReminderKind, SESSION_SOON, STEPS_SOON, reminders, waiting_for};
pub use reply::{Reply, ReplyId, ReplyKind, ReplyNews};
pub use rhythm::{
    Clock, Cycle, Interval, Occasion, Rhythm, RhythmVersion, Rhythms, SESSION_MINUTES, Season, SeasonId, SeasonWeek,
    SessionTime, StripWeek, Tense, WINDOW_DAYS, WeekException, WeekStanding, Window, season_strip,
};
pub use role::{
    Absence, AbsenceId, Action, Cause, Credits, DRIFTING_WEEKS, DriftingGoal, HORIZON, MovedTurns, Override,
    OverrideId, OverrideKind, OverrideState, ROLES_MAX, Reason, Role, RoleDraft, RoleId, RoleKind, Rota, RotaNews,
    SeenTurns, Skip, Task, Tracking, Turn, TurnId, TurnStatus, Waiting, WaitingOf, cycles_ahead, deadline, rota,
    rota_in, rota_part, tracking,
};
pub use sample::{Sample, sample};
pub use sealing::{DeviceId, DeviceKey, SealedNote, SealedNoteId, ToOpen, ToSeal, sealed_devices, to_open, to_seal};
pub use search::{Excerpt, FINDS_SHOWN, Find, Finds, FoundPlace, SearchIndex, SearchKind, SearchQuery, SearchSubject};
pub use season::{
    GoalNext, RecommitDraft, Recommitment, RecommitmentId, Retro, RetroDraft, RetroId, SEASON_WEEKS, SeasonChoice,
    SeasonClosing, SeasonNews, SeasonPhase, season_closing, season_last_day,
};
pub use segment::{CautiousSegmenter, Segmenter, clipped, folded, initials, lowercase};
pub use session::{
    AgendaDraft, AgendaEntry, AgendaId, AgendaItem, AgendaKind, AgendaSubject, ClockState, Decision, DecisionDraft,
    DecisionId, HotSeat, HotTurn, LENGTH, LENGTHS, Moment, Move, Note, Presence, STRETCH_MAX, Session, SessionAct,
    SessionClock, SessionNews, SessionSummary, SessionTexts, Step, StepClock, Tick, Topic, agenda, decisions_of,
    decisions_to_review, hot_seat_question, hot_seat_queue, minutes, newest_decisions, session_cycle, session_summary,
};
pub use subject::Subject;
pub use table::Table;
pub use time::{
    DAY, Day, HOUR, LocalTime, MINUTE, Resolved, Span, Timestamp, WeeklyTime, ZoneId, ZoneRules, day_plus, iso_day,
    iso_local, parse_day, parse_local,
};
pub use typing::{Typing, merged_choice, merged_text, merged_texts, merged_ticks};
pub use unsent::{Unsent, unsent, written_since};
pub use week::{Seat, Tally, WeekView};
