//! Goals and their progress.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Scalar, stored};
use crate::document::facts::Fields;
use crate::domain::{Closing, Goal, GoalId, Measure, Progress};
use yrs::Any;

stored!(Goal { owner, title, why, measure, due, obstacle, created_at, closing, closed_at, deleted_at });
stored!(Progress { goal, at, value, note, deleted_at });

textual! {
    GoalId: |text| Some(Self::new(text)), ToString::to_string;
    Closing: closing, |closing| closing_name(*closing).to_owned();
}

impl Attribute for Measure {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        Some(match fields.get(name).and_then(text) {
            Some("number") => Self::Number {
                unit: Attribute::read(fields, "unit")?,
                start: Attribute::read(fields, "start")?,
                target: Attribute::read(fields, "target")?,
            },
            _ => Self::Done,
        })
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        let (kind, unit, start, target) = match self {
            Self::Done => ("done", Any::Null, Any::Null, Any::Null),
            Self::Number { unit, start, target } => ("number", unit.to_any(), start.to_any(), target.to_any()),
        };
        out.push((name.to_owned(), Any::String(kind.into())));
        out.extend(
            [("unit", unit), ("start", start), ("target", target)].map(|(name, value)| (name.to_owned(), value)),
        );
    }
}

fn closing(text: &str) -> Option<Closing> {
    match text {
        "achieved" => Some(Closing::Achieved),
        "dropped" => Some(Closing::Dropped),
        _ => None,
    }
}

fn closing_name(closing: Closing) -> &'static str {
    match closing {
        Closing::Achieved => "achieved",
        Closing::Dropped => "dropped",
    }
}
