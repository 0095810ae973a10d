//! The board (design 2.4): one cycle, everybody's commitments and check-ins side by side.

mod filter;
mod mark;
mod neighbours;

use crate::domain::check_in::CheckInState;
use crate::domain::commitment::Commitment;
use crate::domain::member::Member;
use crate::domain::order::ordered;
use crate::domain::present::Present;
use crate::domain::rhythm::Cycle;
use crate::domain::week::Tally;

pub use filter::{BoardChoices, BoardFilter, Counted};
pub use mark::BoardMark;
pub use neighbours::{BoardNeighbours, board_neighbours};

/// One member's line of the board.
#[derive(Clone, PartialEq, Debug)]
pub struct BoardRow<'a> {
    /// Whose it is.
    pub member: &'a Member,
    /// Their check-in of the cycle.
    pub check_in: CheckInState,
    /// All their commitments of the cycle, counted before any filter.
    pub tally: Tally,
    /// Their commitments that belong to the cycle or were carried out of it, oldest first.
    pub commitments: Vec<&'a Commitment>,
}

/// One cycle of the circle, past or running.
#[derive(Clone, PartialEq, Debug)]
pub struct BoardView<'a> {
    /// Which cycle.
    pub cycle: Cycle,
    /// One row per member in the order in which they joined.
    pub rows: Vec<BoardRow<'a>>,
}

impl<'a> BoardView<'a> {
    /// Reads `cycle` off the circle. Costs one pass over the circle's commitments, whatever the number of cycles.
    ///
    /// A row is for whoever belonged to the circle in that cycle, former members included, and for whoever has
    /// something in it.
    pub fn of(present: Present<'a>, cycle: Cycle) -> Self {
        let Present { circle, zones, now } = present;
        let window = circle.rhythm.window(zones, cycle);
        let touching = circle.commitments_of_cycle(cycle);
        let belonged = |member: &Member| {
            let cycle_of = |at| circle.rhythm.cycle_at(zones, at);
            cycle_of(member.joined_at) <= cycle && member.left_at.is_none_or(|left| cycle <= cycle_of(left))
        };
        let row = |member: &'a Member| {
            let own = touching.iter().copied().filter(|commitment| commitment.owner == member.id);
            let commitments: Vec<_> = own.collect();
            let has_said = circle.check_in(cycle, &member.id).is_some();
            (has_said || !commitments.is_empty() || belonged(member)).then(|| BoardRow {
                member,
                check_in: circle.check_in_state_in(window, now, cycle, member),
                tally: Tally::of(commitments.iter().copied(), cycle),
                commitments,
            })
        };
        let everybody = ordered(circle.members.values().map(|member| &**member), |member| {
            (0, member.joined_at, member.id.as_str())
        });
        Self { cycle, rows: everybody.into_iter().filter_map(row).collect() }
    }
}
