//! Questions about a text, and their answers.

use super::kinds;
use crate::domain::{Circle, Kind};
use crate::exchange::intake::{ColumnMeaning, IntakeChoice, IntakeKey, IntakeQuestion};
use crate::ui::text::time::day;

/// What is asked.
pub fn question(question: &IntakeQuestion) -> String {
    let label = question.label.as_str();
    match &question.key {
        IntakeKey::Rows(_) if label.is_empty() => "What the rows are".to_owned(),
        IntakeKey::Rows(_) => format!("What “{label}” lists"),
        IntakeKey::Column { column, .. } => match label {
            "" => format!("What column {} says", column + 1),
            label => format!("What “{label}” says"),
        },
        IntakeKey::DayOrder { .. } => of("Days", label),
        IntakeKey::Clock { .. } => of("Times", label),
        IntakeKey::Separator { .. } => of("Numbers", label),
        IntakeKey::Owner(_) => "Whose the rows are that name nobody".to_owned(),
        IntakeKey::Person(name) => format!("Who “{name}” is"),
        IntakeKey::FirstWeek(_) => "Which week is number 1".to_owned(),
        IntakeKey::Heading(_) => format!("What the heading “{label}” names"),
        IntakeKey::Entries => "What the dated lines are".to_owned(),
        IntakeKey::Week(_) if label.is_empty() => "The week of lines without a day".to_owned(),
        IntakeKey::Week(_) => format!("The week of “{label}”"),
        IntakeKey::Year => "The year of the headings".to_owned(),
    }
}

fn of(what: &str, label: &str) -> String {
    if label.is_empty() { format!("{what} are written") } else { format!("{what} in “{label}” are written") }
}

/// An answer.
pub fn choice(circle: &Circle, key: &IntakeKey, choice: &IntakeChoice) -> String {
    let words = match choice {
        IntakeChoice::Nothing if matches!(key, IntakeKey::Heading(_)) => "Nothing",
        IntakeChoice::Nothing => "Leave out",
        IntakeChoice::Kind(Kind::Goal) if matches!(key, IntakeKey::Heading(_)) => "A goal",
        IntakeChoice::Kind(Kind::Commitment) if matches!(key, IntakeKey::Entries) => "Commitments that were kept",
        IntakeChoice::Kind(Kind::Commitment) if matches!(key, IntakeKey::Rows(_)) => "Commitments",
        IntakeChoice::Kind(kind) => kinds(*kind),
        IntakeChoice::Weeks => "A check-in for each person and week",
        IntakeChoice::Meaning(meaning) => self::meaning(*meaning),
        IntakeChoice::DayFirst => "Day first: 03/04 is in April",
        IntakeChoice::MonthFirst => "Month first: 03/04 is in March",
        IntakeChoice::HoursFirst => "Hours first: 1:45 is 1 h 45 min",
        IntakeChoice::MinutesFirst => "Minutes first: 1:45 is 1 min 45 s",
        IntakeChoice::BySize => "Hours up to 4:59, minutes from 5:00 on",
        IntakeChoice::DecimalComma => "Comma for fractions: 42,195 is about 42",
        IntakeChoice::DecimalPoint => "Point for fractions: 42.195 is about 42",
        IntakeChoice::Week(cycle) => return format!("The week of {}", day(cycle.first_day())),
        IntakeChoice::Member(id) => return circle.name_of(id).unwrap_or_default().to_owned(),
        IntakeChoice::Year(year) => return year.to_string(),
        IntakeChoice::NewMember => "Somebody new, who joins the circle",
    };
    words.to_owned()
}

/// What a column says.
const fn meaning(meaning: ColumnMeaning) -> &'static str {
    use ColumnMeaning as M;
    match meaning {
        M::Words => "The words: a name, a goal, a commitment",
        M::Owner => "Whose it is",
        M::OwnerId => "Whose it is, by id",
        M::Due => "The day it is due",
        M::Done => "Done: yes or no",
        M::Status => "What became of it",
        M::Note => "Keep as a note",
        M::Week => "Its week",
        M::Goal => "The goal it serves",
        M::GoalId => "The goal, by id",
        M::Start => "Where it starts",
        M::Target => "The target",
        M::Value => "Where it is now",
        M::Share => "Percent of the way",
        M::Unit => "The unit",
        M::Measure => "The kind of measure",
        M::Why => "Why it matters",
        M::Obstacle => "What may stand in the way",
        M::Cue => "If …",
        M::Action => "… then …",
        M::Helper => "Who helps",
        M::HelperId => "Who helps, by id",
        M::Win => "The win",
        M::Blocker => "The blocker",
        M::Ask => "What they ask for",
        M::Confidence => "Confidence, 1 to 5",
        M::Focus => "What they work towards",
        M::At => "When it was measured",
        M::Day => "The day of the month",
        M::Month => "The month",
        M::Year => "The year",
        M::Created => "When it was set",
        M::Closed => "When it ended",
        M::Resolved => "When its outcome was given",
        M::Submitted => "When it was sent",
        M::Joined => "When they joined",
        M::Left => "When they left",
        M::Carried => "The weeks it was carried out of",
        M::Eased => "When it was renegotiated",
        M::ReplyTo => "The commitment it answers, by id",
        M::ReplyKind => "Cheer, help or witness",
        M::Id => "An id that stays",
        M::Nothing => "Leave out",
    }
}
