//! Notes for two (design 2.6): kept beside the circle's document, which goes to everyone with its whole history.

use super::{Feedback, FeedbackId};
use crate::domain::records::Record;
use crate::domain::time::Timestamp;

/// Who can read a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Visibility {
    /// Everyone in the circle.
    #[default]
    Circle,
    /// Who gave it and who got it.
    Two,
}

impl Visibility {
    /// Both, as a form offers them.
    pub const ALL: [Self; 2] = [Self::Circle, Self::Two];

    /// The name that stands for it in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Two => "two",
        }
    }

    /// What `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

impl Record {
    /// Whether it is for two alone, and must never reach the circle's document.
    pub fn is_for_two(&self) -> bool {
        matches!(self, Self::Feedback(note) if note.visibility == Visibility::Two)
    }
}

/// Parts what the circle's document keeps from what is for two alone.
pub fn part_private(records: Vec<Record>) -> (Vec<Record>, Vec<Feedback>) {
    let (mut ours, mut private) = (Vec::new(), Vec::new());
    for record in records {
        match record {
            Record::Feedback(note) if note.visibility == Visibility::Two => private.push(note),
            other => ours.push(other),
        }
    }
    (ours, private)
}

/// A note for two, with what tells the newer of two copies. Its words are the giver's and its answer the receiver's:
/// of each part the newer one counts, so that copies can go back and forth in any order.
#[derive(Clone, PartialEq, Debug)]
pub struct PrivateNote {
    /// The note.
    pub note: Feedback,
    /// When its words changed last.
    pub worded_at: Timestamp,
    /// When its answer changed last.
    pub answered_at: Option<Timestamp>,
    /// What this device sent last: everything up to then.
    pub sent_at: Option<Timestamp>,
}

impl PrivateNote {
    /// `note` as it is since `now`, after `earlier`.
    pub fn after(earlier: Option<&Self>, note: Feedback, now: Timestamp) -> Self {
        let Some(earlier) = earlier else {
            return Self { worded_at: now, answered_at: None, sent_at: None, note };
        };
        let later = |at: Timestamp| now.max(at.plus(1));
        let is_reworded = words(&note) != words(&earlier.note);
        let is_answered = answer(&note) != answer(&earlier.note);
        Self {
            worded_at: if is_reworded { later(earlier.worded_at) } else { earlier.worded_at },
            answered_at: if is_answered {
                Some(later(earlier.answered_at.unwrap_or_default()))
            } else {
                earlier.answered_at
            },
            sent_at: earlier.sent_at,
            note,
        }
    }

    /// Its id.
    pub fn id(&self) -> &FeedbackId {
        &self.note.id
    }

    /// This copy with what is newer in `other`, a copy of the same note.
    pub fn merged(&self, other: &Self) -> Self {
        let is_worded_later = (other.worded_at, words(&other.note)) > (self.worded_at, words(&self.note));
        // Equal instants with different answers are no case of people; their text decides, the same on each device.
        let by_answer = |one: &Self| (one.answered_at, format!("{:?}", answer(&one.note)));
        let worded = if is_worded_later { other } else { self };
        let answered = if by_answer(other) > by_answer(self) { other } else { self };
        let Feedback { situation, behaviour, impact, next_time, deleted_at, .. } = worded.note.clone();
        Self {
            note: Feedback { situation, behaviour, impact, next_time, deleted_at, ..answered.note.clone() },
            worded_at: worded.worded_at,
            answered_at: answered.answered_at,
            sent_at: self.sent_at,
        }
    }

    /// When it changed last.
    pub fn changed_at(&self) -> Timestamp {
        self.answered_at.map_or(self.worded_at, |answered_at| answered_at.max(self.worded_at))
    }

    /// Whether the other one of the two was not sent the newest of it by this device.
    pub fn is_unsent(&self) -> bool {
        self.sent_at.is_none_or(|sent_at| sent_at < self.changed_at())
    }
}

/// A note for two before and after a change; nothing before where it is new.
#[derive(Clone, PartialEq, Debug)]
pub struct NoteChange {
    /// What was known of it.
    pub before: Option<PrivateNote>,
    /// What is known of it now.
    pub after: PrivateNote,
}

type NoteWords<'a> = ([&'a str; 4], Option<Timestamp>);

fn words(note: &Feedback) -> NoteWords<'_> {
    ([&note.situation, &note.behaviour, &note.impact, &note.next_time], note.deleted_at)
}

/// The note without its giver's part.
fn answer(note: &Feedback) -> Feedback {
    let blank = String::new;
    Feedback {
        situation: blank(),
        behaviour: blank(),
        impact: blank(),
        next_time: blank(),
        deleted_at: None,
        ..note.clone()
    }
}
