//! The page's dialogs. They stand beside the steps, so that a step that moves on, here or elsewhere, takes
//! no half-filled form with it.

use super::items::ItemSheet;
use super::notes::NoteSheet;
use super::run::Run;
use super::steps::DecisionSheet;
use crate::state::Memo;
use crate::ui::markup::view;
use crate::ui::shared::commitment::SettleSheet;
use crate::ui::shared::feedback::GiveSheet;
use leptos::prelude::*;

/// All of them.
#[component]
pub fn Sheets(run: Run) -> impl IntoView {
    view! {
        <ItemSheet run />
        <SettleSheet cycle=Memo::stored(run.cycle) chosen=run.chosen.commitment />
        <DecisionSheet run />
        <NoteSheet run />
        <GiveSheet giving=run.chosen.giving />
    }
}
