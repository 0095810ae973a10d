//! What the cells of a column are like.

use super::split::SheetTable;
use crate::domain::{Day, NumberFormat, read_number};
use crate::exchange::intake::days::{DayForm, OrderFound, order_of, read_day};
use crate::exchange::intake::vocabulary::yes_or_no;

/// How many samples a question shows.
const SAMPLES: usize = 3;

/// What most cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnForm {
    /// There is nothing in it.
    Empty,
    /// Days.
    Days,
    /// Yes and no.
    Answers,
    /// Numbers or times.
    Numbers,
    /// Anything else.
    Texts,
}

/// What is known of a column from its cells.
#[derive(Clone, PartialEq, Debug)]
pub struct ColumnFacts {
    /// What it is called.
    pub header: String,
    /// What most of its cells are.
    pub form: ColumnForm,
    /// The first few different cells.
    pub samples: Vec<String>,
    /// What its days say of their order.
    pub order: OrderFound,
    /// What its numbers say of the sign before the fraction.
    pub fraction: FractionFound,
    /// Whether a time in it could be hours and minutes, or minutes and seconds.
    pub has_short_times: bool,
}

/// What the numbers of a column say together of the sign before the fraction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FractionFound {
    /// No number leaves it open.
    NotNeeded,
    /// It is this one.
    Decided(char),
    /// It could be this one, or that one groups thousands.
    Open(char),
}

/// What is known of each column of `table`.
pub fn facts(table: &SheetTable, today: Day, numbers: NumberFormat) -> Vec<ColumnFacts> {
    (0..table.head.len()).map(|column| facts_of(table, column, today, numbers)).collect()
}

fn facts_of(table: &SheetTable, column: usize, today: Day, numbers: NumberFormat) -> ColumnFacts {
    let cells: Vec<&str> = table.rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).collect();
    let days: Vec<DayForm> = cells.iter().filter_map(|cell| read_day(cell, today).ok()).collect();
    let answers = cells.iter().filter(|cell| yes_or_no(cell).is_some()).count();
    let has_fraction = |cell: &str| read_number(cell, NumberFormat::ENGLISH).is_ok() || is_time(cell);
    let counted = cells.iter().filter(|cell| has_fraction(cell)).count();
    let most = |count: usize| count * 2 > cells.len();
    let form = if cells.is_empty() {
        ColumnForm::Empty
    } else if most(answers) {
        ColumnForm::Answers
    } else if most(counted) {
        ColumnForm::Numbers
    } else if most(days.len()) {
        ColumnForm::Days
    } else {
        ColumnForm::Texts
    };
    let mut samples: Vec<String> = Vec::new();
    for cell in &cells {
        if samples.len() < SAMPLES && !samples.iter().any(|sample| sample == cell) {
            samples.push((*cell).to_owned());
        }
    }
    ColumnFacts {
        header: table.head[column].split_whitespace().collect::<Vec<_>>().join(" "),
        form,
        samples,
        order: order_of(days),
        fraction: fraction_of(&cells, numbers),
        has_short_times: cells.iter().any(|cell| time_parts(cell).is_some_and(|parts| parts.len() == 2)),
    }
}

/// Whether `cell` is a time: `1:45`, `1:34:18`.
pub fn is_time(cell: &str) -> bool {
    time_parts(cell).is_some()
}

/// The two or three numbers of a time.
pub fn time_parts(cell: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = cell.trim().split(':').collect();
    let is_part = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(is_part) {
        return None;
    }
    let parts: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    parts[1..].iter().all(|part| *part < 60).then_some(parts)
}

/// What stands before fractions in `cells`: a number with both signs, or with one that cannot group, decides.
fn fraction_of(cells: &[&str], numbers: NumberFormat) -> FractionFound {
    let mut decided = [None; 2];
    let mut open = None;
    for cell in cells {
        match fraction_in(cell) {
            FractionFound::NotNeeded => {}
            FractionFound::Decided(sign) => decided[usize::from(sign == ',')] = Some(sign),
            FractionFound::Open(sign) => open = open.or(Some(sign)),
        }
    }
    match (decided, open) {
        ([Some(sign), None] | [None, Some(sign)], _) => FractionFound::Decided(sign),
        ([Some(_), Some(_)], _) => FractionFound::Open(numbers.decimal),
        ([None, None], Some(sign)) if sign == numbers.decimal => FractionFound::Open(sign),
        ([None, None], Some(sign)) => FractionFound::Decided(if sign == ',' { '.' } else { ',' }),
        ([None, None], None) => FractionFound::NotNeeded,
    }
}

fn fraction_in(cell: &str) -> FractionFound {
    let bare = cell.trim_matches(|c: char| !c.is_ascii_digit());
    if bare.len() > 30
        || bare
            .chars()
            .any(|c| !(c.is_ascii_digit() || c == ',' || c == '.' || c.is_whitespace() || c == '\'' || c == '’'))
    {
        return FractionFound::NotNeeded;
    }
    let signs: Vec<char> = bare.chars().filter(|c| matches!(c, ',' | '.')).collect();
    let (Some(first), Some(last)) = (signs.first(), signs.last()) else { return FractionFound::NotNeeded };
    if first != last {
        return FractionFound::Decided(*last);
    }
    let other = if *last == ',' { '.' } else { ',' };
    if signs.len() > 1 {
        return FractionFound::Decided(other);
    }
    let (whole, fraction) = bare.split_once(*last).unwrap_or((bare, ""));
    let can_group = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if can_group { FractionFound::Open(*last) } else { FractionFound::Decided(*last) }
}
