//! What several pages show of a commitment, and do with it.

mod fields;
mod outcome;
pub mod outside;
mod row;
mod sheet;
pub mod words;

use crate::domain::{
    Circle, Command, Commitment, CommitmentId, Cycle, MemberId, Outcome, Settlement, Verdict, commitment,
};
use crate::state::App;
use crate::ui::ask::act;
pub use fields::{CommitmentFields, CommitmentForm, GoalOption};
use leptos::prelude::*;
pub use outcome::{OutcomeFields, OutcomeForm};
pub use row::{CommitmentRow, RowData};
pub use sheet::{CommitmentSheet, SettleSheet, goal_options};

/// Marks a commitment kept, or open again, with a way back.
pub fn toggle_kept(app: App, id: CommitmentId) {
    let is_kept = app
        .circle()
        .with_untracked(|circle| circle.commitments.get(&id).is_some_and(|c| c.outcome == Some(Outcome::Kept)));
    let (command, said) = if is_kept {
        (Command::from(commitment::Command::Reopen(id)), words::REOPENED.to_owned())
    } else {
        let settlement = Settlement::verdict(id, Verdict::Ended(Outcome::Kept));
        (
            Command::from(commitment::Command::Settle { cycle: app.cycle.get_untracked(), settlement }),
            words::resolved(Outcome::Kept),
        )
    };
    act(app, command, &said);
}

/// The commitments of `owner` in `cycle` as rows.
pub fn rows(circle: &Circle, owner: &MemberId, cycle: Cycle) -> Vec<RowData> {
    circle.commitments_in(owner, cycle).into_iter().map(|commitment| row(circle, commitment, cycle)).collect()
}

/// One commitment as it is shown in `cycle`.
pub fn row(circle: &Circle, commitment: &Commitment, cycle: Cycle) -> RowData {
    let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|goal| goal.title.as_str());
    RowData::of(commitment, cycle, goal)
}
