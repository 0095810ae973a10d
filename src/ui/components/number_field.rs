//! A field for a number, written as people write numbers.

use super::{Field, Problem};
use crate::domain::{Field as Which, NumberFault, read_number};
use crate::platform;
use crate::state::Memo;
use crate::ui::text::numbers;
use leptos::prelude::*;

/// Says beside the field how the number is understood, before anything is saved.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    label: &'static str,
    value: RwSignal<String>,
    problem: Problem,
    field: Which,
) -> AnyView {
    let hint = Memo::new(move |_| {
        match value.with(|typed| read_number(typed, platform::number_format())) {
            Ok(number) => numbers::read_as(number),
            // Nothing is wrong with a field that nobody has filled yet.
            Err(NumberFault::Empty) => String::new(),
            Err(fault) => numbers::fault(&fault),
        }
    });
    view! { <Field id kind="number" label value hint problem field /> }.into_any()
}
