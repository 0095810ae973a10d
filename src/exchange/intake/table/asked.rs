//! What is asked of a table's mapping.

use super::columns::ColumnForm;
use super::mapping::{Mapping, MappingReader, RowForm};
use crate::domain::{Kind, Offered};
use crate::exchange::intake::{ColumnMeaning, IntakeChoice, IntakeKey, IntakeQuestion};

impl MappingReader<'_> {
    /// The questions what the rows are and what each column says.
    pub fn questions(&self, mapping: &Mapping) -> Vec<IntakeQuestion> {
        if mapping.is_own {
            return Vec::new();
        }
        let mut choices: Vec<IntakeChoice> = Vec::new();
        if mapping.weeks.is_empty() {
            // No other program has replies to our commitments.
            let kinds = Offered::KINDS.into_iter().filter(|kind| *kind != Kind::Reply);
            choices.extend(kinds.map(IntakeChoice::Kind));
        } else {
            choices.extend([IntakeChoice::Weeks, IntakeChoice::Kind(Kind::Commitment)]);
        }
        choices.push(IntakeChoice::Nothing);
        let chosen = mapping.rows.map(|rows| match rows {
            RowForm::Records(kind) => IntakeChoice::Kind(kind),
            RowForm::Weeks(Kind::CheckIn) => IntakeChoice::Weeks,
            RowForm::Weeks(kind) => IntakeChoice::Kind(kind),
            RowForm::Ticks => IntakeChoice::Kind(Kind::Commitment),
            RowForm::Nothing => IntakeChoice::Nothing,
        });
        let label = self.table.heading.clone();
        let samples = self.table.rows.iter().filter(|row| !row.is_empty()).take(2).map(|row| row.text()).collect();
        let mut questions = vec![IntakeQuestion { key: self.rows_key(), label, samples, choices, chosen }];
        if mapping.rows != Some(RowForm::Nothing) {
            questions.extend((0..mapping.columns.len()).filter_map(|column| self.column_question(mapping, column)));
        }
        questions
    }

    fn column_question(&self, mapping: &Mapping, column: usize) -> Option<IntakeQuestion> {
        let facts = &self.facts[column];
        if facts.form == ColumnForm::Empty || mapping.weeks.contains(&column) {
            return None;
        }
        Some(IntakeQuestion {
            key: IntakeKey::Column { table: self.number, column },
            label: facts.header.clone(),
            samples: facts.samples.clone(),
            choices: offered_meanings(mapping.rows).into_iter().map(IntakeChoice::Meaning).collect(),
            chosen: mapping.columns[column].map(IntakeChoice::Meaning),
        })
    }
}

/// What a column can say in a table whose rows are that.
fn offered_meanings(rows: Option<RowForm>) -> Vec<ColumnMeaning> {
    use ColumnMeaning as M;
    let kind = match rows {
        Some(RowForm::Records(kind) | RowForm::Weeks(kind)) => kind,
        Some(RowForm::Ticks | RowForm::Nothing) | None => Kind::Commitment,
    };
    let mut offered = meanings_of(kind).to_vec();
    offered.extend([M::Day, M::Month, M::Year, M::Id, M::Nothing]);
    offered
}

/// What can be said of a record of `kind`.
const fn meanings_of(kind: Kind) -> &'static [ColumnMeaning] {
    use ColumnMeaning as M;
    match kind {
        Kind::Member => &[M::Words, M::Focus, M::Joined, M::Left],
        Kind::Goal => &[
            M::Words,
            M::Owner,
            M::Due,
            M::Start,
            M::Target,
            M::Value,
            M::Share,
            M::Unit,
            M::Done,
            M::Status,
            M::Why,
            M::Obstacle,
            M::Note,
            M::Created,
        ],
        Kind::Progress => &[M::Goal, M::Owner, M::Value, M::Due, M::Note],
        Kind::Reply => &[M::Owner, M::Words, M::At],
        Kind::CheckIn => &[M::Owner, M::Week, M::Due, M::Win, M::Blocker, M::Ask, M::Confidence],
        _ => &[
            M::Words,
            M::Owner,
            M::Due,
            M::Week,
            M::Done,
            M::Status,
            M::Goal,
            M::Note,
            M::Cue,
            M::Action,
            M::Helper,
            M::Created,
        ],
    }
}
