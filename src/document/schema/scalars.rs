//! Single values ↔ what the document holds, and the names that stand for closed choices.

use super::{Part, Scalar};
use crate::document::facts::Fields;
use crate::domain::{
    CircleId, Closing, Cycle, Day, GoalId, Measure, MemberId, Outcome, Rhythm, RoleId, Timestamp, WeeklyTime, ZoneId,
    iso_day, parse_day,
};
use chrono::Weekday;
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

impl Part for WeeklyTime {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let fallback = Rhythm::default().updates_due;
        Some(fields.get(name).and_then(text).and_then(weekly_time).unwrap_or(fallback))
    }

    fn write(&self, name: &str, out: &mut Vec<(String, Any)>) {
        let day = WEEKDAYS[self.weekday.num_days_from_monday() as usize].0;
        let text = format!("{day} {:02}:{:02}", self.minute / 60, self.minute % 60);
        out.push((name.to_owned(), Any::String(text.into())));
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

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Reads `thu 18:00`.
fn weekly_time(text: &str) -> Option<WeeklyTime> {
    let (day, time) = text.split_once(' ')?;
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    let weekday = WEEKDAYS.iter().find(|(name, _)| *name == day)?.1;
    (hour < 24 && minute < 60).then_some(WeeklyTime { weekday, minute: hour * 60 + minute })
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
