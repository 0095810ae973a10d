//! Agenda items.

use super::run::{add_note, edit_note};
use super::{AgendaDraft, AgendaId, AgendaItem};
use crate::domain::checks::{line, text};
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

/// Returns a new item for the session of `cycle`.
pub(in crate::domain) fn new_item(
    circle: &Circle,
    cycle: Cycle,
    draft: AgendaDraft,
    ctx: &mut Context<'_>,
) -> Result<AgendaItem, Refusal> {
    let AgendaDraft { title, detail, owner, kind } = checked(circle, draft)?;
    Ok(AgendaItem {
        id: AgendaId::new(&ctx.id()),
        cycle,
        title,
        detail,
        owner,
        kind,
        notes: Vec::new(),
        created_at: ctx.now,
        done_at: None,
        done_in: None,
        deleted_at: None,
    })
}

pub(super) fn edit(circle: &Circle, id: &AgendaId, draft: AgendaDraft) -> Result<Vec<Record>, Refusal> {
    let item = item(circle, id)?;
    let AgendaDraft { title, detail, owner, kind } = checked(circle, draft)?;
    Ok(vec![Record::AgendaItem(AgendaItem { title, detail, owner, kind, ..item })])
}

pub(super) fn note(circle: &Circle, id: &AgendaId, words: &str, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    let mut item = item(circle, id)?;
    add_note(&mut item.notes, words, ctx)?;
    Ok(vec![Record::AgendaItem(item)])
}

pub(super) fn change_note(
    circle: &Circle,
    id: &AgendaId,
    at: Timestamp,
    by: &MemberId,
    words: &str,
) -> Result<Vec<Record>, Refusal> {
    let mut item = item(circle, id)?;
    edit_note(&mut item.notes, at, by, words)?;
    Ok(vec![Record::AgendaItem(item)])
}

/// Finishes an item in the session of `cycle`; the first time counts.
pub(super) fn finish(circle: &Circle, id: &AgendaId, cycle: Cycle, now: Timestamp) -> Result<Vec<Record>, Refusal> {
    let mut item = item(circle, id)?;
    if item.is_open() {
        (item.done_at, item.done_in) = (Some(now), Some(cycle));
    }
    Ok(vec![Record::AgendaItem(item)])
}

pub(super) fn reopen(circle: &Circle, id: &AgendaId) -> Result<Vec<Record>, Refusal> {
    Ok(vec![Record::AgendaItem(AgendaItem { done_at: None, done_in: None, ..item(circle, id)? })])
}

pub(super) fn delete(circle: &Circle, id: &AgendaId, now: Timestamp) -> Result<Vec<Record>, Refusal> {
    Ok(vec![Record::AgendaItem(AgendaItem { deleted_at: Some(now), ..item(circle, id)? })])
}

fn checked(circle: &Circle, draft: AgendaDraft) -> Result<AgendaDraft, Refusal> {
    if let Some(owner) = &draft.owner {
        circle.require_member(owner)?;
    }
    let (title, detail) = (line(Field::Text, &draft.title)?, text(Field::Detail, &draft.detail)?);
    Ok(AgendaDraft { title, detail, ..draft })
}

fn item(circle: &Circle, id: &AgendaId) -> Result<AgendaItem, Refusal> {
    let found = circle.agenda.get(id).filter(|item| item.deleted_at.is_none());
    found.map(|item| (**item).clone()).ok_or(Refusal::Gone("agenda item"))
}
