//! Days as people write them, in six languages and in the numbers of spreadsheets.
//!
//! `05/12/26` alone says neither which number is the day nor that it is not known: it is read as [`DayForm::Open`], and
//! whoever reads a whole column or chat decides once for all of it.

use super::day_parts::DayParts;
use super::left_out::CellFault;
use crate::domain::{Day, lowercase};
use chrono::{Datelike, Days, NaiveDate};

/// Which number comes first in a day such as `05/12/26`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DayOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// What a text says of a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayForm {
    /// That day.
    Known(Day),
    /// A day and a month in an order that it does not tell.
    Open {
        /// The first number.
        first: u32,
        /// The second number.
        second: u32,
        /// The year.
        year: i32,
    },
}

impl DayForm {
    /// The day in `order`.
    ///
    /// # Errors
    /// [`CellFault::NoSuchDay`] where the numbers are none in that order.
    pub fn in_order(self, order: DayOrder) -> Result<Day, CellFault> {
        let day = match (self, order) {
            (Self::Known(day), _) => Some(day),
            (Self::Open { first, second, year }, DayOrder::DayFirst) => NaiveDate::from_ymd_opt(year, second, first),
            (Self::Open { first, second, year }, DayOrder::MonthFirst) => NaiveDate::from_ymd_opt(year, first, second),
        };
        day.ok_or(CellFault::NoSuchDay)
    }

    /// The only order in which it is a day; `None` where both are, mean the same, or neither is.
    pub fn order(self) -> Option<DayOrder> {
        let read = [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| self.in_order(order).ok());
        match read {
            [Some(_), None] => Some(DayOrder::DayFirst),
            [None, Some(_)] => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether it is another day in the other order.
    pub fn is_open(self) -> bool {
        let read = [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| self.in_order(order));
        read[0] != read[1]
    }
}

/// What the days of a column say together of their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OrderFound {
    /// No day is written in a way that leaves it open.
    NotNeeded,
    /// Some decide it, and none otherwise.
    Decided(DayOrder),
    /// None decides it, or they contradict each other.
    Open,
}

/// The order of all of `forms`: decided by any that is a day in one order only.
pub fn order_of(forms: impl IntoIterator<Item = DayForm>) -> OrderFound {
    let mut decided = [false; 2];
    let mut is_open = false;
    for form in forms {
        is_open |= form.is_open();
        if let Some(order) = form.order() {
            decided[order as usize] = true;
        }
    }
    match decided {
        [true, false] => OrderFound::Decided(DayOrder::DayFirst),
        [false, true] => OrderFound::Decided(DayOrder::MonthFirst),
        [true, true] => OrderFound::Open,
        [false, false] if is_open => OrderFound::Open,
        [false, false] => OrderFound::NotNeeded,
    }
}

/// Longer texts are no day.
const LONGEST: usize = 64;

/// Reads `text`: `2026-11-23`, `23/11/2026`, `11/23/2026`, `23.11.26`, `Nov 23, 2026`, `23. November`, `2026年11月23日`,
/// `45984` (days since 30 December 1899, as spreadsheets count), each with or without a time of day. Of a range
/// (`… → …`) the end counts; a day without a year is the one nearest to `today`.
///
/// # Errors
/// [`CellFault`] where it is no day, or one that there is not.
pub fn read_day(text: &str, today: Day) -> Result<DayForm, CellFault> {
    let end = ["→", "->", " – ", " — "].iter().find_map(|arrow| text.rsplit_once(arrow)).map(|(_, end)| end);
    let text = end.filter(|end| !end.trim().is_empty()).unwrap_or(text).trim();
    if text.is_empty() || text.len() > LONGEST {
        return Err(CellFault::NoDay);
    }
    let parts = DayParts::of(&lowercase(text));
    if parts.has_other_words {
        return Err(CellFault::NoDay);
    }
    match (parts.month, parts.numbers.as_slice()) {
        (Some(month), [day, year]) if day.digits <= 2 => known(year.year(), month, day.value),
        (Some(month), [year, day]) if day.digits <= 2 => known(year.year(), month, day.value),
        (Some(month), [day]) if day.digits <= 2 => nearest(month, day.value, today),
        (None, [year, month, day]) if year.digits == 4 => known(year.year(), month.value, day.value),
        (None, [first, second, year]) if first.digits <= 2 && second.digits <= 2 && matches!(year.digits, 2 | 4) => {
            numeric(first.value, second.value, year.year(), parts.separator)
        }
        (None, [serial, ..]) if serial.digits == 5 && parts.numbers.len() <= 2 => serial_day(serial.value),
        (None, [whole]) if whole.digits == 8 => {
            known(i32::try_from(whole.value / 10_000).unwrap_or(0), whole.value / 100 % 100, whole.value % 100)
        }
        _ => Err(CellFault::NoDay),
    }
}

fn known(year: i32, month: u32, day: u32) -> Result<DayForm, CellFault> {
    let day = NaiveDate::from_ymd_opt(year, month, day).filter(|day| (1..=9999).contains(&day.year()));
    day.map(DayForm::Known).ok_or(CellFault::NoSuchDay)
}

/// Points stand between day, month and year in countries alone that write the day first.
fn numeric(first: u32, second: u32, year: i32, separator: char) -> Result<DayForm, CellFault> {
    if separator == '.' {
        return known(year, second, first);
    }
    let form = DayForm::Open { first, second, year };
    let is_day = [DayOrder::DayFirst, DayOrder::MonthFirst].iter().any(|order| form.in_order(*order).is_ok());
    if is_day { Ok(form) } else { Err(CellFault::NoSuchDay) }
}

/// Days since 30 December 1899, between the years 1954 and 2118.
fn serial_day(days: u32) -> Result<DayForm, CellFault> {
    let day = (20_000..80_000).contains(&days).then(|| {
        let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
        zero.checked_add_days(Days::new(u64::from(days)))
    });
    day.flatten().map(DayForm::Known).ok_or(CellFault::NoDay)
}

fn nearest(month: u32, day: u32, today: Day) -> Result<DayForm, CellFault> {
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    let nearest = days.min_by_key(|day| (day.to_epoch_days() - today.to_epoch_days()).abs());
    nearest.map(DayForm::Known).ok_or(CellFault::NoSuchDay)
}
