//! Lists of commitments as the session goes through them.

use crate::domain::{Circle, Commitment, CommitmentId, Cycle, MemberId};
use crate::state::Memo;
use crate::ui::components::Each;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{RowActs, RowData, followed_row};
use leptos::prelude::*;

/// Commitments of `owner` for `cycle`, and those from before that are still open, as rows.
pub fn owed(circle: &Circle, owner: &MemberId, cycle: Cycle) -> Vec<RowData> {
    let is_owed = |c: &Commitment| &c.owner == owner && (c.touches(cycle) || c.is_open() && c.cycle <= cycle);
    circle.commitments_where(&is_owed).into_iter().map(|c| row(circle, c, cycle)).collect()
}

/// Commitments of `owner` for `cycle`, as rows.
pub fn planned(circle: &Circle, owner: &MemberId, cycle: Cycle) -> Vec<RowData> {
    circle.commitments_in(owner, cycle).into_iter().map(|c| row(circle, c, cycle)).collect()
}

/// One commitment as a row.
pub fn row(circle: &Circle, commitment: &Commitment, cycle: Cycle) -> RowData {
    let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|goal| goal.title.as_str());
    RowData::of(commitment, cycle, goal)
}

/// The rows; with `on_tick` and `on_options` where something can be done about them.
#[component]
pub fn Commitments(
    list: Memo<Vec<RowData>>,
    #[prop(optional)] on_tick: Option<Callback<CommitmentId>>,
    #[prop(optional)] on_options: Option<Callback<CommitmentId>>,
) -> impl IntoView {
    // What was carried out of the week is history in it: a row of its own kind, thus of its own key.
    let is_past = |row: &RowData| row.state == "carried";
    let key = |row: &RowData| format!("{} {}", row.id, row.state == "carried");
    let row = move |data: Memo<RowData>| {
        let acts = RowActs { on_tick, on_options };
        followed_row(data, if data.with_untracked(is_past) { RowActs::default() } else { acts })
    };
    view! { <ul class="commitment-list"><Each items=list key row /></ul> }
}
