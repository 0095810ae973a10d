//! What came in about feedback.

use super::{Feedback, FeedbackRequest, FeedbackStage, Response};
use crate::domain::member::MemberId;
use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;

/// What can come in about feedback, each with the name of the other one of the two.
#[derive(Clone, PartialEq, Debug)]
pub enum FeedbackNews {
    /// Somebody asks for it.
    Asked(String, String),
    /// A request was declined, withdrawn or changed.
    RequestChanged(String, String),
    /// Somebody gave it.
    Gave(String),
    /// Somebody acknowledged it.
    Thanked(String),
    /// Somebody does something with it.
    Responded(String, Response),
    /// Somebody says what came of it.
    Closed(String, String),
    /// A note changed otherwise.
    Changed(String),
    /// A note was taken back.
    TakenBack(String),
}

/// What `after` knows of feedback and `before` did not.
pub fn feedback_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (id, request) in after.feedback_requests.iter() {
        found.extend(of_request(after, before.feedback_requests.get(id).map(|earlier| &**earlier), request));
    }
    for (id, note) in after.feedback.iter() {
        found.extend(of_note(after, before.feedback.get(id).map(|earlier| &**earlier), note));
    }
    found
}

fn of_request(circle: &Circle, before: Option<&FeedbackRequest>, after: &FeedbackRequest) -> Option<News> {
    let (to, question) = (name(circle, &after.to), after.question.clone());
    let what = match before {
        None if after.deleted_at.is_some() => return None,
        None => FeedbackNews::Asked(to, question),
        Some(before) if before == after => return None,
        Some(_) => FeedbackNews::RequestChanged(to, question),
    };
    Some(News { who: Some(after.from.clone()), what: Happening::Feedback(what) })
}

fn of_note(circle: &Circle, before: Option<&Feedback>, after: &Feedback) -> Option<News> {
    let (giver, receiver) = (name(circle, &after.from), name(circle, &after.to));
    let (from, to) = (after.from.clone(), after.to.clone());
    let is_gone = after.deleted_at.is_some();
    let (who, what) = match before {
        None if is_gone => return None,
        None => (from, FeedbackNews::Gave(receiver)),
        Some(before) if before == after => return None,
        Some(before) if is_gone && before.deleted_at.is_none() => (from, FeedbackNews::TakenBack(receiver)),
        Some(before) if before.stage() == after.stage() => (from, FeedbackNews::Changed(receiver)),
        Some(_) => match after.stage() {
            FeedbackStage::Given => (from, FeedbackNews::Changed(receiver)),
            FeedbackStage::Acknowledged => (to, FeedbackNews::Thanked(giver)),
            FeedbackStage::Responded(response) => (to, FeedbackNews::Responded(giver, response)),
            FeedbackStage::Closed => (to, FeedbackNews::Closed(giver, after.outcome.clone())),
        },
    };
    Some(News { who: Some(who), what: Happening::Feedback(what) })
}

/// The name of somebody; nothing where they are not known here yet.
fn name(circle: &Circle, id: &MemberId) -> String {
    circle.name_of(id).unwrap_or_default().to_owned()
}
