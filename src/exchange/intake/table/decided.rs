//! A table of which it is decided what it says: its cells by their meaning.

use super::answered;
use super::cells::SheetRow;
use super::columns::{ColumnFacts, FractionFound, time_parts};
use super::mapping::{Mapping, RowForm, is_tick, places};
use super::measure::{TimeForm, read_measure};
use super::split::SheetTable;
use crate::domain::{Cycle, Day, Kind, OfferTime, Timestamp};
use crate::exchange::intake::days::{DayOrder, OrderFound, read_day};
use crate::exchange::intake::vocabulary::{meaning_of, week_number};
use crate::exchange::intake::{CellFault, ColumnMeaning, IntakeAnswers, IntakeChoice, IntakeKey, IntakeSetting};

pub(super) const DAY_ORDERS: [(IntakeChoice, DayOrder); 2] =
    [(IntakeChoice::DayFirst, DayOrder::DayFirst), (IntakeChoice::MonthFirst, DayOrder::MonthFirst)];

pub(super) const FRACTIONS: [(IntakeChoice, char); 2] =
    [(IntakeChoice::DecimalComma, ','), (IntakeChoice::DecimalPoint, '.')];

pub(super) const CLOCKS: [(IntakeChoice, TimeForm); 3] = [
    (IntakeChoice::HoursFirst, TimeForm::HoursFirst),
    (IntakeChoice::MinutesFirst, TimeForm::MinutesFirst),
    (IntakeChoice::BySize, TimeForm::BySize),
];

/// A table with all that was decided about it.
pub struct DecidedTable<'a> {
    /// Its number in the text.
    pub number: usize,
    /// What it is called.
    pub heading: &'a str,
    /// Whether this app wrote it.
    pub is_own: bool,
    /// What its rows become.
    pub form: RowForm,
    pub(super) columns: Vec<ColumnMeaning>,
    pub(super) facts: &'a [ColumnFacts],
    /// The columns of weeks with the day or the number at their heads.
    pub weeks: Vec<(usize, WeekHead)>,
    pub(super) table: &'a SheetTable,
    pub(super) answers: &'a IntakeAnswers,
    today: Day,
    pub(super) clock_column: Option<usize>,
}

/// What the head of a column of weeks says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WeekHead {
    /// The week of a day.
    Of(Cycle),
    /// So many weeks from a first one, which has number 1.
    Number(u32),
}

/// A cell that cannot be read yet, or at all.
#[derive(Clone, PartialEq, Debug)]
pub enum CellUnread {
    /// It waits for an answer.
    Waits(IntakeKey),
    /// It is none.
    Fault(CellFault),
}

impl<'a> DecidedTable<'a> {
    /// Takes what is not decided for nothing: the caller does not read rows then.
    pub fn new(
        number: usize,
        table: &'a SheetTable,
        facts: &'a [ColumnFacts],
        mapping: &Mapping,
        answers: &'a IntakeAnswers,
        setting: IntakeSetting<'_>,
    ) -> Self {
        let today = setting.today();
        let columns: Vec<ColumnMeaning> =
            mapping.columns.iter().map(|meaning| meaning.unwrap_or(ColumnMeaning::Nothing)).collect();
        let head = |column: usize| {
            let head = table.head[column].as_str();
            match week_number(head) {
                Some(number) => Some((column, WeekHead::Number(number))),
                None => Some((
                    column,
                    WeekHead::Of(Cycle::of(read_day(head, today).ok()?.in_order(DayOrder::DayFirst).ok()?)),
                )),
            }
        };
        let weeks = mapping.weeks.iter().filter_map(|column| head(*column)).collect();
        let is_clock = |column: &usize| is_measured(columns[*column]) && facts[*column].has_short_times;
        let clock_column = (0..columns.len()).find(is_clock);
        let form = mapping.rows.unwrap_or(RowForm::Nothing);
        let heading = table.heading.as_str();
        Self {
            number,
            heading,
            is_own: mapping.is_own,
            form,
            columns,
            facts,
            weeks,
            table,
            answers,
            today,
            clock_column,
        }
    }

    /// Its rows, empty ones included.
    pub fn rows(&self) -> &'a [SheetRow] {
        &self.table.rows
    }

    /// The first column that says `meaning`.
    pub fn column(&self, meaning: ColumnMeaning) -> Option<usize> {
        self.columns.iter().position(|column| *column == meaning)
    }

    /// What `row` says in the first column of `meaning`; empty where there is none.
    pub fn text<'b>(&self, row: &'b SheetRow, meaning: ColumnMeaning) -> &'b str {
        self.column(meaning).map_or("", |column| row.cell(column))
    }

    /// What `column` is called.
    pub fn header(&self, column: usize) -> &str {
        &self.facts[column].header
    }

    /// The columns of yes and no under names of their own.
    pub fn ticks(&self) -> Vec<usize> {
        let columns: Vec<Option<ColumnMeaning>> = self.columns.iter().copied().map(Some).collect();
        (0..columns.len()).filter(|column| is_tick(self.facts, &columns, *column)).collect()
    }

    /// What `row` says in all columns that are kept as notes, each line with the column's name.
    pub fn notes(&self, row: &SheetRow) -> Vec<String> {
        let columns: Vec<Option<ColumnMeaning>> = self.columns.iter().copied().map(Some).collect();
        let noted = places(&columns, ColumnMeaning::Note).into_iter().filter(|column| !row.cell(*column).is_empty());
        noted.map(|column| self.noted(column, row.cell(column))).collect()
    }

    /// `cell` as a note, with the name of its column unless that says nothing more.
    pub fn noted(&self, column: usize, cell: &str) -> String {
        let header = self.header(column);
        let says_more = !header.is_empty() && meaning_of(header) != Some(ColumnMeaning::Note);
        if says_more { format!("{header}: {cell}") } else { cell.to_owned() }
    }

    /// The day in the first column of `meaning`.
    pub fn day(&self, row: &SheetRow, meaning: ColumnMeaning) -> Result<Option<Day>, CellUnread> {
        let Some(column) = self.column(meaning) else { return Ok(None) };
        match row.cell(column) {
            "" => Ok(None),
            cell => self.day_in(column, cell).map(Some),
        }
    }

    fn day_in(&self, column: usize, cell: &str) -> Result<Day, CellUnread> {
        let form = read_day(cell, self.today).map_err(CellUnread::Fault)?;
        let order = match self.order(column) {
            Some(order) => order,
            None if form.is_open() => {
                return Err(CellUnread::Waits(IntakeKey::DayOrder { table: self.number, column }));
            }
            None => form.order().unwrap_or(DayOrder::DayFirst),
        };
        form.in_order(order).map_err(CellUnread::Fault)
    }

    /// The order of the days of `column`: as answered, or as one of them decides.
    pub(super) fn order(&self, column: usize) -> Option<DayOrder> {
        let key = IntakeKey::DayOrder { table: self.number, column };
        let found = match self.facts[column].order {
            OrderFound::Decided(order) => Some(order),
            OrderFound::NotNeeded | OrderFound::Open => None,
        };
        answered(self.answers, &key, &DAY_ORDERS).or(found)
    }

    /// The day of a date that is over three columns; nothing where one of them is missing.
    pub fn day_of_three(&self, row: &SheetRow) -> Result<Option<Day>, CellUnread> {
        let parts = [ColumnMeaning::Year, ColumnMeaning::Month, ColumnMeaning::Day].map(|part| self.text(row, part));
        let [year, month, day] = parts;
        if day.is_empty() || month.is_empty() {
            return if day.is_empty() { Ok(None) } else { self.day(row, ColumnMeaning::Day) };
        }
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let written = if is_number(month) && is_number(day) && is_number(year) {
            format!("{year:0>4}-{month}-{day}")
        } else {
            format!("{day} {month} {year}")
        };
        let form = read_day(&written, self.today).map_err(CellUnread::Fault)?;
        form.in_order(DayOrder::DayFirst).map(Some).map_err(CellUnread::Fault)
    }

    /// The time in the first column of `meaning`: an instant as this app writes it, or a day.
    pub fn time(&self, row: &SheetRow, meaning: ColumnMeaning) -> Result<Option<OfferTime>, CellUnread> {
        match Timestamp::parse(self.text(row, meaning)) {
            Some(at) => Ok(Some(OfferTime::Instant(at))),
            None => Ok(self.day(row, meaning)?.map(OfferTime::Day)),
        }
    }

    /// The number in the first column of `meaning`; times are in seconds.
    pub fn number(&self, row: &SheetRow, meaning: ColumnMeaning) -> Result<Option<f64>, CellUnread> {
        let Some(column) = self.column(meaning) else { return Ok(None) };
        let cell = row.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let is_short_time = time_parts(cell).is_some_and(|parts| parts.len() == 2);
        let clock = match (is_short_time, self.clock()) {
            (true, None) => return Err(CellUnread::Waits(self.clock_key())),
            (_, clock) => clock.unwrap_or(TimeForm::HoursFirst),
        };
        let fraction = match self.fraction(column) {
            FractionFound::Open(_) if is_open_number(cell) => {
                return Err(CellUnread::Waits(IntakeKey::Separator { table: self.number, column }));
            }
            FractionFound::Decided(sign) => sign,
            FractionFound::Open(_) | FractionFound::NotNeeded => '.',
        };
        read_measure(cell, fraction, clock).map(Some).map_err(|fault| CellUnread::Fault(CellFault::Number(fault)))
    }

    pub(super) fn fraction(&self, column: usize) -> FractionFound {
        if self.is_own {
            return FractionFound::Decided('.');
        }
        let key = IntakeKey::Separator { table: self.number, column };
        answered(self.answers, &key, &FRACTIONS).map_or(self.facts[column].fraction, FractionFound::Decided)
    }

    pub(super) fn clock_key(&self) -> IntakeKey {
        IntakeKey::Clock { table: self.number, column: self.clock_column.unwrap_or_default() }
    }

    pub(super) fn clock(&self) -> Option<TimeForm> {
        answered(self.answers, &self.clock_key(), &CLOCKS)
    }

    /// The week that `row` is of.
    pub fn week(&self, row: &SheetRow) -> Result<Option<Cycle>, CellUnread> {
        let cell = self.text(row, ColumnMeaning::Week);
        match week_number(cell) {
            Some(number) => self.numbered_week(number).map(Some),
            None => Ok(self.day(row, ColumnMeaning::Week)?.map(Cycle::of)),
        }
    }

    /// The week with `number`, where the first has 1.
    pub fn numbered_week(&self, number: u32) -> Result<Cycle, CellUnread> {
        let key = IntakeKey::FirstWeek(self.number);
        match self.answers.get(&key) {
            Some(IntakeChoice::Week(first)) => Ok(first.plus(i64::from(number) - 1)),
            _ => Err(CellUnread::Waits(key)),
        }
    }

    /// Whether a row says nothing of whose it is.
    pub fn lacks_owner(&self) -> bool {
        let names_nobody = |row: &SheetRow| !row.is_empty() && self.text(row, ColumnMeaning::Owner).is_empty();
        let has_owner = match self.form {
            RowForm::Records(Kind::Member | Kind::Progress) | RowForm::Nothing => false,
            RowForm::Records(_) | RowForm::Ticks | RowForm::Weeks(_) => true,
        };
        has_owner && self.table.rows.iter().any(names_nobody)
    }
}

/// Whether `cell` can be read with either sign before its fraction.
fn is_open_number(cell: &str) -> bool {
    let with = |sign| read_measure(cell, sign, TimeForm::HoursFirst);
    with('.') != with(',')
}

pub(super) fn is_measured(meaning: ColumnMeaning) -> bool {
    use ColumnMeaning as M;
    matches!(meaning, M::Start | M::Target | M::Value | M::Share)
}
