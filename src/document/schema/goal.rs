//! Goals and their progress.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Scalar, stored};
use crate::document::facts::Fields;
use crate::domain::{Closing, Goal, GoalId, Measure, MeasureKind, Progress, Scale};
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
                scale: scale(fields.get("scale").and_then(text), Attribute::read(fields, "unit")?),
                start: Attribute::read(fields, "start")?,
                target: Attribute::read(fields, "target")?,
            },
            _ => Self::Done,
        })
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        let text = |text: &str| Any::String(text.into());
        let (kind, values) = match self {
            Self::Done => ("done", [Any::Null, Any::Null, Any::Null, Any::Null]),
            Self::Number { scale, start, target } => {
                let unit = match scale {
                    Scale::Count(unit) | Scale::Quantity(unit) => unit,
                    Scale::Percent => PERCENT,
                    Scale::Time => SECONDS,
                };
                ("number", [text(scale.kind().key()), text(unit), start.to_any(), target.to_any()])
            }
        };
        out.push((name.to_owned(), text(kind)));
        let names = ["scale", "unit", "start", "target"].map(str::to_owned);
        out.extend(names.into_iter().zip(values));
    }
}

/// The unit that older versions, which know no scales, show with a percentage and with a time.
const PERCENT: &str = "%";
const SECONDS: &str = "s";

/// The scale of this name; older versions wrote the unit alone.
fn scale(name: Option<&str>, unit: String) -> Scale {
    match name.and_then(MeasureKind::from_key) {
        Some(MeasureKind::Count) => Scale::Count(unit),
        Some(MeasureKind::Percent) => Scale::Percent,
        Some(MeasureKind::Time) => Scale::Time,
        None if unit == PERCENT => Scale::Percent,
        None | Some(MeasureKind::Quantity | MeasureKind::Done) => Scale::Quantity(unit),
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
