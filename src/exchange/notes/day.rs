//! Days as people write them: in numbers, whose order the place they come from decides, or with the month's name.
//! English names alone are known.

use super::unseen::is_unseen;
use crate::domain::{Day, digit, lowercase};
use chrono::{Datelike, Weekday};
use std::fmt;

/// Which number of a date in numbers comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum DateOrder {
    /// 30/11/2026
    DayFirst,
    /// 11/30/2026
    MonthFirst,
}

impl DateOrder {
    /// Both of them.
    pub(super) const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];
}

/// What a text with a date is made of. Blanks and marks of direction are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Piece<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Mark(char),
}

use Piece::{Mark, Number, Word};

/// Most digits of a number that is read.
const DIGITS: usize = 8;

/// Returns the pieces of `text`.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_more = |c: char| if digit(first).is_some() { digit(c).is_some() } else { c.is_alphabetic() };
        let is_single = digit(first).is_none() && !first.is_alphabetic();
        let end = if is_single { first.len_utf8() } else { rest.find(|c| !is_more(c)).unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(end);
        if digit(first).is_some() {
            found.push(number(piece));
        } else if first.is_alphabetic() {
            found.push(Word(piece));
        } else if !first.is_whitespace() && !is_unseen(first) {
            found.push(Mark(first));
        }
        rest = after;
    }
    found
}

fn number(text: &str) -> Piece<'static> {
    let digits = text.chars().count();
    let value = text.chars().take(DIGITS).filter_map(digit).fold(0, |value, digit| value * 10 + digit);
    Number { value, digits }
}

/// A day as it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum WrittenDay {
    /// Year, month and day, in this order.
    Iso([u32; 3]),
    /// Two numbers in an order that is to be found, and the year.
    Numbers { first: u32, second: u32, year: u32 },
    /// A day and a month by its name; often without a year.
    Named { year: Option<u32>, month: u32, day: u32 },
}

impl WrittenDay {
    /// Which order it is written in, where only one of them makes a day of it.
    pub(super) fn order(self) -> Option<DateOrder> {
        let mut possible = DateOrder::ALL.into_iter().filter(|order| self.day(Some(*order), None).is_some());
        let Self::Numbers { .. } = self else { return None };
        possible.next().filter(|_| possible.next().is_none())
    }

    /// Whether it is another day in another order.
    pub(super) fn is_ambiguous(self) -> bool {
        let [one, other] = DateOrder::ALL.map(|order| self.day(Some(order), None));
        matches!(self, Self::Numbers { .. }) && one.is_some() && other.is_some() && one != other
    }

    /// Whether its year is to be found elsewhere.
    pub(super) const fn lacks_year(self) -> bool {
        matches!(self, Self::Named { year: None, .. })
    }

    /// Returns the day, read in `order` where its numbers need one, and in `year` where it has none of its own.
    /// Nothing where that is not known, or where the calendar has no such day.
    pub(super) fn day(self, order: Option<DateOrder>, year: Option<i32>) -> Option<Day> {
        let whole = |year: u32| i32::try_from(if year < 100 { year + 2000 } else { year }).ok();
        let (year, month, day) = match (self, order) {
            (Self::Iso([year, month, day]), _) => (whole(year)?, month, day),
            (Self::Numbers { first, second, year }, Some(DateOrder::DayFirst)) => (whole(year)?, second, first),
            (Self::Numbers { first, second, year }, Some(DateOrder::MonthFirst)) => (whole(year)?, first, second),
            (Self::Numbers { first, second, year }, None) if first == second => (whole(year)?, first, second),
            (Self::Numbers { .. }, None) => return None,
            (Self::Named { year: Some(year), month, day }, _) => (whole(year)?, month, day),
            (Self::Named { year: None, month, day }, _) => (year?, month, day),
        };
        Day::from_ymd_opt(year, month, day).filter(|day| (1..=9999).contains(&day.year()))
    }
}

impl fmt::Display for WrittenDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Iso([year, month, day]) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Numbers { first, second, year } => write!(f, "{first}/{second}/{year}"),
            Self::Named { year: Some(year), month, day } => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Named { year: None, month, day } => write!(f, "{month:02}-{day:02}"),
        }
    }
}

/// Returns the date in numbers at the beginning of `pieces`, and how many pieces it has.
pub(super) fn in_numbers(pieces: &[Piece<'_>]) -> Option<(WrittenDay, usize)> {
    let [
        Number { value: a, digits: 1..=4 },
        Mark(one),
        Number { value: b, digits: 1..=2 },
        Mark(two),
        Number { value: c, digits },
        ..,
    ] = *pieces
    else {
        return None;
    };
    let is_long = |piece: &Piece<'_>| matches!(piece, Number { digits: 4, .. });
    if one != two || !matches!(one, '/' | '.' | '-' | '⁄' | '／') {
        return None;
    }
    match (is_long(&pieces[0]), digits) {
        (true, 1..=2) => Some((WrittenDay::Iso([a, b, c]), 5)),
        (false, 2 | 4) if a < 100 => Some((WrittenDay::Numbers { first: a, second: b, year: c }, 5)),
        _ => None,
    }
}

/// Returns the date at the beginning of `pieces`, in numbers or with a name, and how many pieces it has.
pub(super) fn at_start(pieces: &[Piece<'_>]) -> Option<(WrittenDay, usize)> {
    in_numbers(pieces).or_else(|| named(pieces))
}

/// `Sept 9`, `Sep. 9th, 2026`, `9 September 2026`, `9. Sept`.
pub(super) fn named(pieces: &[Piece<'_>]) -> Option<(WrittenDay, usize)> {
    let month_at = |at: usize| match pieces.get(at) {
        Some(Word(word)) => month(word),
        _ => None,
    };
    let day_at = |at: usize| match pieces.get(at) {
        Some(Number { value, digits: 1..=2 }) => Some(*value),
        _ => None,
    };
    let skip = |at: usize, marks: &[char], words: &[&str]| {
        let is_skipped = match pieces.get(at) {
            Some(Mark(mark)) => marks.contains(mark),
            Some(Word(word)) => words.contains(&lowercase(word).as_str()),
            _ => false,
        };
        at + usize::from(is_skipped)
    };
    let (month, day, end) = if let Some(month) = month_at(0) {
        let at = skip(1, &['.'], &[]);
        (month, day_at(at)?, skip(at + 1, &[], &["st", "nd", "rd", "th"]))
    } else {
        let day = day_at(0)?;
        let at = skip(skip(1, &['.'], &["st", "nd", "rd", "th"]), &[], &["of"]);
        (month_at(at)?, day, skip(at + 1, &['.'], &[]))
    };
    let year_at = skip(end, &[','], &[]);
    match pieces.get(year_at) {
        Some(Number { value, digits: 4 }) => Some((WrittenDay::Named { year: Some(*value), month, day }, year_at + 1)),
        _ => Some((WrittenDay::Named { year: None, month, day }, end)),
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "monday"),
    (Weekday::Tue, "tuesday"),
    (Weekday::Wed, "wednesday"),
    (Weekday::Thu, "thursday"),
    (Weekday::Fri, "friday"),
    (Weekday::Sat, "saturday"),
    (Weekday::Sun, "sunday"),
];

/// Whether `word` is `name` or its beginning, of at least three letters: `Sep`, `Sept`, `Tues`.
fn is_short_for(word: &str, name: &str) -> bool {
    word.chars().count() >= 3 && name.starts_with(&lowercase(word))
}

/// The month that `word` names, from 1.
fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, name)| is_short_for(word, name)).map(|(month, _)| month)
}

/// The day of the week that `word` names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.into_iter().find(|(_, name)| is_short_for(word, name)).map(|(day, _)| day)
}
