//! Which order the dates of a text are written in, by those that can be read in one way only.

use super::day::{DateOrder, WrittenDay};
use super::heading::HeadingTime;
use super::scope::NoteScope;
use chrono::Datelike;

/// Which order the dates of a text are written in.
#[derive(Debug, Default)]
pub(super) struct OrderEvidence {
    day_first: usize,
    month_first: usize,
    /// Whether a date could be read in both orders.
    pub(super) is_unsure: bool,
}

impl OrderEvidence {
    /// The one order in which all dates are days, where one of them decides it.
    pub(super) const fn decided(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(DateOrder::DayFirst),
            (0, 1..) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// Looks at one more date, below the headings of `scope`.
    pub(super) fn look(&mut self, day: WrittenDay, scope: &NoteScope) {
        let decided = day.order().or_else(|| if day.is_ambiguous() { within(day, scope) } else { None });
        match decided {
            Some(DateOrder::DayFirst) => self.day_first += 1,
            Some(DateOrder::MonthFirst) => self.month_first += 1,
            None => {}
        }
        self.is_unsure |= day.is_ambiguous();
    }
}

/// The one order in which `day` is among the days of the heading above it.
fn within(day: WrittenDay, scope: &NoteScope) -> Option<DateOrder> {
    let Some((HeadingTime::Days(days), _)) = scope.time else { return None };
    let is_inside = |order: &DateOrder| {
        let Some(day) = day.day(Some(*order), None) else { return false };
        let year = day.year();
        // The year of a heading that has none is the day's, or the one before.
        let mut spans = [year, year - 1].into_iter().filter_map(|year| days.days(None, Some(year)));
        spans.any(|(first, last)| (first..=last).contains(&day))
    };
    let mut inside = DateOrder::ALL.into_iter().filter(is_inside);
    inside.next().filter(|_| inside.next().is_none())
}
