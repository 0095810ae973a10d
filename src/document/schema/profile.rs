//! Profiles and ties. What somebody offers, wants and is here for is one key per element, and so is each day's time:
//! two devices of one member add to each other.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Scalar, stored};
use crate::document::facts::Fields;
use crate::domain::{CareerStage, Intention, Intentions, MemberId, Profile, SkillSet, Tie, TieKind, WeeklyHours};
use yrs::Any;

stored!(Profile { stage, field, intentions, own_intention, offers, wants, zone, hours });
stored!(Tie { kind, said_at, deleted_at });

textual! {
    CareerStage: Self::from_key, |stage| stage.key().to_owned();
}

/// `"offers/<word>"`: whether it holds.
impl Attribute for SkillSet {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let words = fields.elements(name).filter(|(word, _)| !word.is_empty());
        Some(Self::new(words.map(|(word, holds)| (word.to_owned(), matches!(holds, Any::Bool(true)))).collect()))
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.extend(self.spellings().iter().map(|(word, holds)| (format!("{name}/{word}"), Any::Bool(*holds))));
    }
}

/// `"intentions/<key>"`: whether it holds.
impl Attribute for Intentions {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let known = fields.elements(name).filter_map(|(key, holds)| Some((Intention::from_key(key)?, holds)));
        Some(known.fold(Self::default(), |all, (one, holds)| all.with(one, Some(matches!(holds, Any::Bool(true))))))
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        let known = Intention::ALL.into_iter().filter_map(|one| Some((one, self.get(one)?)));
        out.extend(known.map(|(one, holds)| (format!("{name}/{}", one.key()), Any::Bool(holds))));
    }
}

/// `"hours/<day>"`: `9-12 18-21`.
impl Attribute for WeeklyHours {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let mut hours = Self::default();
        for (key, ranges) in fields.elements(name) {
            if let (Some(day), Some(ranges)) =
                (Self::DAYS.into_iter().find(|day| Self::day_key(*day) == key), text(ranges))
            {
                hours.read_day(day, ranges);
            }
        }
        Some(hours)
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.extend(Self::DAYS.map(|day| (format!("{name}/{}", Self::day_key(day)), self.day_text(day).to_any())));
    }
}

/// `kind`, and `report` where one reports to the other.
impl Attribute for TieKind {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        match fields.get(name).and_then(text)? {
            "friend" => Some(Self::Friend),
            "colleague" => Some(Self::Colleague),
            "reports_to" => fields.get("report").and_then(MemberId::from_any).map(Self::ReportsTo),
            "new" => Some(Self::New),
            // A kind of a newer version.
            _ => None,
        }
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        let kind = match self {
            Self::Friend => "friend",
            Self::Colleague => "colleague",
            Self::ReportsTo(report) => {
                report.write("report", out);
                "reports_to"
            }
            Self::New => "new",
        };
        out.push((name.to_owned(), Any::String(kind.into())));
    }
}
