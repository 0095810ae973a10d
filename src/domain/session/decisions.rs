//! Decisions of a session.

use super::{Decision, DecisionDraft, DecisionId};
use crate::domain::checks::text;
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

pub(super) fn record(
    circle: &Circle,
    cycle: Cycle,
    draft: DecisionDraft,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let DecisionDraft { text, owner, review_on } = checked(circle, draft)?;
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

pub(super) fn edit(circle: &Circle, id: &DecisionId, draft: DecisionDraft) -> Result<Vec<Record>, Refusal> {
    let decision = decision(circle, id)?;
    let DecisionDraft { text, owner, review_on } = checked(circle, draft)?;
    Ok(vec![Record::Decision(Decision { text, owner, review_on, ..decision })])
}

/// Closes a decision with what was found, or opens it again; what was found then stays to be read.
pub(super) fn close(
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

pub(super) fn delete(circle: &Circle, id: &DecisionId, now: Timestamp) -> Result<Vec<Record>, Refusal> {
    Ok(vec![Record::Decision(Decision { deleted_at: Some(now), ..decision(circle, id)? })])
}

fn checked(circle: &Circle, draft: DecisionDraft) -> Result<DecisionDraft, Refusal> {
    if let Some(owner) = &draft.owner {
        circle.require_member(owner)?;
    }
    let text = text(Field::Text, &draft.text)?;
    if text.is_empty() { Err(Refusal::Empty(Field::Text)) } else { Ok(DecisionDraft { text, ..draft }) }
}

fn decision(circle: &Circle, id: &DecisionId) -> Result<Decision, Refusal> {
    let found = circle.decisions.get(id).filter(|decision| decision.deleted_at.is_none());
    found.map(|decision| (**decision).clone()).ok_or(Refusal::Gone("decision"))
}
