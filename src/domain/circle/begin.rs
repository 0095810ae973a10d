//! Starting a circle.

use super::{About, CircleId};
use crate::domain::checks::line;
use crate::domain::context::Context;
use crate::domain::member::{MemberId, new_member};
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::{Interval, Rhythm, RhythmVersion, Rhythms, Season, SeasonId, checked_rhythm};

/// Begins a circle: itself, its rhythm, a season from this week on, its people.
///
/// Returns it with the id of the first person, its founder.
///
/// # Errors
/// [`Refusal`] when a name is empty, too long or given twice, or nobody knows the zone.
pub fn begin(
    name: &str,
    people: &[String],
    rhythm: Rhythm,
    weeks: u8,
    ctx: &mut Context<'_>,
) -> Result<(Circle, MemberId), Refusal> {
    let name = line(Field::Name, name)?;
    let about = About { id: CircleId::new(&ctx.id()), name, purpose: String::new(), created_at: ctx.now };
    let mut circle = Circle::new(about);
    let rhythm = checked_rhythm(rhythm)?;
    if ctx.zones.offset(&rhythm.zone, ctx.now).is_none() {
        return Err(Refusal::UnknownZone(rhythm.zone));
    }
    circle.rhythm = Rhythms::new(Rhythm { interval: Interval::EveryWeek, ..rhythm.clone() });
    let first = circle.rhythm.cycle_at(ctx.zones, ctx.now);
    if rhythm.interval != Interval::EveryWeek {
        // From the first week on, so that it is held.
        circle.put(Record::Rhythm(RhythmVersion { from: Some(first), rhythm, changed_at: ctx.now }));
    }
    let season = Season { id: SeasonId::new(&ctx.id()), first, weeks: weeks.clamp(4, 16) };
    circle.put(Record::Season(season));
    let mut founder = None;
    for (place, person) in (0_i64..).zip(people) {
        let field = if place == 0 { Field::Founder } else { Field::Others };
        let mut member = new_member(&circle, person, ctx).map_err(|refusal| at(field, refusal))?;
        // Milliseconds apart, so that the roster keeps the order in which people were named.
        member.joined_at = ctx.now.plus(place);
        founder.get_or_insert_with(|| member.id.clone());
        circle.put(Record::Member(member));
    }
    let founder = founder.ok_or(Refusal::Empty(Field::Founder))?;
    Ok((circle, founder))
}

/// What is wrong with a person's name, said of the field that the name was typed into.
fn at(field: Field, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Empty(_) => Refusal::Empty(field),
        Refusal::TooLong { length, max, .. } => Refusal::TooLong { field, length, max },
        Refusal::NameTaken(name) => Refusal::NamedTwice(name),
        other => other,
    }
}
