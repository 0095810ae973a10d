//! Replying to a commitment, and taking that back.

use super::{Reply, ReplyId, ReplyKind};
use crate::domain::checks::optional_line;
use crate::domain::commitment::CommitmentId;
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};

/// What can be done about replies.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Says `kind` to a commitment, with a word or none.
    Say { commitment: CommitmentId, kind: ReplyKind, text: String },
    /// Takes a reply of one's own back.
    TakeBack(ReplyId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let reply = match command {
        Command::Say { commitment, kind, text } => say(circle, commitment, kind, &text, ctx)?,
        Command::TakeBack(id) => {
            let reply = circle.replies.get(&id).filter(|reply| reply.deleted_at.is_none());
            let reply = reply.ok_or(Refusal::Gone("reply"))?;
            if reply.from != ctx.me()? {
                return Err(Refusal::SomebodyElses);
            }
            Reply { deleted_at: Some(ctx.now), ..(**reply).clone() }
        }
    };
    Ok(vec![Record::Reply(reply)])
}

fn say(
    circle: &Circle,
    commitment: CommitmentId,
    kind: ReplyKind,
    text: &str,
    ctx: &Context<'_>,
) -> Result<Reply, Refusal> {
    let from = ctx.me()?;
    let about = circle.commitments.get(&commitment).filter(|about| about.deleted_at.is_none());
    let about = about.ok_or(Refusal::Gone("commitment"))?;
    if about.owner == from {
        return Err(Refusal::SomebodyElses);
    }
    if !kind.suits(about) {
        return Err(Refusal::ReplyUnsuited(kind));
    }
    let text = optional_line(Field::Note, text)?;
    Ok(Reply {
        id: Reply::id_of(&commitment, &from, kind),
        commitment,
        from,
        kind,
        text,
        at: ctx.now,
        deleted_at: None,
    })
}
