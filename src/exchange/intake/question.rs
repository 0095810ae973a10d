//! What is asked about a text, and what can be answered. Both have names that are stored with the answers.

use super::ColumnMeaning;
use crate::domain::{Cycle, Kind, MemberId, Offered};

/// What a question is about. Tables and columns are counted from 0.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum IntakeKey {
    /// What the rows of a table, or the lines below a heading, are.
    Rows(String),
    /// What a column of a table says.
    Column { table: usize, column: usize },
    /// Whether the days of a column, or of a text without columns (0, 0), have the day or the month first.
    DayOrder { table: usize, column: usize },
    /// Whether the times of a column are hours and minutes, or minutes and seconds.
    Clock { table: usize, column: usize },
    /// What a comma or a point in the numbers of a column means.
    Separator { table: usize, column: usize },
    /// The week of the first of several columns of weeks.
    FirstWeek(usize),
    /// Whose the rows of a table, or of a text (0), are where they do not say it.
    Owner(usize),
    /// Who somebody is whom the text calls that.
    Person(String),
    /// What a heading with lines to be done below it names.
    Heading(String),
    /// What the dated lines of a log are.
    Entries,
    /// The week of a heading that has a number in place of days, by its line; of lines without any day (0).
    Week(usize),
    /// The year of headings that have none.
    Year,
}

/// An answer to a question.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum IntakeChoice {
    /// It is left out.
    Nothing,
    /// The rows are records of that kind.
    Kind(Kind),
    /// The columns are weeks: one check-in for each member and week.
    Weeks,
    /// The column says that.
    Meaning(ColumnMeaning),
    /// 03/04 is in April.
    DayFirst,
    /// 03/04 is in March.
    MonthFirst,
    /// 1:45 is an hour and 45 minutes.
    HoursFirst,
    /// 1:45 is a minute and 45 seconds.
    MinutesFirst,
    /// Up to 4:59 it is hours and minutes, from 5:00 on minutes and seconds.
    BySize,
    /// The comma begins the fraction, and a point groups thousands.
    DecimalComma,
    /// The point begins the fraction, and a comma groups thousands.
    DecimalPoint,
    /// That week.
    Week(Cycle),
    /// That member.
    Member(MemberId),
    /// Somebody who is not in the circle yet, and joins it.
    NewMember,
    /// That year.
    Year(i32),
}

/// A decision about a text.
#[derive(Clone, PartialEq, Debug)]
pub struct IntakeQuestion {
    /// What it is about.
    pub key: IntakeKey,
    /// The name that the text has for it: a column's header, a heading, a name; may be empty.
    pub label: String,
    /// What it looks like in the text, a few at most.
    pub samples: Vec<String>,
    /// What can be answered.
    pub choices: Vec<IntakeChoice>,
    /// What was answered, or what the reader decided by itself; `None` while rows wait for it.
    pub chosen: Option<IntakeChoice>,
}

impl IntakeKey {
    /// The name that stands for it in stored answers.
    pub fn to_text(&self) -> String {
        match self {
            Self::Rows(of) => format!("rows/{of}"),
            Self::Column { table, column } => format!("column/{table}/{column}"),
            Self::DayOrder { table, column } => format!("days/{table}/{column}"),
            Self::Clock { table, column } => format!("clock/{table}/{column}"),
            Self::Separator { table, column } => format!("separator/{table}/{column}"),
            Self::FirstWeek(table) => format!("first-week/{table}"),
            Self::Owner(table) => format!("owner/{table}"),
            Self::Person(name) => format!("person/{name}"),
            Self::Heading(of) => format!("heading/{of}"),
            Self::Entries => "entries/".to_owned(),
            Self::Week(line) => format!("week/{line}"),
            Self::Year => "year/".to_owned(),
        }
    }

    /// Reads what [`Self::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once('/')?;
        match name {
            "rows" => return Some(Self::Rows(rest.to_owned())),
            "person" => return Some(Self::Person(rest.to_owned())),
            "first-week" => return Some(Self::FirstWeek(rest.parse().ok()?)),
            "owner" => return Some(Self::Owner(rest.parse().ok()?)),
            "heading" => return Some(Self::Heading(rest.to_owned())),
            "entries" => return Some(Self::Entries),
            "week" => return Some(Self::Week(rest.parse().ok()?)),
            "year" => return Some(Self::Year),
            _ => {}
        }
        let (table, column) = rest.split_once('/')?;
        let (table, column) = (table.parse().ok()?, column.parse().ok()?);
        Some(match name {
            "column" => Self::Column { table, column },
            "days" => Self::DayOrder { table, column },
            "clock" => Self::Clock { table, column },
            "separator" => Self::Separator { table, column },
            _ => return None,
        })
    }
}

impl IntakeChoice {
    /// Those that a name alone stands for.
    const PLAIN: [(Self, &str); 10] = [
        (Self::Nothing, "nothing"),
        (Self::Weeks, "weeks"),
        (Self::DayFirst, "day-first"),
        (Self::MonthFirst, "month-first"),
        (Self::HoursFirst, "hours-first"),
        (Self::MinutesFirst, "minutes-first"),
        (Self::BySize, "by-size"),
        (Self::DecimalComma, "decimal-comma"),
        (Self::DecimalPoint, "decimal-point"),
        (Self::NewMember, "new-member"),
    ];

    /// The name that stands for it in stored answers and forms.
    pub fn to_text(&self) -> String {
        match self {
            Self::Kind(kind) => format!("kind/{}", kind.name()),
            Self::Meaning(meaning) => format!("column/{}", meaning.key()),
            Self::Week(cycle) => format!("week/{cycle}"),
            Self::Member(id) => format!("member/{id}"),
            Self::Year(year) => format!("year/{year}"),
            plain => {
                let found = Self::PLAIN.iter().find(|(choice, _)| choice == plain);
                found.map_or_else(String::new, |(_, name)| (*name).to_owned())
            }
        }
    }

    /// Reads what [`Self::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        let Some((name, rest)) = text.split_once('/') else {
            return Self::PLAIN.into_iter().find(|(_, name)| *name == text).map(|(choice, _)| choice);
        };
        match name {
            "kind" => Offered::KINDS.into_iter().find(|kind| kind.name() == rest).map(Self::Kind),
            "column" => ColumnMeaning::from_key(rest).map(Self::Meaning),
            "week" => Cycle::parse_exact(rest).map(Self::Week),
            "member" => Some(Self::Member(MemberId::new(rest))),
            "year" => rest.parse().ok().map(Self::Year),
            _ => None,
        }
    }
}
