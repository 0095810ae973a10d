//! Who belongs to the circle.

use super::{Member, MemberId};
use crate::domain::checks::{line, optional_line};
use crate::domain::context::Context;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::role::absence_between;
use crate::domain::season::returned;
use crate::domain::segment::folded;

/// What can be changed about members.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Adds a person.
    Add { name: String },
    /// Changes a person's name and focus.
    Edit { id: MemberId, name: String, focus: String },
    /// A person leaves; what they did stays.
    Remove(MemberId),
    /// A person who left is back.
    Restore(MemberId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let changed = match command {
        Command::Add { name } => new_member(circle, &name, ctx)?,
        Command::Edit { id, name, focus } => {
            let name = free_name(circle, &name, Some(&id))?;
            let focus = optional_line(Field::Purpose, &focus)?;
            Member { name, focus, ..circle.require_member(&id)?.clone() }
        }
        Command::Remove(id) => Member { left_at: Some(ctx.now), ..circle.require_member(&id)?.clone() },
        Command::Restore(id) => return restore(circle, circle.require_member(&id)?, ctx),
    };
    Ok(vec![Record::Member(changed)])
}

fn restore(circle: &Circle, former: &Member, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    let back = Member { left_at: None, ..former.clone() };
    if name_is_taken(circle, &back.name, Some(&back.id)) {
        return Err(Refusal::NameTaken(back.name));
    }
    let mut records = vec![Record::Member(back)];
    records.extend(absence_between(circle, former, ctx).map(Record::Absence));
    records.extend(returned(circle, &former.id, ctx));
    Ok(records)
}

/// A new member called `name`, unless somebody in the circle has that name.
pub(in crate::domain) fn new_member(circle: &Circle, name: &str, ctx: &mut Context<'_>) -> Result<Member, Refusal> {
    let name = free_name(circle, name, None)?;
    Ok(Member { id: MemberId::new(&ctx.id()), name, focus: String::new(), joined_at: ctx.now, left_at: None })
}

fn free_name(circle: &Circle, name: &str, own: Option<&MemberId>) -> Result<String, Refusal> {
    let name = line(Field::Name, name)?;
    if name_is_taken(circle, &name, own) { Err(Refusal::NameTaken(name)) } else { Ok(name) }
}

fn name_is_taken(circle: &Circle, name: &str, own: Option<&MemberId>) -> bool {
    let wanted = folded(name);
    circle.roster().into_iter().any(|m| Some(&m.id) != own && folded(&m.name) == wanted)
}
