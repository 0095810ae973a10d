//! What the columns of a table mean, and what its rows are: by their heads, by their cells, by the answers.

use super::columns::{ColumnFacts, ColumnForm};
use super::split::SheetTable;
use crate::domain::Day;
use crate::domain::Kind;
use crate::exchange::intake::vocabulary::{is_goal_header, is_name_header, meaning_of, week_number};
use crate::exchange::intake::{ColumnMeaning, IntakeAnswers, IntakeChoice, IntakeKey, days::read_day};
use crate::exchange::sheet_file;

/// What the rows of a table become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowForm {
    /// One record each.
    Records(Kind),
    /// A record for each yes and no, named by its column.
    Ticks,
    /// A record for each week's cell.
    Weeks(Kind),
    /// Nothing is taken of them.
    Nothing,
}

/// What is decided of a table; `None` waits for an answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Mapping {
    /// Whether this app wrote the table.
    pub is_own: bool,
    /// What its rows become.
    pub rows: Option<RowForm>,
    /// What its columns say.
    pub columns: Vec<Option<ColumnMeaning>>,
    /// The columns of weeks.
    pub weeks: Vec<usize>,
}

/// Finds the mapping of a table.
pub struct MappingReader<'a> {
    pub number: usize,
    pub table: &'a SheetTable,
    pub facts: &'a [ColumnFacts],
    pub answers: &'a IntakeAnswers,
    pub today: Day,
    /// Whether a text names somebody of the circle.
    pub is_member: &'a dyn Fn(&str) -> bool,
}

impl MappingReader<'_> {
    /// Returns the mapping as far as it is decided.
    pub fn read(&self) -> Mapping {
        let own = sheet_file::kind_of_head(&self.table.head);
        let weeks = self.weeks();
        let mut columns: Vec<Option<ColumnMeaning>> = match own {
            Some(kind) => self.table.head.iter().map(|head| own_column(kind, head)).collect(),
            None => self.guessed(&weeks),
        };
        for (column, meaning) in columns.iter_mut().enumerate() {
            match self.answers.get(&IntakeKey::Column { table: self.number, column }) {
                Some(IntakeChoice::Meaning(answer)) => *meaning = Some(*answer),
                Some(IntakeChoice::Nothing) => *meaning = Some(ColumnMeaning::Nothing),
                _ => {}
            }
        }
        let needed = if weeks.is_empty() { ColumnMeaning::Words } else { ColumnMeaning::Owner };
        if has(&columns, needed) {
            // What remains open beside it says nothing that rows would have to wait for.
            columns.iter_mut().for_each(|meaning| *meaning = meaning.or(Some(ColumnMeaning::Note)));
        }
        let guess = own.map(RowForm::Records).or_else(|| self.guess_rows(&columns, &weeks));
        let rows = match self.answers.get(&self.rows_key()) {
            Some(IntakeChoice::Nothing) => Some(RowForm::Nothing),
            Some(IntakeChoice::Weeks) => Some(RowForm::Weeks(Kind::CheckIn)),
            Some(IntakeChoice::Kind(kind)) if !weeks.is_empty() => Some(RowForm::Weeks(*kind)),
            Some(IntakeChoice::Kind(Kind::Commitment)) if is_of_ticks(self.facts, &columns) => Some(RowForm::Ticks),
            Some(IntakeChoice::Kind(kind)) => Some(RowForm::Records(*kind)),
            _ => guess,
        };
        if own.is_none() {
            self.settle(&mut columns, rows);
        }
        Mapping { is_own: own.is_some(), rows, columns, weeks }
    }

    /// The key of the question what the rows are.
    pub fn rows_key(&self) -> IntakeKey {
        IntakeKey::Rows(self.number.to_string())
    }

    /// At least three columns beside each other whose heads are weeks.
    fn weeks(&self) -> Vec<usize> {
        let is_week = |head: &String| week_number(head).is_some() || read_day(head, self.today).is_ok();
        let weeks: Vec<usize> =
            (0..self.table.head.len()).filter(|column| is_week(&self.table.head[*column])).collect();
        let is_run = weeks.windows(2).all(|pair| pair[1] == pair[0] + 1);
        if weeks.len() >= 3 && is_run { weeks } else { Vec::new() }
    }

    /// By the heads alone, then by the cells of columns whose heads say nothing.
    fn guessed(&self, weeks: &[usize]) -> Vec<Option<ColumnMeaning>> {
        let heads: Vec<Option<ColumnMeaning>> = self.table.head.iter().map(|head| meaning_of(head)).collect();
        let is_known = heads.iter().any(Option::is_some) || !weeks.is_empty();
        let mut columns: Vec<Option<ColumnMeaning>> = Vec::new();
        for (column, facts) in self.facts.iter().enumerate() {
            let is_taken = |meaning: ColumnMeaning| columns.contains(&Some(meaning));
            let meaning = match (heads[column], facts.form) {
                (_, ColumnForm::Empty) => Some(ColumnMeaning::Nothing),
                _ if weeks.contains(&column) => Some(ColumnMeaning::Nothing),
                (Some(meaning), _) if is_several(meaning) || !is_taken(meaning) => Some(meaning),
                (Some(_), _) => Some(ColumnMeaning::Note),
                (None, _) if is_known => Some(ColumnMeaning::Note),
                (None, ColumnForm::Days) if !is_taken(ColumnMeaning::Due) => Some(ColumnMeaning::Due),
                (None, ColumnForm::Answers) if !is_taken(ColumnMeaning::Done) => Some(ColumnMeaning::Done),
                (None, ColumnForm::Texts) => None,
                (None, _) => Some(ColumnMeaning::Note),
            };
            columns.push(meaning);
        }
        self.name_people(&mut columns, !weeks.is_empty());
        self.name_words(&mut columns, &heads, weeks);
        columns
    }

    /// Which of several columns of names has the people. Asked where more than one could.
    fn name_people(&self, columns: &mut [Option<ColumnMeaning>], is_of_weeks: bool) {
        let named = |column: usize| is_name_header(&self.table.head[column]);
        let people: Vec<usize> = places(columns, ColumnMeaning::Owner);
        let has_words = has(columns, ColumnMeaning::Words) || has(columns, ColumnMeaning::Goal);
        let are_members: Vec<usize> = people.iter().copied().filter(|column| self.are_members(*column)).collect();
        match (people.as_slice(), are_members.as_slice()) {
            ([_], [_]) | ([], _) => {}
            ([only], []) if named(*only) && !has_words && !is_of_weeks => columns[*only] = Some(ColumnMeaning::Words),
            ([_], _) => {}
            (several, [one]) => {
                for column in several.iter().filter(|column| *column != one) {
                    let is_words = named(*column) && !has_words && !is_of_weeks;
                    columns[*column] = Some(if is_words { ColumnMeaning::Words } else { ColumnMeaning::Note });
                }
            }
            ([first, second], _) if !is_of_weeks && !has_words && named(*first) != named(*second) => {
                let name = if named(*first) { *first } else { *second };
                columns[name] = Some(ColumnMeaning::Words);
            }
            (several, _) => several.iter().for_each(|column| columns[*column] = None),
        }
    }

    fn are_members(&self, column: usize) -> bool {
        let mut cells = self.table.rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| (self.is_member)(cell))
    }

    /// Where no column has the words, a goal's or the only one of texts has them.
    fn name_words(&self, columns: &mut [Option<ColumnMeaning>], heads: &[Option<ColumnMeaning>], weeks: &[usize]) {
        let says_more = [ColumnMeaning::Words, ColumnMeaning::Win, ColumnMeaning::Blocker, ColumnMeaning::Ask];
        if !weeks.is_empty() || says_more.iter().any(|meaning| has(columns, *meaning)) {
            return;
        }
        let is_measured = has(columns, ColumnMeaning::Value) && has(columns, ColumnMeaning::Due);
        let is_ended = has(columns, ColumnMeaning::Done) || has(columns, ColumnMeaning::Target);
        if let Some(goal) = places(columns, ColumnMeaning::Goal).first() {
            if !is_measured || is_ended {
                columns[*goal] = Some(ColumnMeaning::Words);
            }
            return;
        }
        let is_open = |column: &usize| heads[*column].is_none() && self.facts[*column].form == ColumnForm::Texts;
        let open: Vec<usize> = (0..columns.len()).filter(is_open).collect();
        match open.as_slice() {
            _ if is_of_ticks(self.facts, columns) => {}
            [only] if heads.iter().any(Option::is_some) => columns[*only] = Some(ColumnMeaning::Words),
            open => open.iter().for_each(|column| columns[*column] = None),
        }
    }

    fn guess_rows(&self, columns: &[Option<ColumnMeaning>], weeks: &[usize]) -> Option<RowForm> {
        let has = |meaning| has(columns, meaning);
        if !weeks.is_empty() {
            return Some(RowForm::Weeks(Kind::CheckIn));
        }
        // Every yes and no as a commitment: that is asked.
        if is_of_ticks(self.facts, columns) {
            return None;
        }
        let words = places(columns, ColumnMeaning::Words).first().map(|column| &self.table.head[*column]);
        let is_measured = [ColumnMeaning::Target, ColumnMeaning::Share, ColumnMeaning::Value].into_iter().any(has);
        if has(ColumnMeaning::Win) || has(ColumnMeaning::Blocker) || has(ColumnMeaning::Ask) {
            return Some(RowForm::Records(Kind::CheckIn));
        }
        if has(ColumnMeaning::Goal) && has(ColumnMeaning::Value) && words.is_none() {
            return Some(RowForm::Records(Kind::Progress));
        }
        let words = words?;
        let goes_on = [ColumnMeaning::Due, ColumnMeaning::Done, ColumnMeaning::Status, ColumnMeaning::Owner];
        Some(RowForm::Records(if is_goal_header(words) || is_measured {
            Kind::Goal
        } else if is_name_header(words) && !goes_on.into_iter().any(has) {
            Kind::Member
        } else {
            Kind::Commitment
        }))
    }

    /// What follows from what the rows are: a single column of numbers says how far a goal goes.
    fn settle(&self, columns: &mut [Option<ColumnMeaning>], rows: Option<RowForm>) {
        if rows != Some(RowForm::Records(Kind::Goal)) || has(columns, ColumnMeaning::Target) {
            return;
        }
        let is_answered = |column: usize| self.answers.get(&IntakeKey::Column { table: self.number, column }).is_some();
        let is_number = |column: &usize| {
            columns[*column] == Some(ColumnMeaning::Note)
                && self.facts[*column].form == ColumnForm::Numbers
                && !is_answered(*column)
        };
        let numbers: Vec<usize> = (0..columns.len()).filter(is_number).collect();
        if let [only] = numbers.as_slice() {
            columns[*only] = Some(ColumnMeaning::Target);
        }
    }
}

/// What a column of this app's own sheet says; one that somebody added is a note.
fn own_column(kind: Kind, head: &str) -> Option<ColumnMeaning> {
    Some(sheet_file::column_of(kind, head).unwrap_or(ColumnMeaning::Note))
}

/// Whether more than one column can say that.
fn is_several(meaning: ColumnMeaning) -> bool {
    matches!(meaning, ColumnMeaning::Note | ColumnMeaning::Owner | ColumnMeaning::Nothing)
}

fn has(columns: &[Option<ColumnMeaning>], meaning: ColumnMeaning) -> bool {
    columns.contains(&Some(meaning))
}

/// The columns that say `meaning`.
pub fn places(columns: &[Option<ColumnMeaning>], meaning: ColumnMeaning) -> Vec<usize> {
    (0..columns.len()).filter(|column| columns[*column] == Some(meaning)).collect()
}

/// Whether there is a day and beside it yes and no, by names of their own: what somebody did each day.
fn is_of_ticks(facts: &[ColumnFacts], columns: &[Option<ColumnMeaning>]) -> bool {
    let has_day = has(columns, ColumnMeaning::Due) || has(columns, ColumnMeaning::Day);
    let has_words = has(columns, ColumnMeaning::Words) || has(columns, ColumnMeaning::Goal);
    let is_tick = |column: usize| is_tick(facts, columns, column);
    has_day && !has_words && (0..columns.len()).any(is_tick)
}

/// Whether a column says yes and no under a name of its own.
pub fn is_tick(facts: &[ColumnFacts], columns: &[Option<ColumnMeaning>], column: usize) -> bool {
    facts[column].form == ColumnForm::Answers && columns[column] == Some(ColumnMeaning::Note)
}
