//! Requests and notes by whom they are of and to.

use super::{Feedback, FeedbackRequest};
use crate::domain::order::ordered;
use crate::domain::records::Circle;

impl Circle {
    /// Notes that were not taken back and pass `test`, the oldest first.
    pub fn feedback_where(&self, test: &dyn Fn(&Feedback) -> bool) -> Vec<&Feedback> {
        let found = self.feedback.values().map(|note| &**note);
        ordered(found.filter(|note| note.deleted_at.is_none() && test(note)), |note| {
            (0, note.given_at, note.id.as_str())
        })
    }

    /// Requests that were not withdrawn and pass `test`, the oldest first.
    pub fn feedback_requests_where(&self, test: &dyn Fn(&FeedbackRequest) -> bool) -> Vec<&FeedbackRequest> {
        let found = self.feedback_requests.values().map(|request| &**request);
        ordered(found.filter(|request| request.deleted_at.is_none() && test(request)), |request| {
            (0, request.asked_at, request.id.as_str())
        })
    }

    /// Whether a request still waits: it was neither answered nor declined, and nobody has left over it.
    pub fn is_unanswered(&self, request: &FeedbackRequest) -> bool {
        let is_answer = |note: &Feedback| note.deleted_at.is_none() && note.request.as_ref() == Some(&request.id);
        let is_gone = [&request.from, &request.to].into_iter().any(|member| self.left_at(member).is_some());
        let is_over = request.deleted_at.is_some() || request.declined_at.is_some() || is_gone;
        !is_over && !self.feedback.values().any(|note| is_answer(note))
    }
}
