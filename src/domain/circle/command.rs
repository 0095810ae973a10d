//! Naming the circle.

use super::About;
use crate::domain::checks::{line, text};
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};

/// What can be changed about the circle itself.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Names the circle and its purpose.
    Describe { name: String, purpose: String },
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    _ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let Command::Describe { name, purpose } = command;
    let name = line(Field::Name, &name)?;
    let purpose = text(Field::Purpose, &purpose)?;
    Ok(vec![Record::About(About { name, purpose, ..circle.about.clone() })])
}
