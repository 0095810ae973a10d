//! Who gives and who gets feedback.

use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::time::{DAY, Timestamp};

/// After so long without any feedback the circle is told of a member, in the unit of [`Timestamp`].
pub const FEEDBACK_PAUSE: i64 = 21 * DAY;

/// What one member gave and got.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeedbackBalance {
    /// Who.
    pub member: MemberId,
    /// How many notes they gave.
    pub given: usize,
    /// How many notes they got.
    pub received: usize,
    /// When they got the newest one.
    pub last: Option<Timestamp>,
}

/// What each of the roster gave and got, in the roster's order.
pub fn feedback_balance(circle: &Circle) -> Vec<FeedbackBalance> {
    circle.roster().into_iter().map(|member| balance(circle, &member.id)).collect()
}

fn balance(circle: &Circle, member: &MemberId) -> FeedbackBalance {
    let mut found = FeedbackBalance { member: member.clone(), given: 0, received: 0, last: None };
    for note in circle.feedback.values().filter(|note| note.deleted_at.is_none()) {
        found.given += usize::from(note.from == *member);
        if note.to == *member {
            found.received += 1;
            found.last = found.last.max(Some(note.given_at));
        }
    }
    found
}

/// Members who got no feedback for [`FEEDBACK_PAUSE`], though they belong for as long; nobody in a circle of one.
pub fn without_feedback(present: Present<'_>) -> Vec<MemberId> {
    let Present { circle, now, .. } = present;
    let roster = circle.roster();
    let is_without = |member: &&Member| {
        let last = balance(circle, &member.id).last;
        last.unwrap_or(member.joined_at).max(member.joined_at).plus(FEEDBACK_PAUSE) <= now
    };
    let is_alone = roster.len() < 2;
    roster.into_iter().filter(|member| !is_alone && is_without(member)).map(|member| member.id.clone()).collect()
}
