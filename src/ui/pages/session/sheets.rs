//! The page's dialogs. They stand beside the steps, so that a step that moves on, here or elsewhere, takes
//! no half-filled form with it.

use super::items::ItemSheet;
use super::notes::NoteSheet;
use super::outcome::OutcomeSheet;
use super::run::Run;
use super::steps::DecisionSheet;
use leptos::prelude::*;

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
