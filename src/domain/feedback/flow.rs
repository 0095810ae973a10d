//! Who gave feedback to whom.

use crate::domain::member::MemberId;
use crate::domain::records::Circle;

/// How many notes went from each member to each other. Notes for two count on the devices of these two alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeedbackFlow {
    /// The roster, in its order.
    pub members: Vec<MemberId>,
    /// By giver, then by receiver, each in the order of `members`.
    pub counts: Vec<Vec<usize>>,
}

impl FeedbackFlow {
    /// Whether nobody gave any.
    pub fn is_empty(&self) -> bool {
        self.counts.iter().flatten().all(|count| *count == 0)
    }
}

/// Returns who gave feedback to whom; notes of members who left are not counted.
pub fn feedback_flow(circle: &Circle) -> FeedbackFlow {
    let members: Vec<_> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let mut counts = vec![vec![0; members.len()]; members.len()];
    let place = |id: &MemberId| members.iter().position(|member| member == id);
    for note in circle.feedback.values().filter(|note| note.deleted_at.is_none()) {
        if let (Some(from), Some(to)) = (place(&note.from), place(&note.to)) {
            counts[from][to] += 1;
        }
    }
    FeedbackFlow { members, counts }
}
