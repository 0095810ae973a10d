//! What several pages show of a commitment, and do with it.

mod fields;
mod outcome;
mod row;
mod sheet;
pub mod words;

use crate::domain::{Command, CommitmentId, Outcome, Settlement, Verdict, commitment};
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
        (Command::Commitment(commitment::Command::Reopen(id)), words::REOPENED.to_owned())
    } else {
        let settlement = Settlement::verdict(id, Verdict::Ended(Outcome::Kept));
        (
            Command::Commitment(commitment::Command::Settle { cycle: app.cycle.get_untracked(), settlement }),
            words::resolved(Outcome::Kept),
        )
    };
    act(app, command, &said);
}
