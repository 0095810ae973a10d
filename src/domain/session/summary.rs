//! What a session came to, as data.

use super::agenda::AgendaItem;
use super::clock::SessionClock;
use super::decision::decisions_of;
use super::{AgendaId, DecisionId};
use super::{HotTurn, Presence};
use crate::domain::Arrange;
use crate::domain::commitment::CommitmentId;
use crate::domain::member::MemberId;
use crate::domain::order::ordered;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

/// What a session came to.
#[derive(Clone, PartialEq, Debug)]
pub struct SessionSummary {
    /// Which cycle.
    pub cycle: Cycle,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended; `None` while it runs.
    pub ended_at: Option<Timestamp>,
    /// The time it took, step by step.
    pub clock: SessionClock,
    /// Who was noted as there, in roster order; empty where nobody noted it.
    pub here: Vec<MemberId>,
    /// Who was noted as not there.
    pub away: Vec<MemberId>,
    /// Who sat on the hot seat, in the order in which they did.
    pub hot_seat: Vec<MemberId>,
    /// Agenda items finished in it.
    pub done: Vec<AgendaId>,
    /// Agenda items that go on to the next one.
    pub carried: Vec<AgendaId>,
    /// Decisions taken.
    pub decisions: Vec<DecisionId>,
    /// Commitments that were written down between its start and its end.
    pub commitments: Vec<CommitmentId>,
}

/// What the session of `cycle` has come to at `now`; `None` where none was started.
pub fn session_summary(circle: &Circle, now: Timestamp, cycle: Cycle) -> Option<SessionSummary> {
    let session = circle.session(cycle)?;
    let started_at = session.started_at?;
    let end = session.ended_at.unwrap_or(now);
    let noted = |wanted: Presence| {
        let roster = circle.roster().into_iter().map(|member| &member.id);
        roster.filter(|id| session.presence_of(id) == Some(wanted)).cloned().collect()
    };
    let mut sat: Vec<(Timestamp, &MemberId)> = Vec::new();
    for (member, turn) in &session.turns {
        if let HotTurn::Sat(at) = turn {
            sat.push((*at, member));
        }
    }
    sat.arrange();
    let written = circle.commitments_where(&|c| started_at <= c.created_at && c.created_at <= end);
    Some(SessionSummary {
        cycle,
        started_at,
        ended_at: session.ended_at,
        clock: session.clock(now),
        here: noted(Presence::Here),
        away: noted(Presence::Away),
        hot_seat: sat.into_iter().map(|(_, member)| member.clone()).collect(),
        done: items(circle, &|item| item.deleted_at.is_none() && item.done_at.is_some() && item.done_in == Some(cycle)),
        carried: items(circle, &|item| item.stands_in(cycle) && (item.is_open() || item.done_in > Some(cycle))),
        decisions: decisions_of(circle, cycle).into_iter().map(|decision| decision.id.clone()).collect(),
        commitments: written.into_iter().map(|commitment| commitment.id.clone()).collect(),
    })
}

fn items(circle: &Circle, test: &dyn Fn(&AgendaItem) -> bool) -> Vec<AgendaId> {
    let found = circle.agenda.values().map(|item| &**item).filter(|item| test(item));
    let sorted = ordered(found, |item| (0, item.created_at, item.id.as_str()));
    sorted.into_iter().map(|item| item.id.clone()).collect()
}
