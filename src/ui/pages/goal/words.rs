//! Goals.

pub use crate::ui::shared::goal::words::*;

use crate::domain::{Attendance, Closing, MemberWeek};
use crate::ui::text::week::kept;

pub const MINE: &str = "Your goals";
pub const WHOSE: &str = "Whose goals";
pub const ADD: &str = "Set a goal";
pub const ADD_TITLE: &str = "New goal";
pub const EDIT_TITLE: &str = "Change the goal";
pub const EMPTY: &str = "Where do you want to be at the end of the season?";
pub const EMPTY_HINT: &str = "One goal is enough to begin with. Pick something you would be proud to tell the circle.";
pub const EMPTY_OTHER: &str = "No goals yet.";
pub const NAME: &str = "At the end I will have";
pub const NAME_EXAMPLE: &str = "Three offers to choose from";
pub const WHY: &str = "Why it matters";
pub const OBSTACLE: &str = "What is most likely to stand in the way";
pub const ADDED: &str = "Goal set";
pub const CHANGED: &str = "Goal changed";
pub const DELETED: &str = "Goal deleted";
pub const REOPENED: &str = "Goal open again";
pub const COMMITMENTS: &str = "Commitments";
pub const THIS_WEEK: &str = "This week";
pub const EARLIER: &str = "Earlier weeks";
pub const NO_COMMITMENTS: &str = "No commitments yet.";

pub const STEADINESS: &str = "The last weeks";

/// The run of weeks, and whether one of the last was forgiven.
pub fn in_a_row(weeks: usize, has_used_grace: bool) -> String {
    let run = match weeks {
        0 => return "The next check-in begins a new run.".to_owned(),
        1 => "Checked in: 1 week".to_owned(),
        weeks => format!("Checked in: {weeks} weeks in a row"),
    };
    if has_used_grace { format!("{run}, one missed week forgiven") } else { run }
}

/// Mean of what was kept, newer weeks weighing more.
pub fn consistency(share: f64) -> String {
    format!("Consistency {:.0} %: what was kept, recent weeks first", share * 100.0)
}

/// How often somebody came back after missing a week.
pub fn comebacks(times: usize) -> Option<String> {
    match times {
        0 => None,
        1 => Some("Came back once after a missed week".to_owned()),
        times => Some(format!("Came back {times} times after missed weeks")),
    }
}

/// One week in words.
pub fn week(day: &str, week: MemberWeek) -> String {
    let was = match week.attendance {
        Attendance::In => "checked in",
        Attendance::Missed => "no check-in",
        Attendance::Excused => "away",
        Attendance::Pending => "check-in still to come",
    };
    let done = kept(week.tally);
    if week.tally.total == 0 { format!("Week of {day}: {was}") } else { format!("Week of {day}: {was}, {done}") }
}

pub const fn attendance_key(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::In => "in",
        Attendance::Missed => "missed",
        Attendance::Excused => "excused",
        Attendance::Pending => "pending",
    }
}

pub fn closed(how: Closing) -> &'static str {
    match how {
        Closing::Achieved => "Goal reached. Tell the circle!",
        Closing::Dropped => "Goal given up",
    }
}

pub fn of(name: &str) -> String {
    format!("Goals of {name}")
}
