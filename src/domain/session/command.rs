//! Running sessions, with their agenda and decisions.

use super::run::run;
use super::{AgendaDraft, AgendaId, DecisionDraft, DecisionId, SessionAct, decisions, items};
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::Refusal;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

/// What can be done about sessions.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Runs the session of `cycle`, or notes something of it.
    Run { cycle: Cycle, act: SessionAct },
    /// Brings something to the session of `cycle`.
    AddItem { cycle: Cycle, draft: AgendaDraft },
    /// Changes an agenda item.
    EditItem(AgendaId, AgendaDraft),
    /// Writes a note to an agenda item.
    AddItemNote(AgendaId, String),
    /// Changes the note that `by` wrote `at`; an empty text deletes it.
    EditItemNote { item: AgendaId, at: Timestamp, by: MemberId, text: String },
    /// An agenda item was finished in the session of `cycle`.
    FinishItem { id: AgendaId, cycle: Cycle },
    /// An agenda item is open again.
    ReopenItem(AgendaId),
    /// Drops an agenda item.
    DeleteItem(AgendaId),
    /// Writes down a decision taken in the session of `cycle`.
    RecordDecision { cycle: Cycle, draft: DecisionDraft },
    /// Changes a decision.
    EditDecision(DecisionId, DecisionDraft),
    /// Closes a decision with what was found on looking at it again, or opens it with `None`.
    CloseDecision(DecisionId, Option<String>),
    /// Deletes a decision.
    DeleteDecision(DecisionId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    match command {
        Command::Run { cycle, act } => run(circle, cycle, act, ctx),
        Command::AddItem { cycle, draft } => Ok(vec![Record::AgendaItem(items::new_item(circle, cycle, draft, ctx)?)]),
        Command::EditItem(id, draft) => items::edit(circle, &id, draft),
        Command::AddItemNote(id, words) => items::note(circle, &id, &words, ctx),
        Command::EditItemNote { item, at, by, text } => items::change_note(circle, &item, at, &by, &text),
        Command::FinishItem { id, cycle } => items::finish(circle, &id, cycle, ctx.now),
        Command::ReopenItem(id) => items::reopen(circle, &id),
        Command::DeleteItem(id) => items::delete(circle, &id, ctx.now),
        Command::RecordDecision { cycle, draft } => decisions::record(circle, cycle, draft, ctx),
        Command::EditDecision(id, draft) => decisions::edit(circle, &id, draft),
        Command::CloseDecision(id, found) => decisions::close(circle, &id, found.as_deref(), ctx.now),
        Command::DeleteDecision(id) => decisions::delete(circle, &id, ctx.now),
    }
}
