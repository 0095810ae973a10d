//! The season: where it is, how it ends, how the next one begins.

use crate::domain::{GoalNext, SeasonChoice};
use crate::ui::text::count;

pub const NAME: &str = "Season";
pub const LEAD: &str = "Some weeks with a beginning and an end: then you look back, thank each other, and choose anew.";
pub const WHERE: &str = "Where you are";
pub const NONE: &str = "How long do you want to try it?";
pub const NONE_HINT: &str =
    "A season has an end in sight. Nobody has to leave in the middle, and everybody can leave at the end.";
pub const RUNS_HINT: &str = "In the last week each of you says what to keep, what to change, and whom to thank. Then each says whether they go on.";
pub const CLOSES: &str = "This is the last week. Look back together, in the session or here.";
pub const OVER: &str = "It is over, and the next one has not begun.";
pub const SINCE: &str = "The last season is over. What you still want to say of it has its place here for two weeks.";
pub const TO_RHYTHM: &str = "To the rhythm and its weeks";

pub const LOOK_BACK: &str = "Look back";
pub const LOOK_AGAIN: &str = "Change what I said";
pub const LOOK_EMPTY: &str = "What would you miss, and what would you not?";
pub const LOOK_EMPTY_HINT: &str = "Two sentences are enough. Everyone in the circle reads them.";
pub const LOOK_EMPTY_EXAMPLE: &str = "Keep: two questions before any advice. Change: begin on time.";
pub const KEEP: &str = "Keep";
pub const KEEP_LABEL: &str = "What shall stay as it is";
pub const KEEP_EXAMPLE: &str = "Two questions before any advice";
pub const CHANGE: &str = "Change";
pub const CHANGE_LABEL: &str = "What shall change";
pub const CHANGE_EXAMPLE: &str = "We begin on time, whoever is there";
pub const THANKS_TO: &str = "Whom do you thank";
pub const THANKS_ALL: &str = "All of you";
pub const THANKS_LABEL: &str = "What for";
pub const THANKS_EXAMPLE: &str = "For the call on the day before my interview";
pub const SAY: &str = "Say it";
pub const SAID: &str = "Said. Send the circle, so that the others read it";
pub const THANKS: &str = "Thanks";
pub const THANKS_NONE: &str = "Nobody has said thanks yet. It takes a sentence.";

pub const GOES_ON: &str = "Who goes on";
pub const SILENT: &str = "Have not said yet";
pub const CHOOSE: &str = "Say whether you go on";
pub const CHOOSE_AGAIN: &str = "Change my mind";
pub const CHOICE: &str = "After this season";
pub const GOALS: &str = "Your goals";
pub const WORD: &str = "A word to the others";
pub const WORD_EXAMPLE: &str = "One more season, with a smaller goal";
pub const CHOSEN: &str = "Said. Send the circle, so that the others know";
pub const LEAVES_AT_END: &str = "Until the season's end everything stays as it is. Your turns after it go to others, what you did stays, and you can come back.";
pub const LEAVES_NOW: &str = "The season is over, so you leave at once. What you did stays, and you can come back.";
pub const FAREWELL: &str = "Say goodbye";
pub const YOU: &str = "you";

pub const NEXT: &str = "The next season";
pub const NEXT_WEEKS: &str = "How long";
pub const NEXT_BEGIN: &str = "Begin the next season";
pub const FIRST_BEGIN: &str = "Begin the season";
pub const NEXT_HINT: &str = "The goals that each of you carries go on; who leaves is seen off.";
pub const CHARTER: &str = "Does the charter still fit?";
pub const EARLIER: &str = "Earlier seasons";

pub const fn choice(choice: SeasonChoice) -> &'static str {
    match choice {
        SeasonChoice::Stay => "I go on",
        SeasonChoice::Leave => "I leave",
    }
}

pub const fn goal_next(next: GoalNext) -> &'static str {
    match next {
        GoalNext::Carried => "goes on",
        GoalNext::Achieved => "reached",
        GoalNext::Dropped => "let go",
    }
}

/// The first and the last day of a season.
pub fn span(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// A length in a list, with the day that it ends on.
pub fn weeks(weeks: u16, last: &str) -> String {
    format!("{weeks} weeks, until {last}")
}

pub fn begins(first: &str) -> String {
    format!("It begins on {first}.")
}

/// The season that was begun already.
pub fn begun(first: &str, weeks: u16) -> String {
    format!("It begins on {first} and has {weeks} weeks.")
}

pub const BEGUN: &str = "The next season is set. Send the circle, so that it begins for all of you";

/// What a member has said of going on.
pub fn member(choice: Option<SeasonChoice>, carried: usize, has_left: bool) -> String {
    match choice {
        None => String::new(),
        Some(SeasonChoice::Leave) if has_left => "has left".to_owned(),
        Some(SeasonChoice::Leave) => "leaves with the season".to_owned(),
        Some(SeasonChoice::Stay) if carried == 0 => "goes on".to_owned(),
        Some(SeasonChoice::Stay) => format!("goes on with {}", count(carried, "goal", "goals")),
    }
}

/// From whom to whom thanks go; `None` for all of them.
pub fn thanks(from: &str, to: Option<&str>) -> String {
    match to {
        Some(to) => format!("{from} thanks {to}"),
        None => format!("{from} thanks all of you"),
    }
}

pub fn goodbye(name: &str) -> String {
    format!("Say goodbye to {name}")
}

pub fn gone(name: &str) -> String {
    format!("{name} has left, with your thanks")
}
