//! What several pages show of a commitment, and do with it.

mod fields;
mod first;
mod more;
mod outcome;
pub mod outside;
mod row;
mod sheet;
pub mod words;

use crate::domain::{
    Circle, Command, Commitment, CommitmentId, Cycle, MemberId, Outcome, ReplyKind, Settlement, Verdict, commitment,
};
use crate::state::App;
use crate::ui::ask::act;
use crate::ui::shared::reply::words as reply_words;
pub use fields::{CommitmentFields, CommitmentForm, GoalOption};
pub use outcome::{OutcomeFields, OutcomeForm};
pub use row::{RowActs, RowData, commitment_row, commitment_rows, followed_row};
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

/// Who helps with it, and what others said to it, in a line.
fn said_to(circle: &Circle, commitment: &Commitment) -> String {
    let name = |member: &MemberId| circle.name_of(member).unwrap_or_default().to_owned();
    let helper = commitment.helper.as_ref().map(|helper| words::helped(&name(helper)));
    let replies = circle.replies_to(commitment).into_iter();
    let replies =
        replies.filter(|reply| commitment.helper.as_ref() != Some(&reply.from) || reply.kind != ReplyKind::Help);
    let said = replies.map(|reply| reply_words::said(reply.kind, &name(&reply.from), &reply.text));
    helper.into_iter().chain(said).collect::<Vec<_>>().join(" · ")
}

/// One commitment as it is shown in `cycle`.
pub fn row(circle: &Circle, commitment: &Commitment, cycle: Cycle) -> RowData {
    let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|goal| goal.title.as_str());
    let mut row = RowData::of(commitment, cycle, goal);
    row.words.replies = said_to(circle, commitment);
    row
}
