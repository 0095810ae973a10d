//! The draft of a digest that the app makes.

use super::Digest;
use crate::domain::check_in::{CheckIn, CheckInCount, CheckInState};
use crate::domain::commitment::Commitment;
use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::{Cycle, SeasonWeek};
use crate::domain::session::{Session, decisions_of};
use crate::domain::time::{DAY, Timestamp, ZoneRules};
use crate::domain::week::Tally;
use std::sync::Arc;

/// One member's part of the draft.
#[derive(Clone, PartialEq, Debug)]
pub struct DigestEntry {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Their check-in.
    pub check_in: CheckInState,
    /// Their commitments of the cycle.
    pub tally: Tally,
    /// How many of them were missed or carried over.
    pub missed: usize,
    /// What went well, in their words.
    pub win: String,
    /// What stood in the way, in their words.
    pub blocker: String,
    /// What the circle can help with, in their words.
    pub ask: String,
    /// What they promised for the next cycle that is held.
    pub next: Vec<String>,
}

/// One decision of the draft.
#[derive(Clone, PartialEq, Debug)]
pub struct DigestDecision {
    /// What was decided.
    pub text: String,
    /// Who sees to it.
    pub owner: Option<String>,
}

/// What the app drafts of one cycle.
#[derive(Clone, PartialEq, Debug)]
pub struct DigestDraft {
    /// The circle's name.
    pub circle: String,
    /// Which cycle.
    pub cycle: Cycle,
    /// Which week of the season it is.
    pub week: Option<SeasonWeek>,
    /// One per member, in roster order.
    pub members: Vec<DigestEntry>,
    /// What was decided.
    pub decisions: Vec<DigestDecision>,
    /// What the session's summary says.
    pub summary: String,
    /// The next cycle that is held.
    pub next: Cycle,
    /// When its check-ins are due.
    pub next_due: Timestamp,
}

impl DigestDraft {
    /// How many have checked in.
    pub fn check_in_count(&self) -> CheckInCount {
        CheckInCount::of(&self.members.iter().map(|entry| entry.check_in).collect::<Vec<_>>())
    }
}

/// For how long a digest is news.
const NEWS: i64 = 14 * DAY;

/// The newest digest of the circle, while it is news.
pub fn fresh_digest(present: Present<'_>) -> Option<&Arc<Digest>> {
    let (_, newest) = present.circle.digests.iter().next_back()?;
    Some(newest).filter(|digest| digest.published_at >= present.now.plus(-NEWS))
}

/// The week whose digest is to be written while `running` runs: the newest, of it and the last one held,
/// with a check-in or a session and without a digest; else the running one, or the last where the circle pauses. Before anybody has checked in, people want to
/// read of the week before.
pub fn digest_cycle(circle: &Circle, running: Cycle) -> Cycle {
    let is_waiting = |cycle: &Cycle| {
        let has_met = circle.session(*cycle).is_some_and(Session::is_over);
        let has_said = || circle.check_ins.values().any(|check_in| check_in.cycle == *cycle);
        (has_met || has_said()) && !circle.digests.contains_key(cycle)
    };
    let last = circle.rhythm.last_held(running);
    let usual = if circle.rhythm.is_skipped(running) { last } else { running };
    [running, last].into_iter().find(is_waiting).unwrap_or(usual)
}

/// Whether there may be a digest of `cycle` while `running` runs: not of the time before the circle began, and of
/// a week to come only once its session is over.
pub fn has_digest(circle: &Circle, zones: &dyn ZoneRules, running: Cycle, cycle: Cycle) -> bool {
    let has_met = || circle.session(cycle).is_some_and(Session::is_over);
    cycle >= circle.first_cycle(zones) && (cycle <= running || has_met())
}

/// Drafts the digest of `cycle` from what is known now.
pub fn draft_digest(present: Present<'_>, cycle: Cycle) -> DigestDraft {
    let circle = present.circle;
    let next = circle.rhythm.next_held(cycle);
    let standing = circle.commitments_where(&|c| c.touches(cycle) || (cycle < c.cycle && c.cycle <= next));
    let members = circle.roster().into_iter().map(|member| {
        let state = present.check_in_state(cycle, member);
        entry(circle, (cycle, next), member, state, &standing)
    });
    let members = members.collect();
    let decisions = decisions_of(circle, cycle).into_iter().map(|decision| DigestDecision {
        text: decision.text.clone(),
        owner: decision.owner.as_ref().and_then(|owner| circle.name_of(owner)).map(ToOwned::to_owned),
    });
    DigestDraft {
        circle: circle.about.name.clone(),
        cycle,
        week: circle.season_at(cycle).map(|(_, week)| week),
        members,
        decisions: decisions.collect(),
        summary: circle.session(cycle).map_or_else(String::new, |session| session.summary.clone()),
        next,
        next_due: circle.rhythm.due(present.zones, next).at,
    }
}

fn entry(
    circle: &Circle,
    (cycle, next): (Cycle, Cycle),
    member: &Member,
    check_in: CheckInState,
    all: &[&Commitment],
) -> DigestEntry {
    let own = || all.iter().copied().filter(|commitment| commitment.owner == member.id);
    let tally = Tally::of(own().filter(|commitment| commitment.touches(cycle)), cycle);
    let next = own()
        .filter(|commitment| cycle < commitment.cycle && commitment.cycle <= next)
        .map(|commitment| commitment.text.clone());
    let said = circle.check_in(cycle, &member.id);
    let words = |of: fn(&CheckIn) -> &String| said.map_or_else(String::new, |said| of(said).clone());
    DigestEntry {
        member: member.id.clone(),
        name: member.name.clone(),
        check_in,
        tally,
        missed: tally.total - tally.kept - tally.partial - tally.open,
        win: words(|said| &said.win),
        blocker: words(|said| &said.blocker),
        ask: words(|said| &said.ask),
        next: next.collect(),
    }
}
