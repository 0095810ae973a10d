//! Plain types and pure rules of a peer circle.
//!
//! Knows no browser, no screen and no storage. Time, zone rules and randomness come in as arguments, so
//! the same facts give the same answers on every device. Nothing here panics on data.

mod absence;
mod check_in;
mod circle;
mod command;
mod commitment;
mod cycle;
mod decide;
mod goal;
mod ids;
mod member;
mod news;
mod order;
mod overrides;
mod role;
mod rota;
mod sample;
mod time;
mod week;

pub use absence::Absence;
pub use check_in::{CheckIn, CheckInState};
pub use circle::{About, Circle, Record, Table};
pub use command::{
    CheckInDraft, Command, CommitmentDraft, Field, GoalDraft, LINE_MAX, Refusal, Resolution, RoleDraft, TEXT_MAX,
    Verdict,
};
pub use commitment::{CarryDemand, Commitment, Outcome, SOFT_LIMIT, Vagueness, vagueness};
pub use cycle::{Cycle, Rhythm, Season, SeasonWeek, Span, WINDOW, Window};
pub use decide::{Context, begin, decide};
pub use goal::{Closing, Goal, Measure, Progress, Standing};
pub use ids::{
    AbsenceId, CheckInId, CircleId, CommitmentId, GoalId, MemberId, OverrideId, ProgressId, RoleId, SeasonId, random_id,
};
pub use member::Member;
pub use news::{Happening, News, news, people};
pub use overrides::{Deed, Override, TurnId};
pub use role::{ROLES_MAX, Role, RoleKind};
pub use rota::{
    Action, Cause, Credits, HORIZON, OverrideState, Reason, Rota, RotaNews, Skip, Turn, TurnStatus, deadline, rota,
};
pub use sample::{Sample, sample};
pub use time::{
    DAY, Day, HOUR, LocalTime, MINUTE, Resolved, Timestamp, WeeklyTime, ZoneId, ZoneRules, day_plus, iso_day, parse_day,
};
pub use week::{Seat, Tally, WeekView};
