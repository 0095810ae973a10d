//! A zone's clock changes as a `VTIMEZONE` (RFC 5545, section 3.6.5).
//!
//! Nothing but offsets is known of a zone, so its changes are found by asking. Where they follow the calendar
//! in each year that is looked at, they are written as two yearly rules, which every calendar understands
//! and which go on to hold; else, one by one.

use super::lines::{Lines, local, offset};
use crate::domain::{DAY, MINUTE, Timestamp, ZoneId, ZoneRules};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// How many years are looked at, most of all.
const MOST_YEARS: i32 = 24;
/// How far apart the zone is asked first; no change of clocks is taken back sooner.
const STEP: i64 = 7 * DAY;

/// A moment at which the clocks of a zone change.
#[derive(Clone, Copy)]
struct Transition {
    /// What they showed until then.
    local: NaiveDateTime,
    /// Seconds east of Greenwich before and after.
    from: i32,
    to: i32,
}

/// A day of each year.
#[derive(Clone, Copy, PartialEq)]
struct YearlyDay {
    month: u32,
    /// -1 for the last.
    nth: i32,
    weekday: Weekday,
}

/// Appends the zone for all instants from `first` to `last`, called `name` in the file.
pub(super) fn put(
    lines: &mut Lines,
    zones: &dyn ZoneRules,
    zone: &ZoneId,
    name: &str,
    first: Timestamp,
    last: Timestamp,
) {
    // A year more on either side: observances must have begun, and a rule shows in several years.
    let years = (year_of(first) - 1, (year_of(last) + 2).min(year_of(first) + MOST_YEARS));
    let (at_first, turns) = turns(zones, zone, years);
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", name);
    match yearly(&turns, years) {
        Some(rules) => {
            for (turn, day) in rules {
                let nth = if day.nth < 0 { "-1".to_owned() } else { day.nth.to_string() };
                let rule = format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{}", day.month, weekday(day.weekday));
                observance(lines, turn, &[("RRULE", rule)]);
            }
        }
        None => {
            let year = if turns.is_empty() { 1970 } else { years.0 };
            let start = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN);
            observance(lines, Transition { local: start, from: at_first, to: at_first }, &[]);
            for turn in turns {
                observance(lines, turn, &[]);
            }
        }
    }
    lines.put("END", "VTIMEZONE");
}

fn observance(lines: &mut Lines, turn: Transition, rule: &[(&str, String)]) {
    let name = if turn.to > turn.from { "DAYLIGHT" } else { "STANDARD" };
    lines.put("BEGIN", name);
    lines.put("DTSTART", &local(turn.local));
    lines.put("TZOFFSETFROM", &offset(turn.from));
    lines.put("TZOFFSETTO", &offset(turn.to));
    for (name, value) in rule {
        lines.put(name, value);
    }
    lines.put("END", name);
}

fn year_of(at: Timestamp) -> i32 {
    at.at_offset(0).year()
}

/// The offset at the beginning of the years from `years.0` on, and each change until those of `years.1` are over.
fn turns(zones: &dyn ZoneRules, zone: &ZoneId, years: (i32, i32)) -> (i32, Vec<Transition>) {
    let offset = |at| zones.offset(zone, at).unwrap_or(0);
    let new_year = |year| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        Timestamp::from_local(day.and_time(NaiveTime::MIN), 0)
    };
    let (start, end) = (new_year(years.0), new_year(years.1 + 1));
    let mut found = Vec::new();
    let mut before = start;
    for _ in 0..(end.millis() - start.millis()) / STEP {
        let after = before.plus(STEP);
        let (from, to) = (offset(before), offset(after));
        if from != to {
            found.push(turn(&offset, before, after));
        }
        before = after;
    }
    (offset(start), found)
}

/// The one change between `before` and `after`, to the minute.
fn turn(offset: &dyn Fn(Timestamp) -> i32, mut before: Timestamp, mut after: Timestamp) -> Transition {
    let (from, to) = (offset(before), offset(after));
    while after.millis() - before.millis() > MINUTE {
        let middle = before.plus((after.millis() - before.millis()) / 2 / MINUTE * MINUTE);
        if offset(middle) == from {
            before = middle;
        } else {
            after = middle;
        }
    }
    Transition { local: after.at_offset(from), from, to }
}

/// The two yearly rules that the changes follow, each with its first change; `None` where they do not.
fn yearly(turns: &[Transition], years: (i32, i32)) -> Option<[(Transition, YearlyDay); 2]> {
    let count = usize::try_from(years.1 - years.0 + 1).ok()?;
    if turns.len() != 2 * count {
        return None;
    }
    let rule = |first: usize| {
        let own: Vec<Transition> = turns.iter().skip(first).step_by(2).copied().collect();
        let turn = *own.first()?;
        // The last of a month is what it is named by where it is always the last.
        let mut days = [-1, nth(turn.local)].map(|nth| day_of(turn.local, nth)).into_iter();
        let fits = |day: &YearlyDay| {
            (years.0..).zip(&own).all(|(year, other)| {
                let is_same = (other.from, other.to, other.local.time()) == (turn.from, turn.to, turn.local.time());
                is_same
                    && other.local.year() == year
                    && day_of(other.local, day.nth) == *day
                    && is_nth(other.local, day.nth)
            })
        };
        days.find(fits).map(|day| (turn, day))
    };
    Some([rule(0)?, rule(1)?])
}

fn day_of(at: NaiveDateTime, nth: i32) -> YearlyDay {
    YearlyDay { month: at.month(), nth, weekday: at.weekday() }
}

/// Which of its weekdays in the month the day of `at` is, from 1.
fn nth(at: NaiveDateTime) -> i32 {
    at.day0() as i32 / 7 + 1
}

fn is_nth(at: NaiveDateTime, wanted: i32) -> bool {
    let is_last = (at.date() + chrono::Days::new(7)).month() != at.month();
    if wanted < 0 { is_last } else { nth(at) == wanted }
}

/// `MO` to `SU`.
pub(super) fn weekday(day: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.num_days_from_monday() as usize]
}

/// Whether times of the zone are written in UTC: the zone is Greenwich, or nobody knows it.
pub(super) fn is_utc(zones: &dyn ZoneRules, zone: &ZoneId, at: Timestamp) -> bool {
    *zone == ZoneId::utc() || zones.offset(zone, at).is_none()
}

/// A zone's name as it can stand in a file.
pub(super) fn name(zone: &ZoneId) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_/+-".contains(c);
    zone.as_str().chars().map(|c| if is_plain(c) { c } else { '-' }).collect()
}
