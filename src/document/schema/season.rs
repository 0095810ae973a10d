//! What members say at the end of a season.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Stored};
use crate::document::facts::Fields;
use crate::domain::{
    GoalId, GoalNext, MemberId, Recommitment, RecommitmentId, Retro, RetroId, SeasonChoice, SeasonId, gathered,
};
use std::collections::BTreeMap;
use yrs::Any;

textual! {
    SeasonChoice: Self::from_key, |choice| choice.key().to_owned();
}

/// The season and the member of an id `<season>~<member>`. A season's own id may have a `~` in it, a member's has none.
fn parts(id: &str) -> Option<(SeasonId, MemberId)> {
    let (season, member) = id.rsplit_once('~')?;
    Some((SeasonId::new(season), MemberId::new(member)))
}

impl Stored for Retro {
    fn read(id: RetroId, fields: &Fields<'_>) -> Option<Self> {
        let (season, member) = parts(id.as_str())?;
        Some(Self {
            id,
            season,
            member,
            keep: Attribute::read(fields, "keep")?,
            change: Attribute::read(fields, "change")?,
            thanks_to: Attribute::read(fields, "thanks_to")?,
            thanks: Attribute::read(fields, "thanks")?,
            said_at: Attribute::read(fields, "said_at")?,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        self.keep.write("keep", out);
        self.change.write("change", out);
        self.thanks_to.write("thanks_to", out);
        self.thanks.write("thanks", out);
        self.said_at.write("said_at", out);
    }
}

impl Stored for Recommitment {
    fn read(id: RecommitmentId, fields: &Fields<'_>) -> Option<Self> {
        let (season, member) = parts(id.as_str())?;
        Some(Self {
            id,
            season,
            member,
            choice: Attribute::read(fields, "choice")?,
            goals: Attribute::read(fields, "goals")?,
            word: Attribute::read(fields, "word")?,
            said_at: Attribute::read(fields, "said_at")?,
        })
    }

    fn write(&self, out: &mut FieldValues) {
        self.choice.write("choice", out);
        self.goals.write("goals", out);
        self.word.write("word", out);
        self.said_at.write("said_at", out);
    }
}

/// `"goals/<goal>"` → what becomes of it.
impl Attribute for BTreeMap<GoalId, GoalNext> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        // A goal with a `/` would be written back under another key.
        let elements = fields.elements(name).filter(|(goal, _)| !goal.contains('/'));
        let next = |(goal, next)| Some((GoalId::new(goal), GoalNext::from_key(text(next)?)?));
        Some(gathered(elements.filter_map(next)))
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        let value = |next: &GoalNext| Any::String(next.key().into());
        out.extend(self.iter().map(|(goal, next)| (format!("{name}/{goal}"), value(next))));
    }
}
