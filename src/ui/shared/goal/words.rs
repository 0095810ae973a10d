//! A goal, as several pages speak of it.

use crate::domain::{Amount, Closing, Measure, MeasureKind, Scale, Standing, duration_text};
use crate::ui::text::number;

pub const MEASURE: &str = "How you will know";
pub const START: &str = "From";
pub const TARGET: &str = "To";
pub const UNIT: &str = "Unit";
pub const UNIT_EXAMPLE: &str = "applications";
pub const DUE: &str = "By when";
pub const ACHIEVE: &str = "Reached";
pub const DROP: &str = "Give it up";
pub const REOPEN: &str = "Open it again";
pub const PROGRESS: &str = "Where does it stand now?";
pub const PROGRESS_SAVE: &str = "Note it";
pub const PROGRESSED: &str = "Progress noted";
pub const LINE: &str = "Progress over time";
pub const LINE_WHEN: &str = "When";
pub const LINE_VALUE: &str = "Value";

pub const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Achieved => "reached",
        Closing::Dropped => "given up",
    }
}

/// "5 of 20 interviews".
pub fn standing(measure: &Measure, standing: Standing) -> String {
    match measure {
        Measure::Done => "done or not".to_owned(),
        Measure::Number { scale: Scale::Count(unit) | Scale::Quantity(unit), target, .. } => {
            format!("{} of {} {unit}", number(standing.value), number(*target)).trim_end().to_owned()
        }
        Measure::Number { scale: Scale::Percent, target, .. } => {
            format!("{} % of {} %", number(standing.value), number(*target))
        }
        Measure::Number { scale: Scale::Time, target, .. } => {
            format!("{}, aiming for {}", duration_text(standing.value), duration_text(*target))
        }
    }
}

/// "12 applications", "40 %", "1:45:00".
pub fn amount(amount: &Amount) -> String {
    let value = amount.value;
    match &amount.scale {
        Scale::Count(unit) | Scale::Quantity(unit) => format!("{} {unit}", number(value)).trim_end().to_owned(),
        Scale::Percent => format!("{} %", number(value)),
        Scale::Time => duration_text(value),
    }
}

pub const fn kind(kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::Count => "A count",
        MeasureKind::Percent => "Percent",
        MeasureKind::Quantity => "A number",
        MeasureKind::Time => "A time",
        MeasureKind::Done => "Done or not",
    }
}

/// Whether the goal is ahead of its straight path.
pub fn pace(share: f64, expected: f64) -> &'static str {
    if share >= 1.0 {
        "there"
    } else if share >= expected + 0.05 {
        "ahead of plan"
    } else if share >= expected - 0.05 {
        "on track"
    } else {
        "behind plan"
    }
}

/// Until when.
pub fn due(day: &str) -> String {
    format!("by {day}")
}
