//! What a member says of themselves, and somebody new with what they said.

use super::{CareerStage, Intentions, Profile, SaidTie, SkillSet, Tie, TieId, WeeklyHours};
use crate::domain::checks::{line, optional_line};
use crate::domain::context::Context;
use crate::domain::member::{MemberId, new_member};
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::time::{Timestamp, ZoneId, ZoneRules};

/// What can be done.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Answers a question about the member who holds this device.
    Answer(Answer),
    /// Says how who holds the device knows a member; `None` takes it back.
    Tie(MemberId, Option<SaidTie>),
    /// Adds a person with what they said of themselves.
    Join(NewProfile),
}

/// One answer. Answers to other questions stay as they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// How far they are, and their field.
    Stage(Option<CareerStage>, String),
    /// What they are here for, and the same in their own words.
    Intentions(Intentions, String),
    /// Skills that they offer or want: each with whether it holds from now on.
    Skills(SkillSide, Vec<(String, bool)>),
    /// When they have time, by the clocks of a zone.
    Hours(ZoneId, WeeklyHours),
}

/// Which side of a skill somebody is on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SkillSide {
    /// They can help with it.
    Offers,
    /// They want it.
    Wants,
}

/// A person who wants to join, with their profile; its id is of no matter.
#[derive(Clone, PartialEq, Debug)]
pub struct NewProfile {
    /// What the others shall call them.
    pub name: String,
    /// What they said of themselves.
    pub profile: Profile,
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    match command {
        Command::Answer(answer) => {
            let me = ctx.me()?;
            circle.require_member(&me)?;
            let known = circle.profiles.get(&me).map_or_else(|| Profile::of(me), |profile| (**profile).clone());
            Ok(vec![Record::Profile(answered(known, answer, ctx.zones, ctx.now)?)])
        }
        Command::Tie(with, said) => tie(circle, &with, said, ctx),
        Command::Join(NewProfile { name, profile }) => {
            let member = new_member(circle, &name, ctx)?;
            let profile = checked(Profile { id: member.id.clone(), ..profile })?;
            Ok(vec![Record::Member(member), Record::Profile(profile)])
        }
    }
}

/// `profile` with `answer`, also where it is in no circle yet.
///
/// # Errors
/// [`Refusal`] where a word is too long, a skill is empty, or nobody knows the zone at `now`.
pub fn answered(
    mut profile: Profile,
    answer: Answer,
    zones: &dyn ZoneRules,
    now: Timestamp,
) -> Result<Profile, Refusal> {
    match answer {
        Answer::Stage(stage, field) => {
            profile.stage = stage;
            profile.field = optional_line(Field::Focus, &field)?;
        }
        Answer::Intentions(said, own) => {
            for one in super::Intention::ALL {
                let known = profile.intentions.get(one);
                let is_said = said.get(one) == Some(true);
                // What was never said needs no word that it is not.
                profile.intentions = profile.intentions.with(one, known.map(|_| is_said).or(is_said.then_some(true)));
            }
            profile.own_intention = optional_line(Field::Purpose, &own)?;
        }
        Answer::Skills(side, words) => {
            let set = match side {
                SkillSide::Offers => &mut profile.offers,
                SkillSide::Wants => &mut profile.wants,
            };
            for (word, holds) in words {
                let word = line(Field::Skill, &word)?;
                if holds { set.add(&word) } else { set.drop_word(&word) }
            }
        }
        Answer::Hours(zone, hours) => {
            if zones.offset(&zone, now).is_none() {
                return Err(Refusal::UnknownZone(zone));
            }
            profile.zone = Some(zone);
            profile.hours = hours;
        }
    }
    Ok(profile)
}

fn tie(circle: &Circle, with: &MemberId, said: Option<SaidTie>, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    let me = ctx.me()?;
    circle.require_member(with)?;
    let id = TieId::of(&me, with).ok_or(Refusal::ToOneself)?;
    let known = circle.ties.get(&id).map(|tie| (**tie).clone());
    let tie = match (said, known) {
        (Some(said), _) => Tie { kind: said.kind(&me, with), id, said_at: ctx.now, deleted_at: None },
        (None, Some(known)) => Tie { deleted_at: Some(ctx.now), ..known },
        (None, None) => return Ok(Vec::new()),
    };
    Ok(vec![Record::Tie(tie)])
}

/// A profile that came from elsewhere, with every word as the forms would take it.
fn checked(profile: Profile) -> Result<Profile, Refusal> {
    Ok(Profile {
        field: optional_line(Field::Focus, &profile.field)?,
        own_intention: optional_line(Field::Purpose, &profile.own_intention)?,
        offers: checked_words(&profile.offers)?,
        wants: checked_words(&profile.wants)?,
        ..profile
    })
}

fn checked_words(words: &SkillSet) -> Result<SkillSet, Refusal> {
    let mut checked = SkillSet::default();
    for word in words.words() {
        checked.add(&line(Field::Skill, word)?);
    }
    Ok(checked)
}
