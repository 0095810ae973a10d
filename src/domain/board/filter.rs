//! What of a board is shown, and what can be chosen.

use super::{BoardMark, BoardRow, BoardView};
use crate::domain::commitment::Commitment;
use crate::domain::goal::GoalId;
use crate::domain::member::MemberId;

/// What is chosen of a board; nothing chosen shows everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BoardFilter {
    /// Commitments that stand so.
    pub mark: Option<BoardMark>,
    /// Commitments that serve this goal.
    pub goal: Option<GoalId>,
    /// This member's row.
    pub member: Option<MemberId>,
}

impl BoardFilter {
    /// Whether anything is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn has_goal(&self, commitment: &Commitment) -> bool {
        self.goal.is_none() || commitment.goal == self.goal
    }

    fn has_member(&self, row: &BoardRow<'_>) -> bool {
        self.member.as_ref().is_none_or(|member| *member == row.member.id)
    }
}

/// Something to choose, and how many commitments it would show.
pub type Counted<T> = (T, usize);

/// What can be chosen of a board. Each is counted within the other choices, so that a number says what a press shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BoardChoices {
    /// Marks that occur, and the chosen one.
    pub marks: Vec<Counted<BoardMark>>,
    /// Goals that commitments serve, in the order of the rows, and the chosen one.
    pub goals: Vec<Counted<GoalId>>,
    /// Every member with a row.
    pub members: Vec<Counted<MemberId>>,
}

impl<'a> BoardView<'a> {
    /// Returns the rows that `filter` leaves. A row without any commitment stays where no mark and no goal is chosen:
    /// that somebody has none is worth seeing.
    pub fn rows_of(&self, filter: &BoardFilter) -> Vec<BoardRow<'a>> {
        let is_shown = |commitment: &&Commitment| self.has_mark(filter, commitment) && filter.has_goal(commitment);
        let rows = self.rows.iter().filter(|row| filter.has_member(row)).cloned().map(|mut row| {
            row.commitments.retain(is_shown);
            row
        });
        let wants_some = filter.mark.is_some() || filter.goal.is_some();
        rows.filter(|row| !wants_some || !row.commitments.is_empty()).collect()
    }

    /// Returns what can be chosen while `filter` is.
    pub fn choices(&self, filter: &BoardFilter) -> BoardChoices {
        let mut marks = BoardMark::ALL.map(|mark| (mark, 0));
        let mut goals: Vec<Counted<GoalId>> = filter.goal.iter().map(|goal| (goal.clone(), 0)).collect();
        let mut members = Vec::new();
        for row in &self.rows {
            let is_member = filter.has_member(row);
            let mut count = 0;
            for commitment in &row.commitments {
                let (has_mark, has_goal) = (self.has_mark(filter, commitment), filter.has_goal(commitment));
                count += usize::from(has_mark && has_goal);
                if is_member && has_goal {
                    let mark = BoardMark::of(commitment, self.cycle);
                    marks.iter_mut().filter(|(other, _)| *other == mark).for_each(|(_, count)| *count += 1);
                }
                if let Some(goal) = commitment.goal.as_ref().filter(|_| is_member && has_mark) {
                    match goals.iter_mut().find(|(other, _)| other == goal) {
                        Some((_, count)) => *count += 1,
                        None => goals.push((goal.clone(), 1)),
                    }
                }
            }
            members.push((row.member.id.clone(), count));
        }
        let marks = marks.into_iter().filter(|(mark, count)| *count > 0 || filter.mark == Some(*mark)).collect();
        BoardChoices { marks, goals, members }
    }

    fn has_mark(&self, filter: &BoardFilter, commitment: &Commitment) -> bool {
        filter.mark.is_none_or(|mark| mark == BoardMark::of(commitment, self.cycle))
    }
}
