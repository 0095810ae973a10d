//! Where a note is on its way, and who is to take the next step.

use super::{Feedback, FeedbackId, FeedbackRequestId, Response};
use crate::domain::member::MemberId;
use crate::domain::records::Circle;

/// Where a note is on its way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeedbackStage {
    /// It was given.
    Given,
    /// It was acknowledged.
    Acknowledged,
    /// Something is done with it.
    Responded(Response),
    /// What came of it is said.
    Closed,
}

/// What who got a note is to do next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeedbackStep {
    /// Acknowledge it.
    Thank,
    /// Say what they do with it.
    Respond,
    /// Say what came of it: the commitment has its outcome, or the agenda item is done.
    Close,
}

impl Feedback {
    /// Where it is.
    pub fn stage(&self) -> FeedbackStage {
        match (self.closed_at, self.response, self.thanked_at) {
            (Some(_), ..) => FeedbackStage::Closed,
            (None, Some(response), _) => FeedbackStage::Responded(response),
            (None, None, Some(_)) => FeedbackStage::Acknowledged,
            (None, None, None) => FeedbackStage::Given,
        }
    }

    /// What who got it is to do next; `None` while it takes its time, and at the end.
    pub fn step(&self, circle: &Circle) -> Option<FeedbackStep> {
        match self.stage() {
            FeedbackStage::Given => Some(FeedbackStep::Thank),
            FeedbackStage::Acknowledged => Some(FeedbackStep::Respond),
            FeedbackStage::Responded(response) => self.has_ripened(circle, response).then_some(FeedbackStep::Close),
            FeedbackStage::Closed => None,
        }
    }

    /// Whether what was done with it is over.
    fn has_ripened(&self, circle: &Circle, response: Response) -> bool {
        match response {
            Response::Act => {
                let commitment = self.commitment.as_ref().and_then(|id| circle.commitments.get(id));
                commitment.is_some_and(|commitment| !commitment.is_open())
            }
            Response::Discuss => {
                let item = self.agenda.as_ref().and_then(|id| circle.agenda.get(id));
                item.is_some_and(|item| !item.is_open())
            }
            Response::KeepInMind => false,
        }
    }
}

/// What waits for one member.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FeedbackWaiting {
    /// Requests to them without an answer, the oldest first.
    pub requests: Vec<FeedbackRequestId>,
    /// Notes to them that want a step, the oldest first.
    pub notes: Vec<(FeedbackId, FeedbackStep)>,
}

impl FeedbackWaiting {
    /// How many things wait.
    pub fn len(&self) -> usize {
        self.requests.len() + self.notes.len()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.notes.is_empty()
    }
}

/// What waits for `member`.
pub fn feedback_waiting(circle: &Circle, member: &MemberId) -> FeedbackWaiting {
    let requests = circle.feedback_requests_where(&|one| one.to == *member && circle.is_unanswered(one));
    let notes = circle.feedback_where(&|note| note.to == *member);
    FeedbackWaiting {
        requests: requests.into_iter().map(|request| request.id.clone()).collect(),
        notes: notes.into_iter().filter_map(|note| Some((note.id.clone(), note.step(circle)?))).collect(),
    }
}
