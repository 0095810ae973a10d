//! Setting, measuring and ending the shared aim.

use super::{Aim, AimId, AimProgress, AimProgressId};
use crate::domain::checks::{line, number, text};
use crate::domain::context::Context;
use crate::domain::goal::{Closing, Measure, checked_measure, checked_value};
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::Day;

/// What a form says of the shared aim.
#[derive(Clone, PartialEq, Debug)]
pub struct AimDraft {
    /// What shall be true at the end.
    pub title: String,
    /// How one can tell.
    pub measure: Measure,
    /// Until when.
    pub due: Option<Day>,
}

/// What can be done about the shared aim, by any member.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Sets a new one.
    Set(AimDraft),
    /// Changes it.
    Edit(AimId, AimDraft),
    /// Notes its newest value.
    RecordProgress {
        /// Of which aim.
        aim: AimId,
        /// In its unit.
        value: f64,
        /// A word about it.
        note: String,
    },
    /// Ends it, or opens it again with `None`.
    Close(AimId, Option<Closing>),
    /// Deletes it.
    Delete(AimId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let changed = match command {
        Command::Set(draft) => {
            let AimDraft { title, measure, due } = checked(draft)?;
            let (by, set_at) = (ctx.me()?, ctx.now);
            let (closing, closed_at, deleted_at) = (None, None, None);
            Aim { id: AimId::new(&ctx.id()), title, measure, due, by, set_at, closing, closed_at, deleted_at }
        }
        Command::Edit(id, draft) => {
            let AimDraft { title, measure, due } = checked(draft)?;
            Aim { title, measure, due, ..aim(circle, &id)? }
        }
        Command::RecordProgress { aim: of, value, note } => {
            let Aim { id: aim, measure, .. } = aim(circle, &of)?;
            let value = match measure.scale() {
                Some(scale) => checked_value(scale, Field::Value, value)?,
                None => number(Field::Value, value)?,
            };
            let note = text(Field::Note, &note)?;
            let (id, by) = (AimProgressId::new(&ctx.id()), ctx.me()?);
            return Ok(vec![Record::AimProgress(AimProgress {
                id,
                aim,
                by,
                at: ctx.now,
                value,
                note,
                deleted_at: None,
            })]);
        }
        Command::Close(id, closing) => Aim { closing, closed_at: closing.map(|_| ctx.now), ..aim(circle, &id)? },
        Command::Delete(id) => Aim { deleted_at: Some(ctx.now), ..aim(circle, &id)? },
    };
    Ok(vec![Record::Aim(changed)])
}

fn checked(draft: AimDraft) -> Result<AimDraft, Refusal> {
    let title = line(Field::Text, &draft.title)?;
    Ok(AimDraft { title, measure: checked_measure(draft.measure)?, due: draft.due })
}

fn aim(circle: &Circle, id: &AimId) -> Result<Aim, Refusal> {
    let found = circle.aims.get(id).filter(|aim| aim.deleted_at.is_none());
    found.map(|aim| (**aim).clone()).ok_or(Refusal::Gone("aim"))
}
