//! Agenda items, decisions and digests.

use super::checks::{line, text, within};
use super::session::{add_note, edit_note};
use super::{Context, member};
use crate::domain::command::{Field, Refusal};
use crate::domain::cycle::Cycle;
use crate::domain::digest::{DIGEST_MAX, Digest};
use crate::domain::ids::{AgendaId, DecisionId, MemberId};
use crate::domain::records::{Circle, Record};
use crate::domain::session::{AgendaDraft, AgendaItem, Decision, DecisionDraft};
use crate::domain::time::Timestamp;

pub(super) fn add(
    circle: &Circle,
    cycle: Cycle,
    draft: AgendaDraft,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let AgendaDraft { title, detail, owner, kind } = checked(circle, draft)?;
    Ok(vec![Record::AgendaItem(AgendaItem {
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
    })])
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

pub(super) fn record_decision(
    circle: &Circle,
    cycle: Cycle,
    draft: DecisionDraft,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let DecisionDraft { text, owner, review_on } = checked_decision(circle, draft)?;
    Ok(vec![Record::Decision(Decision {
        id: DecisionId::new(&ctx.id()),
        cycle,
        text,
        decided_at: ctx.now,
        by: Some(ctx.me()?),
        owner,
        review_on,
        revisited: String::new(),
        closed_at: None,
        deleted_at: None,
    })])
}

pub(super) fn edit_decision(circle: &Circle, id: &DecisionId, draft: DecisionDraft) -> Result<Vec<Record>, Refusal> {
    let decision = decision(circle, id)?;
    let DecisionDraft { text, owner, review_on } = checked_decision(circle, draft)?;
    Ok(vec![Record::Decision(Decision { text, owner, review_on, ..decision })])
}

/// Closes a decision with what was found, or opens it again; what was found then stays to be read.
pub(super) fn close_decision(
    circle: &Circle,
    id: &DecisionId,
    found: Option<&str>,
    now: Timestamp,
) -> Result<Vec<Record>, Refusal> {
    let decision = decision(circle, id)?;
    Ok(vec![Record::Decision(match found {
        Some(found) => Decision { revisited: text(Field::Summary, found)?, closed_at: Some(now), ..decision },
        None => Decision { closed_at: None, ..decision },
    })])
}

pub(super) fn delete_decision(circle: &Circle, id: &DecisionId, now: Timestamp) -> Result<Vec<Record>, Refusal> {
    Ok(vec![Record::Decision(Decision { deleted_at: Some(now), ..decision(circle, id)? })])
}

pub(super) fn publish(circle: &Circle, cycle: Cycle, words: &str, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    let text = within(Field::Digest, words.trim().replace("\r\n", "\n"), DIGEST_MAX)?;
    if text.is_empty() {
        return Err(Refusal::Empty(Field::Digest));
    }
    let by = Some(ctx.me()?);
    let earlier = circle.digests.get(&cycle);
    let first_published_at = earlier.map_or(ctx.now, |earlier| earlier.first_published_at);
    Ok(vec![Record::Digest(Digest { cycle, text, by, first_published_at, published_at: ctx.now })])
}

fn checked(circle: &Circle, draft: AgendaDraft) -> Result<AgendaDraft, Refusal> {
    is_known(circle, draft.owner.as_ref())?;
    let (title, detail) = (line(Field::Text, &draft.title)?, text(Field::Detail, &draft.detail)?);
    Ok(AgendaDraft { title, detail, ..draft })
}

fn checked_decision(circle: &Circle, draft: DecisionDraft) -> Result<DecisionDraft, Refusal> {
    is_known(circle, draft.owner.as_ref())?;
    let text = text(Field::Text, &draft.text)?;
    if text.is_empty() { Err(Refusal::Empty(Field::Text)) } else { Ok(DecisionDraft { text, ..draft }) }
}

fn is_known(circle: &Circle, id: Option<&MemberId>) -> Result<(), Refusal> {
    id.map_or(Ok(()), |id| member(circle, id).map(|_| ()))
}

fn item(circle: &Circle, id: &AgendaId) -> Result<AgendaItem, Refusal> {
    let found = circle.agenda.get(id).filter(|item| item.deleted_at.is_none());
    found.map(|item| (**item).clone()).ok_or(Refusal::Gone("agenda item"))
}

fn decision(circle: &Circle, id: &DecisionId) -> Result<Decision, Refusal> {
    let found = circle.decisions.get(id).filter(|decision| decision.deleted_at.is_none());
    found.map(|decision| (**decision).clone()).ok_or(Refusal::Gone("decision"))
}
