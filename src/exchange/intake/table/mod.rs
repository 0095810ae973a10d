//! Reading tables: CSV files, and cells that are copied out of a spreadsheet.

mod asked;
mod cells;
mod columns;
mod decided;
mod doubts;
mod goals;
mod mapping;
mod measure;
mod records;
mod row;
mod split;
mod weeks;

use super::people::{IntakePeople, PersonFound};
use super::{
    ColumnMeaning, IntakeAnswers, IntakeChoice, IntakeKey, IntakeReading, IntakeReason, IntakeSetting, LeftOutRow,
    PassedOver, WaitingRow,
};
use crate::domain::{Identity, MemberId, OfferOwner};
use cells::SheetRow;
use decided::DecidedTable;
use mapping::{MappingReader, RowForm};
use split::SheetTable;
use std::collections::BTreeMap;

pub use cells::{SheetRow as TableRow, sheet_rows};

/// Reads `text` as one or several tables.
pub fn read_tables(text: &str, answers: &IntakeAnswers, setting: IntakeSetting<'_>) -> IntakeReading {
    read_rows(sheet_rows(text), answers, setting)
}

/// Reads the rows of a sheet.
pub fn read_rows(rows: Vec<SheetRow>, answers: &IntakeAnswers, setting: IntakeSetting<'_>) -> IntakeReading {
    let today = setting.today();
    let mut reader = TableReader {
        setting,
        answers,
        reading: IntakeReading::default(),
        people: IntakePeople::new(setting, answers),
        keys: BTreeMap::new(),
    };
    for (number, table) in split::tables(rows, today).iter().enumerate() {
        reader.table(number, table);
    }
    let (questions, people) = reader.people.finish();
    let mut reading = reader.reading;
    reading.questions.extend(questions);
    reading.offers.splice(0..0, people);
    reading.settled(setting.present)
}

/// What was read so far of a text's tables.
struct TableReader<'a> {
    setting: IntakeSetting<'a>,
    answers: &'a IntakeAnswers,
    reading: IntakeReading,
    people: IntakePeople<'a>,
    /// How often each key was given, so that rows that are alike are told apart.
    keys: BTreeMap<String, usize>,
}

/// What became of a row.
enum RowRead {
    /// It was read; what it offers is among the offers.
    Taken,
    /// It waits.
    Waits(IntakeKey),
    /// It is left out.
    LeftOut(IntakeReason),
}

impl TableReader<'_> {
    fn table(&mut self, number: usize, table: &SheetTable) {
        let facts = columns::facts(table, self.setting.today(), self.setting.numbers);
        let is_member = |name: &str| self.people.member(name).is_some();
        let mapper = MappingReader {
            number,
            table,
            facts: &facts,
            answers: self.answers,
            today: self.setting.today(),
            is_member: &is_member,
        };
        let mapping = mapper.read();
        let open_column = || mapping.columns.iter().position(Option::is_none);
        let waits = match mapping.rows {
            None => Some(mapper.rows_key()),
            Some(RowForm::Nothing) => None,
            Some(_) => open_column().map(|column| IntakeKey::Column { table: number, column }),
        };
        let mut questions = mapper.questions(&mapping);
        let decided = DecidedTable::new(number, table, &facts, &mapping, self.answers, self.setting);
        questions.extend(decided.questions());
        questions.extend(decided.first_week_question(self.setting.present));
        if waits.is_none() && decided.lacks_owner() {
            questions.push(self.people.owner_question(number, &table.heading));
        }
        self.reading.questions.extend(questions);
        self.rows(&decided, waits.as_ref());
    }

    /// Reads each row of `table`, unless all of them wait.
    fn rows(&mut self, table: &DecidedTable<'_>, waits: Option<&IntakeKey>) {
        for row in table.rows() {
            if row.is_empty() {
                *self.reading.passed_over.entry(PassedOver::Empty).or_default() += 1;
                continue;
            }
            let read = waits.map_or_else(|| self.row(table, row), |key| RowRead::Waits(key.clone()));
            match read {
                RowRead::Taken => {}
                RowRead::Waits(question) => {
                    self.reading.waiting.push(WaitingRow { line: row.line, text: row.text(), question });
                }
                RowRead::LeftOut(reason) => {
                    self.reading.left_out.push(LeftOutRow::new(row.line, &row.text(), reason));
                }
            }
        }
    }

    fn row(&mut self, table: &DecidedTable<'_>, row: &SheetRow) -> RowRead {
        match table.form {
            RowForm::Nothing => RowRead::LeftOut(IntakeReason::NotWanted),
            RowForm::Records(kind) => self.record(table, row, kind),
            RowForm::Ticks => self.ticks(table, row),
            RowForm::Weeks(kind) => self.weeks(table, row, kind),
        }
    }

    /// Whose `row` is.
    fn owner(&mut self, table: &DecidedTable<'_>, row: &SheetRow, words: &str) -> PersonFound {
        let id = table.text(row, ColumnMeaning::OwnerId);
        if !id.is_empty() && self.setting.present.circle.members.contains_key(&MemberId::new(id)) {
            return PersonFound::Owner(OfferOwner::Id(MemberId::new(id)));
        }
        match table.text(row, ColumnMeaning::Owner) {
            "" => self.people.owner_of(table.number),
            name => self.people.called(name, row.line, words),
        }
    }

    /// What a row is known by: an id of its own, or `base`, told apart from rows before it that have the same.
    fn identity(&mut self, table: &DecidedTable<'_>, row: &SheetRow, base: &str) -> Identity {
        let id = table.text(row, ColumnMeaning::Id);
        if table.is_own && !id.is_empty() {
            return Identity::Id(id.to_owned());
        }
        if !id.is_empty() {
            return Identity::Key(format!("id/{id}"));
        }
        let count = self.keys.entry(base.to_owned()).or_default();
        *count += 1;
        Identity::Key(if *count == 1 { base.to_owned() } else { format!("{base}/{count}") })
    }
}

/// The choice that was answered, among those that a question can have.
fn answered<T: Copy>(answers: &IntakeAnswers, key: &IntakeKey, all: &[(IntakeChoice, T)]) -> Option<T> {
    let answer = answers.get(key)?;
    all.iter().find(|(choice, _)| choice == answer).map(|(_, value)| *value)
}
