//! Who is away when, and how that is declared.

use super::{Absence, AbsenceId};
use crate::domain::Arrange;
use crate::domain::checks::text;
use crate::domain::context::Context;
use crate::domain::member::{Member, MemberId};
use crate::domain::records::Circle;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::{Cycle, Rhythms};
use crate::domain::time::{Day, Timestamp, ZoneRules, day_plus};

/// Most days that an absence may have.
const ABSENCE_MAX: i64 = 366;
/// How many days after its last day an absence can be declared: illness is not announced.
const AFTERWARDS: i64 = 28;

pub(super) fn declare_absence(
    circle: &Circle,
    who: &MemberId,
    days: (Day, Day),
    note: &str,
    ctx: &mut Context<'_>,
) -> Result<Absence, Refusal> {
    circle.require_member(who)?;
    let (first, last) = days;
    let today = ctx.zones.local(&circle.rhythm.newest().zone, ctx.now).date();
    let length = i64::from(last.to_epoch_days()) - i64::from(first.to_epoch_days());
    match length {
        ..0 => return Err(Refusal::DaysBackwards),
        ABSENCE_MAX.. => return Err(Refusal::TooManyDays(ABSENCE_MAX)),
        _ if last < day_plus(today, -AFTERWARDS) => return Err(Refusal::DaysPast(AFTERWARDS)),
        _ => {}
    }
    Ok(Absence {
        id: AbsenceId::new(&ctx.id()),
        member: who.clone(),
        first,
        last: Some(last),
        note: text(Field::Note, note)?,
        declared_at: ctx.now,
        cancelled_at: None,
    })
}

pub(super) fn cancel_absence(circle: &Circle, id: &AbsenceId, ctx: &Context<'_>) -> Result<Absence, Refusal> {
    let absence = circle.absences.get(id).filter(|absence| absence.cancelled_at.is_none() && !absence.is_leave());
    let absence = absence.ok_or(Refusal::Gone("absence"))?;
    let cancelled_at = Some(ctx.now.max(absence.declared_at));
    Ok(Absence { cancelled_at, ..(**absence).clone() })
}

/// What stays of the time between leaving and coming back, which `left_at` alone would forget.
pub(in crate::domain) fn absence_between(circle: &Circle, back: &Member, ctx: &mut Context<'_>) -> Option<Absence> {
    let left = back.left_at?;
    Some(Absence {
        id: AbsenceId::new(&ctx.id()),
        member: back.id.clone(),
        first: ctx.zones.local(&circle.rhythm.newest().zone, left).date(),
        last: None,
        note: String::new(),
        declared_at: left,
        cancelled_at: Some(ctx.now.max(left)),
    })
}

/// The day of `cycle` that decides whether a member is away in it: the one on which check-ins are due.
///
/// It is the one day of the week on which everybody is expected to do something, and the lead most of all;
/// who is away on another day only can still take part.
pub(super) fn deciding_day(rhythm: &Rhythms, cycle: Cycle) -> Day {
    day_plus(cycle.first_day(), i64::from(rhythm.of(cycle).check_ins_due.weekday.num_days_from_monday()))
}

impl Circle {
    /// Whether `member` is away in `cycle`: an absence covers the day on which check-ins are due, and was not
    /// cancelled before that instant. Whoever is away owes no check-in.
    ///
    /// An absence that was declared after that instant excuses for as long as it is not cancelled at all.
    pub fn is_away(&self, zones: &dyn ZoneRules, member: &MemberId, cycle: Cycle) -> bool {
        self.is_away_when_due(member, cycle, self.rhythm.due(zones, cycle).at)
    }

    /// Like [`Self::is_away`], where the instant at which check-ins of `cycle` are due is known already.
    pub(in crate::domain) fn is_away_when_due(&self, member: &MemberId, cycle: Cycle, due: Timestamp) -> bool {
        let day = deciding_day(&self.rhythm, cycle);
        self.absences.values().any(|absence| {
            let holds = |at| at > due && absence.declared_at <= due;
            &absence.member == member && absence.covers(day) && absence.cancelled_at.is_none_or(holds)
        })
    }

    /// A member's absences that were not cancelled and end on `today` or later, the next one first; leaving with a season
    /// is none of them.
    pub fn absences_ahead(&self, member: &MemberId, today: Day) -> Vec<&Absence> {
        let ahead = |absence: &&Absence| {
            let is_theirs = &absence.member == member && !absence.is_leave();
            is_theirs && absence.cancelled_at.is_none() && absence.last.is_none_or(|last| last >= today)
        };
        let mut found: Vec<&Absence> = self.absences.values().map(|absence| &**absence).filter(ahead).collect();
        found.arrange_by(|a, b| (a.first, &a.id).cmp(&(b.first, &b.id)));
        found
    }
}
