//! Decisions that the circle took together.

use crate::domain::entity::entity;
use crate::domain::ids::id;
use crate::domain::member::MemberId;
use crate::domain::order::{Order, ordered};
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{Day, Timestamp};

id! {
    /// One decision.
    DecisionId;
}

/// What a form says of a decision.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DecisionDraft {
    /// What was decided.
    pub text: String,
    /// Who sees to it.
    pub owner: Option<MemberId>,
    /// When the circle looks at it again.
    pub review_on: Option<Day>,
}

/// What the circle decided.
#[derive(Clone, PartialEq, Debug)]
pub struct Decision {
    /// Its id, the same for ever.
    pub id: DecisionId,
    /// The cycle of the session in which it was taken.
    pub cycle: Cycle,
    /// What was decided.
    pub text: String,
    /// When.
    pub decided_at: Timestamp,
    /// Who wrote it down.
    pub by: Option<MemberId>,
    /// Who sees to it.
    pub owner: Option<MemberId>,
    /// When the circle looks at it again.
    pub review_on: Option<Day>,
    /// What was found when the circle looked at it again.
    pub revisited: String,
    /// When it was closed: it holds, or it no longer does, and nobody needs to look again.
    pub closed_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

entity!(Decision by id: DecisionId, about text);

impl Decision {
    /// Whether the circle may still look at it again.
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none() && self.deleted_at.is_none()
    }
}

fn by_age(decision: &Decision) -> Order<'_> {
    (0, decision.decided_at, decision.id.as_str())
}

/// The decisions taken in the session of `cycle`, oldest first.
pub fn decisions_of(circle: &Circle, cycle: Cycle) -> Vec<&Decision> {
    let all = circle.decisions.values().map(|decision| &**decision);
    ordered(all.filter(|decision| decision.cycle == cycle && decision.deleted_at.is_none()), by_age)
}

/// Every decision of the circle, the newest first.
pub fn newest_decisions(circle: &Circle) -> Vec<&Decision> {
    let all = circle.decisions.values().map(|decision| &**decision);
    let mut found = ordered(all.filter(|decision| decision.deleted_at.is_none()), by_age);
    found.reverse();
    found
}

/// The open decisions whose session date has come by `day`, oldest first.
pub fn decisions_to_review(circle: &Circle, day: Day) -> Vec<&Decision> {
    let all = circle.decisions.values().map(|decision| &**decision);
    ordered(all.filter(|d| d.is_open() && d.review_on.is_some_and(|review_on| review_on <= day)), by_age)
}
