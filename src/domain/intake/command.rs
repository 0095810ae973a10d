//! Taking in what was read.

use super::Offer;
use super::make::{Made, made};
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::Refusal;

/// What can be done with what was read.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Makes the records that are offered. What the circle has already stays as it is, and what its rules refuse is
    /// left out: [`super::offers_standing`] tells both beforehand.
    TakeIn(Vec<Offer>),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let Command::TakeIn(offers) = command;
    ctx.me()?;
    let made = made(ctx.present(circle), &offers);
    Ok(made.into_iter().filter_map(|made| if let Made::New(record) = made { Some(*record) } else { None }).collect())
}
