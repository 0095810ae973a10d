//! Setting, measuring and ending goals.

use super::{Closing, Goal, GoalId, Measure, Progress, ProgressId, checked_measure, checked_value};
use crate::domain::checks::{line, number, text};
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::Day;

/// What a form says of a goal.
#[derive(Clone, PartialEq, Debug)]
pub struct GoalDraft {
    /// What shall be true at the end.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// How one can tell.
    pub measure: Measure,
    /// Until when.
    pub due: Option<Day>,
    /// What is most likely to stand in the way.
    pub obstacle: String,
}

/// What can be done about goals.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Sets a goal of one's own.
    Add(GoalDraft),
    /// Changes a goal.
    Edit(GoalId, GoalDraft),
    /// Notes a goal's newest value.
    RecordProgress { goal: GoalId, value: f64, note: String },
    /// Ends a goal, or opens it again with `None`.
    Close(GoalId, Option<Closing>),
    /// Deletes a goal.
    Delete(GoalId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let changed = match command {
        Command::Add(draft) => new_goal(draft, ctx)?,
        Command::Edit(id, draft) => {
            let GoalDraft { title, why, measure, due, obstacle } = checked(draft)?;
            Goal { title, why, measure, due, obstacle, ..goal(circle, &id)? }
        }
        Command::RecordProgress { goal, value, note } => {
            return Ok(vec![Record::Progress(new_progress(circle, goal, value, &note, ctx)?)]);
        }
        Command::Close(id, closing) => {
            let closed_at = closing.map(|_| ctx.now);
            Goal { closing, closed_at, ..goal(circle, &id)? }
        }
        Command::Delete(id) => Goal { deleted_at: Some(ctx.now), ..goal(circle, &id)? },
    };
    Ok(vec![Record::Goal(changed)])
}

fn new_goal(draft: GoalDraft, ctx: &mut Context<'_>) -> Result<Goal, Refusal> {
    let GoalDraft { title, why, measure, due, obstacle } = checked(draft)?;
    Ok(Goal {
        id: GoalId::new(&ctx.id()),
        owner: ctx.me()?,
        title,
        why,
        measure,
        due,
        obstacle,
        created_at: ctx.now,
        closing: None,
        closed_at: None,
        deleted_at: None,
    })
}

/// A number of goal `of` that was measured now.
///
/// # Errors
/// [`Refusal`] where the goal is gone, or the number lies outside of its scale.
pub(in crate::domain) fn new_progress(
    circle: &Circle,
    of: GoalId,
    value: f64,
    note: &str,
    ctx: &mut Context<'_>,
) -> Result<Progress, Refusal> {
    let value = match goal(circle, &of)?.measure.scale() {
        Some(scale) => checked_value(scale, Field::Value, value)?,
        None => number(Field::Value, value)?,
    };
    let note = text(Field::Note, note)?;
    Ok(Progress { id: ProgressId::new(&ctx.id()), goal: of, at: ctx.now, value, note, deleted_at: None })
}

fn checked(draft: GoalDraft) -> Result<GoalDraft, Refusal> {
    Ok(GoalDraft {
        title: line(Field::Text, &draft.title)?,
        why: text(Field::Why, &draft.why)?,
        obstacle: text(Field::Obstacle, &draft.obstacle)?,
        measure: checked_measure(draft.measure)?,
        due: draft.due,
    })
}

fn goal(circle: &Circle, id: &GoalId) -> Result<Goal, Refusal> {
    let found = circle.goals.get(id).filter(|goal| goal.deleted_at.is_none());
    found.map(|goal| (**goal).clone()).ok_or(Refusal::Gone("goal"))
}
