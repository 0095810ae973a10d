//! A field for a number, written as people write numbers.

use super::{Field, Problem};
use crate::domain::{Field as Which, NumberFault, Scale, duration_text, read_number};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::markup::view;
use crate::ui::text::numbers;
use leptos::prelude::*;

/// Says beside the field how the number is understood, before anything is saved.
#[component]
pub fn NumberField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// What the number says.
    #[prop(into)]
    scale: Memo<Scale>,
    problem: Problem,
    field: Which,
    #[prop(optional)] is_optional: bool,
) -> AnyView {
    let hint = Memo::new(move |_| {
        let typed = value.get();
        let read = scale.with(|scale| scale.read(&typed, platform::number_format()));
        match (read, read_number(&typed, platform::number_format())) {
            (Ok(_), Ok(number)) => numbers::read_as(number),
            (Ok(seconds), Err(_)) => numbers::read_as_text(&duration_text(seconds)),
            // Nothing is wrong with a field that nobody has filled yet.
            (Err(NumberFault::Empty), _) => String::new(),
            (Err(fault), _) => numbers::fault(&fault),
        }
    });
    view! { <Field id kind="number" label value hint is_optional problem field /> }.into_any()
}
