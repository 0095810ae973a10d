//! The week, as several pages speak of it.

use crate::domain::{SeasonWeek, Tally};

pub const NOTHING_PROMISED: &str = "nothing promised";
pub const NEXT: &str = "Next week";
pub const YOU: &str = "you";

pub fn place(circle: &str, week: Option<SeasonWeek>) -> String {
    match week {
        Some(SeasonWeek { number, of }) => format!("{circle} · week {number} of {of}"),
        None => format!("{circle} · between seasons"),
    }
}

pub fn season(week: SeasonWeek) -> String {
    format!("Season: week {} of {}", week.number, week.of)
}

pub fn kept(tally: Tally) -> String {
    match tally.total {
        0 => NOTHING_PROMISED.to_owned(),
        total => format!("{} of {total} kept", tally.kept),
    }
}

pub fn ring(seats: &str) -> String {
    format!("This week: {seats}")
}

pub fn seat(name: &str, mark: &str, tally: Tally) -> String {
    let name = if mark.is_empty() { name.to_owned() } else { format!("{name} ({mark})") };
    match tally.total {
        0 => format!("{name} {NOTHING_PROMISED}"),
        total => format!("{name} kept {} of {total}", tally.kept),
    }
}

/// "Week 7", or "Week of 7 Dec" between seasons.
pub fn name(number: Option<u32>, day: &str) -> String {
    number.map_or_else(|| format!("Week of {day}"), |number| format!("Week {number}"))
}
