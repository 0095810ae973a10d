//! The circle's clocks.

pub use crate::ui::shared::rhythm::words::*;

use crate::domain::{Clock, Interval, Rhythm, Tense, WeeklyTime, ZoneId};
use crate::ui::text::count;
use crate::ui::text::time::WEEKDAYS;
use crate::ui::text::time::city;
use crate::ui::text::time::clock as time_of_day;

pub const EXPORT: &str = "Add to a calendar";
pub const EXPORTED: &str = "Open the calendar file to add the events.";
pub const PAUSED: &str = "paused";
pub const NEW_TIMES: &str = "new times";
pub const MINUTES: &str = "The session takes, in minutes";
pub const PLACE: &str = "Where the session is: a place or a link";
pub const INTERVAL: &str = "The circle meets";
pub const BETWEEN: &str = "not held";
pub const ZONE: &str = "All on the clocks of";
pub const NOTHING: &str = "Nothing is planned";

pub const fn interval(interval: Interval) -> &'static str {
    match interval {
        Interval::EveryWeek => "every week",
        Interval::EverySecond => "every second week",
        Interval::EveryFourth => "every fourth week",
    }
}

/// The page's heading: what comes next, `until` as in "in 1 day 4 h".
pub fn headline(clock: Clock, until: &str) -> String {
    match clock {
        Clock::CheckIns => format!("Check-ins are due {until}"),
        Clock::Session => format!("The session begins {until}"),
        Clock::NextSteps => format!("Next commitments are due {until}"),
    }
}

pub const fn day_label(clock: Clock) -> &'static str {
    match clock {
        Clock::CheckIns => "Check-ins are due on",
        Clock::Session => "The session is on",
        Clock::NextSteps => "Next commitments are due on",
    }
}

pub const fn time_label(clock: Clock) -> &'static str {
    match clock {
        Clock::CheckIns => "Check-ins are due at",
        Clock::Session => "The session begins at",
        Clock::NextSteps => "Next commitments are due at",
    }
}

/// The rhythm as sentences.
pub mod sentences {
    use super::*;

    pub const TITLE: &str = "In plain words";
    pub const AT: &str = "at";
    pub const AND: &str = "and";
    pub const TAKES: &str = "takes";
    pub const UNIT: &str = "minutes,";
    pub const PLACE_EXAMPLE: &str = "a place or a link";

    fn at(WeeklyTime { weekday, minute }: WeeklyTime) -> String {
        format!("{}s at {}", WEEKDAYS[weekday.num_days_from_monday() as usize], time_of_day(minute))
    }

    /// "The circle meets every second week."; nothing where it meets every week.
    pub fn interval(rhythm: &Rhythm) -> String {
        match rhythm.interval {
            Interval::EveryWeek => String::new(),
            other => format!("{INTERVAL} {}.", super::interval(other)),
        }
    }

    /// "Check-ins are due Thursdays at 18:00, Lisbon time."
    pub fn updates(rhythm: &Rhythm) -> String {
        format!("Check-ins are due {}, {} time.", at(rhythm.check_ins_due), city(&rhythm.zone))
    }

    /// "The session is Fridays at 17:00, for 45 minutes." The place follows it.
    pub fn review(rhythm: &Rhythm) -> String {
        format!("The session is {}, for {} minutes.", at(rhythm.session.at), rhythm.session.minutes)
    }

    pub fn next_steps(rhythm: &Rhythm) -> String {
        format!("Next commitments are due {}.", at(rhythm.next_steps_due))
    }

    pub fn unknown_zone(zone: &ZoneId) -> String {
        match zone.is_named() {
            true => format!(
                "This browser does not know the time zone “{}” and counts in UTC instead. Update the browser, or choose another zone for the circle.",
                zone.as_str()
            ),
            false => "The circle has no time zone, so its times are in UTC. Choose one.".to_owned(),
        }
    }

    pub fn your_clocks(here: &ZoneId, there: &ZoneId) -> String {
        format!(
            "The circle goes by the clocks of {}. The dates on this page are on yours, {}.",
            city(there),
            city(here)
        )
    }

    pub fn holds_from(monday: &str) -> String {
        format!("This holds from the week of {monday} on. Until then:")
    }

    pub fn will_hold_from(monday: &str) -> String {
        format!(
            "The change holds from the week of {monday} on: the first in which nothing was due yet. Weeks before it stay as \
             they were."
        )
    }
}

pub fn changed(monday: &str) -> String {
    format!("Rhythm changed from the week of {monday} on")
}

/// The weeks of the season.
pub mod season {
    use super::*;

    pub const TITLE: &str = "The season";
    pub const AHEAD: &str = "The coming weeks";
    pub const HINT: &str =
        "Choose a week to pause it, or to hold its session at another time. Weeks that are over stay as they were.";
    pub const WITHOUT: &str = "No season is running. Check-ins and sessions go on from week to week all the same, until the circle pauses them.";

    pub fn head(number: u32, of: u32) -> String {
        format!("week {number} of {of}")
    }

    pub fn end(last: &str) -> String {
        format!(
            "The season ends on {last}. Check-ins and sessions go on after it; only the calendar file ends with the season."
        )
    }

    pub const NUMBER: &str = "Week";
    pub const UNNUMBERED: &str = "Week of";

    /// Said after a week's name for people who do not see its colour.
    pub const fn tense(tense: Tense) -> &'static str {
        match tense {
            Tense::Past => "over",
            Tense::Current => "now",
            Tense::Ahead => "to come",
        }
    }
}

/// One week.
pub mod week {
    pub const PAUSE_TITLE: &str = "A week off";
    pub const PAUSE: &str = "Pause this week";
    pub const PAUSE_HINT: &str =
        "Nothing is due then, no turn is filled, and it neither extends nor breaks anybody’s streak.";
    pub const RESUME: &str = "End the pause";
    pub const IS_PAUSED: &str = "The circle pauses this week: nothing is due, and nobody meets.";
    pub const MOVE_TITLE: &str = "Another time for the session";
    pub const MOVE: &str = "Move the session";
    pub const KEEP: &str = "Hold it at the usual time";
    pub const DATE: &str = "Hold the session on";
    pub const TIME: &str = "at";
    pub const NO_TIME: &str = "Choose a day and a time.";

    /// `number` only within a season.
    pub fn title(number: Option<u32>, first: &str, last: &str) -> String {
        let days = format!("{first} to {last}");
        number.map_or_else(|| days.clone(), |number| format!("Week {number}, {days}"))
    }

    pub fn too_late(due: &str) -> String {
        format!("Its check-ins were due {due}, and people have acted on that: it can no longer be paused.")
    }

    pub fn stays_paused(due: &str) -> String {
        format!("Its check-ins would have been due {due}: the pause can no longer be ended.")
    }

    pub fn is_over(next: &str) -> String {
        format!("This week is over. A session that did not take place can be caught up on until the next one, {next}.")
    }

    pub fn usual(time: &str) -> String {
        format!("Usually it is {time}.")
    }

    pub fn clocks(city: &str) -> String {
        format!("on the clocks of {city}.")
    }

    pub fn for_you(when: &str) -> String {
        format!("For you that is {when}.")
    }

    pub fn paused(monday: &str) -> String {
        format!("The circle pauses in the week of {monday}")
    }

    pub fn resumed(monday: &str) -> String {
        format!("The pause in the week of {monday} is ended")
    }

    pub fn moved(monday: &str) -> String {
        format!("The session in the week of {monday} is moved")
    }

    pub fn kept(monday: &str) -> String {
        format!("The session in the week of {monday} is at its usual time")
    }
}

/// The calendar file.
pub mod export {
    use super::*;

    pub const TITLE: &str = "In your own calendar";
    pub const AGAIN: &str = "A calendar imports the file once and hears of no later change. After the rhythm changed, a week was paused \
        or a session moved, make the file again and import it over the older one. If an event that was called off stays, \
        remove it by hand: not every calendar takes events away.";
    pub const EMPTY: &str = "The file holds the weeks of a season, and none is running or planned.";

    /// `weeks` are left of the season.
    pub fn holds(weeks: usize) -> String {
        format!(
            "A file with the check-ins, sessions and next commitments of the season, {} of it to come. Its alarms ring even \
             when this app is closed: a day and two hours before a check-in is due, a quarter of an hour before a \
             session, two hours before next commitments are due.",
            count(weeks, "week", "weeks")
        )
    }
}
