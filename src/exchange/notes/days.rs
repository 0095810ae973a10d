//! The days of a heading: one, or a span of them.

use super::day::{DateOrder, Piece, WrittenDay, at_start, named, weekday};
use crate::domain::{Cycle, Day, day_plus, lowercase};
use Piece::{Mark, Number, Word};
use chrono::Datelike;

/// The days of a heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct WrittenDays {
    /// The first, or the only one.
    pub(super) first: WrittenDay,
    /// The last one.
    pub(super) last: WrittenDay,
}

impl WrittenDays {
    /// Returns the first and the last day; a span without years that ends before it begins goes into the next year.
    pub(super) fn days(self, order: Option<DateOrder>, year: Option<i32>) -> Option<(Day, Day)> {
        let first = self.first.day(order, year)?;
        let last = self.last.day(order, Some(first.year()))?;
        let is_back = last < first && self.last.lacks_year();
        let last = if is_back { self.last.day(order, Some(first.year() + 1))? } else { last };
        (first <= last).then_some((first, last))
    }

    /// The week that most of its days are in: where weeks begin on Sunday, that Sunday alone is in the week before.
    pub(super) fn week(first: Day, last: Day) -> Cycle {
        let days = i64::from(last.to_epoch_days() - first.to_epoch_days());
        Cycle::of(day_plus(first, (days / 2).min(3)))
    }
}

/// Returns the first date of `pieces`, or the span of two, with what stands before and behind.
pub(super) fn find<'a>(pieces: &[Piece<'a>]) -> Option<(WrittenDays, Vec<Piece<'a>>)> {
    for at in 0..pieces.len() {
        let Some((days, used)) = span(&pieces[at..]) else { continue };
        return Some((days, [&pieces[..at], &pieces[at + used..]].concat()));
    }
    None
}

/// `Sept 9 - Sept 13`, `Sep 6–12`, `6–12 Sep`, `2026-11-23 → 2026-11-29`, or one day.
fn span(pieces: &[Piece<'_>]) -> Option<(WrittenDays, usize)> {
    if let [Number { value: day, digits: 1..=2 }, dash, rest @ ..] = pieces
        && is_dash(dash)
        && let Some((last @ WrittenDay::Named { year, month, .. }, used)) = named(rest)
        && matches!(rest.first(), Some(Number { .. }))
    {
        return Some((WrittenDays { first: WrittenDay::Named { year, month, day: *day }, last }, used + 2));
    }
    let (first, used) = at_start(pieces)?;
    let alone = Some((WrittenDays { first, last: first }, used));
    let Some(after) = pieces.get(used..).filter(|rest| rest.first().is_some_and(is_dash)) else { return alone };
    let skipped = 1 + weekday_before(&after[1..]);
    if let Some((last, more)) = at_start(&after[skipped..]) {
        // "Aug 30 – Sept 5, 2026": the year behind both is the year of both.
        let first = match (first, last) {
            (
                WrittenDay::Named { year: None, month, day },
                WrittenDay::Named { year: Some(year), month: other, .. },
            ) => WrittenDay::Named { year: Some(year - u32::from(month > other && year > 0)), month, day },
            _ => first,
        };
        return Some((WrittenDays { first, last }, used + skipped + more));
    }
    match (first, after.get(1)) {
        (WrittenDay::Named { year, month, .. }, Some(Number { value: day, digits: 1..=2 })) => {
            let behind = match (after.get(2), after.get(3)) {
                (Some(Mark(',')), Some(Number { value, digits: 4 })) => Some(*value),
                _ => None,
            };
            let year = year.or(behind);
            let WrittenDay::Named { day: begin, .. } = first else { return alone };
            let first = WrittenDay::Named { year, month, day: begin };
            let last = WrittenDay::Named { year, month, day: *day };
            Some((WrittenDays { first, last }, used + 2 + 2 * usize::from(behind.is_some())))
        }
        _ => alone,
    }
}

/// How many pieces at the beginning say the day of the week: `Sat,`.
fn weekday_before(pieces: &[Piece<'_>]) -> usize {
    match pieces {
        [Word(word), Mark(',' | '.'), ..] if weekday(word).is_some() => 2,
        [Word(word), ..] if weekday(word).is_some() => 1,
        _ => 0,
    }
}

fn is_dash(piece: &Piece<'_>) -> bool {
    match piece {
        Mark(mark) => matches!(mark, '-' | '–' | '—' | '−' | '→' | '‒'),
        Word(word) => lowercase(word) == "to",
        Number { .. } => false,
    }
}
