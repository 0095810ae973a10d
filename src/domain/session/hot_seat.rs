//! Who takes the hot seat: a queue by longest wait (design 2.3).

use super::{AgendaId, AgendaItem, AgendaKind, HotTurn, Presence, Session};
use crate::domain::Arrange;
use crate::domain::member::MemberId;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

/// One place in the queue.
#[derive(Clone, PartialEq, Debug)]
pub struct HotSeat {
    /// Who waits.
    pub member: MemberId,
    /// The cycle in which they sat last; `None` if they never did.
    pub last: Option<Cycle>,
    /// What they ask to talk about, where an open agenda item says so.
    pub request: Option<AgendaId>,
    /// What became of their turn in this session.
    pub turn: HotTurn,
}

/// What the queue is sorted by: who passed or is away comes last, then who waited longest, who asked
/// first, and the roster.
type QueueOrder = (bool, Option<Cycle>, Timestamp, bool, Timestamp, usize);

/// The queue for the session of `cycle`, without those who sat in it already.
///
/// Who waited longest comes first; who never sat has waited longest of all. A request of one's own
/// decides only between equal waits, for else the bold would sit every week. Who passes, or is noted as
/// away, moves to the end of this session's queue and is where they were in the next.
pub fn hot_seat_queue(circle: &Circle, cycle: Cycle) -> Vec<HotSeat> {
    let session = circle.session(cycle);
    let mut queue: Vec<(QueueOrder, HotSeat)> = Vec::new();
    for (seat, member) in circle.roster().into_iter().enumerate() {
        let turn = session.map_or(HotTurn::Waiting, |session| session.turn_of(&member.id));
        let is_away = session.and_then(|session| session.presence_of(&member.id)) == Some(Presence::Away);
        let is_last = match turn {
            HotTurn::Sat(_) => continue,
            HotTurn::Passed => true,
            HotTurn::Waiting => is_away,
        };
        let last = last_turn(circle, cycle, &member.id);
        let request = request_of(circle, cycle, &member.id);
        let (last_cycle, last_at) = last.map_or((None, Timestamp::default()), |(cycle, at)| (Some(cycle), at));
        let asked_at = request.as_ref().map_or(Timestamp::default(), |(at, _)| *at);
        let place = (is_last, last_cycle, last_at, request.is_none(), asked_at, seat);
        let request = request.map(|(_, id)| id);
        queue.push((place, HotSeat { member: member.id.clone(), last: last_cycle, request, turn }));
    }
    queue.arrange_by_key(|(place, _)| *place);
    queue.into_iter().map(|(_, seat)| seat).collect()
}

/// When `member` sat last before `cycle`. The session's cycle counts, not its clock, which may be wrong.
fn last_turn(circle: &Circle, cycle: Cycle, member: &MemberId) -> Option<(Cycle, Timestamp)> {
    let earlier = circle.sessions.values().filter(|session| session.cycle < cycle);
    let sat = earlier.filter_map(|session| match session.turn_of(member) {
        HotTurn::Sat(at) => Some((session.cycle, at)),
        HotTurn::Passed | HotTurn::Waiting => None,
    });
    sat.max()
}

/// The oldest open request of `member` for the hot seat.
fn request_of(circle: &Circle, cycle: Cycle, member: &MemberId) -> Option<(Timestamp, AgendaId)> {
    let open = circle.agenda.values().filter(|item| item.is_open() && item.cycle <= cycle);
    let own = open.filter(|item| item.kind == AgendaKind::HotSeat && item.owner.as_ref() == Some(member));
    own.map(|item| (item.created_at, item.id.clone())).min()
}

impl Session {
    /// Who took the hot seat, in the order in which they did; the last one has it.
    pub fn seated(&self) -> Vec<MemberId> {
        let turns = self.turns.iter().filter_map(|(member, turn)| match turn {
            HotTurn::Sat(at) => Some((*at, member.clone())),
            HotTurn::Passed | HotTurn::Waiting => None,
        });
        let mut seated: Vec<_> = turns.collect();
        seated.arrange();
        seated.into_iter().map(|(_, member)| member).collect()
    }
}

/// The question that `member` brought to the hot seat of `cycle`: an open one first, then the oldest.
pub fn hot_seat_question<'a>(circle: &'a Circle, cycle: Cycle, member: &MemberId) -> Option<&'a AgendaItem> {
    let own = circle.agenda.values().map(|item| &**item).filter(|item| {
        item.kind == AgendaKind::HotSeat && item.stands_in(cycle) && item.owner.as_ref() == Some(member)
    });
    own.min_by_key(|item| (!item.is_open(), item.created_at))
}
