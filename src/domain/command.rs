//! What a member can do, as data, and what the rules make of it.

use super::context::Context;
use super::records::{Circle, Record};
use super::refusal::Refusal;
use super::{
    aim, charter, check_in, circle, commitment, digest, feedback, goal, intake, member, profile, rhythm, role, season,
    session,
};

/// Declares [`Command`] and [`decide`]: one line per feature, whose module has a `Command` and a `decide` of its
/// own.
macro_rules! commands {
    ($($(#[$doc:meta])* $variant:ident($feature:ident);)+) => {
        /// Everything that changes a circle from within; each command belongs to a feature.
        #[derive(Clone, PartialEq, Debug)]
        pub enum Command {
            $($(#[$doc])* $variant($feature::Command),)+
        }

        /// Returns what `command` changes in `circle`: whole records, to be stored where they differ.
        ///
        /// # Errors
        /// [`Refusal`] when the circle's rules forbid it; nothing is changed then.
        pub fn decide(circle: &Circle, command: Command, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
            refuse_departed(circle, &command, ctx)?;
            match command {
                $(Command::$variant(command) => $feature::decide(circle, command, ctx),)+
            }
        }
    };
}

/// A member who has left changes nothing any more but that: their words would carry the name of somebody who is gone.
fn refuse_departed(circle: &Circle, command: &Command, ctx: &Context<'_>) -> Result<(), Refusal> {
    let Some(me) = ctx.me.filter(|me| circle.left_at(me).is_some()) else { return Ok(()) };
    match command {
        Command::Member(member::Command::Restore(id)) if id == me => Ok(()),
        _ => Err(Refusal::YouLeft),
    }
}

commands! {
    /// Name and purpose.
    Circle(circle);
    /// Who belongs.
    Member(member);
    /// What the circle agreed on.
    Charter(charter);
    /// The circle's shared aim.
    Aim(aim);
    /// The fixed times, pauses and moved sessions.
    Rhythm(rhythm);
    /// The end of a season, and the next one.
    Season(season);
    /// Goals and their progress.
    Goal(goal);
    /// Commitments.
    Commitment(commitment);
    /// Check-ins.
    CheckIn(check_in);
    /// Sessions with their agenda and decisions.
    Session(session);
    /// Digests.
    Digest(digest);
    /// Feedback.
    Feedback(feedback);
    /// Profiles and ties.
    Profile(profile);
    /// Roles, turns and absences.
    Role(role);
    /// What a group wrote elsewhere.
    Intake(intake);
}
