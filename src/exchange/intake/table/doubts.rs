//! What is asked about the days, numbers, times and weeks of a table.

use super::columns::FractionFound;
use super::decided::{CLOCKS, DAY_ORDERS, DecidedTable, FRACTIONS, WeekHead, is_measured};
use super::mapping::RowForm;
use crate::domain::Present;
use crate::exchange::intake::days::OrderFound;
use crate::exchange::intake::vocabulary::week_number;
use crate::exchange::intake::{ColumnMeaning, IntakeChoice, IntakeKey, IntakeQuestion};

impl DecidedTable<'_> {
    /// The questions about how days, numbers and times are written.
    pub fn questions(&self) -> Vec<IntakeQuestion> {
        if self.is_own || self.form == RowForm::Nothing {
            return Vec::new();
        }
        let mut questions = Vec::new();
        for column in 0..self.columns.len() {
            let facts = &self.facts[column];
            let is_day = is_of_days(self.columns[column]) && facts.order != OrderFound::NotNeeded;
            if is_day {
                let chosen = self.order(column).and_then(|order| chosen(&DAY_ORDERS, order));
                let key = IntakeKey::DayOrder { table: self.number, column };
                questions.push(self.question(key, column, DAY_ORDERS.map(|(choice, _)| choice).to_vec(), chosen));
            }
            let is_number = is_measured(self.columns[column]);
            if is_number && facts.fraction != FractionFound::NotNeeded {
                let decided = match self.fraction(column) {
                    FractionFound::Decided(sign) => chosen(&FRACTIONS, sign),
                    FractionFound::Open(_) | FractionFound::NotNeeded => None,
                };
                let key = IntakeKey::Separator { table: self.number, column };
                questions.push(self.question(key, column, FRACTIONS.map(|(choice, _)| choice).to_vec(), decided));
            }
        }
        if let Some(column) = self.clock_column {
            let decided = self.clock().and_then(|clock| chosen(&CLOCKS, clock));
            questions.push(self.question(self.clock_key(), column, CLOCKS.map(|(choice, _)| choice).to_vec(), decided));
        }
        questions
    }

    fn question(
        &self,
        key: IntakeKey,
        column: usize,
        choices: Vec<IntakeChoice>,
        chosen: Option<IntakeChoice>,
    ) -> IntakeQuestion {
        let facts = &self.facts[column];
        IntakeQuestion { key, label: facts.header.clone(), samples: facts.samples.clone(), choices, chosen }
    }

    /// The question which week the first one is, where weeks have numbers.
    pub fn first_week_question(&self, present: Present<'_>) -> Option<IntakeQuestion> {
        let column = self.column(ColumnMeaning::Week);
        let in_heads =
            self.weeks.iter().filter(|(column, _)| self.table.rows.iter().any(|row| !row.cell(*column).is_empty()));
        let in_heads =
            in_heads.filter_map(|(_, head)| if let WeekHead::Number(number) = head { Some(*number) } else { None });
        let in_cells = self.table.rows.iter().filter_map(|row| week_number(row.cell(column?)));
        let last = in_heads.chain(in_cells).max().filter(|_| self.form != RowForm::Nothing)?;
        let mut choices: Vec<IntakeChoice> = Vec::new();
        let current = present.cycle();
        let of_last = [current, current.plus(-1)].map(|cycle| cycle.plus(1 - i64::from(last)));
        let seasons = present.circle.seasons.values().map(|season| season.first);
        for cycle in seasons.chain(of_last) {
            let choice = IntakeChoice::Week(cycle);
            if !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        let key = IntakeKey::FirstWeek(self.number);
        let chosen = self.answers.get(&key).cloned();
        let label = column.map_or_else(String::new, |column| self.header(column).to_owned());
        Some(IntakeQuestion { key, label, samples: Vec::new(), choices, chosen })
    }
}

fn chosen<T: PartialEq>(all: &[(IntakeChoice, T)], value: T) -> Option<IntakeChoice> {
    all.iter().find(|(_, one)| *one == value).map(|(choice, _)| choice.clone())
}

fn is_of_days(meaning: ColumnMeaning) -> bool {
    use ColumnMeaning as M;
    matches!(
        meaning,
        M::Due | M::At | M::Week | M::Day | M::Created | M::Closed | M::Resolved | M::Submitted | M::Joined | M::Left
    )
}
