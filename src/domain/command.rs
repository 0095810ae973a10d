//! What a member can do, as data that carries its rule.
//!
//! Nothing lists all rules: a page that makes commands of a feature brings that feature's rule along, and only that,
//! so that the code of the others can be fetched with the pages that need it (`cargo xtask build`).

use super::context::Context;
use super::records::{Circle, Record};
use super::refusal::Refusal;
use super::{
    aim, charter, check_in, circle, commitment, digest, feedback, goal, intake, member, profile, reply, rhythm, role,
    sealing, season, session,
};
use std::any::Any;

/// Something that changes a circle from within: a command of one of the features, as in
/// `Command::from(goal::Command::Delete(id))`. It is decided by [`decide`].
pub struct Command(Box<dyn Rule>);

impl Command {
    /// The command of a feature that it was made of; `None` where that is another feature.
    fn of<C: 'static>(&self) -> Option<&C> {
        let inner: &dyn Any = &*self.0;
        inner.downcast_ref()
    }
}

/// A feature's command with the rule for it.
trait Rule: Any + Send + Sync {
    /// See [`decide`].
    fn apply(self: Box<Self>, circle: &Circle, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal>;
}

/// Makes a [`Command`] of each feature's: one line per feature, whose module has a `Command` and a `decide` of its own.
macro_rules! commands {
    ($($(#[$doc:meta])* $feature:ident;)+) => {
        $(
            impl Rule for $feature::Command {
                fn apply(self: Box<Self>, circle: &Circle, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
                    $feature::decide(circle, *self, ctx)
                }
            }

            $(#[$doc])*
            impl From<$feature::Command> for Command {
                fn from(command: $feature::Command) -> Self {
                    Self(Box::new(command))
                }
            }
        )+
    };
}

/// Returns what `command` changes in `circle`: whole records, to be stored where they differ.
///
/// # Errors
/// [`Refusal`] when the circle's rules forbid it; nothing is changed then.
pub fn decide(circle: &Circle, command: Command, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    refuse_departed(circle, &command, ctx)?;
    command.0.apply(circle, ctx)
}

/// A member who has left changes nothing any more but that: their words would carry the name of somebody who is gone.
fn refuse_departed(circle: &Circle, command: &Command, ctx: &Context<'_>) -> Result<(), Refusal> {
    let Some(me) = ctx.me.filter(|me| circle.left_at(me).is_some()) else { return Ok(()) };
    match command.of() {
        Some(member::Command::Restore(id)) if id == me => Ok(()),
        _ => Err(Refusal::YouLeft),
    }
}

commands! {
    /// Name and purpose.
    circle;
    /// Who belongs.
    member;
    /// What the circle agreed on.
    charter;
    /// The circle's shared aim.
    aim;
    /// The fixed times, pauses and moved sessions.
    rhythm;
    /// The end of a season, and the next one.
    season;
    /// Goals and their progress.
    goal;
    /// Commitments.
    commitment;
    /// Replies to commitments.
    reply;
    /// Check-ins.
    check_in;
    /// Sessions with their agenda and decisions.
    session;
    /// Digests.
    digest;
    /// Feedback.
    feedback;
    /// Keys of devices, and notes sealed for them.
    sealing;
    /// Profiles and ties.
    profile;
    /// Roles, turns and absences.
    role;
    /// What a group wrote elsewhere.
    intake;
}
