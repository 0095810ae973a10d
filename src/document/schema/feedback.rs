//! Requests for feedback and notes of it.

use super::scalars::textual;
use super::{Attribute, FieldValues, stored};
use crate::document::facts::Fields;
use crate::domain::{AgendaId, CommitmentId, Feedback, FeedbackRequest, FeedbackRequestId, Response, Visibility};

stored!(FeedbackRequest { from, to, question, about, until, asked_at, declined_at, deleted_at });
stored!(Feedback {
    visibility,
    request,
    from,
    to,
    situation,
    behaviour,
    impact,
    next_time,
    given_at,
    thanked_at,
    thanks,
    response,
    responded_at,
    commitment,
    agenda,
    closed_at,
    outcome,
    deleted_at
});

textual! {
    FeedbackRequestId: |text| Some(Self::new(text)), ToString::to_string;
    CommitmentId: |text| Some(Self::new(text)), ToString::to_string;
    AgendaId: |text| Some(Self::new(text)), ToString::to_string;
    Response: Self::from_key, |response| response.key().to_owned();
}

/// Nothing is stored: what is in the document is the circle's, and what is for two is never put into it.
impl Attribute for Visibility {
    fn read(_: &Fields<'_>, _: &str) -> Option<Self> {
        Some(Self::Circle)
    }

    fn write(&self, _: &str, _: &mut FieldValues) {}
}
