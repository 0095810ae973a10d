//! Words about roles and absences.

use crate::domain::{Cycle, Day};
use crate::ui::text;
use crate::ui::text::time::{dated, day};

pub const THIS_WEEK: &str = "This week";
pub const OFFERS: &str = "Asks and offers";
pub const AHEAD: &str = "The next eight weeks";
pub const AHEAD_HINT: &str = "Choose a turn to see why it is whose it is, to swap it, or to ask for cover.";
pub const NOT_PUBLISHED: &str = "Not published yet: likely, if nothing changes";
pub const WEEK: &str = "Week";
pub const PAUSED_WEEK: &str = "The circle pauses";
pub const BETWEEN_NOW: &str = "The circle does not meet this week";
pub const BETWEEN_WEEK: &str = "Not held";
pub const CREDITS: &str = "Who has done what";
pub const CREDITS_HINT: &str = "A credit for each turn up to this week. The rota keeps them even.";
pub const AWAY: &str = "Away";
pub const AWAY_EMPTY_TITLE: &str = "Everybody is around";
pub const AWAY_EMPTY: &str = "Holidays, night shifts, exams: say it ahead, and you owe no check-in and get no turn. You were ill? Say it afterwards.";
pub const AWAY_ADD: &str = "Say who is away";
pub const AWAY_WHO: &str = "Who";
pub const AWAY_FIRST: &str = "First day";
pub const AWAY_LAST: &str = "Last day";
pub const AWAY_NOTE: &str = "A word to the others";
pub const AWAY_SAVE: &str = "Save";
pub const AWAY_HINT: &str = "What counts is the day on which check-ins are due. Turns ahead go to somebody else, without penalty. After an \
     illness the check-in is excused too; turns that had begun stay.";
pub const AWAY_SAID: &str = "Noted. No check-in is expected for that time";
pub const AWAY_CANCEL: &str = "Not away after all";
pub const AWAY_CANCELLED: &str = "Taken back";
pub const MANAGE: &str = "The roles of the circle";
pub const MANAGE_HINT: &str = "Each takes turns by itself. A change holds from next week on.";
pub const ADD: &str = "Add a role";
pub const ADDED: &str = "Role added. It takes turns like the others";
pub const CHANGED: &str = "Role changed";
pub const PAUSE: &str = "Pause it";
pub const RESUME: &str = "Resume it";
pub const PAUSED: &str = "paused";
pub const SAID_PAUSED: &str = "Paused from next week on";
pub const SAID_RESUMED: &str = "It has turns again from next week on";
pub const NAME: &str = "Name";
pub const DUTY: &str = "What it is there for";
pub const CHECKLIST: &str = "What to do, one thing per line";
pub const OWN_WORDS: &str = "Leave empty for the usual words.";
pub const CHECKLIST_SHOW: &str = "What to do";
pub const WORK: &str = "Open the work";
pub const LOOK: &str = "See the work";
pub const NOT_BEGUN: &str = "Nobody has a role yet: the first turns begin with the first season.";

pub fn not_away(name: &str) -> String {
    format!("{AWAY_CANCEL}: {name}")
}

pub fn why(name: &str) -> String {
    format!("Why {name}?")
}

pub fn edit(name: &str) -> String {
    format!("Change {name}")
}

/// The page's heading: what this week asks of the reader.
pub fn heading(own: &[String], next: Option<(&str, Cycle)>) -> String {
    match (own, next) {
        ([], None) => "No role for you in the next weeks".to_owned(),
        ([], Some((role, cycle))) => {
            format!("Your next turn: {role} from {}", day(cycle.first_day()))
        }
        (own, _) => format!("You are {} this week", text::list(own)),
    }
}

/// "7 Dec to 13 Dec", "from 7 Dec on"; days of other years than that of `today` with their year.
pub fn days(first: Day, last: Option<Day>, today: Day) -> String {
    let day = |day| dated(day, today);
    match last {
        Some(last) if last == first => day(first),
        Some(last) => format!("{} to {}", day(first), day(last)),
        None => format!("from {} on", day(first)),
    }
}
