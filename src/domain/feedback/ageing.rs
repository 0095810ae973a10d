//! How long feedback waits.

use super::{Feedback, FeedbackRequest};
use crate::domain::present::Present;
use crate::domain::time::{DAY, Timestamp};

/// How long something waits for somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FeedbackAge {
    /// For less than a week.
    Fresh,
    /// For a week.
    Ageing,
    /// For two weeks, or beyond the day that it was asked for.
    Old,
}

impl FeedbackAge {
    /// The age at `now` of what waits since then.
    fn since(since: Timestamp, now: Timestamp) -> Self {
        match (now.millis() - since.millis()) / DAY {
            ..7 => Self::Fresh,
            7..14 => Self::Ageing,
            _ => Self::Old,
        }
    }

    /// The name that stands for it in styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ageing => "ageing",
            Self::Old => "old",
        }
    }
}

impl FeedbackRequest {
    /// How long it waits for an answer; its last day is one of the circle's zone.
    pub fn age(&self, present: Present<'_>) -> FeedbackAge {
        let Present { circle, zones, now } = present;
        let today = zones.local(&circle.rhythm.newest().zone, now).date();
        let is_overdue = self.until.is_some_and(|until| until < today);
        if is_overdue { FeedbackAge::Old } else { FeedbackAge::since(self.asked_at, now) }
    }
}

impl Feedback {
    /// How long it waits for thanks, or for being acted on; what has its response waits for nobody.
    pub fn age(&self, now: Timestamp) -> FeedbackAge {
        let waits = self.response.is_none() && self.closed_at.is_none();
        if waits { FeedbackAge::since(self.given_at, now) } else { FeedbackAge::Fresh }
    }
}
