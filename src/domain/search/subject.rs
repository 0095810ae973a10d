//! What has words that can be found.

use crate::domain::check_in::{CheckIn, CheckInId};
use crate::domain::commitment::{Commitment, CommitmentId};
use crate::domain::goal::{Goal, GoalId};
use crate::domain::ids::EntityId;
use crate::domain::member::MemberId;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::session::{AgendaId, AgendaItem, Decision, DecisionId, Session};
use crate::domain::time::Timestamp;

/// Kinds of finds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SearchKind {
    /// Commitments: what they say, the plan, the word about the outcome and the reasons for carrying.
    Commitment,
    /// Goals: title, why and obstacle.
    Goal,
    /// Check-ins: win, blocker and ask.
    CheckIn,
    /// Decisions, with what was found when the circle looked again.
    Decision,
    /// Published digests.
    Digest,
    /// Agenda items with their notes.
    Agenda,
    /// What was noted of a session, and its summary.
    Session,
}

impl SearchKind {
    /// The name that stands for it in lists and ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Commitment => "commitments",
            Self::Goal => "goals",
            Self::CheckIn => "check-ins",
            Self::Decision => "decisions",
            Self::Digest => "digests",
            Self::Agenda => "agenda",
            Self::Session => "sessions",
        }
    }

    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Commitment, Self::Goal, Self::CheckIn, Self::Decision, Self::Digest, Self::Agenda, Self::Session];
}

/// Something whose words were found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SearchSubject {
    /// A commitment.
    Commitment(CommitmentId),
    /// A goal.
    Goal(GoalId),
    /// A check-in.
    CheckIn(CheckInId),
    /// A decision.
    Decision(DecisionId),
    /// The digest of a cycle.
    Digest(Cycle),
    /// An agenda item.
    Agenda(AgendaId),
    /// The session of a cycle.
    Session(Cycle),
}

/// Where something that was found has its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundPlace {
    /// Whose it is; `None` where it is the circle's.
    pub who: Option<MemberId>,
    /// The cycle it belongs to; `None` for what goes on for longer.
    pub cycle: Option<Cycle>,
}

impl SearchSubject {
    /// Returns its kind.
    pub const fn kind(&self) -> SearchKind {
        match self {
            Self::Commitment(_) => SearchKind::Commitment,
            Self::Goal(_) => SearchKind::Goal,
            Self::CheckIn(_) => SearchKind::CheckIn,
            Self::Decision(_) => SearchKind::Decision,
            Self::Digest(_) => SearchKind::Digest,
            Self::Agenda(_) => SearchKind::Agenda,
            Self::Session(_) => SearchKind::Session,
        }
    }

    /// Returns what a list tells it apart by from others of its kind.
    pub fn key(&self) -> String {
        match self {
            Self::Commitment(id) => id.to_string(),
            Self::Goal(id) => id.to_string(),
            Self::CheckIn(id) => id.to_key(),
            Self::Decision(id) => id.to_string(),
            Self::Agenda(id) => id.to_string(),
            Self::Digest(cycle) | Self::Session(cycle) => cycle.to_string(),
        }
    }

    /// Returns where it has its place; `None` where `circle` does not have it.
    pub fn place(&self, circle: &Circle) -> Option<FoundPlace> {
        let place = |who: Option<&MemberId>, cycle| Some(FoundPlace { who: who.cloned(), cycle });
        match self {
            Self::Commitment(id) => circle.commitments.get(id).and_then(|one| place(Some(&one.owner), Some(one.cycle))),
            Self::Goal(id) => circle.goals.get(id).and_then(|one| place(Some(&one.owner), None)),
            Self::CheckIn(id) => circle.check_ins.get(id).and_then(|one| place(Some(&one.member), Some(one.cycle))),
            Self::Decision(id) => circle.decisions.get(id).and_then(|one| place(one.owner.as_ref(), Some(one.cycle))),
            Self::Digest(cycle) => circle.digests.get(cycle).and_then(|one| place(one.by.as_ref(), Some(*cycle))),
            Self::Agenda(id) => {
                circle.agenda.get(id).and_then(|one| place(one.owner.as_ref(), Some(one.done_in.unwrap_or(one.cycle))))
            }
            Self::Session(cycle) => circle.session(*cycle).and_then(|_| place(None, Some(*cycle))),
        }
    }

    /// Returns the texts that are looked through; none where `circle` does not have it.
    pub(super) fn texts<'a>(&self, circle: &'a Circle) -> Vec<&'a str> {
        let found = match self {
            Self::Commitment(id) => circle.commitments.get(id).map(|one| of_commitment(one)),
            Self::Goal(id) => circle.goals.get(id).map(|one| of_goal(one)),
            Self::CheckIn(id) => circle.check_ins.get(id).map(|one| of_check_in(one)),
            Self::Decision(id) => circle.decisions.get(id).map(|one| of_decision(one)),
            Self::Digest(cycle) => circle.digests.get(cycle).map(|one| vec![one.text.as_str()]),
            Self::Agenda(id) => circle.agenda.get(id).map(|one| of_item(one)),
            Self::Session(cycle) => circle.session(*cycle).map(of_session),
        };
        found.unwrap_or_default()
    }
}

/// Hands everything with words that is not deleted to `take`: what it is, when it was written, its texts.
pub(super) fn each<'a>(circle: &'a Circle, take: &mut dyn FnMut(SearchSubject, Timestamp, Vec<&'a str>)) {
    for one in circle.commitments.values().filter(|one| one.deleted_at.is_none()) {
        take(SearchSubject::Commitment(one.id.clone()), one.created_at, of_commitment(one));
    }
    for one in circle.goals.values().filter(|one| one.deleted_at.is_none()) {
        take(SearchSubject::Goal(one.id.clone()), one.created_at, of_goal(one));
    }
    for (id, one) in circle.check_ins.iter() {
        take(SearchSubject::CheckIn(id.clone()), one.submitted_at, of_check_in(one));
    }
    for one in circle.decisions.values().filter(|one| one.deleted_at.is_none()) {
        take(SearchSubject::Decision(one.id.clone()), one.decided_at, of_decision(one));
    }
    for one in circle.digests.values() {
        take(SearchSubject::Digest(one.cycle), one.published_at, vec![&one.text]);
    }
    for one in circle.agenda.values().filter(|one| one.deleted_at.is_none()) {
        take(SearchSubject::Agenda(one.id.clone()), one.created_at, of_item(one));
    }
    for one in circle.sessions.values() {
        let noted = one.notes.iter().map(|note| note.at).max();
        if let Some(at) = one.started_at.max(noted) {
            take(SearchSubject::Session(one.cycle), at, of_session(one));
        }
    }
}

fn of_commitment(one: &Commitment) -> Vec<&str> {
    let reasons = one.carried.values().map(String::as_str);
    [&one.text, &one.cue, &one.action, &one.note].into_iter().map(String::as_str).chain(reasons).collect()
}

fn of_goal(one: &Goal) -> Vec<&str> {
    vec![&one.title, &one.why, &one.obstacle]
}

fn of_check_in(one: &CheckIn) -> Vec<&str> {
    vec![&one.win, &one.blocker, &one.ask]
}

fn of_decision(one: &Decision) -> Vec<&str> {
    vec![&one.text, &one.revisited]
}

fn of_item(one: &AgendaItem) -> Vec<&str> {
    let notes = one.notes.iter().map(|note| note.text.as_str());
    [one.title.as_str(), one.detail.as_str()].into_iter().chain(notes).collect()
}

fn of_session(one: &Session) -> Vec<&str> {
    let notes = one.notes.iter().map(|note| note.text.as_str());
    [one.summary.as_str()].into_iter().chain(notes).collect()
}
