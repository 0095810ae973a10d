//! Moments and spans.

use crate::domain::{Day, DayDoubt, Rhythm, Span, Timestamp, WeeklyTime, ZoneId};
use crate::platform::{self, DateStyle};
use chrono::Datelike;

/// "in 1 day 4 h", "2 days ago", "now".
pub fn relative(now: Timestamp, at: Timestamp) -> String {
    let span = Span::between(now, at);
    let text = match span {
        Span { days: 0, hours: 0, minutes: 0 } => return "now".to_owned(),
        Span { days: 0, hours: 0, minutes } => format!("{minutes} min"),
        Span { days: 0, hours, .. } => format!("{hours} h"),
        Span { days: 1, hours: 0, .. } => "1 day".to_owned(),
        Span { days: 1, hours, .. } => format!("1 day {hours} h"),
        Span { days, .. } => format!("{days} days"),
    };
    if at > now { format!("in {text}") } else { format!("{text} ago") }
}

/// "Thu 18:00" on the viewer's clocks, with the circle's time beside it where that is another.
pub fn due(at: Timestamp, rhythm: &Rhythm) -> String {
    let own = platform::instant_text(at, DateStyle::WeekdayTime, None);
    let theirs = platform::instant_text(at, DateStyle::WeekdayTime, Some(&rhythm.zone));
    if own == theirs { own } else { format!("{own} (in {} {theirs})", city(&rhythm.zone)) }
}

/// "Thu 18:00".
pub fn short(at: Timestamp) -> String {
    platform::instant_text(at, DateStyle::WeekdayTime, None)
}

/// "7 Dec".
pub fn day(day: Day) -> String {
    platform::day_text(day, DateStyle::DayMonth)
}

/// "7 Dec", and "7 December 2027" in another year than that of `today`.
pub fn dated(day: Day, today: Day) -> String {
    let style = if day.year() == today.year() { DateStyle::DayMonth } else { DateStyle::Full };
    platform::day_text(day, style)
}

/// What is asked beside a day that looks odd.
pub fn doubt(doubt: DayDoubt) -> String {
    match doubt {
        DayDoubt::Past { days: 1 } => "That was yesterday. Is it the day you mean?".to_owned(),
        DayDoubt::Past { days } => format!("That was {days} days ago. Is it the day you mean?"),
        DayDoubt::OtherYear(year) => format!("In {year}."),
    }
}

/// `Europe/Lisbon` → "Lisbon"; "UTC" for the name of no zone, by which times are counted then.
pub fn city(zone: &ZoneId) -> String {
    if !zone.is_named() {
        return city(&ZoneId::utc());
    }
    zone.as_str().rsplit('/').next().unwrap_or_default().replace('_', " ")
}

/// "Thursdays at 18:00, Lisbon time".
pub fn weekly(rhythm: &Rhythm) -> String {
    let WeeklyTime { weekday, minute } = rhythm.check_ins_due;
    let day = WEEKDAYS[weekday.num_days_from_monday() as usize];
    format!("{day}s at {}, {} time", clock(minute), city(&rhythm.zone))
}

/// Minutes since midnight as `18:00`.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
