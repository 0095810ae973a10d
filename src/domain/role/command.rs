//! Roles, turns and absences.

use super::absences::{cancel_absence, declare_absence};
use super::turns::{act, cancel, take};
use super::{AbsenceId, OverrideId, OverrideKind, ROLES_MAX, Role, RoleId, RoleKind, TurnId};
use crate::domain::checks::{line, optional_line, text};
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::segment::folded;
use crate::domain::time::Day;

/// What a form says of a role.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RoleDraft {
    /// Its name; empty for the default one of a default role.
    pub name: String,
    /// What it is there for; empty for the default.
    pub duty: String,
    /// What to do, one thing per line; empty for the default.
    pub checklist: String,
    /// Its place on screen.
    pub place: u8,
}

/// What can be done about roles, turns and absences.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Says on which days a member is away, the last one included.
    DeclareAbsence { member: MemberId, first: Day, last: Day, note: String },
    /// Takes an absence back.
    CancelAbsence(AbsenceId),
    /// Adds a role of the circle's own.
    Add(RoleDraft),
    /// Changes what the circle says of a role.
    Edit(RoleId, RoleDraft),
    /// A role has no turns from the next cycle on.
    Pause(RoleId),
    /// A paused role has turns again from the next cycle on.
    Resume(RoleId),
    /// Offers, requests, claims or marks a turn; which kinds of override are open, `Rota::actions` tells.
    OnTurn(TurnId, OverrideKind),
    /// Takes an offer or request.
    TakeTurn(OverrideId),
    /// Takes an override back, or says no to it.
    CancelOverride(OverrideId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let changed = match command {
        Command::DeclareAbsence { member, first, last, note } => {
            Record::Absence(declare_absence(circle, &member, (first, last), &note, ctx)?)
        }
        Command::CancelAbsence(id) => Record::Absence(cancel_absence(circle, &id, ctx)?),
        Command::Add(draft) => Record::Role(add_role(circle, &draft, ctx)?),
        Command::Edit(id, draft) => Record::Role(edit_role(circle, &id, &draft)?),
        Command::Pause(id) => return run_role(circle, &id, true, ctx),
        Command::Resume(id) => return run_role(circle, &id, false, ctx),
        Command::OnTurn(turn, kind) => Record::Override(act(circle, turn, kind, ctx)?),
        Command::TakeTurn(id) => Record::Override(take(circle, &id, ctx)?),
        Command::CancelOverride(id) => Record::Override(cancel(circle, &id, ctx)?),
    };
    Ok(vec![changed])
}

fn add_role(circle: &Circle, draft: &RoleDraft, ctx: &mut Context<'_>) -> Result<Role, Refusal> {
    if circle.roles().len() >= ROLES_MAX {
        return Err(Refusal::TooManyRoles(ROLES_MAX));
    }
    let role = Role { created_at: ctx.now, ..Role::plain(RoleId::new(&ctx.id())) };
    described(circle, role, draft)
}

fn edit_role(circle: &Circle, id: &RoleId, draft: &RoleDraft) -> Result<Role, Refusal> {
    described(circle, circle.role(id).ok_or(Refusal::Gone("role"))?, draft)
}

fn described(circle: &Circle, role: Role, draft: &RoleDraft) -> Result<Role, Refusal> {
    // An empty name gives a default role its own one back.
    let name = match role.kind() {
        RoleKind::Custom => line(Field::Name, &draft.name)?,
        RoleKind::Lead | RoleKind::Summarizer | RoleKind::Tracker => optional_line(Field::Name, &draft.name)?,
    };
    let wanted = folded(&name);
    let is_same = |other: &Role| other.id != role.id && folded(&other.name) == wanted;
    if !name.is_empty() && circle.roles().iter().any(is_same) {
        return Err(Refusal::NameTaken(name));
    }
    let (duty, checklist) = (text(Field::Purpose, &draft.duty)?, text(Field::Action, &draft.checklist)?);
    Ok(Role { name, duty, checklist, place: draft.place, ..role })
}

fn run_role(circle: &Circle, id: &RoleId, is_paused: bool, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
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
