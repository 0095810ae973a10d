//! The board's address, which says what is shown of it.

use crate::domain::{BoardFilter, BoardMark, Cycle, GoalId, MemberId};
use crate::ui::routes::{CYCLE, GOAL, MARK, MEMBER, Page};

/// The address of the board of `cycle`, or of the running one, with what `filter` leaves of it.
pub fn board_address(cycle: Option<Cycle>, filter: &BoardFilter) -> String {
    let parts = [
        (CYCLE, cycle.map(|cycle| cycle.to_string())),
        (MARK, filter.mark.map(|mark| mark.key().to_owned())),
        (GOAL, filter.goal.as_ref().map(GoalId::to_string)),
        (MEMBER, filter.member.as_ref().map(MemberId::to_string)),
    ];
    let parts: Vec<_> = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect();
    let base = Page::Board.href();
    if parts.is_empty() { base } else { format!("{base}?{}", parts.join("&")) }
}

/// What an address asks for; `value` returns what it has under a name. What no address of ours would say is left out.
pub fn board_asked(value: impl Fn(&str) -> Option<String>) -> (Option<Cycle>, BoardFilter) {
    let cycle = value(CYCLE).and_then(|text| Cycle::parse(&text));
    let filter = BoardFilter {
        mark: value(MARK).and_then(|key| BoardMark::from_key(&key)),
        goal: value(GOAL).map(|id| GoalId::new(&id)),
        member: value(MEMBER).map(|id| MemberId::new(&id)),
    };
    (cycle, filter)
}
