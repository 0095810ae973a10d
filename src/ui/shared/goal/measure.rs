//! How a goal or an aim is measured, while it is typed.

use super::words;
use crate::domain::{Field as Which, Measure, MeasureKind, Refusal, Scale};
use crate::platform;
use crate::state::Memo;
use crate::ui::ask::Entry;
use crate::ui::components::{Choice, Field, NumberField, Pick, Problem, When};
use crate::ui::markup::view;
use leptos::prelude::*;

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
    let kind = measure.map_or(MeasureKind::Count, Measure::kind);
    let [unit, start, target] = match measure {
        Some(Measure::Number { scale, start, target }) => {
            [scale.unit().to_owned(), scale.typed(*start), scale.typed(*target)]
        }
        Some(Measure::Done) | None => [String::new(), "0".to_owned(), String::new()],
    };
    [kind.key().to_owned(), unit, start, target]
}

/// The measure that the fields say.
fn said([kind, unit, start, target]: [&str; 4]) -> Result<Measure, Refusal> {
    let Some(scale) = MeasureKind::from_key(kind).and_then(|kind| kind.scale(unit)) else { return Ok(Measure::Done) };
    let read = |typed: &str, field: Which| {
        scale.read(typed, platform::number_format()).map_err(|fault| Refusal::Unread(field, fault))
    };
    let (start, target) = (read(start, Which::Value)?, read(target, Which::Target)?);
    Ok(Measure::Number { scale, start, target })
}

impl MeasureEntries {
    /// Fields that open with `measure`, or with a count that is still to be written.
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
        if !self.entries().into_iter().any(Entry::is_touched) {
            return Ok(now.clone());
        }
        let [kind, unit, start, target] = typed(Some(now));
        let typed = [self.kind.over(&kind), self.unit.over(&unit), self.start.over(&start), self.target.over(&target)];
        said(typed.each_ref().map(String::as_str))
    }

    /// A new measure.
    ///
    /// # Errors
    /// [`Refusal::Unread`] for an end that is no number.
    pub fn measure(self) -> Result<Measure, Refusal> {
        said(self.entries().map(Entry::text).each_ref().map(String::as_str))
    }

    /// The kind that is chosen, tracked.
    fn chosen(self) -> MeasureKind {
        self.kind.typed.with(|kind| MeasureKind::from_key(kind)).unwrap_or(MeasureKind::Done)
    }
}

/// The fields; their ids begin with `id`.
#[component]
pub fn MeasureFields(id: &'static str, form: MeasureEntries, problem: Problem) -> AnyView {
    let choices = MeasureKind::ALL.map(|kind| Choice::new(kind.key(), words::kind(kind))).to_vec();
    let kind = Memo::new(move |_| form.chosen());
    let scale = Memo::new(move |_| kind.get().scale("").unwrap_or(Scale::Percent));
    let has_unit = Memo::new(move |_| matches!(kind.get(), MeasureKind::Count | MeasureKind::Quantity));
    // What is counted begins with nothing, unless somebody has said otherwise.
    let begins_with_none = form.start.typed.with_untracked(|start| start == "0");
    let has_start = Memo::new(move |_| kind.get() != MeasureKind::Count || !begins_with_none);
    view! {
        <fieldset class="field-group">
            <legend>{words::MEASURE}</legend>
            <Pick name=format!("{id}-measure") choices value=form.kind.typed />
        </fieldset>
        <When is=move || kind.get() != MeasureKind::Done>
            <div class="three">
                <When is=has_start>
                    <NumberField id=format!("{id}-start") label=words::START value=form.start.typed scale problem field=Which::Value />
                </When>
                <NumberField id=format!("{id}-target") label=words::TARGET value=form.target.typed scale problem field=Which::Target />
                <When is=has_unit>
                    <Field id=format!("{id}-unit") label=words::UNIT example=words::UNIT_EXAMPLE value=form.unit.typed problem field=Which::Unit />
                </When>
            </div>
        </When>
    }
    .into_any()
}
