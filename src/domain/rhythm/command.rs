//! Changing the rhythm: for good, for one week, and only for weeks to come.

use super::strip::earliest_not_due;
use super::{Clock, Cycle, Rhythm, RhythmVersion, SESSION_MINUTES, SessionTime, WeekException};
use crate::domain::checks::optional_line;
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::{Timestamp, WeeklyTime};
use chrono::{NaiveDateTime, NaiveTime, Timelike};

/// What can be changed about the fixed times.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Sets the fixed times from a cycle on; what was planned for later cycles is replaced.
    Set { rhythm: Rhythm, from: Cycle },
    /// The circle pauses that week.
    Skip(Cycle),
    /// The circle does not pause that week after all.
    Resume(Cycle),
    /// Holds one week's session at another time, as the circle's clocks show it.
    MoveSession { cycle: Cycle, to: NaiveDateTime },
    /// Holds that week's session at its usual time after all.
    KeepSession(Cycle),
}

/// How many weeks ahead can be planned.
const AHEAD: i64 = 104;

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    match command {
        Command::Set { rhythm, from } => set(circle, rhythm, from, ctx),
        Command::Skip(cycle) => skip(circle, cycle, ctx),
        Command::Resume(cycle) => resume(circle, cycle, ctx),
        Command::MoveSession { cycle, to } => move_session(circle, cycle, to, ctx),
        Command::KeepSession(cycle) => keep_session(circle, cycle, ctx),
    }
}

/// `rhythm` as it is kept.
pub(in crate::domain) fn checked_rhythm(rhythm: Rhythm) -> Result<Rhythm, Refusal> {
    let (min, max) = (*SESSION_MINUTES.start(), *SESSION_MINUTES.end());
    if !SESSION_MINUTES.contains(&rhythm.session.minutes) {
        return Err(Refusal::OutOfRange { field: Field::Minutes, min, max });
    }
    let place = optional_line(Field::Place, &rhythm.session.place)?;
    let at = of_a_day(rhythm.session.at);
    Ok(Rhythm {
        check_ins_due: of_a_day(rhythm.check_ins_due),
        session: SessionTime { at, place, ..rhythm.session },
        next_steps_due: of_a_day(rhythm.next_steps_due),
        ..rhythm
    })
}

fn of_a_day(time: WeeklyTime) -> WeeklyTime {
    WeeklyTime { minute: time.minute.min(1439), ..time }
}

/// Sets `rhythm` for `from` and every cycle after it.
fn set(circle: &Circle, rhythm: Rhythm, from: Cycle, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    let rhythm = checked_rhythm(rhythm)?;
    if ctx.zones.offset(&rhythm.zone, ctx.now).is_none() {
        return Err(Refusal::UnknownZone(rhythm.zone));
    }
    let earliest = circle.rhythm.earliest_change(ctx.zones, ctx.now, &rhythm);
    if from < earliest {
        return Err(Refusal::TooEarly { earliest });
    }
    not_too_far(circle, from, ctx)?;
    let later = circle.rhythm.versions().iter().filter_map(|version| version.from).filter(|other| *other > from);
    let replaced: Vec<Cycle> = later.filter(|other| *circle.rhythm.of(*other) != rhythm).collect();
    let mut records = Vec::new();
    for from in std::iter::once(from).chain(replaced) {
        if *circle.rhythm.of(from) != rhythm {
            records.push(Record::Rhythm(RhythmVersion {
                from: Some(from),
                rhythm: rhythm.clone(),
                changed_at: ctx.now,
            }));
        }
    }
    Ok(records)
}

fn skip(circle: &Circle, cycle: Cycle, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    not_due_yet(circle, cycle, ctx)?;
    if circle.rhythm.is_between(cycle) {
        return Err(Refusal::Between(cycle));
    }
    Ok(changed(WeekException { is_skipped: true, ..week(circle, cycle) }, circle, ctx))
}

fn resume(circle: &Circle, cycle: Cycle, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    not_due_yet(circle, cycle, ctx)?;
    Ok(changed(WeekException { is_skipped: false, ..week(circle, cycle) }, circle, ctx))
}

fn move_session(circle: &Circle, cycle: Cycle, to: NaiveDateTime, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    not_too_far(circle, cycle, ctx)?;
    if circle.rhythm.is_between(cycle) {
        return Err(Refusal::Between(cycle));
    }
    if circle.rhythm.is_skipped(cycle) {
        return Err(Refusal::Paused(cycle));
    }
    let to = to.with_second(0).and_then(|to| to.with_nanosecond(0)).unwrap_or(to);
    let rhythm = circle.rhythm.of(cycle);
    let at = ctx.zones.resolve(&rhythm.zone, to).at;
    let (after, before) = between(circle, cycle, ctx);
    if at <= after || at >= before {
        return Err(Refusal::SessionOutside { after, before });
    }
    let moved = (to != rhythm.local(cycle, Clock::Session)).then_some(to);
    Ok(changed(WeekException { session_moved_to: moved, ..week(circle, cycle) }, circle, ctx))
}

fn keep_session(circle: &Circle, cycle: Cycle, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    let (after, before) = between(circle, cycle, ctx);
    if ctx.now >= before {
        return Err(Refusal::SessionOutside { after, before });
    }
    Ok(changed(WeekException { session_moved_to: None, ..week(circle, cycle) }, circle, ctx))
}

/// Between which instants the session of `cycle` can be held from now on: after its Monday has begun and the
/// session before it, and before the next one.
fn between(circle: &Circle, cycle: Cycle, ctx: &Context<'_>) -> (Timestamp, Timestamp) {
    let rhythm = &circle.rhythm;
    let monday = ctx.zones.resolve(&rhythm.of(cycle).zone, cycle.first_day().and_time(NaiveTime::MIN)).at;
    let session = |cycle| {
        let held = rhythm.occasion(ctx.zones, cycle, Clock::Session).map(|occasion| occasion.at);
        held.unwrap_or_else(|| rhythm.regular(ctx.zones, cycle, Clock::Session).at)
    };
    let after = session(rhythm.last_held(cycle)).max(monday).max(ctx.now);
    (after, session(rhythm.next_held(cycle)))
}

/// Refuses a week whose check-ins were due: people have acted on it.
fn not_due_yet(circle: &Circle, cycle: Cycle, ctx: &Context<'_>) -> Result<(), Refusal> {
    let earliest = earliest_not_due(ctx.present(circle));
    if cycle < earliest {
        return Err(Refusal::TooEarly { earliest });
    }
    not_too_far(circle, cycle, ctx)
}

fn not_too_far(circle: &Circle, cycle: Cycle, ctx: &Context<'_>) -> Result<(), Refusal> {
    let latest = circle.rhythm.cycle_at(ctx.zones, ctx.now).plus(AHEAD);
    if cycle > latest { Err(Refusal::TooFar { latest }) } else { Ok(()) }
}

/// What is known of `cycle`, or a week like any other.
fn week(circle: &Circle, cycle: Cycle) -> WeekException {
    let usual =
        WeekException { cycle, is_skipped: false, session_moved_to: None, changed_at: Timestamp::default(), by: None };
    circle.rhythm.week(cycle).cloned().unwrap_or(usual)
}

/// `changed` as a record where it says anything new.
fn changed(changed: WeekException, circle: &Circle, ctx: &Context<'_>) -> Vec<Record> {
    if changed == week(circle, changed.cycle) {
        return Vec::new();
    }
    vec![Record::Week(WeekException { changed_at: ctx.now, by: ctx.me.cloned(), ..changed })]
}
