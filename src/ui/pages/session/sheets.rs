//! The page's dialogs. They stand beside the steps, so that a step that moves on, here or elsewhere, takes
//! no half-filled form with it.

use super::items::ItemSheet;
use super::notes::{NoteSheet, NotesOf};
use super::outcome::OutcomeSheet;
use super::run::Run;
use super::steps::DecisionSheet;
use crate::domain::{AgendaId, CommitmentId, DecisionId, Note};
use leptos::prelude::*;

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
        }
    }
}

/// All of them.
#[component]
pub fn Sheets(run: Run) -> impl IntoView {
    view! {
        <ItemSheet run />
        <OutcomeSheet run />
        <DecisionSheet run />
        <NoteSheet run />
    }
}
