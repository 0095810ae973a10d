//! The weekly session (design 2.3): what is known of one, and the steps it is made of.
//!
//! Two people may run the same session on two devices that meet later. So everything is one key per
//! element: each move on the clock, each note, each mark stands for itself, and what a screen shows is
//! derived from all of them and the present instant.

mod agenda;
mod clock;
mod command;
mod decision;
mod decisions;
mod hot_seat;
mod items;
mod news;
mod run;
mod summary;
mod which;
mod writing;

use crate::domain::commitment::CommitmentId;
use crate::domain::entity::entity;
use crate::domain::member::MemberId;
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

pub use agenda::{AgendaDraft, AgendaEntry, AgendaId, AgendaItem, AgendaKind, AgendaSubject, agenda};
pub use clock::{ClockState, LENGTH, LENGTHS, STRETCH_MAX, SessionClock, StepClock, minutes};
pub use command::Command;
pub(in crate::domain) use command::decide;
pub use decision::{Decision, DecisionDraft, DecisionId, decisions_of, decisions_to_review, newest_decisions};
pub use hot_seat::{HotSeat, hot_seat_question, hot_seat_queue};
pub(in crate::domain) use items::new_item;
pub use news::SessionNews;
pub(in crate::domain) use news::session_news;
pub use summary::{SessionSummary, session_summary};
pub use which::session_cycle;
pub use writing::SessionTexts;

/// A part of the session, in the order in which they are walked through.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Step {
    /// Everyone says how the week went.
    CheckIns,
    /// What was promised and what became of it.
    Review,
    /// One member's question; clarifying questions come before advice.
    HotSeat,
    /// Topics that want a decision, and decisions to look at again.
    Decisions,
    /// Promises for the next cycle.
    Next,
    /// One word each, and who does what until when.
    Close,
}

impl Step {
    /// All of them in order.
    pub const ALL: [Self; 6] = [Self::CheckIns, Self::Review, Self::HotSeat, Self::Decisions, Self::Next, Self::Close];

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The one before it.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get((self as usize).checked_sub(1)?).copied()
    }
}

/// What somebody did to the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// Went to a step, forward or back.
    Enter(Step),
    /// Stopped the clock.
    Pause,
    /// Let it go on.
    Resume,
    /// Gave a step so many more minutes.
    More(Step, u8),
}

/// One move on the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// Its place among the moves, and its key: the instant, or just after the move before it where the
    /// clock of another device runs ahead.
    pub order: Timestamp,
    /// The instant on the clock of the device that made it.
    pub at: Timestamp,
    /// What was done.
    pub what: Move,
}

/// Whether somebody took part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// They were there.
    Here,
    /// They were not.
    Away,
}

/// What became of a member's turn on the hot seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HotTurn {
    /// They sat, from this instant on.
    Sat(Timestamp),
    /// They passed; they keep their place for the next session.
    Passed,
    /// Neither: a mark was taken back.
    Waiting,
}

/// Something other than an agenda item that can be ticked off during a session.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// A member had their word in the round of check-ins.
    Round(MemberId),
    /// A member's commitments were gone through.
    Commitments(MemberId),
    /// A commitment that was carried three times.
    Carried(CommitmentId),
    /// A decision whose session date has come.
    Decision(DecisionId),
    /// Whether the charter still fits a member who was missed three times.
    Charter(MemberId),
}

/// Whether a topic was ticked off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tick {
    /// It was.
    Done,
    /// It was taken back.
    Open,
}

/// Somebody's note. Its instant and author are its identity, so that two who write at once lose nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// When it was first written.
    pub at: Timestamp,
    /// By whom.
    pub by: MemberId,
    /// What it says; empty once it is deleted.
    pub text: String,
}

/// The session of one cycle.
#[derive(Clone, PartialEq, Debug)]
pub struct Session {
    /// Which cycle.
    pub cycle: Cycle,
    /// When it was started; `None` where it was only prepared.
    pub started_at: Option<Timestamp>,
    /// Who started it.
    pub started_by: Option<MemberId>,
    /// How long it shall take, in minutes, as it was planned at its start. Nothing until then, so that who
    /// prepares it on one device overrides nobody who starts it on another.
    pub length: Option<u8>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// What is kept of it in a few sentences. One text for all: of two versions one stands and the other is
    /// offered; for writing at once there are notes.
    pub summary: String,
    /// The moves on the clock, by order.
    pub moments: Vec<Moment>,
    /// Who took part, where somebody noted it.
    pub presence: Vec<(MemberId, Presence)>,
    /// Turns on the hot seat.
    pub turns: Vec<(MemberId, HotTurn)>,
    /// What was ticked off, agenda items excepted: they know it themselves.
    pub ticks: Vec<(Topic, Tick)>,
    /// Notes, by instant.
    pub notes: Vec<Note>,
}

entity!(Session by cycle: Cycle);

impl Session {
    /// A session of `cycle` that nobody has started.
    pub fn new(cycle: Cycle) -> Self {
        Self {
            cycle,
            started_at: None,
            started_by: None,
            length: None,
            ended_at: None,
            summary: String::new(),
            moments: Vec::new(),
            presence: Vec::new(),
            turns: Vec::new(),
            ticks: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Adds a move made at `now`, after all that are known.
    pub fn push(&mut self, now: Timestamp, what: Move) {
        let after = self.moments.last().map_or(now, |last| last.order.plus(1));
        self.moments.push(Moment { order: now.max(after), at: now, what });
    }

    /// Whether `topic` was ticked off.
    pub fn has_ticked(&self, topic: &Topic) -> bool {
        value_of(&self.ticks, topic) == Some(Tick::Done)
    }

    /// Whether `member` took part, where somebody noted it.
    pub fn presence_of(&self, member: &MemberId) -> Option<Presence> {
        value_of(&self.presence, member)
    }

    /// A member's turn on the hot seat.
    pub fn turn_of(&self, member: &MemberId) -> HotTurn {
        value_of(&self.turns, member).unwrap_or(HotTurn::Waiting)
    }
}

fn value_of<K: PartialEq, V: Copy>(pairs: &[(K, V)], wanted: &K) -> Option<V> {
    pairs.iter().find(|(key, _)| key == wanted).map(|(_, value)| *value)
}

/// What is done in a session.
#[derive(Clone, PartialEq, Debug)]
pub enum SessionAct {
    /// Starts it, for so many minutes.
    Start {
        /// Minutes, within [`LENGTHS`].
        length: u8,
    },
    /// Goes to a step, forward or back.
    Enter(Step),
    /// Stops the clock.
    Pause,
    /// Lets it go on.
    Resume,
    /// Gives a step more minutes.
    More(Step, u8),
    /// Ends it.
    End,
    /// Goes on with one that was ended.
    Reopen,
    /// Notes who is there.
    Attend(MemberId, Presence),
    /// A member takes the hot seat now.
    Sit(MemberId),
    /// A member passes.
    Pass(MemberId),
    /// Takes either back.
    Wait(MemberId),
    /// Ticks a topic off, or takes it back.
    Tick(Topic, Tick),
    /// Writes a note.
    AddNote(String),
    /// Changes the note that `by` wrote `at`; an empty text deletes it.
    EditNote {
        /// When it was written.
        at: Timestamp,
        /// By whom.
        by: MemberId,
        /// What it shall say.
        text: String,
    },
    /// Writes the summary.
    Summarize(String),
}
