//! What came in about feedback.

use super::{Feedback, FeedbackRequest, FeedbackStage, Response};
use crate::domain::member::MemberId;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// What can come in about feedback; the member is the other one of the two.
#[derive(Clone, PartialEq, Debug)]
pub enum FeedbackNews {
    /// Somebody asks for it.
    Asked(MemberId, String),
    /// A request was declined, withdrawn or changed.
    RequestChanged(MemberId, String),
    /// Somebody gave it.
    Gave(MemberId),
    /// Somebody acknowledged it.
    Thanked(MemberId),
    /// Somebody does something with it.
    Responded(MemberId, Response),
    /// Somebody says what came of it.
    Closed(MemberId, String),
    /// A note changed otherwise.
    Changed(MemberId),
    /// A note was taken back.
    TakenBack(MemberId),
}

/// What `after` knows of feedback and `before` did not.
pub fn feedback_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (id, request) in after.feedback_requests.iter() {
        found.extend(of_request(before.feedback_requests.get(id).map(|earlier| &**earlier), request));
    }
    for (id, note) in after.feedback.iter() {
        found.extend(of_note(before.feedback.get(id).map(|earlier| &**earlier), note));
    }
    found
}

fn of_request(before: Option<&FeedbackRequest>, after: &FeedbackRequest) -> Option<News> {
    let (to, question) = (after.to.clone(), after.question.clone());
    let what = match before {
        None if after.deleted_at.is_some() => return None,
        None => FeedbackNews::Asked(to, question),
        Some(before) if before == after => return None,
        Some(_) => FeedbackNews::RequestChanged(to, question),
    };
    Some(News { who: Some(after.from.clone()), what: Happening::Feedback(what) })
}

fn of_note(before: Option<&Feedback>, after: &Feedback) -> Option<News> {
    let (giver, receiver) = (after.from.clone(), after.to.clone());
    let is_gone = after.deleted_at.is_some();
    let (who, what) = match before {
        None if is_gone => return None,
        None => (giver, FeedbackNews::Gave(receiver)),
        Some(before) if before == after => return None,
        Some(before) if is_gone && before.deleted_at.is_none() => (giver, FeedbackNews::TakenBack(receiver)),
        Some(before) if before.stage() == after.stage() => (giver, FeedbackNews::Changed(receiver)),
        Some(_) => match after.stage() {
            FeedbackStage::Given => (giver, FeedbackNews::Changed(receiver)),
            FeedbackStage::Acknowledged => (receiver, FeedbackNews::Thanked(giver)),
            FeedbackStage::Responded(response) => (receiver, FeedbackNews::Responded(giver, response)),
            FeedbackStage::Closed => (receiver, FeedbackNews::Closed(giver, after.outcome.clone())),
        },
    };
    Some(News { who: Some(who), what: Happening::Feedback(what) })
}
