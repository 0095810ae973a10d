//! A field for a day.

use super::{Field, Problem};
use crate::domain::{Day, Field as Which, day_doubt, parse_day};
use crate::state::{Memo, RwSignal};
use crate::ui::markup::view;
use crate::ui::text::time;
use leptos::prelude::*;

/// Asks beside the field about a day that is past, and says the year of one that is in another year than `today`.
#[component]
pub fn DayField(
    #[prop(into)] id: String,
    label: &'static str,
    value: RwSignal<String>,
    #[prop(into)] today: Memo<Day>,
    #[prop(optional)] is_optional: bool,
    #[prop(optional)] problem: Option<Problem>,
    #[prop(default = Which::Text)] field: Which,
) -> AnyView {
    let hint = Memo::new(move |_| value.with(|typed| doubt(typed, today.get())));
    match problem {
        Some(problem) => view! { <Field id kind="date" label value hint is_optional problem field /> }.into_any(),
        None => view! { <Field id kind="date" label value hint is_optional /> }.into_any(),
    }
}

/// What is asked of the `typed` day; nothing of a usual one, or where no day is typed.
pub fn doubt(typed: &str, today: Day) -> String {
    parse_day(typed).and_then(|day| day_doubt(day, today)).map(time::doubt).unwrap_or_default()
}
