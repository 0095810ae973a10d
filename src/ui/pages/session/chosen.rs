//! What the page's dialogs are about.

use crate::domain::{AgendaId, CommitmentId, DecisionId, Note};
use crate::state::RwSignal;
use crate::ui::shared::feedback::Giving;

/// Whose notes they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotesOf {
    /// The session's own.
    Session,
    /// An agenda item's.
    Item(AgendaId),
}

/// What each dialog is about; nothing while it is closed.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// Whether something is being brought to the agenda.
    pub is_bringing: RwSignal<bool>,
    /// An item, and the id of the heading it stands under.
    pub item: RwSignal<Option<(AgendaId, &'static str)>>,
    /// A commitment.
    pub commitment: RwSignal<Option<CommitmentId>>,
    /// A decision.
    pub decision: RwSignal<Option<DecisionId>>,
    /// A note, and whose it is.
    pub note: RwSignal<Option<(Note, NotesOf)>>,
    /// Feedback that is being given.
    pub giving: RwSignal<Option<Giving>>,
}

impl Chosen {
    /// All closed.
    pub fn nothing() -> Self {
        Self {
            is_bringing: RwSignal::new(false),
            item: RwSignal::new(None),
            commitment: RwSignal::new(None),
            decision: RwSignal::new(None),
            note: RwSignal::new(None),
            giving: RwSignal::new(None),
        }
    }
}
