//! What the members of the made-up circle say to each other's commitments.

use super::Dice;
use crate::domain::commitment::Commitment;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::reply::{Reply, ReplyKind};
use crate::domain::time::{HOUR, Timestamp};

const CHEERS: [&str; 4] = ["", "Well done!", "", "You make it look easy"];

/// Adds replies to the newest commitments: cheers, a witness of what was kept, an offer of help with what was carried.
pub(super) fn add_replies(circle: &mut Circle, dice: &mut Dice, now: Timestamp) {
    let roster: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let all: Vec<Commitment> = circle.commitments_where(&|_| true).into_iter().rev().take(24).cloned().collect();
    for commitment in all {
        let others: Vec<&MemberId> = roster.iter().filter(|member| **member != commitment.owner).collect();
        let (kind, text) = match commitment.outcome {
            Some(_) if dice.one_in(2) && ReplyKind::Witness.suits(&commitment) => (ReplyKind::Witness, ""),
            None if !commitment.carried.is_empty() => (ReplyKind::Help, "I can look at it with you on Sunday"),
            _ if dice.one_in(2) => (ReplyKind::Cheer, dice.pick(&CHEERS)),
            _ => continue,
        };
        let Some(from) = others.get(dice.below(others.len())).copied().cloned() else { continue };
        let at = commitment.resolved_at.unwrap_or(commitment.created_at).plus(HOUR).min(now);
        circle.put(Record::Reply(Reply {
            id: Reply::id_of(&commitment.id, &from, kind),
            commitment: commitment.id.clone(),
            from,
            kind,
            text: text.to_owned(),
            at,
            deleted_at: None,
        }));
    }
}
