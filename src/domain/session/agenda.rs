//! The agenda: what members bring, and what comes onto it by itself.

use super::decision::decisions_to_review;
use super::{Note, Session, Step, Topic};
use crate::domain::check_in::{DriftStep, drift};
use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::order::ordered;
use crate::domain::present::Present;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

id! {
    /// One agenda item.
    AgendaId;
}

/// How an item wants to be treated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AgendaKind {
    /// Something to settle.
    Topic,
    /// The member asks for the hot seat.
    HotSeat,
    /// Something to talk about, without a decision.
    Discuss,
}

impl AgendaKind {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Topic, Self::HotSeat, Self::Discuss];

    /// What it is known by in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::HotSeat => "hot-seat",
            Self::Discuss => "discuss",
        }
    }

    /// The kind that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// What a form says of an agenda item.
#[derive(Clone, PartialEq, Debug)]
pub struct AgendaDraft {
    /// What it is about, in a line.
    pub title: String,
    /// What one should know before.
    pub detail: String,
    /// Who brings it.
    pub owner: Option<MemberId>,
    /// How it wants to be treated.
    pub kind: AgendaKind,
}

/// Something that a member brings to a session.
#[derive(Clone, PartialEq, Debug)]
pub struct AgendaItem {
    /// Its id, the same for ever.
    pub id: AgendaId,
    /// The cycle whose session it was meant for; while open it stands in every later one too.
    pub cycle: Cycle,
    /// What it is about, in a line.
    pub title: String,
    /// What one should know before.
    pub detail: String,
    /// Who brings it.
    pub owner: Option<MemberId>,
    /// How it wants to be treated.
    pub kind: AgendaKind,
    /// What was said about it.
    pub notes: Vec<Note>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was finished.
    pub done_at: Option<Timestamp>,
    /// The cycle in whose session it was finished.
    pub done_in: Option<Cycle>,
    /// When it was dropped.
    pub deleted_at: Option<Timestamp>,
}

entity!(AgendaItem by id: AgendaId, of owner, about title);

impl AgendaItem {
    /// Whether it still waits for its time.
    pub fn is_open(&self) -> bool {
        self.done_at.is_none() && self.deleted_at.is_none()
    }

    /// Whether it stands on the agenda of `cycle`: from its own cycle on until it is finished.
    pub fn stands_in(&self, cycle: Cycle) -> bool {
        let last = self.done_at.and(Some(self.done_in.unwrap_or(self.cycle)));
        self.deleted_at.is_none() && self.cycle <= cycle && last.is_none_or(|last| cycle <= last.max(self.cycle))
    }

    /// The step in which it has its time.
    pub fn step(&self) -> Step {
        match self.kind {
            AgendaKind::HotSeat => Step::HotSeat,
            AgendaKind::Topic | AgendaKind::Discuss => Step::Decisions,
        }
    }
}

/// What an entry of the agenda is about.
#[derive(Clone, PartialEq, Debug)]
pub enum AgendaSubject {
    /// An item that somebody brought.
    Item(AgendaId),
    /// Something that came by itself; [`Topic::Carried`], [`Topic::Decision`] or [`Topic::Charter`].
    Derived(Topic),
}

/// One line of a session's agenda.
#[derive(Clone, PartialEq, Debug)]
pub struct AgendaEntry {
    /// What it is about.
    pub subject: AgendaSubject,
    /// The step in which it has its time.
    pub step: Step,
    /// For how many sessions it has been carried over; 0 for what is new or comes by itself.
    pub carried: i64,
    /// Whether it is finished or ticked off.
    pub is_done: bool,
}

/// The agenda of `cycle`'s session: items of it and open ones of earlier cycles, oldest first, then what
/// comes by itself. What comes by itself is left out of sessions that are over.
pub fn agenda(present: Present<'_>, cycle: Cycle) -> Vec<AgendaEntry> {
    let circle = present.circle;
    let session = circle.session(cycle);
    let standing = circle.agenda.values().map(|item| &**item).filter(|item| item.stands_in(cycle));
    let mut entries = Vec::new();
    for item in ordered(standing, |item| (0, item.created_at, item.id.as_str())) {
        entries.push(AgendaEntry {
            subject: AgendaSubject::Item(item.id.clone()),
            step: item.step(),
            carried: circle.rhythm.held_since(item.cycle, cycle),
            is_done: !item.is_open(),
        });
    }
    if session.is_some_and(Session::is_over) {
        return entries;
    }
    for (topic, step) in derived(present, cycle) {
        let is_done = session.is_some_and(|session| session.has_ticked(&topic));
        entries.push(AgendaEntry { subject: AgendaSubject::Derived(topic), step, carried: 0, is_done });
    }
    entries
}

fn derived(present: Present<'_>, cycle: Cycle) -> Vec<(Topic, Step)> {
    let circle = present.circle;
    let mut found = Vec::new();
    // A check-in carries into the next cycle, and the session that looks at it comes the day after.
    let next = circle.rhythm.next_held(cycle);
    let carried = |carried: usize| carried >= 3;
    for commitment in circle.commitments_where(&|c| c.is_open() && c.cycle <= next && carried(c.carried.len())) {
        found.push((Topic::Carried(commitment.id.clone()), Step::Review));
    }
    for decision in decisions_to_review(circle, cycle.last_day()) {
        found.push((Topic::Decision(decision.id.clone()), Step::Decisions));
    }
    for drifting in drift(present) {
        if drifting.step == DriftStep::Charter {
            found.push((Topic::Charter(drifting.member), Step::Decisions));
        }
    }
    found
}
