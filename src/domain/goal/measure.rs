//! How a goal, or the shared aim, is measured.

use crate::domain::checks::{number, optional_line};
use crate::domain::duration::{duration_text, read_duration};
use crate::domain::number::{NumberFault, NumberFormat, read_number};
use crate::domain::refusal::{Field, Refusal};

/// What the numbers of a measure say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scale {
    /// How many there are, in whole numbers: "applications".
    Count(String),
    /// Hundredths of a whole.
    Percent,
    /// How much there is, in a unit: "kg", "hours", or nothing.
    Quantity(String),
    /// How long it takes, in seconds.
    Time,
}

/// How a goal is measured.
#[derive(Clone, PartialEq, Debug)]
pub enum Measure {
    /// Reached or not.
    Done,
    /// A number that goes from `start` to `target`, up or down: a time to run is better when it is lower.
    Number {
        /// What the numbers say.
        scale: Scale,
        /// Where it began.
        start: f64,
        /// Where it shall arrive.
        target: f64,
    },
}

/// A number with what it says.
#[derive(Clone, PartialEq, Debug)]
pub struct Amount {
    /// What the number says.
    pub scale: Scale,
    /// The number; seconds of a [`Scale::Time`].
    pub value: f64,
}

/// The kinds of measure, as a form offers them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MeasureKind {
    /// [`Scale::Count`].
    Count,
    /// [`Scale::Percent`].
    Percent,
    /// [`Scale::Quantity`].
    Quantity,
    /// [`Scale::Time`].
    Time,
    /// [`Measure::Done`].
    Done,
}

impl MeasureKind {
    /// All of them, the most usual first.
    pub const ALL: [Self; 5] = [Self::Count, Self::Percent, Self::Quantity, Self::Time, Self::Done];

    /// The name that stands for it in forms, drafts and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Quantity => "number",
            Self::Time => "time",
            Self::Done => "done",
        }
    }

    /// The kind that `key` stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What its numbers say, in `unit` where it has one; `None` of [`Self::Done`].
    pub fn scale(self, unit: &str) -> Option<Scale> {
        match self {
            Self::Count => Some(Scale::Count(unit.to_owned())),
            Self::Percent => Some(Scale::Percent),
            Self::Quantity => Some(Scale::Quantity(unit.to_owned())),
            Self::Time => Some(Scale::Time),
            Self::Done => None,
        }
    }
}

impl Scale {
    /// Its kind.
    pub const fn kind(&self) -> MeasureKind {
        match self {
            Self::Count(_) => MeasureKind::Count,
            Self::Percent => MeasureKind::Percent,
            Self::Quantity(_) => MeasureKind::Quantity,
            Self::Time => MeasureKind::Time,
        }
    }

    /// The unit in the owner's words; nothing where the scale says it itself.
    pub fn unit(&self) -> &str {
        match self {
            Self::Count(unit) | Self::Quantity(unit) => unit,
            Self::Percent | Self::Time => "",
        }
    }

    /// Reads a number of this scale as somebody types it.
    ///
    /// # Errors
    /// A [`NumberFault`]; [`NumberFault::NotWhole`] for a count with a fraction.
    pub fn read(&self, text: &str, format: NumberFormat) -> Result<f64, NumberFault> {
        if *self == Self::Time {
            return read_duration(text, format);
        }
        let value = read_number(text, format)?.value;
        if matches!(self, Self::Count(_)) && value.fract() != 0.0 { Err(NumberFault::NotWhole) } else { Ok(value) }
    }

    /// Writes `value` as a field that [reads](Self::read) it back shows it, without a unit.
    pub fn typed(&self, value: f64) -> String {
        match self {
            Self::Time => duration_text(value),
            Self::Count(_) | Self::Percent | Self::Quantity(_) => value.to_string(),
        }
    }
}

impl Measure {
    /// Its kind.
    pub const fn kind(&self) -> MeasureKind {
        match self {
            Self::Done => MeasureKind::Done,
            Self::Number { scale, .. } => scale.kind(),
        }
    }

    /// What its numbers say; `None` where it has none.
    pub const fn scale(&self) -> Option<&Scale> {
        match self {
            Self::Done => None,
            Self::Number { scale, .. } => Some(scale),
        }
    }

    /// `value` with what it says; `None` where nothing is counted.
    pub fn amount(&self, value: f64) -> Option<Amount> {
        self.scale().map(|scale| Amount { scale: scale.clone(), value })
    }

    /// Whether less is better.
    pub fn is_lower_better(&self) -> bool {
        matches!(self, Self::Number { start, target, .. } if target < start)
    }
}

/// `measure` as it is kept.
pub(in crate::domain) fn checked_measure(measure: Measure) -> Result<Measure, Refusal> {
    let Measure::Number { scale, start, target } = measure else { return Ok(Measure::Done) };
    let scale = match scale {
        Scale::Count(unit) => Scale::Count(optional_line(Field::Unit, &unit)?),
        Scale::Quantity(unit) => Scale::Quantity(optional_line(Field::Unit, &unit)?),
        Scale::Percent | Scale::Time => scale,
    };
    let start = checked_value(&scale, Field::Value, start)?;
    let target = checked_value(&scale, Field::Target, target)?;
    if (start - target).abs() < f64::EPSILON {
        return Err(Refusal::NoWay);
    }
    Ok(Measure::Number { scale, start, target })
}

/// `value` as it is kept of something measured by `scale`.
pub(in crate::domain) fn checked_value(scale: &Scale, field: Field, value: f64) -> Result<f64, Refusal> {
    let value = number(field, value)?;
    match scale {
        Scale::Count(_) if value.fract() != 0.0 => Err(Refusal::Unread(field, NumberFault::NotWhole)),
        Scale::Time if value < 0.0 => Err(Refusal::Unread(field, NumberFault::NoTime)),
        Scale::Count(_) | Scale::Percent | Scale::Quantity(_) | Scale::Time => Ok(value),
    }
}
