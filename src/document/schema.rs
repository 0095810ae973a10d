//! Records ↔ fields: the one place that says how a domain type lies in the document.
//!
//! A field that is missing or of another type reads as its default, so a record written by another
//! version still shows what can be shown; only a record without its essentials is passed over. Nothing
//! is removed by reading.

use super::facts::{Fields, Kind};
use crate::domain::{
    About, CheckIn, CircleId, Closing, Commitment, CommitmentId, Cycle, Day, Goal, GoalId, Measure, Member, MemberId,
    Outcome, Progress, ProgressId, Record, Rhythm, Season, SeasonId, Timestamp, WeeklyTime, ZoneId, iso_day, parse_day,
};
use chrono::Weekday;
use std::collections::BTreeMap;
use std::sync::Arc;
use yrs::{Any, Number};

/// The version of this mapping, stored as the circle's `schema` field.
pub const SCHEMA: i64 = 1;
/// The id of the one record of [`Kind::Rhythm`].
pub(super) const RHYTHM_ID: &str = "rhythm";

/// A record taken apart.
#[derive(Clone, PartialEq, Debug)]
pub struct Parts {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its fields; `Null` where it has none.
    pub fields: Vec<(String, Any)>,
}

/// Something that lies in one or more fields of a record.
trait Part: Sized {
    /// Reads it; `None` when its absence makes the record meaningless.
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self>;
    /// Appends its fields.
    fn write(&self, name: &str, out: &mut Vec<(String, Any)>);
}

/// Something that lies in one field.
trait Scalar: Sized {
    fn from_any(any: &Any) -> Option<Self>;
    fn to_any(&self) -> Any;
    /// What a missing or foreign value reads as.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Scalar> Part for T {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        fields.get(name).and_then(T::from_any).or_else(T::absent)
    }

    fn write(&self, name: &str, out: &mut Vec<(String, Any)>) {
        out.push((name.to_owned(), self.to_any()));
    }
}

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

/// Maps a record's struct to its kind and fields, both ways.
macro_rules! record {
    ($type:ident in $kind:ident, id $id:ident { $($field:ident),* $(,)? }) => {
        impl Mapped for $type {
            fn read(fields: &Fields<'_>) -> Option<Self> {
                Some(Self { id: $id::new(fields.id), $($field: Part::read(fields, stringify!($field))?),* })
            }

            fn write(&self) -> Parts {
                let mut fields = Vec::new();
                $(self.$field.write(stringify!($field), &mut fields);)*
                Parts { kind: Kind::$kind, id: self.id.as_str().to_owned(), fields }
            }
        }
    };
}

/// A record's struct.
trait Mapped: Sized {
    fn read(fields: &Fields<'_>) -> Option<Self>;
    fn write(&self) -> Parts;
}

record!(Season in Seasons, id SeasonId { first, weeks });
record!(Member in Members, id MemberId { name, focus, joined_at, left_at });
record!(Goal in Goals, id GoalId {
    owner, title, why, measure, due, obstacle, created_at, closing, closed_at, deleted_at
});
record!(Progress in Progress, id ProgressId { goal, at, value, note, deleted_at });
record!(Commitment in Commitments, id CommitmentId {
    owner, goal, text, cycle, due, cue, action, helper, outcome, resolved_at, note, carried, created_at, deleted_at
});

impl Mapped for About {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            id: CircleId::new(fields.id),
            name: Part::read(fields, "name")?,
            purpose: Part::read(fields, "purpose")?,
            created_at: Part::read(fields, "created_at")?,
        })
    }

    fn write(&self) -> Parts {
        let mut fields = vec![("schema".to_owned(), Any::Number(Number::Int(SCHEMA)))];
        self.name.write("name", &mut fields);
        self.purpose.write("purpose", &mut fields);
        self.created_at.write("created_at", &mut fields);
        Parts { kind: Kind::Circle, id: self.id.as_str().to_owned(), fields }
    }
}

impl Mapped for Rhythm {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        Some(Self { zone: Part::read(fields, "zone")?, updates_due: Part::read(fields, "updates_due")? })
    }

    fn write(&self) -> Parts {
        let mut fields = Vec::new();
        self.zone.write("zone", &mut fields);
        self.updates_due.write("updates_due", &mut fields);
        Parts { kind: Kind::Rhythm, id: RHYTHM_ID.to_owned(), fields }
    }
}

impl Mapped for CheckIn {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        let (monday, member) = fields.id.split_once('~')?;
        // Another day of the week would be a second id for the same check-in.
        let cycle = Cycle::parse(monday).filter(|cycle| cycle.to_string() == monday)?;
        Some(Self {
            cycle,
            member: MemberId::new(member),
            submitted_at: fields.get("submitted_at").and_then(Timestamp::from_any)?,
            win: Part::read(fields, "win")?,
            blocker: Part::read(fields, "blocker")?,
            ask: Part::read(fields, "ask")?,
            confidence: Part::read(fields, "confidence")?,
        })
    }

    fn write(&self) -> Parts {
        let mut fields = Vec::new();
        self.submitted_at.write("submitted_at", &mut fields);
        self.win.write("win", &mut fields);
        self.blocker.write("blocker", &mut fields);
        self.ask.write("ask", &mut fields);
        self.confidence.write("confidence", &mut fields);
        Parts { kind: Kind::CheckIns, id: self.id().as_str().to_owned(), fields }
    }
}

/// Takes `record` apart.
pub fn take_apart(record: &Record) -> Parts {
    match record {
        Record::About(about) => about.write(),
        Record::Rhythm(rhythm) => rhythm.write(),
        Record::Season(season) => season.write(),
        Record::Member(member) => member.write(),
        Record::Goal(goal) => goal.write(),
        Record::Progress(entry) => entry.write(),
        Record::Commitment(commitment) => commitment.write(),
        Record::CheckIn(check_in) => check_in.write(),
    }
}

/// Puts the record with these `fields` together; `None` when its essentials are missing.
pub fn put_together(kind: Kind, fields: &Fields<'_>) -> Option<Record> {
    if fields.is_empty() {
        return None;
    }
    match kind {
        Kind::Circle => About::read(fields).map(Record::About),
        Kind::Rhythm => Rhythm::read(fields).map(Record::Rhythm),
        Kind::Seasons => Season::read(fields).map(Record::Season),
        Kind::Members => Member::read(fields).map(Record::Member),
        Kind::Goals => Goal::read(fields).map(Record::Goal),
        Kind::Progress => Progress::read(fields).map(Record::Progress),
        Kind::Commitments => Commitment::read(fields).map(Record::Commitment),
        Kind::CheckIns => CheckIn::read(fields).map(Record::CheckIn),
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
