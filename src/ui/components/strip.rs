//! The season as a strip of weeks.

use crate::domain::SeasonWeek;
use crate::ui::markup::view;
use crate::ui::text;
use leptos::prelude::*;

/// One small bar per cycle: past, now, to come.
#[component]
pub fn Strip(week: SeasonWeek) -> impl IntoView {
    let bars = (1..=week.of)
        .map(|number| {
            let state = match number.cmp(&week.number) {
                std::cmp::Ordering::Less => "past",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "next",
            };
            view! { <span data-state=state></span> }
        })
        .collect_view();
    view! { <div class="strip" role="img" aria-label=text::week::season(week)>{bars}</div> }
}
