//! The rules for absences, roles and turns.

use super::checks::{line, text};
use super::{Context, member};
use crate::domain::absence::Absence;
use crate::domain::command::{Field, Refusal, RoleDraft};
use crate::domain::ids::{AbsenceId, MemberId, OverrideId, RoleId};
use crate::domain::member::Member;
use crate::domain::overrides::{Deed, Override, TurnId};
use crate::domain::records::{Circle, Record};
use crate::domain::role::{ROLES_MAX, Role, RoleKind};
use crate::domain::rota::{Action, Rota, rota};
use crate::domain::time::{Day, day_plus};

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
) -> Result<Record, Refusal> {
    member(circle, who)?;
    let (first, last) = days;
    let today = ctx.zones.local(&circle.rhythm.newest().zone, ctx.now).date();
    let length = i64::from(last.to_epoch_days()) - i64::from(first.to_epoch_days());
    match length {
        ..0 => return Err(Refusal::DaysBackwards),
        ABSENCE_MAX.. => return Err(Refusal::TooManyDays(ABSENCE_MAX)),
        _ if last < day_plus(today, -AFTERWARDS) => return Err(Refusal::DaysPast(AFTERWARDS)),
        _ => {}
    }
    Ok(Record::Absence(Absence {
        id: AbsenceId::new(&ctx.id()),
        member: who.clone(),
        first,
        last: Some(last),
        note: text(Field::Note, note)?,
        declared_at: ctx.now,
        cancelled_at: None,
    }))
}

pub(super) fn cancel_absence(circle: &Circle, id: &AbsenceId, ctx: &Context<'_>) -> Result<Record, Refusal> {
    let absence = circle.absences.get(id).filter(|absence| absence.cancelled_at.is_none());
    let absence = absence.ok_or(Refusal::Gone("absence"))?;
    let cancelled_at = Some(ctx.now.max(absence.declared_at));
    Ok(Record::Absence(Absence { cancelled_at, ..(**absence).clone() }))
}

/// What stays of the time between leaving and coming back, which `left_at` alone would forget.
pub(super) fn time_between(circle: &Circle, back: &Member, ctx: &mut Context<'_>) -> Option<Record> {
    let left = back.left_at?;
    Some(Record::Absence(Absence {
        id: AbsenceId::new(&ctx.id()),
        member: back.id.clone(),
        first: ctx.zones.local(&circle.rhythm.newest().zone, left).date(),
        last: None,
        note: String::new(),
        declared_at: left,
        cancelled_at: Some(ctx.now.max(left)),
    }))
}

pub(super) fn add_role(circle: &Circle, draft: &RoleDraft, ctx: &mut Context<'_>) -> Result<Record, Refusal> {
    if circle.roles().len() >= ROLES_MAX {
        return Err(Refusal::TooManyRoles(ROLES_MAX));
    }
    let role = Role { created_at: ctx.now, ..Role::plain(RoleId::new(&ctx.id())) };
    described(circle, role, draft)
}

pub(super) fn edit_role(circle: &Circle, id: &RoleId, draft: &RoleDraft) -> Result<Record, Refusal> {
    described(circle, circle.role(id).ok_or(Refusal::Gone("role"))?, draft)
}

fn described(circle: &Circle, role: Role, draft: &RoleDraft) -> Result<Record, Refusal> {
    // An empty name gives a default role its own one back.
    let name = match role.kind() {
        RoleKind::Custom => line(Field::Name, &draft.name)?,
        RoleKind::Lead | RoleKind::Summarizer | RoleKind::Tracker => super::optional_line(Field::Name, &draft.name)?,
    };
    let folded = name.to_lowercase();
    let is_same = |other: &Role| other.id != role.id && other.name.to_lowercase() == folded;
    if !name.is_empty() && circle.roles().iter().any(is_same) {
        return Err(Refusal::NameTaken(name));
    }
    let (duty, checklist) = (text(Field::Purpose, &draft.duty)?, text(Field::Action, &draft.checklist)?);
    Ok(Record::Role(Role { name, duty, checklist, place: draft.place, ..role }))
}

pub(super) fn run_role(
    circle: &Circle,
    id: &RoleId,
    is_paused: bool,
    ctx: &Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let mut role = circle.role(id).ok_or(Refusal::Gone("role"))?;
    if role.is_paused() == is_paused {
        return Ok(Vec::new());
    }
    // After whatever a clock ahead of this one said.
    let last = role.pauses.iter().map(|(at, _)| at.plus(1)).max();
    let at = last.map_or(ctx.now, |last| last.max(ctx.now));
    role.pauses.push((at, is_paused));
    Ok(vec![Record::Role(role)])
}

/// The rota as it is now, for commands about turns.
fn present(circle: &Circle, ctx: &Context<'_>) -> Rota {
    rota(circle, ctx.zones, circle.rhythm.cycle_at(ctx.zones, ctx.now), &circle.skips())
}

fn allowed(circle: &Circle, turn: &TurnId, ctx: &Context<'_>) -> Result<(MemberId, Vec<Action>), Refusal> {
    let me = ctx.me()?;
    let actions = present(circle, ctx).actions(circle, ctx.zones, ctx.now, &me, turn);
    Ok((me, actions))
}

/// An offer, a request, a claim or a mark by who acts.
pub(super) fn act(circle: &Circle, turn: TurnId, deed: Deed, ctx: &mut Context<'_>) -> Result<Record, Refusal> {
    let (by, actions) = allowed(circle, &turn, ctx)?;
    let is_allowed = actions.iter().any(|action| match (&deed, action) {
        (Deed::Swap { with, theirs }, Action::OfferSwap(candidates)) => {
            candidates.iter().any(|(who, id)| who == with && id == theirs)
        }
        (Deed::Cover, Action::AskCover) | (Deed::Claim, Action::Claim) | (Deed::Served, Action::MarkServed) => true,
        _ => false,
    });
    if !is_allowed {
        return Err(Refusal::TurnMoved(turn));
    }
    let id = OverrideId::new(&ctx.id());
    let (made_at, takes) = (ctx.now, Vec::new());
    Ok(Record::Override(Override { id, turn, deed, by, made_at, takes, cancelled_at: None }))
}

/// Takes an offer or request.
pub(super) fn take(circle: &Circle, id: &OverrideId, ctx: &Context<'_>) -> Result<Record, Refusal> {
    let found = circle.overrides.get(id).ok_or(Refusal::Gone("override"))?;
    let (me, actions) = allowed(circle, &found.turn, ctx)?;
    if !actions.contains(&Action::Take(id.clone())) {
        return Err(Refusal::TurnMoved(found.turn.clone()));
    }
    let mut one = (**found).clone();
    one.takes.retain(|(who, _)| who != &me);
    // After it was made, also where this clock is behind the other.
    one.takes.push((me, ctx.now.max(one.made_at)));
    one.takes.sort();
    Ok(Record::Override(one))
}

/// Takes an override back.
pub(super) fn cancel(circle: &Circle, id: &OverrideId, ctx: &Context<'_>) -> Result<Record, Refusal> {
    let found = circle.overrides.get(id).ok_or(Refusal::Gone("override"))?;
    let (_, mut actions) = allowed(circle, &found.turn, ctx)?;
    if let Deed::Swap { theirs, .. } = &found.deed {
        actions.extend(allowed(circle, theirs, ctx)?.1);
    }
    if !actions.contains(&Action::Cancel(id.clone())) {
        return Err(Refusal::TurnMoved(found.turn.clone()));
    }
    let latest = found.takes.iter().map(|(_, at)| *at).chain([found.made_at, ctx.now]).max();
    Ok(Record::Override(Override { cancelled_at: latest, ..(**found).clone() }))
}
