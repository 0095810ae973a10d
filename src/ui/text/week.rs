//! The week, as several pages speak of it.

use crate::domain::{SeasonWeek, Tally, Wait};

pub const NO_COMMITMENTS: &str = "no commitments";
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
        0 => NO_COMMITMENTS.to_owned(),
        _ => so_far(tally),
    }
}

/// "2 kept, 1 open" while something is open, since nothing is decided then; "2 of 3 kept" afterwards.
fn so_far(Tally { kept, open, total, .. }: Tally) -> String {
    match (kept, open) {
        (_, 0) => format!("{kept} of {total} kept"),
        (0, open) => format!("{open} open"),
        (kept, open) => format!("{kept} kept, {open} open"),
    }
}

/// What stands above commitments of the next week that is held.
pub fn next(wait: Wait) -> String {
    match wait {
        Wait::NextWeek => "Next week".to_owned(),
        Wait::AfterPause => "After the pause".to_owned(),
        Wait::Weeks(weeks) => format!("In {weeks} weeks"),
    }
}

pub fn ring(seats: &str) -> String {
    format!("This week: {seats}")
}

pub fn seat(name: &str, mark: &str, tally: Tally) -> String {
    let name = if mark.is_empty() { name.to_owned() } else { format!("{name} ({mark})") };
    match tally.total {
        0 => format!("{name}: {NO_COMMITMENTS}"),
        _ => format!("{name}: {}", so_far(tally)),
    }
}

/// "Week 7", or "Week of 7 Dec" between seasons.
pub fn name(number: Option<u32>, day: &str) -> String {
    number.map_or_else(|| format!("Week of {day}"), |number| format!("Week {number}"))
}
