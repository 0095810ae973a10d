//! Feedback among members (design 2.6): asked for, given, acknowledged, acted on, closed with what came of it.
//!
//! A note says situation, behaviour and impact (the SBI model of the Center for Creative Leadership), and what to
//! try next time. Who gave it owns its words; who got it says the rest: thanks, what they do with it, what came of it.

mod ageing;
mod balance;
mod command;
mod flow;
mod hints;
mod news;
mod private;
mod queries;
mod stage;

use crate::domain::commitment::CommitmentId;
use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::session::AgendaId;
use crate::domain::time::{Day, Timestamp};

pub use ageing::FeedbackAge;
pub use balance::{FEEDBACK_PAUSE, FeedbackBalance, feedback_balance, without_feedback};
pub(in crate::domain) use command::decide;
pub use command::{Command, FeedbackDraft, FeedbackRequestDraft};
pub use flow::{FeedbackFlow, feedback_flow};
pub use hints::{FeedbackHint, feedback_hints};
pub use news::FeedbackNews;
pub(in crate::domain) use news::feedback_news;
pub use private::{NoteChange, PrivateNote, Visibility, part_private};
pub use stage::{FeedbackStage, FeedbackStep, FeedbackWaiting, feedback_waiting};

id! {
    /// One request for feedback.
    FeedbackRequestId;
    /// One note of feedback.
    FeedbackId;
}

/// A member asks another one for feedback.
#[derive(Clone, PartialEq, Debug)]
pub struct FeedbackRequest {
    /// Its id, the same for ever.
    pub id: FeedbackRequestId,
    /// Who asks.
    pub from: MemberId,
    /// Who is asked.
    pub to: MemberId,
    /// What they want to know.
    pub question: String,
    /// What it is about: a talk, a page, a link.
    pub about: String,
    /// The last day on which an answer helps.
    pub until: Option<Day>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When who is asked said that they cannot answer.
    pub declined_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub deleted_at: Option<Timestamp>,
}

entity!(FeedbackRequest by id: FeedbackRequestId, of from, about question);

/// What somebody does with feedback.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Response {
    /// They commit to something.
    Act,
    /// They keep it in mind.
    KeepInMind,
    /// They bring it to the session.
    Discuss,
}

impl Response {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Act, Self::KeepInMind, Self::Discuss];

    /// The name that stands for it in documents and styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::KeepInMind => "keep",
            Self::Discuss => "discuss",
        }
    }

    /// The response that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|response| response.key() == key)
    }
}

/// A note of feedback, and what became of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Feedback {
    /// Its id, the same for ever.
    pub id: FeedbackId,
    /// Who can read it.
    pub visibility: Visibility,
    /// The request that it answers.
    pub request: Option<FeedbackRequestId>,
    /// Who gives it.
    pub from: MemberId,
    /// Who gets it.
    pub to: MemberId,
    /// When and where it was.
    pub situation: String,
    /// What could be seen or heard.
    pub behaviour: String,
    /// What that did.
    pub impact: String,
    /// What to try, or to do again.
    pub next_time: String,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it was acknowledged.
    pub thanked_at: Option<Timestamp>,
    /// The words of thanks; often there are none.
    pub thanks: String,
    /// What who got it does with it.
    pub response: Option<Response>,
    /// When they said so.
    pub responded_at: Option<Timestamp>,
    /// The commitment that came of it.
    pub commitment: Option<CommitmentId>,
    /// The agenda item that came of it.
    pub agenda: Option<AgendaId>,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// What came of it.
    pub outcome: String,
    /// When it was taken back.
    pub deleted_at: Option<Timestamp>,
}

entity!(Feedback by id: FeedbackId, of from, about behaviour);

impl Feedback {
    /// Its words, as a form that changes none of them would send them.
    pub fn draft(&self) -> FeedbackDraft {
        let Self { to, visibility, request, situation, behaviour, impact, next_time, .. } = self.clone();
        FeedbackDraft { to, visibility, request, situation, behaviour, impact, next_time }
    }
}
