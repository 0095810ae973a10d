//! The circle's clocks.

use super::time::{WEEKDAYS, city, clock as time_of_day};
use crate::domain::{Clock, LocalTime, Rhythm, WeeklyTime};

pub const TITLE: &str = "Rhythm";
pub const NEXT: &str = "Next events";
pub const EDIT: &str = "Change the rhythm";
pub const EXPORT: &str = "Add to a calendar";
pub const EXPORTED: &str = "The calendar file is downloaded. Open it to add the events.";
pub const MOVED: &str = "moved";
pub const MINUTES: &str = "The review takes, in minutes";
pub const PLACE: &str = "Where the review is: a place or a link";
pub const ZONE: &str = "All on the clocks of";
pub const PAST_STAYS: &str =
    "Past weeks stay as they were. The change holds from the first week whose clocks are all ahead.";

pub const fn clock(clock: Clock) -> &'static str {
    match clock {
        Clock::Updates => "Check-ins due",
        Clock::Review => "Review",
        Clock::NextSteps => "Next steps due",
    }
}

pub const fn slug(clock: Clock) -> &'static str {
    match clock {
        Clock::Updates => "rhythm",
        Clock::Review => "review",
        Clock::NextSteps => "next-steps",
    }
}

pub const fn day_label(clock: Clock) -> &'static str {
    match clock {
        Clock::Updates => "Check-ins are due on",
        Clock::Review => "The review is on",
        Clock::NextSteps => "Next steps are due on",
    }
}

pub const fn time_label(clock: Clock) -> &'static str {
    match clock {
        Clock::Updates => "Check-ins are due at",
        Clock::Review => "The review begins at",
        Clock::NextSteps => "Next steps are due at",
    }
}

/// "Updates are due Thursdays at 18:00, the review is Fridays at 17:00 …"
pub fn times(rhythm: &Rhythm) -> String {
    let at = |WeeklyTime { weekday, minute }: WeeklyTime| {
        format!("{}s at {}", WEEKDAYS[weekday.num_days_from_monday() as usize], time_of_day(minute))
    };
    let place = match rhythm.review.place.as_str() {
        "" => String::new(),
        place => format!(" ({place})"),
    };
    format!(
        "Updates are due {}. The review is {}, {} minutes{place}. Next steps are due {}. All {} time.",
        at(rhythm.updates_due),
        at(rhythm.review.at),
        rhythm.review.minutes,
        at(rhythm.next_steps_due),
        city(&rhythm.zone),
    )
}

pub fn there(city: &str, time: &str) -> String {
    format!("{time} in {city}")
}

/// What is odd about a local time, as clocks change.
pub const fn odd(kind: LocalTime) -> &'static str {
    match kind {
        LocalTime::Once => "",
        LocalTime::Twice => "clocks go back: the first of the two",
        LocalTime::Missing => "clocks go forward over it: moved on",
    }
}

pub fn changed(monday: &str) -> String {
    format!("Rhythm changed from the week of {monday} on")
}
