//! From one board to the next.

use crate::domain::present::Present;
use crate::domain::rhythm::Cycle;

/// The cycles before and after one that have a board.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct BoardNeighbours {
    /// The nearest earlier one.
    pub previous: Option<Cycle>,
    /// The nearest later one.
    pub next: Option<Cycle>,
}

/// Returns the boards beside that of `cycle`: cycles that the circle holds, from its first to the running one, and
/// any other in which somebody has a commitment. Costs one pass over the commitments.
pub fn board_neighbours(present: Present<'_>, cycle: Cycle) -> BoardNeighbours {
    let (circle, running) = (present.circle, present.cycle());
    let first = circle.first_cycle(present.zones);
    let (last, next) = (circle.rhythm.last_held(cycle), circle.rhythm.next_held(cycle));
    let mut found = BoardNeighbours {
        previous: Some(last.min(running)).filter(|last| *last >= first),
        next: Some(next.max(first)).filter(|next| *next <= running),
    };
    let commitments = circle.commitments.values().filter(|commitment| commitment.deleted_at.is_none());
    for touched in commitments.flat_map(|commitment| commitment.carried.keys().copied().chain([commitment.cycle])) {
        if touched < cycle {
            found.previous = found.previous.max(Some(touched));
        } else if touched > cycle {
            found.next = Some(found.next.map_or(touched, |next| next.min(touched)));
        }
    }
    found
}
