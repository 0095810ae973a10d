//! How a goal or an aim is measured, while it is typed.

use super::words;
use crate::domain::{Field as Which, Measure, Refusal, read_number};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::Entry;
use crate::ui::components::{Choice, Field, NumberField, Pick, Problem, When};
use crate::ui::text;
use leptos::prelude::*;

const NUMBER: &str = "number";
const DONE: &str = "done";

/// A measure as it is typed.
#[derive(Clone, Copy)]
pub struct MeasureEntries {
    kind: Entry,
    unit: Entry,
    start: Entry,
    target: Entry,
}

/// The fields of a measure: its kind, unit, start and target.
fn typed(measure: Option<&Measure>) -> [String; 4] {
    match measure {
        Some(Measure::Done) => [DONE.to_owned(), String::new(), "0".to_owned(), String::new()],
        Some(Measure::Number { unit, start, target }) => {
            [NUMBER.to_owned(), unit.clone(), text::number(*start), text::number(*target)]
        }
        None => [NUMBER.to_owned(), String::new(), "0".to_owned(), String::new()],
    }
}

/// The numbers of both ends, each with its own field where it cannot be read.
fn ends(start: &str, target: &str) -> Result<(f64, f64), Refusal> {
    let read = |typed: &str, field: Which| {
        let number = read_number(typed, platform::number_format());
        number.map(|number| number.value).map_err(|fault| Refusal::Unread(field, fault))
    };
    Ok((read(start, Which::Value)?, read(target, Which::Target)?))
}

impl MeasureEntries {
    /// Fields that open with `measure`, or with a number that is still to be written.
    pub fn of(measure: Option<&Measure>) -> Self {
        let [kind, unit, start, target] = typed(measure).map(Entry::of);
        Self { kind, unit, start, target }
    }

    /// All of them.
    pub fn entries(self) -> [Entry; 4] {
        [self.kind, self.unit, self.start, self.target]
    }

    /// What is to be saved of a measure that is like `now`.
    ///
    /// # Errors
    /// [`Refusal::Unread`] for an end that is no number.
    pub fn over(self, now: &Measure) -> Result<Measure, Refusal> {
        let [kind, unit, start, target] = typed(Some(now));
        if !self.entries().into_iter().any(Entry::is_touched) {
            return Ok(now.clone());
        }
        if self.kind.over(&kind) != NUMBER {
            return Ok(Measure::Done);
        }
        let (start, target) = ends(&self.start.over(&start), &self.target.over(&target))?;
        Ok(Measure::Number { unit: self.unit.over(&unit), start, target })
    }

    /// A new measure.
    ///
    /// # Errors
    /// [`Refusal::Unread`] for an end that is no number.
    pub fn measure(self) -> Result<Measure, Refusal> {
        if self.kind.text() != NUMBER {
            return Ok(Measure::Done);
        }
        let (start, target) = ends(&self.start.text(), &self.target.text())?;
        Ok(Measure::Number { unit: self.unit.text(), start, target })
    }
}

/// The fields; their ids begin with `id`.
#[component]
pub fn MeasureFields(id: &'static str, form: MeasureEntries, problem: Problem) -> AnyView {
    let choices = vec![Choice::new(NUMBER, words::MEASURE_NUMBER), Choice::new(DONE, words::MEASURE_DONE)];
    let is_number = Memo::new(move |_| form.kind.typed.with(|kind| kind == NUMBER));
    view! {
        <fieldset class="field-group">
            <legend>{words::MEASURE}</legend>
            <Pick name=format!("{id}-measure") choices value=form.kind.typed />
        </fieldset>
        <When is=is_number>
            <div class="three">
                <NumberField id=format!("{id}-start") label=words::START value=form.start.typed problem field=Which::Value />
                <NumberField id=format!("{id}-target") label=words::TARGET value=form.target.typed problem field=Which::Target />
                <Field id=format!("{id}-unit") label=words::UNIT example=words::UNIT_EXAMPLE value=form.unit.typed problem field=Which::Unit />
            </div>
        </When>
    }
    .into_any()
}
