//! Publishing digests.

use super::{DIGEST_MAX, Digest};
use crate::domain::checks::within;
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;

/// What can be done about digests.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Publishes the digest of `cycle`, or publishes it again.
    Publish { cycle: Cycle, text: String },
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let Command::Publish { cycle, text } = command;
    let text = within(Field::Digest, text.trim().replace("\r\n", "\n"), DIGEST_MAX)?;
    if text.is_empty() {
        return Err(Refusal::Empty(Field::Digest));
    }
    let by = Some(ctx.me()?);
    let earlier = circle.digests.get(&cycle);
    let first_published_at = earlier.map_or(ctx.now, |earlier| earlier.first_published_at);
    Ok(vec![Record::Digest(Digest { cycle, text, by, first_published_at, published_at: ctx.now })])
}
