//! What was said to a commitment.

use super::{Reply, ReplyKind};
use crate::domain::commitment::Commitment;
use crate::domain::order::ordered;
use crate::domain::records::Circle;

impl Circle {
    /// The replies that hold of `commitment` as it is now: those of one kind together, the oldest first.
    pub fn replies_to(&self, commitment: &Commitment) -> Vec<&Reply> {
        let replies = self.replies.values().map(|reply| &**reply);
        let own = replies.filter(|reply| reply.commitment == commitment.id && reply.holds(commitment));
        ordered(own, |reply| (place(reply.kind), reply.at, reply.id.as_str()))
    }
}

const fn place(kind: ReplyKind) -> u8 {
    match kind {
        ReplyKind::Cheer => 0,
        ReplyKind::Help => 1,
        ReplyKind::Witness => 2,
    }
}
