//! Single values ↔ what the document holds, and the names that stand for closed choices.

use super::{Part, Scalar};
use crate::document::facts::Fields;
use crate::domain::{
    CircleId, Closing, Cycle, Day, GoalId, Measure, MemberId, Outcome, RoleId, Timestamp, ZoneId, iso_day, iso_local,
    parse_day, parse_local,
};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;
use std::sync::Arc;
use yrs::{Any, Number};

/// A scalar that reads and writes as text.
macro_rules! textual {
    ($($type:ty: $read:expr, $write:expr $(, absent $absent:expr)?;)*) => {$(
        impl Scalar for $type {
            fn from_any(any: &Any) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                text(any).and_then(read)
            }

            fn to_any(&self) -> Any {
                let write: fn(&Self) -> String = $write;
                Any::String(write(self).into())
            }
            $(fn absent() -> Option<Self> {
                Some($absent)
            })?
        }
    )*};
}

textual! {
    String: |text| Some(text.to_owned()), Clone::clone, absent Self::new();
    Timestamp: Self::parse, ToString::to_string, absent Self::default();
    Day: parse_day, |day| iso_day(*day);
    Cycle: Self::parse, ToString::to_string;
    NaiveDateTime: parse_local, |local| iso_local(*local);
    ZoneId: |text| Some(Self::new(text)), |zone| zone.as_str().to_owned(), absent Self::utc();
    CircleId: |text| Some(Self::new(text)), ToString::to_string;
    MemberId: |text| Some(Self::new(text)), ToString::to_string;
    GoalId: |text| Some(Self::new(text)), ToString::to_string;
    RoleId: |text| Some(Self::new(text)), ToString::to_string;
    Outcome: outcome, |outcome| outcome_name(*outcome).to_owned();
    Closing: closing, |closing| closing_name(*closing).to_owned();
}

impl Scalar for f64 {
    fn from_any(any: &Any) -> Option<Self> {
        match any {
            Any::Number(Number::Int(int)) => Some(*int as f64),
            Any::Number(Number::Float(float)) if float.is_finite() => Some(*float),
            _ => None,
        }
    }

    fn to_any(&self) -> Any {
        Any::Number(Number::try_i64(*self))
    }

    fn absent() -> Option<Self> {
        Some(0.0)
    }
}

impl Scalar for u8 {
    fn from_any(any: &Any) -> Option<Self> {
        f64::from_any(any).filter(|n| (0.0..=255.0).contains(n)).map(|n| n as Self)
    }

    fn to_any(&self) -> Any {
        Any::Number(Number::Int(i64::from(*self)))
    }

    fn absent() -> Option<Self> {
        Some(0)
    }
}

impl Scalar for u16 {
    fn from_any(any: &Any) -> Option<Self> {
        f64::from_any(any).filter(|n| (0.0..=65535.0).contains(n)).map(|n| n as Self)
    }

    fn to_any(&self) -> Any {
        Any::Number(Number::Int(i64::from(*self)))
    }
}

impl<T: Scalar> Scalar for Option<T> {
    fn from_any(any: &Any) -> Option<Self> {
        T::from_any(any).map(Some)
    }

    fn to_any(&self) -> Any {
        self.as_ref().map_or(Any::Null, T::to_any)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl Part for Measure {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        Some(match fields.get(name).and_then(text) {
            Some("number") => Self::Number {
                unit: Part::read(fields, "unit")?,
                start: Part::read(fields, "start")?,
                target: Part::read(fields, "target")?,
            },
            _ => Self::Done,
        })
    }

    fn write(&self, name: &str, out: &mut Vec<(String, Any)>) {
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

impl Part for BTreeMap<Cycle, String> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let elements = fields.elements(name);
        Some(elements.filter_map(|(cycle, reason)| Some((Cycle::parse(cycle)?, text(reason)?.to_owned()))).collect())
    }

    fn write(&self, name: &str, out: &mut Vec<(String, Any)>) {
        out.extend(self.iter().map(|(cycle, reason)| (format!("{name}/{cycle}"), reason.to_any())));
    }
}

/// The text that `any` holds.
pub(super) fn text(any: &Any) -> Option<&str> {
    match any {
        Any::String(text) => Some(Arc::as_ref(text)),
        _ => None,
    }
}

const OUTCOMES: [(&str, Outcome); 5] = [
    ("kept", Outcome::Kept),
    ("partial", Outcome::Partial),
    ("missed", Outcome::Missed),
    ("renegotiated", Outcome::Renegotiated),
    ("dropped", Outcome::Dropped),
];

fn outcome(text: &str) -> Option<Outcome> {
    OUTCOMES.iter().find(|(name, _)| *name == text).map(|(_, outcome)| *outcome)
}

fn outcome_name(outcome: Outcome) -> &'static str {
    OUTCOMES.iter().find(|(_, other)| *other == outcome).map_or("", |(name, _)| name)
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
