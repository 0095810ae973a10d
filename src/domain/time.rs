//! Instants, days and local times, without any clock of their own.
//!
//! Time and zone rules are arguments everywhere: the page hands in the browser's, the tests a table.

pub use super::zone::ZoneId;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use std::fmt;

/// A calendar day without a zone.
pub type Day = NaiveDate;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Timestamp(i64);

/// One minute, in the unit of [`Timestamp`].
pub const MINUTE: i64 = 60_000;
/// One hour, in the unit of [`Timestamp`].
pub const HOUR: i64 = 60 * MINUTE;
/// 24 hours, in the unit of [`Timestamp`].
pub const DAY: i64 = 24 * HOUR;

impl Timestamp {
    /// From milliseconds since the epoch, kept within the years 1 to 9999.
    pub const fn from_millis(millis: i64) -> Self {
        const FIRST: i64 = -62_135_596_800_000;
        const LAST: i64 = 253_402_300_799_999;
        Self(if millis < FIRST {
            FIRST
        } else if millis > LAST {
            LAST
        } else {
            millis
        })
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This instant moved by `millis`.
    pub const fn plus(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// Date and time as read on a clock `offset` seconds east of Greenwich.
    pub fn at_offset(self, offset: i32) -> NaiveDateTime {
        let millis = self.plus(i64::from(offset) * 1000).0;
        let days = millis.div_euclid(DAY);
        let seconds = (millis.rem_euclid(DAY) / 1000) as u32;
        let day = NaiveDate::from_epoch_days(days as i32).unwrap_or(NaiveDate::MIN);
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(NaiveTime::MIN);
        day.and_time(time)
    }

    /// The instant at which a clock `offset` seconds east of Greenwich shows `local`.
    pub fn from_local(local: NaiveDateTime, offset: i32) -> Self {
        let seconds = i64::from(local.num_seconds_from_midnight()) - i64::from(offset);
        Self::from_millis(i64::from(local.date().to_epoch_days()) * DAY + seconds * 1000)
    }

    /// Reads `2026-11-23T19:05:54Z` or `2026-11-23T19:05:54.120Z`, the forms that [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_suffix('Z')?;
        let (day, time) = text.split_once('T')?;
        let (time, millis) = match time.split_once('.') {
            Some((time, fraction)) => (time, digits(fraction, 3)?),
            None => (time, 0),
        };
        let mut parts = time.split(':');
        let hour = digits(parts.next()?, 2)?;
        let minute = digits(parts.next()?, 2)?;
        let second = digits(parts.next()?, 2)?;
        if parts.next().is_some() {
            return None;
        }
        let time = NaiveTime::from_hms_opt(hour, minute, second)?;
        Some(Self::from_local(parse_day(day)?.and_time(time), 0).plus(i64::from(millis)))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at_offset(0);
        let (day, time) = (iso_day(at.date()), at.time());
        write!(f, "{day}T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        match self.0.rem_euclid(1000) {
            0 => f.write_str("Z"),
            millis => write!(f, ".{millis:03}Z"),
        }
    }
}

/// `2026-11-23`.
pub fn iso_day(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Reads `2026-11-23`, of the years 1 to 9999; nothing else.
pub fn parse_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4).filter(|year| *year > 0)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// `2026-11-23T18:00`: a local time to the minute, without a zone.
pub fn iso_local(local: NaiveDateTime) -> String {
    format!("{}T{:02}:{:02}", iso_day(local.date()), local.hour(), local.minute())
}

/// Reads what [`iso_local`] writes; nothing else.
pub fn parse_local(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    let (hour, minute) = time.split_once(':')?;
    let time = NaiveTime::from_hms_opt(digits(hour, 2)?, digits(minute, 2)?, 0)?;
    Some(parse_day(day)?.and_time(time))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    if text.len() == count && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// `day` moved by `days`; `day` itself where that leaves the years 1 to 9999, which [`parse_day`] reads.
pub fn day_plus(day: Day, days: i64) -> Day {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.filter(|moved| (1..=9999).contains(&moved.year())).unwrap_or(day)
}

/// What a set of zone rules must answer; the page asks the browser's `Intl`, the tests `chrono-tz`.
pub trait ZoneRules {
    /// Seconds east of Greenwich in `zone` at `at`; `None` where the zone is not known.
    fn offset(&self, zone: &ZoneId, at: Timestamp) -> Option<i32>;

    /// The clock in `zone` at `at`; an unknown zone reads as UTC.
    fn local(&self, zone: &ZoneId, at: Timestamp) -> NaiveDateTime {
        at.at_offset(self.offset(zone, at).unwrap_or(0))
    }

    /// When a clock in `zone` shows `local`, and whether that time is ordinary.
    ///
    /// A time that does not exist moves forward by the length of the gap; one that exists twice means
    /// the first (RFC 5545, section 3.3.5).
    fn resolve(&self, zone: &ZoneId, local: NaiveDateTime) -> Resolved {
        // The offsets in force a day before and after bracket every change of one day.
        let guess = Timestamp::from_local(local, 0);
        let before = self.offset(zone, guess.plus(-DAY)).unwrap_or(0);
        let after = self.offset(zone, guess.plus(DAY)).unwrap_or(0);
        let holds = |offset: i32| {
            let at = Timestamp::from_local(local, offset);
            (self.offset(zone, at).unwrap_or(0) == offset).then_some(at)
        };
        match (holds(before), holds(after)) {
            (Some(first), Some(second)) if first != second => Resolved { at: first.min(second), kind: LocalTime::Fold },
            (Some(at), _) | (None, Some(at)) => Resolved { at, kind: LocalTime::Unambiguous },
            (None, None) => Resolved { at: Timestamp::from_local(local, before), kind: LocalTime::Gap },
        }
    }
}

/// An instant found from a local time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// The instant.
    pub at: Timestamp,
    /// Whether the local time was ordinary.
    pub kind: LocalTime,
}

/// How often a local time occurs, in the terms of PEP 495.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LocalTime {
    /// Once, as nearly always.
    Unambiguous,
    /// Twice: clocks were put back over it.
    Fold,
    /// Never: clocks were put forward over it.
    Gap,
}

/// A weekday and a time of day in the circle's zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WeeklyTime {
    /// The day of the week.
    pub weekday: Weekday,
    /// Minutes since midnight, 0 to 1439.
    pub minute: u16,
}

impl WeeklyTime {
    /// That hour and minute of the day; `None` where a day has none such, however large they are.
    pub fn at(weekday: Weekday, hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self { weekday, minute: hour * 60 + minute })
    }
}

/// A span of time cut to the two units that people read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// Whole days.
    pub days: i64,
    /// Whole hours beside the days.
    pub hours: i64,
    /// Whole minutes beside the hours.
    pub minutes: i64,
}

impl Span {
    /// Between two instants, whichever comes first.
    pub fn between(a: Timestamp, b: Timestamp) -> Self {
        let millis = (a.millis() - b.millis()).abs();
        Self { days: millis / DAY, hours: millis % DAY / HOUR, minutes: millis % HOUR / 60_000 }
    }
}
